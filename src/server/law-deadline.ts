import { invalidInput } from "../casework/refusal.ts";
import type { Calendar } from "../rules/calendar.ts";
import { type DeadlineReport, deadlineReport } from "../rules/deadline-report.ts";
import type { Pause } from "../rules/decide.ts";
import type { LawPack } from "../rules/pack.ts";
import { type CivilDate, parseCivilDate } from "../time/civil-date.ts";

/** A question as somebody typed it. */
export interface TypedDeadlineQuestion {
  readonly rule: string;
  readonly start: string;
  /** Each `FROM..TO`. */
  readonly paused?: readonly string[];
  readonly extensions?: number;
  readonly provisional?: boolean;
}

/** Reads the question and has the rules answer it. Throws "invalid-input" and what `deadlineReport` throws. */
export function answerDeadline(
  law: { readonly packs: readonly LawPack[]; readonly calendar: Calendar },
  question: TypedDeadlineQuestion,
): DeadlineReport {
  const { rule, start, paused = [], extensions = 0, provisional = false } = question;
  return deadlineReport(
    law.packs,
    { rule, start: civilDateIn("start", start), paused: paused.map(pauseOf), extensions, provisional },
    law.calendar,
  );
}

function pauseOf(text: string): Pause {
  const [from, to, ...more] = text.split("..");
  if (more.length > 0 || !from || !to) throw badField("paused");
  const pause = { from: civilDateIn("paused", from), to: civilDateIn("paused", to) };
  if (pause.to < pause.from) throw badField("paused");
  return pause;
}

function civilDateIn(field: string, text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date) return date;
  throw badField(field);
}

const badField = (field: string) =>
  invalidInput([
    {
      field,
      message:
        field === "paused"
          ? {
              vi: "Ghi khoảng tạm dừng theo dạng 2026-07-10..2026-07-20.",
              en: "Write a pause as 2026-07-10..2026-07-20.",
            }
          : { vi: "Ghi ngày theo dạng 2026-07-02.", en: "Write the date as 2026-07-02." },
    },
  ]);
