import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import type { DeliveryMethod } from "../deliveries/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type BatchState, nameOfPaper } from "./list-signatories.ts";

export const replyStates = ["waiting", "made", "sent", "delivered", "refused", "returned"] as const;
export type ReplyState = (typeof replyStates)[number];

const listInput = z.object({
  petitionId: z.uuid(),
  paperId: z.uuid(),
  state: z.enum(replyStates).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListRepliesInput = z.input<typeof listInput>;

export interface ReplyLine {
  readonly id: string;
  readonly ordinal: number;
  readonly name: string;
  readonly address: string;
  readonly state: ReplyState;
  readonly method: DeliveryMethod | null;
  readonly sentOn: CivilDate | null;
  readonly outcomeOn: CivilDate | null;
  /** How often it was written down or corrected. */
  readonly changes: number;
}

export interface ReplyPage {
  readonly petition: { readonly id: string; readonly code: string };
  readonly paper: { readonly id: string; readonly name: Text; readonly number: string; readonly issuedOn: CivilDate };
  readonly batch: BatchState | null;
  readonly counts: Readonly<Record<ReplyState, number>>;
  readonly lines: readonly ReplyLine[];
  readonly next?: number;
  readonly maySend: boolean;
}

/** The copies of one paper with what became of each, in the order of the list. Throws "not-found". */
export async function listReplies(setting: Setting, asker: Asker, input: ListRepliesInput): Promise<ReplyPage> {
  const { petitionId, paperId, state, after, limit } = parseInput(listInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { rows } = await sql<{
        code: string;
        agencyId: string;
        template: string;
        number: string;
        issuedOn: CivilDate;
        batch: BatchState | null;
      }>`
        select p.code, p.agency_id as "agencyId", x.template, x.number, x.issued_on as "issuedOn", b.state as batch
        from petition p join paper x on x.id = ${paperId} and x.number is not null
        left join reply_batch b on b.petition_id = p.id and b.paper_id = x.id
        where p.id = ${petitionId} and p.kind in ('complaint', 'recommendation')
          and (x.petition_id = p.id or x.matter_id in (select matter_id from matter_petition where petition_id = p.id))`.execute(
        tx,
      );
      const row = rows[0];
      if (!row) throw notFound();
      const only = state ? sql`and r.state = ${state}` : sql``;
      const { rows: lines } = await sql<ReplyLine>`
        select r.id, r.ordinal, d.full_name as name, d.address, r.state, r.method, r.sent_on as "sentOn", r.outcome_on as "outcomeOn",
          (select count(*)::int from reply_change c where c.reply_id = r.id) as changes
        from reply r join signatory_detail d on d.signatory_id = r.signatory_id
        where r.petition_id = ${petitionId} and r.paper_id = ${paperId} and r.ordinal > ${after} ${only}
        order by r.ordinal limit ${limit}`.execute(tx);
      const last = lines.length === limit ? lines.at(-1) : undefined;
      return {
        petition: { id: petitionId, code: row.code },
        paper: { id: paperId, name: nameOfPaper(setting, row.template), number: row.number, issuedOn: row.issuedOn },
        batch: row.batch,
        counts: await countReplies(tx, petitionId, paperId),
        lines,
        ...(last ? { next: last.ordinal } : {}),
        maySend: can(who.grants, "paper:send", row.agencyId),
      };
    },
    { readOnly: true },
  );
}

async function countReplies(tx: Trx, petitionId: string, paperId: string): Promise<Record<ReplyState, number>> {
  const { rows } = await sql<{ state: ReplyState; n: number }>`
    select state, count(*)::int as n from reply where petition_id = ${petitionId} and paper_id = ${paperId} group by state`.execute(
    tx,
  );
  const counts = { waiting: 0, made: 0, sent: 0, delivered: 0, refused: 0, returned: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}
