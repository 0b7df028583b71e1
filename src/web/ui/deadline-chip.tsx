import { type CivilDate, daysBetween, formatCivilDate } from "../../time/civil-date.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";

export type Tone = "neutral" | "blue" | "amber" | "green" | "red";

/** A status in words; the colour only repeats them. Red is for what is overdue. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: React.ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** How far a due date is from today, with the date itself; `short` writes it in figures in both languages. */
export function DeadlineChip({
  dueOn,
  today,
  provisional = false,
  short = false,
}: {
  dueOn: CivilDate;
  today: CivilDate;
  provisional?: boolean;
  short?: boolean;
}) {
  const days = daysBetween(today, dueOn);
  const tone: Tone = days < 0 ? "red" : days <= 3 ? "amber" : "neutral";
  const words = wordsFor(days);
  return (
    <span className="deadline">
      <time dateTime={dueOn}>{short ? formatCivilDate(dueOn, "vi") : sayDate(dueOn)}</time>{" "}
      <Badge tone={tone}>{words}</Badge>
      {provisional && <abbr title={m.ui_provisional_why()}>{m.ui_provisional()}</abbr>}
    </span>
  );
}

function wordsFor(days: number): string {
  if (days === 0) return m.ui_due_today();
  if (days === 1) return m.ui_due_in_one();
  if (days === -1) return m.ui_overdue_one();
  return days < 0 ? m.ui_overdue({ days: -days }) : m.ui_due_in({ days });
}
