import { sql } from "kysely";
import type { FieldValue } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { lockPetition, noteOutsideTransfer, refuseThirdOutside } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";
import type { MatterRow } from "./load-matter.ts";
import { asksForRecording, recordingDigests } from "./recordings.ts";

/** The guards that ask whether this office did the same before, the fact each of them reads, and what was done. */
const once = { "not-guided-before": "guidedBefore", "not-transferred-before": "transferredBefore" } as const;

/**
 * The matter with what the books say, whatever was answered: guided once and transferred once, for the same office and
 * content (R3-09); and whether the recording of an online reception lies in the file.
 */
export async function withRecord(tx: Trx, found: MatterRow, act: ActRule): Promise<MatterRow> {
  const keepsRecording = asksForRecording(act) && (await recordingDigests(tx, found.id)).length > 0;
  const matter = keepsRecording ? { ...found, facts: { ...found.facts, recordingKept: true } } : found;
  const asked = Object.entries(once).filter(([condition]) => act.guards.some((guard) => guard.condition === condition));
  if (asked.length === 0) return matter;
  const record = await recordOf(tx, matter);
  const known = asked.flatMap(([, fact]) => (record[fact] ? [[fact, true] as const] : []));
  return { ...matter, facts: { ...matter.facts, ...Object.fromEntries(known) } };
}

interface Done {
  readonly guidedBefore: boolean;
  readonly transferredBefore: boolean;
}

/** What this office did with the same content before: the petition itself and those filed with it as duplicates. */
export async function recordOf(tx: Trx, matter: MatterRow): Promise<Done> {
  const { rows } = await sql<Done>`
    with same as (
      select s.id from petition p join petition s on s.id = coalesce(p.duplicate_of, p.id) or s.duplicate_of = coalesce(p.duplicate_of, p.id)
      where p.id = ${matter.leadPetitionId} and s.agency_id = ${matter.agencyId}),
    done as (
      select e.act from matter_petition mp join matter m on m.id = mp.matter_id and m.agency_id = ${matter.agencyId}
        join matter_event e on e.matter_id = m.id where mp.petition_id in (select id from same))
    select exists (select from done where act in ('guide', 'guide-other'))
        or exists (select from petition_event e where e.petition_id in (select id from same) and e.what = 'guided') as "guidedBefore",
      exists (select from done where act in ('transfer-denunciation', 'transfer-recommendation', 'transfer-complaint', 'transfer-other'))
        or exists (select from petition_transfer t where t.petition_id in (select id from same) and t.from_agency = ${matter.agencyId}
          and (t.paper_id is not null or t.state = 'outside')) as "transferredBefore"`.execute(tx);
  return rows[0] ?? { guidedBefore: false, transferredBefore: false };
}

/** A letter that hands the petition to another body is the third hand-over of the common superior (settled 16). Throws "law". */
export async function refuseThirdHandOver(tx: Trx, petitionId: string): Promise<void> {
  await refuseThirdOutside(tx, await lockPetition(tx, petitionId));
}

/** Writes such a letter down as a hand-over, when its act comes into being. Throws "law" the third time. */
export async function countHandOver(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  matter: MatterRow,
  letter: {
    readonly act: ActRule;
    readonly on: CivilDate;
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly paperId: string;
  },
): Promise<void> {
  const { act, values } = letter;
  if (!act.handsOver) return;
  const body = values["competentBody"] ?? values["agency"];
  await noteOutsideTransfer(tx, setting, officerId, await lockPetition(tx, matter.leadPetitionId), {
    to: typeof body === "string" ? body : undefined,
    on: letter.on,
    reason: `${act.name.vi} (${act.article})`,
    paperId: letter.paperId,
  });
}
