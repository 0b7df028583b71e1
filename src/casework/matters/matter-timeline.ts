import type { ActRule, Text } from "../../rules/pack.ts";
import { type CivilDate, formatCivilDate, parseCivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";

export interface TimelineEntry {
  readonly seq: number;
  readonly act: string;
  readonly name: Text;
  readonly article: string;
  readonly on: CivilDate;
  readonly recordedAt: string;
  readonly officer: string | null;
  readonly fromState: string;
  readonly toState: string;
  /** The answers as they were given, by field, with the texts. */
  readonly answers: readonly { readonly field: string; readonly label: Text; readonly value: Text }[];
}

/** An event as the database has it. */
export interface TimelineEvent {
  seq: number;
  act: string;
  on: CivilDate;
  at: string;
  officer: string | null;
  from: string;
  to: string;
  move: { rule: string; to: string } | null;
  values: Record<string, unknown>;
  texts: Record<string, string>;
}

/** The history says when a transition rule took the matter to another version, and by which article. */
export function movedEntry(event: TimelineEvent, setting: Setting): TimelineEntry {
  const rule = setting.law.packs
    .find((pack) => pack.id === event.move?.to)
    ?.transitions.find((each) => each.id === event.move?.rule);
  return {
    seq: event.seq,
    act: event.act,
    name: { vi: "Chuyển sang phiên bản pháp luật mới", en: "Goes on under the new version of the law" },
    article: rule?.article ?? "",
    on: event.on,
    recordedAt: event.at,
    officer: null,
    fromState: event.from,
    toState: event.to,
    answers: rule ? [{ field: "rule", label: { vi: rule.id, en: rule.id }, value: rule.what }] : [],
  };
}

export function timelineEntry(
  event: TimelineEvent,
  acts: readonly ActRule[],
  officers: ReadonlyMap<string, string>,
): TimelineEntry {
  const act = acts.find((each) => each.id === event.act);
  const answers = (act?.fields ?? []).flatMap((field) => {
    const value = event.texts[field.id] ?? event.values[field.id];
    if (value === undefined || value === "") return [];
    return [{ field: field.id, label: field.label, value: answerText(field, value, officers) }];
  });
  return {
    seq: event.seq,
    act: event.act,
    name: act?.name ?? { vi: event.act, en: event.act },
    article: act?.article ?? "",
    on: event.on,
    recordedAt: event.at,
    officer: event.officer,
    fromState: event.from,
    toState: event.to,
    answers,
  };
}

export function answerText(
  field: ActRule["fields"][number],
  value: unknown,
  officers: ReadonlyMap<string, string>,
): Text {
  if (typeof value === "boolean") return value ? { vi: "Có", en: "Yes" } : { vi: "Không", en: "No" };
  const each = (one: string): Text => {
    const date = field.type === "date" ? parseCivilDate(one) : undefined;
    if (date) return { vi: formatCivilDate(date, "vi"), en: formatCivilDate(date, "en") };
    const label = field.options?.find((option) => option.id === one)?.label;
    const name = field.type === "officer" || field.type === "officers" ? officers.get(one) : undefined;
    return label ?? { vi: name ?? one, en: name ?? one };
  };
  const parts = (Array.isArray(value) ? value : [value]).map((one) => each(String(one)));
  return { vi: parts.map((part) => part.vi).join("; "), en: parts.map((part) => part.en).join("; ") };
}
