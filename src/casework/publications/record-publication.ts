import { sql } from "kysely";
import type { ActCommand, ClockChange, FieldValue } from "../../rules/decide.ts";
import type { ActRule, PublicationRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, parseCivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { appendChange } from "./append-change.ts";
import { correctPublications, leadToNewest, takeBackPublications } from "./replace-publications.ts";

export interface PublishedFrom {
  readonly matterId: string;
  readonly agencyId: string;
  readonly lawPack: string;
  readonly procedure: string;
  /** The act of publication among the events of the matter. */
  readonly seq: number;
  readonly officerId: string | null;
}

/**
 * Puts what an act made public before the public, inside the act's transaction: number, days and agency. Words come
 * later, from an officer (`wordPublication`); nothing is copied out of the matter. What the matter had public before is
 * taken back, corrected or led to the new one in the same transaction.
 */
export async function recordPublication(
  tx: Trx,
  setting: Setting,
  from: PublishedFrom,
  rule: ActRule,
  command: ActCommand,
  clocks: readonly ClockChange[],
): Promise<void> {
  const { id: act, publishes } = rule;
  await takeBackPublications(tx, setting, from, rule, command);
  await correctPublications(tx, setting, from, rule, command);
  if (!publishes) return;
  const ways = chosen(command.values[publishes.ways]);
  if (ways.length > 0 && ways.every((way) => publishes.privateWays?.includes(way))) return;
  const id = setting.newId();
  const paper = await newestPaper(tx, from.matterId, publishes);
  const leastUntil = clocks.find(({ clock }) => clock === publishes.stays)?.answer?.dueOn ?? null;
  const shown = publishes.shows === "extract" ? ways : [];
  await sql`insert into publication_source (publication_id, matter_id, seq, paper_id)
    values (${id}, ${from.matterId}, ${from.seq}, ${paper?.id ?? null})`.execute(tx);
  await sql`insert into publication (id, agency_id, law_pack, procedure, act, shows, number, issued_on, published_on, least_until, ways, seq)
    values (${id}, ${from.agencyId}, ${from.lawPack}, ${from.procedure}, ${act}, ${publishes.shows}, ${paper?.number ?? null},
      ${paper?.issuedOn ?? null}, ${publishedOn(command)}, ${leastUntil}, ${shown}::text[], 1)`.execute(tx);
  await appendChange(tx, setting, {
    id,
    seq: 1,
    what: "published",
    officerId: from.officerId,
    field: "",
    extract: "",
    place: "",
  });
  await leadToNewest(tx, setting, from, id);
}

interface Paper {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: CivilDate | null;
}

async function newestPaper(tx: Trx, matterId: string, { documents }: PublicationRule): Promise<Paper | undefined> {
  if (documents.length === 0) return undefined;
  const { rows } = await sql<Paper>`
    select id, number, issued_on as "issuedOn" from paper
    where matter_id = ${matterId} and template = any (${documents}::text[]) and state in ('numbered', 'sent') and number is not null
    order by array_position(${documents}::text[], template), issued_on desc, created_at desc limit 1`.execute(tx);
  return rows[0];
}

const chosen = (value: FieldValue | undefined): readonly string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [];

function publishedOn({ values, on }: ActCommand): CivilDate {
  const given = values["publishedOn"];
  return (typeof given === "string" && parseCivilDate(given)) || on;
}
