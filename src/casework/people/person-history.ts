import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

const historyInput = z.object({ personId: z.uuid(), limit: z.coerce.number().int().min(1).max(100).default(20) });
export type PersonHistoryInput = z.input<typeof historyInput>;

export interface EarlierVisit {
  readonly visitId: string;
  readonly registerYear: number;
  readonly registerNo: number;
  readonly receivedOn: CivilDate;
  readonly kinds: readonly ("complaint" | "denunciation" | "recommendation")[];
  readonly content: string;
}

export interface EarlierPetition {
  readonly petitionId: string;
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly kind: "complaint" | "denunciation" | "recommendation" | null;
  readonly state: string;
  readonly matterState: string | null;
  readonly nextDueOn: CivilDate | null;
  readonly content: string;
}

export interface PersonHistory {
  readonly visits: readonly EarlierVisit[];
  readonly petitions: readonly EarlierPetition[];
}

/**
 * Earlier visits and petitions of a person, newest first. A visit with a denunciation is linked to no person, and a
 * sealed one is invisible to others, so both give the same as no visit at all (settled 3). Throws "not-found", "not-allowed".
 */
export async function personHistory(setting: Setting, asker: Asker, input: PersonHistoryInput): Promise<PersonHistory> {
  const { personId, limit } = parseInput(historyInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      agencyId: string;
    }>`select agency_id as "agencyId" from person where id = ${personId}`.execute(tx);
    const [person] = rows;
    if (!person) throw notFound();
    require(who, "person:read", person.agencyId);
    return { visits: await visitsOf(tx, personId, limit), petitions: await petitionsOf(tx, personId, limit) };
  });
}

async function visitsOf(tx: Trx, personId: string, limit: number): Promise<readonly EarlierVisit[]> {
  const { rows } = await sql<EarlierVisit>`
    select v.id as "visitId", v.register_year as "registerYear", v.register_no as "registerNo", v.received_on as "receivedOn", v.kinds,
      left(t.content, 300) as content
    from visit_party vp join visit v on v.id = vp.visit_id join visit_text t on t.visit_id = v.id
    where vp.person_id = ${personId} order by v.received_on desc, v.id desc limit ${limit}`.execute(tx);
  return rows;
}

async function petitionsOf(tx: Trx, personId: string, limit: number): Promise<readonly EarlierPetition[]> {
  const { rows } = await sql<EarlierPetition>`
    select p.id as "petitionId", p.code, p.received_on as "receivedOn", p.kind, p.state, p.matter_state as "matterState",
      p.next_due_on as "nextDueOn", left(t.content, 300) as content
    from petition_party pp join petition p on p.id = pp.petition_id join petition_text t on t.petition_id = p.id
    where pp.person_id = ${personId} order by p.received_on desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}
