import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { issuingOffice } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type PostEntry, readEntry } from "./post-entry.ts";

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
      return {
        template: "xld-originals",
        agency: await issuingOffice(tx, entry.agencyId, entry.originalsReturnedOn),
        issuedOn: entry.originalsReturnedOn,
        draft: false,
        fields: {
          ...receiverOf(entry),
          receivedOn: entry.receivedOn,
          bookNo: `${entry.bookNo}/${entry.bookYear}`,
          papers: entry.returnedPapers ?? "",
        },
        recipients: [],
        legalBasis: [],
      };
    },
    { readOnly: true },
  );
  return setting.renderer.render(filled, "pdf");
}

/** What went back with the petition is received by the forwarder; of several senders the one who comes writes the name in. */
function receiverOf(entry: PostEntry): { readonly receiver: string; readonly address: string } {
  if (entry.kinds.includes("denunciation")) return { receiver: "", address: "" };
  if (entry.forwarderReturnedOn === entry.originalsReturnedOn)
    return { receiver: entry.forwarderName ?? "", address: "" };
  const [only, ...others] = entry.people;
  if (!only || others.length > 0) return { receiver: "", address: "" };
  return { receiver: `ông (bà) ${only.name}`, address: only.address ?? "" };
}

const notYet: Text = {
  vi: "Ghi việc trả lại giấy tờ, tài liệu gốc trước khi in giấy biên nhận.",
  en: "Write down that the originals were given back before printing the receipt.",
};
