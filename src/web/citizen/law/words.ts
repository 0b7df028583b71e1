import type { DeadlineReport } from "../../../rules/deadline-report.ts";
import type { ListedRule } from "../../../rules/list-law.ts";
import type { Text } from "../../../rules/pack.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { getLocale } from "../../paraglide/runtime.js";

type Cited = Pick<DeadlineReport, "confidence"> & { readonly source?: string };

export function sayConfidence({ confidence, source }: Cited): string {
  if (confidence === "secondary") return m.law_confidence_secondary({ source: source ?? "" });
  return confidence === "text" ? m.law_confidence_text() : m.law_confidence_inference();
}

export function sayVersion(from: CivilDate, to: CivilDate | null | undefined): string {
  return to
    ? m.law_version_closed({ from: sayDate(from), to: sayDate(to) })
    : m.law_version_open({ from: sayDate(from) });
}

/** A sentence with a capital at its beginning. */
export function sentence(text: Text): string {
  const words = say(text);
  return words.charAt(0).toLocaleUpperCase(getLocale()) + words.slice(1);
}

/** What stands before the day of an answer. */
export function leadIn({ kind, direction, unit }: DeadlineReport): string {
  if (unit === "immediately") return m.law_limit_at_once();
  if (direction === "backward") return m.law_limit_backward();
  if (kind === "minimum") return m.law_limit_minimum();
  if (kind === "window") return m.law_limit_window();
  if (kind === "target") return m.law_limit_target();
  return kind === "effect" ? m.law_limit_effect() : m.law_limit_ends();
}

/** Citizens' own steps first, then those of offices. */
export function byActor<Rule extends Pick<ListedRule, "actor">>(rules: readonly Rule[]) {
  return [
    { name: m.law_people(), rules: rules.filter((rule) => rule.actor === "petitioner") },
    { name: m.law_office(), rules: rules.filter((rule) => rule.actor !== "petitioner") },
  ].filter((group) => group.rules.length > 0);
}

export const deadlinePath = "/thoi-han";
export const proceduresPath = "/thu-tuc";
export const lawPath = "/phap-luat";
export const calendarPath = "/lich-tiep";
export const publicationsPath = "/cong-khai";
export const trailPath = "/goc-nhat-ky";
