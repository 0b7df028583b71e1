import { invalidInput } from "../casework/refusal.ts";
import type { Calendar } from "../rules/calendar.ts";
import { computeDeadline } from "../rules/deadline.ts";
import type { Pause } from "../rules/decide.ts";
import { lawRangeError } from "../rules/law-range-error.ts";
import type { LawPack } from "../rules/pack.ts";
import { selectVersion } from "../rules/select-version.ts";
import { type CivilDate, parseCivilDate } from "../time/civil-date.ts";

export interface DeadlineQuestion {
  readonly rule: string;
  readonly start: string;
  /** Each `FROM..TO`. */
  readonly paused: readonly string[];
  readonly extensions: number;
  readonly provisional: boolean;
}

/**
 * One deadline as the command line and the API answer it, by the version in force on the start day that knows the rule.
 * Throws "invalid-input" and `LawRangeError`.
 */
export function answerDeadline(
  law: { readonly packs: readonly LawPack[]; readonly calendar: Calendar },
  question: DeadlineQuestion,
) {
  const startOn = dateOrRefuse("start", question.start);
  const answer = computeDeadline(
    packFor(law.packs, question.rule, startOn),
    {
      rule: question.rule,
      startOn,
      pauses: question.paused.map(pauseOf),
      extensions: question.extensions,
      allowProvisional: question.provisional,
    },
    law.calendar,
  );
  const { rule, version, rawOn, dueOn, effectiveOn, provisional, steps } = answer;
  return {
    rule: question.rule,
    start: startOn,
    rawOn,
    dueOn,
    ...(effectiveOn ? { effectiveOn } : {}),
    version,
    article: rule.article,
    provisional,
    steps,
  };
}

function packFor(packs: readonly LawPack[], rule: string, on: CivilDate): LawPack {
  const knowing = packs.filter((pack) =>
    pack.rules.some((each) => each.id === rule || each.alsoKnownAs?.includes(rule)),
  );
  const subject = knowing[0]?.subject;
  if (!subject)
    throw lawRangeError("unknown-rule", { vi: `Không có quy định ${rule}.`, en: `There is no rule ${rule}.` });
  return selectVersion(packs, subject, on);
}

function pauseOf(text: string): Pause {
  const [from, to, ...more] = text.split("..");
  if (more.length > 0 || !from || !to) throw badField("paused");
  const pause = { from: dateOrRefuse("paused", from), to: dateOrRefuse("paused", to) };
  if (pause.to < pause.from) throw badField("paused");
  return pause;
}

function dateOrRefuse(field: string, text: string): CivilDate {
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
