import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import { chainHash, textDigest } from "../audit/index.ts";
import { parseInput } from "../parse-input.ts";
import { openLetterBox } from "../petitions/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { type HeldPetition, heldPetition, openedBy, receiptCodes } from "./receipt-holder.ts";

export const solvedAnswers = ["yes", "partly", "no"] as const;
export type Solved = (typeof solvedAnswers)[number];

/** What one receipt may say of its outcome: as it ended, and again when that changed. */
const ratingsMax = 3;

export const mayRate = (held: HeldPetition): boolean => held.outcome && held.ratings.length < ratingsMax;

const rating = z.object({
  key: z.uuid(),
  ...receiptCodes,
  solved: z.enum(solvedAnswers),
  body: z.string().trim().max(4000).default(""),
});
export type RateOutcomeInput = z.input<typeof rating>;

/** Says how it ended; a second person reads it. False for a wrong code and a wrong secret alike. Throws "already-done". */
export async function rateOutcome(setting: Setting, input: RateOutcomeInput): Promise<boolean> {
  const wanted = parseInput(rating, input);
  const { key, solved, body } = wanted;
  const opened = openedBy(wanted);
  return transaction(setting.store, "nobody", async (tx) => {
    const box = await openLetterBox(tx, setting, { key, ...opened, body, about: "letter" });
    const held = box && (await heldPetition(tx, opened));
    if (!box || !held) return false;
    if (held.ratings.includes(key)) return true;
    if (!mayRate(held)) throw enoughSaid();
    const today = setting.today();
    const at = setting.now().toISOString();
    const seq = box.seq + 1;
    const data = { rating: key, digest: textDigest(`${solved}\n${body}`) };
    const entry = { id: box.petitionId, seq, what: "outcome-rated", on: today, at, officer: null, data };
    const event = {
      seq,
      on_date: today,
      recorded_at: at,
      data,
      prev_hash: box.hash,
      hash: chainHash(Buffer.from(box.hash, "hex"), entry).toString("hex"),
    };
    await sql`select app.rate(${opened.code}, ${opened.secretHash}, ${JSON.stringify({ id: key, solved, body })}::jsonb,
      ${JSON.stringify(event)}::jsonb)`.execute(tx);
    return true;
  });
}

const enoughSaid = (): Refused =>
  new Refused({
    code: "already-done",
    message: {
      vi: "Đơn này chưa có kết quả để nhận xét, hoặc đã nhận đủ ý kiến.",
      en: "There is no outcome to judge yet, or enough was said of it.",
    },
  });
