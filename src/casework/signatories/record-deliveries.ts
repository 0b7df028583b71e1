import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents } from "../petitions/index.ts";
import { invalidInput, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import type { ReplyState } from "./list-replies.ts";
import { petitionWithList, type SignatoriesSetting } from "./signatories-setting.ts";

export const replySteps = ["sent", "delivered", "refused", "returned", "take-back"] as const;
export type ReplyStep = (typeof replySteps)[number];

const recordInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  paperId: z.uuid(),
  /** What happened; "take-back": what was written down was wrong, the copy counts as made and no more. */
  step: z.enum(replySteps),
  /** Whose copies; without it, with "sent", all that are made. */
  replyIds: z.array(z.uuid()).min(1).max(5_000).optional(),
  method: z.enum(["in-person", "post", "electronic"]).default("post"),
  on: z.iso.date(),
});
export type RecordDeliveriesInput = z.input<typeof recordInput>;

const fits: Readonly<Record<ReplyStep, readonly ReplyState[]>> = {
  sent: ["made", "sent"],
  delivered: ["sent", "delivered", "refused", "returned"],
  refused: ["sent", "delivered", "refused", "returned"],
  returned: ["sent", "delivered", "refused", "returned"],
  "take-back": ["sent", "delivered", "refused", "returned"],
};

interface Row {
  readonly id: string;
  readonly state: ReplyState;
  readonly method: string | null;
  readonly sentOn: CivilDate | null;
  readonly outcome: string | null;
  readonly outcomeOn: CivilDate | null;
}

/**
 * Writes down that copies were sent, that each arrived, was refused or came back; again, it corrects what was written, and
 * keeps what stood there. All of them or none. Throws "not-found", "not-allowed", "law", "invalid-input".
 */
export async function recordDeliveries(
  setting: SignatoriesSetting,
  asker: Asker,
  input: RecordDeliveriesInput,
): Promise<{ readonly recorded: number }> {
  const wanted = parseInput(recordInput, input);
  const { petitionId, paperId, step, replyIds } = wanted;
  if (!replyIds && step !== "sent") throw invalidInput([{ field: "replyIds", message: chooseSome }]);
  if (wanted.on > setting.today()) throw badDay();
  return runOnce(setting, asker, wanted.key, "record-replies", async (tx) => {
    const { who } = await petitionWithList(tx, petitionId, "paper:send");
    const rows = await lockReplies(tx, wanted);
    if (rows.length === 0) throw invalidInput([{ field: "replyIds", message: replyIds ? chooseSome : nothingMade }]);
    const unfit = rows.filter(({ state }) => !fits[step].includes(state)).length;
    if (unfit > 0) throw notThere(step, unfit);
    if (rows.some(({ sentOn }) => step !== "sent" && step !== "take-back" && sentOn !== null && sentOn > wanted.on))
      throw badDay();
    await write(tx, wanted, rows, who.officerId);
    await appendPetitionEvents(tx, setting, [
      {
        petitionId,
        what: "replies-recorded",
        on: setting.today(),
        officerId: who.officerId,
        data: { paper: paperId, step, on: wanted.on, replies: rows.length },
      },
    ]);
    return { recorded: rows.length };
  });
}

async function lockReplies(tx: Trx, wanted: z.output<typeof recordInput>): Promise<readonly Row[]> {
  const { petitionId, paperId, replyIds } = wanted;
  const which = replyIds ? sql`r.id = any(${replyIds}::uuid[])` : sql`r.state = 'made'`;
  const { rows } = await sql<Row & { issuedOn: CivilDate }>`
    select r.id, r.state, r.method, r.sent_on as "sentOn", r.outcome, r.outcome_on as "outcomeOn", p.issued_on as "issuedOn"
    from reply r join paper p on p.id = r.paper_id where r.petition_id = ${petitionId} and r.paper_id = ${paperId} and ${which}
    order by r.ordinal for update of r`.execute(tx);
  const first = rows[0];
  if (first && wanted.on < first.issuedOn) throw badDay();
  return rows;
}

async function write(
  tx: Trx,
  { step, method, on }: z.output<typeof recordInput>,
  rows: readonly Row[],
  officerId: string | null,
): Promise<void> {
  const changed = rows.map(({ id, state: _, ...before }) => {
    const after =
      step === "take-back"
        ? { method: null, sentOn: null, outcome: null, outcomeOn: null }
        : step === "sent"
          ? {
              method,
              sentOn: on,
              outcome: method === "in-person" ? "delivered" : null,
              outcomeOn: method === "in-person" ? on : null,
            }
          : { ...before, outcome: step, outcomeOn: on };
    return { id, before, after, ...after };
  });
  const json = JSON.stringify(changed);
  await sql`update reply r set method = x.method, sent_on = x."sentOn", outcome = x.outcome, outcome_on = x."outcomeOn"
    from jsonb_to_recordset(${json}::jsonb) as x(id uuid, method text, "sentOn" date, outcome text, "outcomeOn" date) where r.id = x.id`.execute(
    tx,
  );
  await sql`insert into reply_change (reply_id, seq, before, after, officer_id)
    select x.id, (select count(*)::int + 1 from reply_change c where c.reply_id = x.id), x.before, x.after, ${officerId}::uuid
    from jsonb_to_recordset(${json}::jsonb) as x(id uuid, before jsonb, after jsonb)`.execute(tx);
}

const chooseSome: Text = { vi: "Chọn ít nhất một bản trả lời.", en: "Choose at least one reply." };
const nothingMade: Text = {
  vi: "Không có bản nào đã lập mà chưa gửi.",
  en: "No copy is made and waits to be sent.",
};

const badDay = (): Refused =>
  invalidInput([
    {
      field: "on",
      message: {
        vi: "Ngày này không được trước ngày ban hành hoặc ngày gửi, và không sau hôm nay.",
        en: "The day is not before the paper was issued or sent, and not after today.",
      },
    },
  ]);

function notThere(step: ReplyStep, count: number): Refused {
  const sending = step === "sent";
  return new Refused({
    code: "law",
    message: {
      vi: sending
        ? `${count} bản chưa lập xong hoặc đã có kết quả, nên chưa ghi gửi được. Chưa ghi gì.`
        : `${count} bản chưa gửi, nên chưa ghi kết quả được. Chưa ghi gì.`,
      en: sending
        ? `${count} copies are not made yet or have come to an end, so nothing was written down.`
        : `${count} copies were not sent yet, so nothing was written down.`,
    },
  });
}
