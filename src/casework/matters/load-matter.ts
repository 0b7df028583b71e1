import { sql } from "kysely";
import type { MatterFacts, Pause, RunningClock } from "../../rules/decide.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { Actor } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Who } from "../access/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";

export interface MatterRow {
  readonly id: string;
  readonly code: string;
  readonly agencyId: string;
  readonly procedure: string;
  readonly lawPack: string;
  readonly openedOn: CivilDate;
  readonly receivedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly state: string;
  readonly previousState: string | null;
  readonly seq: number;
  readonly facts: Readonly<Record<string, string | boolean | number>>;
  readonly pauses: readonly Pause[];
  readonly assigneeId: string | null;
  readonly leadPetitionId: string;
  readonly closedOn: CivilDate | null;
  readonly clocks: readonly (RunningClock & { readonly dueOn: CivilDate; readonly provisional: boolean })[];
  readonly history: readonly { readonly act: string; readonly on: CivilDate }[];
  readonly lastHash: Buffer | null;
}

/** A matter with all that the law looks at, in one query; locked when it is about to change. "not-found" for whoever may not see it. */
export async function loadMatter(tx: Trx, matterId: string, lock: "lock" | "look"): Promise<MatterRow> {
  const { rows } = await sql<MatterRow>`
    select m.id, m.code, m.agency_id as "agencyId", m.procedure, m.law_pack as "lawPack", m.opened_on as "openedOn", m.received_on as "receivedOn",
      m.accepted_on as "acceptedOn", m.state, m.previous_state as "previousState", m.seq, m.facts, m.pauses, m.assignee_id as "assigneeId",
      m.lead_petition_id as "leadPetitionId", m.closed_on as "closedOn",
      (select coalesce(jsonb_agg(jsonb_build_object('clock', c.clock, 'rule', c.rule, 'startOn', c.start_on, 'status', c.status, 'metOn', c.met_on, 'dueOn', c.due_on, 'provisional', c.provisional,
        'extensions', coalesce(c.inputs->'extensions', '[]'::jsonb))), '[]')
        from (select distinct on (clock) * from deadline d where d.matter_id = m.id and d.status <> 'replaced'
          order by clock, (d.status = 'running') desc, d.computed_at desc) c) as clocks,
      (select coalesce(jsonb_agg(jsonb_build_object('act', e.act, 'on', e.on_date) order by e.seq), '[]') from matter_event e where e.matter_id = m.id) as history,
      (select e.hash from matter_event e where e.matter_id = m.id order by e.seq desc limit 1) as "lastHash"
    from matter m where m.id = ${matterId} ${lock === "lock" ? sql`for update` : sql``}`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

/** What the engine is given of a matter. */
export function factsOf(matter: MatterRow): MatterFacts {
  return {
    procedure: matter.procedure,
    state: matter.state,
    ...(matter.previousState === null ? {} : { previousState: matter.previousState }),
    openedOn: matter.openedOn,
    receivedOn: matter.receivedOn,
    facts: matter.facts,
    clocks: matter.clocks.map((clock) => ({
      clock: clock.clock,
      rule: clock.rule,
      startOn: clock.startOn,
      status: clock.status,
      ...(clock.metOn ? { metOn: clock.metOn } : {}),
      ...(clock.extensions?.length ? { extensions: clock.extensions } : {}),
    })),
    pauses: matter.pauses,
    history: matter.history,
  };
}

/** The law version a matter was opened under, for good (settled 12). */
export function packOf(setting: Setting, matter: Pick<MatterRow, "lawPack">): LoadedPack {
  const pack = setting.law.packs.find((each) => each.id === matter.lawPack);
  if (pack) return pack;
  throw new Refused({
    code: "unavailable",
    message: {
      vi: `Phiên bản pháp luật ${matter.lawPack} của vụ việc không có trong bản cài đặt này. Hãy cập nhật hệ thống.`,
      en: `This installation lacks the law version ${matter.lawPack} of the matter. Update the system.`,
    },
  });
}

const actorRoles: readonly Actor[] = [
  "reception-officer",
  "petition-officer",
  "clerk",
  "settlement-officer",
  "head",
  "inspectorate",
];

/** In which capacities a person acts on a matter: the roles held today in its agency, and settlement officer of what was assigned by name. */
export function actorsOf(who: Who, matter: Pick<MatterRow, "agencyId" | "assigneeId">): readonly Actor[] {
  if (who.kind !== "officer") return ["system"];
  const held = who.grants.filter((grant) => grant.agencyId === matter.agencyId).map((grant) => grant.role);
  const actors = actorRoles.filter((role) => held.some((each) => each === role));
  const assigned = matter.assigneeId !== null && matter.assigneeId === who.officerId;
  return assigned && !actors.includes("settlement-officer") ? [...actors, "settlement-officer"] : actors;
}
