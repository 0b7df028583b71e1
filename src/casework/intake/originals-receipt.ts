import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { issuingOffice } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { readEntry } from "./post-entry.ts";

const receiptInput = z.object({ entryId: z.uuid() });

/**
 * The receipt that whoever gets original papers back signs, as PDF; no copy is kept. Of a denunciation the receiver stays
 * blank, to be written by hand. Throws "not-found", "not-allowed", "law" before they were given back.
 */
export async function originalsReceipt(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof receiptInput>,
): Promise<Uint8Array> {
  const { entryId } = parseInput(receiptInput, input);
  const filled = await transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const entry = await readEntry(tx, entryId);
      if (!entry) throw notFound();
      require(who, "post:record", entry.agencyId);
      if (!entry.originalsReturnedOn) throw new Refused({ code: "law", message: notYet });
      const [first] = entry.people;
      // What went back with the petition is received by the forwarder's office.
      const receiver = entry.forwarderReturnedOn === entry.originalsReturnedOn ? entry.forwarderName : first?.name;
      const address = receiver === first?.name ? (first?.address ?? "") : "";
      return {
        template: "xld-originals",
        agency: await issuingOffice(tx, entry.agencyId, entry.originalsReturnedOn),
        issuedOn: entry.originalsReturnedOn,
        draft: false,
        fields: {
          receiver: entry.kinds.includes("denunciation") ? "" : (receiver ?? ""),
          address,
          receivedOn: entry.receivedOn,
          bookNo: `${entry.bookNo}/${entry.bookYear}`,
          papers: entry.returnedPapers ?? "",
          officer: entry.officer ?? "",
        },
        recipients: [],
        legalBasis: [],
      };
    },
    { readOnly: true },
  );
  return setting.renderer.render(filled, "pdf");
}

const notYet: Text = {
  vi: "Ghi việc trả lại giấy tờ, tài liệu gốc trước khi in giấy biên nhận.",
  en: "Write down that the originals were given back before printing the receipt.",
};
