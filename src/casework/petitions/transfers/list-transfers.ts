import { type RawBuilder, sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { agenciesWhere, type Who, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import type { Asker, Setting } from "../../setting.ts";
import type { PetitionKind } from "../intake-clocks.ts";
import type { TransferState } from "./transfer-row.ts";

/** What was handed to the asker's agencies and waits for an answer; what they handed over; what they must decide. */
export const transferViews = ["incoming", "sent", "deciding"] as const;
export type TransferView = (typeof transferViews)[number];

const filter = z.object({
  view: z.enum(transferViews).default("incoming"),
  /** The id of the last line of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type TransfersFilter = z.input<typeof filter>;

export interface TransferLine {
  readonly id: string;
  readonly petitionId: string;
  readonly ordinal: number;
  readonly code: string;
  readonly kind: PetitionKind;
  readonly from: string;
  /** The agency, or the body outside; with "referred" the common superior. */
  readonly to: string;
  /** Where the sender wanted it, when it went to the superior instead. */
  readonly wished: string | null;
  /** Who handles it by the superior's decision. */
  readonly handler: string | null;
  readonly state: TransferState;
  readonly on: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly reason: string;
  readonly answer: string | null;
  /** When it will have lain 45 days unprocessed where it is now; null for whoever does not see it there. */
  readonly alarmOn: CivilDate | null;
}

export interface TransferPage {
  readonly lines: readonly TransferLine[];
  readonly next?: string;
  /** How many wait in each view, to the cap of one page more than a hundred. */
  readonly waiting: { readonly incoming: number; readonly deciding: number };
}

const waitingMost = 101;

/** Transfers of the asker's agencies, newest first; those that wait, oldest first. */
export async function listTransfers(setting: Setting, asker: Asker, input: TransfersFilter): Promise<TransferPage> {
  const wanted = parseInput(filter, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { view, after, limit } = wanted;
      const beyond = after ? (view === "sent" ? sql`and t.id < ${after}` : sql`and t.id > ${after}`) : sql``;
      const order = view === "sent" ? sql`order by t.id desc` : sql`order by t.id`;
      const lines = await linesOf(tx, sql`where ${condition(who, view)} ${beyond} ${order} limit ${limit}`);
      const { rows } = await sql<{ incoming: number; deciding: number }>`select ${waiting(who, "incoming")} as incoming,
        ${waiting(who, "deciding")} as deciding`.execute(tx);
      const last = lines.length === limit ? lines.at(-1) : undefined;
      return { lines, ...(last ? { next: last.id } : {}), waiting: rows[0] ?? { incoming: 0, deciding: 0 } };
    },
    { readOnly: true },
  );
}

function waiting(who: Who, view: TransferView) {
  return sql`(select count(*)::int from (select from petition_transfer t where ${condition(who, view)} limit ${waitingMost}) x)`;
}

function condition(who: Who, view: TransferView) {
  if (view === "deciding")
    return sql`t.state = 'referred' and t.to_agency = any(${agenciesWhere(who.grants, "transfer:decide")}::uuid[])`;
  if (view === "incoming")
    return sql`t.state = 'proposed' and t.to_agency = any(${agenciesWhere(who.grants, "petition:process")}::uuid[])`;
  return sql`(t.from_agency = any(${agenciesWhere(who.grants, "petition:read")}::uuid[]))`;
}

/** Every hand-over of a petition that the asker sees, oldest first. */
export async function transfersOf(tx: Trx, petitionId: string): Promise<readonly TransferLine[]> {
  return linesOf(tx, sql`where t.petition_id = ${petitionId} order by t.ordinal`);
}

export async function linesOf(tx: Trx, which: RawBuilder<unknown>): Promise<readonly TransferLine[]> {
  const { rows } = await sql<TransferLine>`
    select t.id, t.petition_id as "petitionId", t.ordinal, t.code, t.kind, t.state, t.on_date as "on", t.answered_on as "answeredOn",
      app.agency_name(t.from_agency, t.on_date) as "from", coalesce(app.agency_name(t.to_agency, t.on_date), b.body, '') as "to",
      app.agency_name(t.wished_agency, t.on_date) as wished, app.agency_name(t.handler_agency, t.answered_on) as handler,
      coalesce(r.body, '') as reason, a.body as answer,
      (select d.due_on from deadline d where d.petition_id = t.petition_id and d.clock = 'alarm' and d.status = 'running' limit 1) as "alarmOn"
    from petition_transfer t
    left join petition_transfer_text r on r.transfer_id = t.id and r.part = 'reason'
    left join petition_transfer_text a on a.transfer_id = t.id and a.part = 'answer'
    left join petition_transfer_text b on b.transfer_id = t.id and b.part = 'body' ${which}`.execute(tx);
  return rows;
}
