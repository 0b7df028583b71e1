import { type RawBuilder, sql } from "kysely";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { Text } from "../../rules/pack.ts";
import type { CivilDate } from "../../time/civil-date.ts";

/** What anyone may read of a thing made public. */
export interface Publication {
  readonly id: string;
  readonly what: Text;
  readonly agency: string;
  /** As it was called on the day of publication. */
  readonly agencyName: string;
  readonly number: string | null;
  readonly issuedOn: CivilDate | null;
  readonly publishedOn: CivilDate;
  /** Until when the law has it stay public at least. */
  readonly leastUntil: CivilDate | null;
  /** `existence`: of a denunciation nothing but number, day and agency. */
  readonly shows: "extract" | "existence";
  readonly ways: readonly Text[];
  readonly field: string;
  readonly extract: string;
  readonly place: string;
  /** The article under which it was made public. */
  readonly article: string;
  /** The day since which it stands no more, and what replaced it. */
  readonly replacedOn: CivilDate | null;
  readonly replacedBy: { readonly id: string; readonly number: string | null } | null;
}

export interface PublicationRow extends Omit<Publication, "what" | "ways" | "article"> {
  readonly lawPack: string;
  readonly procedure: string;
  readonly act: string;
  readonly ways: readonly never[];
  readonly wayIds: readonly string[];
}

/** Columns of `publication p` with its agency; whoever asks gets what the policies let through. */
export const publicationRows: RawBuilder<unknown> = sql`
  select p.id, a.code as agency, v.name as "agencyName", p.number, p.issued_on as "issuedOn", p.published_on as "publishedOn",
    p.least_until as "leastUntil", p.shows, p.ways as "wayIds", p.field, p.extract, p.place, p.law_pack as "lawPack", p.procedure, p.act,
    p.withdrawn_on as "withdrawnOn", p.replaced_on as "replacedOn",
    (select jsonb_build_object('id', r.id, 'number', r.number) from publication r
      where r.id = p.replaced_by and r.withdrawn_on is null and r.replaced_on is null) as "replacedBy"
  from publication p join agency a on a.id = p.agency_id
  join lateral (select name from agency_version x where x.agency_id = a.id
    order by x.valid_from <= p.published_on desc, x.valid_from desc limit 1) v on true`;

/** With the words of the law for what it is and by which ways. */
export function inWords(packs: readonly LoadedPack[], row: PublicationRow): Publication {
  const { lawPack, procedure, act: actId, wayIds, ...shown } = row;
  const act = packs
    .find(({ id }) => id === lawPack)
    ?.procedures.find(({ id }) => id === procedure)
    ?.acts.find(({ id }) => id === actId);
  const ways = act?.fields.find(({ id }) => id === act.publishes?.ways)?.options ?? [];
  return {
    ...shown,
    what: act?.publishes?.what ?? unknown,
    ways: wayIds.flatMap((way) => ways.find(({ id }) => id === way)?.label ?? []),
    article: act?.article ?? "",
  };
}

/** The law version of the matter is not in this installation any more. */
const unknown: Text = { vi: "Văn bản đã công khai", en: "Published document" };
