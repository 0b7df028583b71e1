import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents, leaveAsReturned } from "../petitions/index.ts";
import { invalidInput, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { articleOf } from "./conditions.ts";
import { type PostEntry, readEntry } from "./post-entry.ts";
import { returnLetter } from "./return-letter.ts";

export const giveBackInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  entryId: z.uuid(),
  /** The sender's original papers, or the forwarder's letter with the petition. */
  what: z.enum(["originals", "to-forwarder"]),
  /** YYYY-MM-DD. */
  on: z.iso.date(),
  /** Which papers went back, or why the petition goes back to the forwarder. */
  words: z.string().trim().min(1).max(4000),
  /** Which original papers go back with the petition to the forwarder; empty: none. */
  papers: z.string().trim().max(4000).default(""),
});
export type GiveBackInput = z.input<typeof giveBackInput>;

const acts = { originals: "return-originals", "to-forwarder": "return-to-forwarder" } as const;

/**
 * Writes down that original papers went back to the sender, or that a forwarded petition went back to its forwarder with
 * reasons: the letter that says so is drafted with it, by the law of the day of receipt. Throws "not-found", "not-allowed", "invalid-input", "law", "already-done".
 */
export async function giveBack(
  setting: Setting,
  asker: Asker,
  input: GiveBackInput,
): Promise<{ readonly entryId: string }> {
  const wanted = parseInput(giveBackInput, input);
  const on = wanted.on as CivilDate;
  return runOnce(setting, asker, wanted.key, "give-back", async (tx) => {
    const who = whoAsks(tx);
    await sql`select 1 from post_entry where id = ${wanted.entryId} for update`.execute(tx);
    const entry = await readEntry(tx, wanted.entryId);
    if (!entry) throw notFound();
    require(who, "post:record", entry.agencyId);
    if (on < entry.receivedOn || on > setting.today()) throw invalidInput([{ field: "on", message: between }]);
    const article = articleOf(setting, entry.receivedOn, acts[wanted.what]);
    if (wanted.what === "originals") await originals(tx, entry, wanted, article);
    else await toForwarder(tx, setting, entry, wanted, { article, officerId: who.officerId });
    await appendPetitionEvents(
      tx,
      setting,
      entry.petitions.map(({ id }) => ({
        petitionId: id,
        what: wanted.what === "originals" ? "originals-returned" : "returned-to-forwarder",
        on,
        officerId: who.officerId,
        data: { words: textDigest(wanted.words) },
      })),
    );
    if (wanted.what === "to-forwarder") {
      const ids = entry.petitions.map(({ id }) => id);
      await leaveAsReturned(tx, setting, { ids, agencyId: entry.agencyId, on });
    }
    return { entryId: entry.id };
  });
}

type Wanted = z.output<typeof giveBackInput>;

async function originals(tx: Trx, entry: PostEntry, { on, words }: Wanted, article: string): Promise<void> {
  if (entry.originalCount === 0) throw refused("law", noOriginals, article);
  if (entry.originalsReturnedOn) throw refused("already-done", wentBack, article);
  await sql`update post_entry set originals_returned_on = ${on} where id = ${entry.id}`.execute(tx);
  await sql`update post_entry_text set returned_papers = ${words} where entry_id = ${entry.id}`.execute(tx);
}

interface By {
  readonly article: string;
  readonly officerId: string | null;
}

async function toForwarder(
  tx: Trx,
  setting: Setting,
  entry: PostEntry,
  wanted: Wanted,
  { article, officerId }: By,
): Promise<void> {
  const { on, words, papers } = wanted;
  if (entry.source !== "forwarded") throw refused("law", notForwarded, article);
  if (entry.kinds.length === 0) throw refused("law", classifyFirst, article);
  if (entry.forwarderReturnedOn) throw refused("already-done", wentBack, article);
  if (papers) await originals(tx, entry, { ...wanted, words: papers }, article);
  const paperId = await returnLetter(tx, setting, entry, { on: on as CivilDate, reason: words, papers, officerId });
  await sql`update post_entry set forwarder_returned_on = ${on}, return_paper_id = ${paperId} where id = ${entry.id}`.execute(
    tx,
  );
  await sql`update post_entry_text set return_reason = ${words} where entry_id = ${entry.id}`.execute(tx);
}

const refused = (code: "law" | "already-done", message: Text, article: string) =>
  new Refused({ code, message, article });

const between: Text = {
  vi: "Ngày phải từ ngày nhận đơn đến hôm nay.",
  en: "The day lies between receipt and today.",
};
const noOriginals: Text = {
  vi: "Đơn này không kèm giấy tờ, tài liệu gốc.",
  en: "No original papers came with this letter.",
};
const wentBack: Text = { vi: "Việc trả lại đã được ghi.", en: "That it went back was written down before." };
const notForwarded: Text = {
  vi: "Chỉ đơn do đại biểu, Mặt trận, báo chí hoặc cơ quan khác chuyển đến mới trả lại nơi chuyển; đơn dân gửi thì hướng dẫn hoặc chuyển.",
  en: "Only what a deputy, the Front, the press or another body forwarded goes back to the forwarder; a citizen's own letter is guided or transferred.",
};
const classifyFirst: Text = {
  vi: "Phân loại đơn theo nội dung trước khi trả lại nơi chuyển.",
  en: "Say what the letter is before it goes back to the forwarder.",
};
