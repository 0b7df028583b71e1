import { sql } from "kysely";
import * as z from "zod";
import { procedureOf } from "../../../rules/decide.ts";
import type { Text } from "../../../rules/pack.ts";
import { type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { can, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { groupMin } from "../groups.ts";
import { agencyTime, positionName } from "./positions.ts";
import { type SessionRow, sessionsWhere } from "./session-rows.ts";

type Kind = "complaint" | "denunciation" | "recommendation";

interface Earlier {
  readonly on: CivilDate;
  /** Code of the petition, or number in the register. */
  readonly no: string;
  readonly what: "visit" | "petition";
  readonly kinds: readonly Kind[];
  readonly content: string;
}

/** One petition to be heard, as far as the asker may see it. */
export interface SessionCase {
  readonly petitionId: string;
  readonly code: string;
  readonly kind: Kind | null;
  readonly receivedOn: CivilDate;
  readonly state: string;
  readonly pseudonym: string | null;
  readonly peopleCount: number;
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
  readonly content: string;
  readonly request: string | null;
  readonly contestedAct: string | null;
  readonly respondent: string | null;
  readonly priorAuthority: string | null;
  readonly matterId: string | null;
  readonly matterCode: string | null;
  readonly matterState: string | null;
  /** Name of the matter's state in the law it follows. */
  readonly matterStateName: Text | null;
  readonly nextDueOn: CivilDate | null;
  readonly prepare: string | null;
  readonly unit: string | null;
  /** Put on the list by hand; otherwise its reception was given this day. */
  readonly listed: boolean;
  /** Newest first, the same people's other visits and petitions. */
  readonly earlier: readonly Earlier[];
}

export interface SessionFile extends SessionRow {
  readonly agencyName: string;
  readonly positionName: Text;
  /** Groups first, then what has waited longest (điểm a khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP). */
  readonly cases: readonly SessionCase[];
  readonly mayPlan: boolean;
}

/**
 * What the head needs on the day: whom to receive, their matters, what came before, what has to be ready. Nothing but what
 * the asker may see; each petition shown is noted as a look. Throws "not-found".
 */
export async function sessionFile(
  setting: Setting,
  asker: Asker,
  input: { readonly sessionId: string },
): Promise<SessionFile> {
  const { sessionId } = parseInput(z.object({ sessionId: z.uuid() }), input);
  const { packs } = setting.law;
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const [session] = await sessionsWhere(tx, sql`s.id = ${sessionId}`);
    if (!session) throw notFound();
    const cases = await casesOf(tx, session);
    if (who.officerId && cases.length > 0)
      await sql`insert into read_event (officer_id, what, subject_id)
        select ${who.officerId}, 'petition', id from unnest(${cases.map((each) => each.petitionId)}::uuid[]) id`.execute(
        tx,
      );
    return {
      ...session,
      agencyName: (await agencyTime(tx, session.agencyId, session.on)).name,
      positionName: positionName(packs, session.position),
      cases: cases.map(({ lawPack, procedure, ...each }) => {
        const pack = packs.find(({ id }) => id === lawPack);
        const found = pack && procedure ? procedureOf(pack, procedure) : undefined;
        const state = found?.states.find(({ id }) => id === each.matterState);
        return { ...each, matterStateName: state?.name ?? null };
      }),
      mayPlan: who.kind !== "officer" || can(who.grants, "head-session:plan", session.agencyId),
    };
  });
}

type CaseRow = Omit<SessionCase, "matterStateName"> & {
  readonly lawPack: string | null;
  readonly procedure: string | null;
};

async function casesOf(tx: Trx, session: SessionRow): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    with expected as (
      select c.petition_id as id, true as listed from head_session_case c where c.session_id = ${session.id}
      union all
      select m.lead_petition_id, false from matter m
      where m.agency_id = ${session.agencyId} and m.state = 'SCHEDULED' and m.facts ->> 'sessionOn' = ${session.on}
        and not exists (select 1 from head_session_case c where c.session_id = ${session.id} and c.petition_id = m.lead_petition_id)
    )
    select p.id as "petitionId", p.code, p.kind, p.received_on as "receivedOn", p.state, p.pseudonym, p.people_count as "peopleCount",
      left(t.content, 4000) as content, t.request, t.contested_act as "contestedAct", t.respondent, t.prior_authority as "priorAuthority",
      m.id as "matterId", m.code as "matterCode", m.state as "matterState", m.law_pack as "lawPack", m.procedure, p.next_due_on as "nextDueOn",
      x.prepare, x.unit, e.listed,
      coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'address', d.address) order by pp.ordinal)
        from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), '[]') as people,
      coalesce((select jsonb_agg(h order by h ->> 'on' desc, h ->> 'no' desc) from (${earlierOf()}) y), '[]') as earlier
    from expected e join petition p on p.id = e.id join petition_text t on t.petition_id = p.id
    left join matter m on m.id = p.matter_id
    left join head_session_case_text x on x.session_id = ${session.id} and x.petition_id = p.id
    order by p.people_count >= ${groupMin} desc, p.received_on, p.code limit 200`.execute(tx);
  return rows;
}

/** Of the people of petition p, known by their row or by the number of their paper; at most ten of each. */
const earlierOf = () => sql`
  select h from (
    with who as (
      select distinct s.person_id from petition_party pp join person_detail d on d.person_id = pp.person_id
      join person_detail s on s.person_id = d.person_id or (s.agency_id = d.agency_id and s.id_number = d.id_number)
      where pp.petition_id = p.id
    )
    (select jsonb_build_object('what', 'petition', 'on', q.received_on, 'no', q.code, 'kinds', case when q.kind is null then '[]'::jsonb else jsonb_build_array(q.kind) end,
        'content', left(qt.content, 200)) as h
      from petition q join petition_text qt on qt.petition_id = q.id
      where q.id <> p.id and q.id in (select o.petition_id from petition_party o join who on who.person_id = o.person_id)
      order by q.received_on desc limit 10)
    union all
    (select jsonb_build_object('what', 'visit', 'on', v.received_on, 'no', v.register_no || '/' || v.register_year, 'kinds', to_jsonb(v.kinds), 'content', left(vt.content, 200))
      from visit v join visit_text vt on vt.visit_id = v.id
      where v.id is distinct from p.visit_id and v.id in (select o.visit_id from visit_party o join who on who.person_id = o.person_id)
      order by v.received_on desc limit 10)
  ) z`;
