import { sql } from "kysely";
import { isLawRangeError } from "../../../rules/law-range-error.ts";
import type { DutyRule, LawPack, Text } from "../../../rules/pack.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { notFound } from "../../refusal.ts";

/** A Party committee's session counts for the Party's duty, never for the authority's. */
export type Host = "authority" | "party";

export function hostOf(position: string): Host {
  return position.endsWith("-party-head") ? "party" : "authority";
}

export interface AgencyTime {
  readonly code: string;
  readonly name: string;
  readonly level: "province" | "district" | "commune";
  readonly kind: string;
  /** First and last day of the agency; `to` is null while it exists. */
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** The agency as it last was up to that day, and how long it existed. Throws "not-found". */
export async function agencyTime(tx: Trx, agencyId: string, on: CivilDate): Promise<AgencyTime> {
  const { rows } = await sql<AgencyTime>`
    select a.code, v.name, v.level, v.kind, b.first as "from", b.last as "to"
    from agency a
    join lateral (select min(valid_from) as first, case when bool_or(valid_to is null) then null else max(valid_to) end as last
      from agency_version x where x.agency_id = a.id) b on true
    join lateral (select name, level, kind from agency_version x where x.agency_id = a.id
      order by x.valid_from <= ${on}::date desc, case when x.valid_from <= ${on}::date then x.valid_from end desc, x.valid_from limit 1) v on true
    where a.id = ${agencyId}`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

/**
 * Whose duties are performed at that agency. A People's Committee receives for its chair and, at the same place, for the
 * Party committee of its level (khoản 1 Điều 12, khoản 1 Điều 15 Luật Tiếp công dân).
 */
export function positionsAt({ level, kind }: Pick<AgencyTime, "level" | "kind">): readonly string[] {
  if (kind === "peoples-committee") return [`${level}-chair`, `${level}-party-head`];
  if (kind === "reception-board") return [];
  return kind === "other" ? ["agency-head", "public-unit-head"] : ["agency-head"];
}

/** The duty of that position on a day; undefined when the law of the day has none. Throws `LawRangeError` before the covered law. */
function dutyOn(packs: readonly LawPack[], position: string, on: CivilDate): DutyRule | undefined {
  return selectVersion(packs, "reception", on).duties.find((duty) => duty.position === position);
}

/** Why no session of that head can be entered on that day; undefined when one can. */
export function noDutyOn(packs: readonly LawPack[], position: string, on: CivilDate): Text | undefined {
  try {
    if (dutyOn(packs, position, on)) return undefined;
    return {
      vi: "Vào ngày này không có quy định giao chức danh đó tiếp công dân.",
      en: "On that day no rule has that head receive citizens.",
    };
  } catch (error) {
    if (isLawRangeError(error)) return error.text;
    throw error;
  }
}

/** What a position is called, by the newest law that knows it. */
export function positionName(packs: readonly LawPack[], position: string): Text {
  const named = packs.flatMap((pack) => pack.duties).findLast((duty) => duty.position === position);
  return named?.positionName ?? { vi: position, en: position };
}

/** The bodies that send somebody to a place of that level, by the law of the day; none before the covered law. */
export function participantsAt(packs: readonly LawPack[], level: AgencyTime["level"], on: CivilDate) {
  try {
    return (selectVersion(packs, "reception", on).participants ?? []).filter((each) => each.level === level);
  } catch (error) {
    if (isLawRangeError(error)) return [];
    throw error;
  }
}
