import { type RawBuilder, sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Asker, Setting } from "../setting.ts";

export interface AgencyNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: "province" | "district" | "commune";
  readonly kind: string;
  /** Code of the parent agency of that day; null at the top. */
  readonly parent: string | null;
  readonly headTitle: string;
  readonly symbol: string;
  readonly placeName: string;
  readonly remote: boolean;
}

/** The agencies that existed on that day, parents before children, siblings in Vietnamese order. Open to anyone. */
export async function agencyTree(
  setting: Setting,
  asker: Asker,
  input: { readonly asOf: CivilDate },
): Promise<readonly AgencyNode[]> {
  return transaction(setting.store, asker, async (tx) => agenciesOn(tx, input.asOf));
}

export async function agenciesOn(tx: Trx, asOf: CivilDate): Promise<readonly AgencyNode[]> {
  const { rows } = await sql<AgencyNode>`
    select a.id, a.code, v.name, v.short_name as "shortName", v.level, v.kind, p.code as parent,
      v.head_title as "headTitle", v.symbol, pv.name as "placeName", pv.remote
    from agency_version v
    join agency a on a.id = v.agency_id
    left join agency p on p.id = v.parent_id
    join lateral (select name, remote from place_version x where x.place_id = v.place_id and x.valid_from <= ${asOf}
      and (x.valid_to is null or x.valid_to >= ${asOf})) pv on true
    where v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to >= ${asOf})
    order by array_position(array['province','district','commune'], v.level), p.code nulls first, v.name collate "vi-x-icu", a.code`.execute(
    tx,
  );
  return rows;
}

export interface AgencyLetterhead {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly parentId: string | null;
  readonly symbol: string;
  readonly placeName: string;
  readonly headTitle: string;
  readonly remote: boolean;
}

/** What the head of a letter of that agency says on that day; undefined when the agency did not exist then. */
export async function letterhead(tx: Trx, agencyId: string, on: CivilDate): Promise<AgencyLetterhead | undefined> {
  return (await letterheadOn(agencyId, on).execute(tx)).rows[0];
}

/** The same as a query of one row at most, for those who ask for more at once. */
export function letterheadOn(agencyId: string, on: CivilDate): RawBuilder<AgencyLetterhead> {
  return sql<AgencyLetterhead>`
    select a.id, a.code, v.name, v.parent_id as "parentId", up.name as "parentName", v.symbol, v.head_title as "headTitle",
      pv.name as "placeName", pv.remote
    from agency a
    join agency_version v on v.agency_id = a.id and v.valid_from <= ${on} and (v.valid_to is null or v.valid_to >= ${on})
    left join agency_version up on up.agency_id = v.parent_id and up.valid_from <= ${on} and (up.valid_to is null or up.valid_to >= ${on})
    left join place_version pv on pv.place_id = v.place_id and pv.valid_from <= ${on} and (pv.valid_to is null or pv.valid_to >= ${on})
    where a.id = ${agencyId}`;
}

export interface AgencySuccession {
  readonly from: string;
  readonly to: string;
  readonly onDate: CivilDate;
  readonly basis: string;
}

/** What an agency came from and what it became, oldest first. Open to anyone. */
export async function agencySuccessions(
  setting: Setting,
  asker: Asker,
  input: { readonly code: string },
): Promise<readonly AgencySuccession[]> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<AgencySuccession>`
      select f.code as "from", t.code as "to", s.on_date as "onDate", s.basis
      from agency_succession s join agency f on f.id = s.from_id join agency t on t.id = s.to_id
      where f.code = ${input.code} or t.code = ${input.code} order by s.on_date, f.code, t.code`.execute(tx);
    return rows;
  });
}
