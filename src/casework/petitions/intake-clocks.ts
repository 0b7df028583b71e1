import type { Calendar } from "../../rules/calendar.ts";
import { computeDeadline } from "../../rules/deadline.ts";
import { type ClockChange, openMatter } from "../../rules/decide.ts";
import { usualProcedure } from "../../rules/opening.ts";
import type { PetitionKind } from "../../rules/pack.ts";
import { selectVersion } from "../../rules/select-version.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { NewClock } from "../calendar/index.ts";
import type { Setting } from "../setting.ts";
import { alarm } from "./alarm.ts";

export type { PetitionKind } from "../../rules/pack.ts";

/** Điều 28.1 Luật Tiếp công dân: what was taken in is answered within ten working days. */
const answerRule = "TCD-28-1";

interface Intake {
  readonly petitionId: string;
  readonly agencyId: string;
  readonly receivedOn: CivilDate;
  readonly kind: PetitionKind | null;
  /** For an agency that got it later: its clocks run from that day, by the law of the day of receipt (settled 12). */
  readonly countFrom?: CivilDate;
}

/** The clocks that run from the day of receipt. A day before the covered law starts none: the register of older years is history. */
export function intakeClocks(setting: Setting, calendar: Calendar, intake: Intake): readonly NewClock[] {
  return [...receptionClocks(setting, calendar, intake), ...clocksOfKind(setting, calendar, intake)];
}

/**
 * The answer, and since Nghị định 154/2026 the alarm of 45 days. Empty before the covered law, and for what was received
 * before it.
 */
function receptionClocks(setting: Setting, calendar: Calendar, intake: Intake): readonly NewClock[] {
  const pack = coveredBy(() => selectVersion(setting.law.packs, "reception", intake.receivedOn));
  if (!pack) return [];
  const startOn = intake.countFrom ?? intake.receivedOn;
  const changes = [{ clock: "answer", rule: answerRule }, alarm].flatMap(({ clock, rule }) =>
    pack.rules.some(({ id }) => id === rule)
      ? [
          {
            clock,
            status: "running" as const,
            answer: computeDeadline(pack, { rule, startOn, allowProvisional: true }, calendar),
          },
        ]
      : [],
  );
  return [{ subject: subjectOf(intake, pack.id), changes }];
}

/** The opening clocks of the usual procedure of the kind: acceptance of a complaint, the first check of a denunciation. */
export function clocksOfKind(setting: Setting, calendar: Calendar, intake: Intake): readonly NewClock[] {
  const usual = intake.kind ? usualProcedure(setting.law.packs, intake.kind, intake.receivedOn) : undefined;
  if (!usual) return [];
  const from = intake.countFrom ?? intake.receivedOn;
  const opened = openMatter(
    usual.pack,
    { procedure: usual.procedure.id, openedOn: from, receivedOn: from, facts: {} },
    calendar,
  );
  return [{ subject: subjectOf(intake, usual.pack.id), changes: opened.clocks }];
}

function subjectOf(intake: Intake, lawPack: string) {
  return { petitionId: intake.petitionId, matterId: null, agencyId: intake.agencyId, lawPack };
}

function coveredBy<Pack>(select: () => Pack): Pack | undefined {
  try {
    return select();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === "LawRangeError")) return undefined;
    throw error;
  }
}

/** The earliest running date of some clocks: what the list shows. */
export function earliest(
  clocks: readonly NewClock[],
): { readonly dueOn: CivilDate; readonly provisional: boolean } | undefined {
  const answers = clocks.flatMap((each) =>
    each.changes.flatMap((change: ClockChange) =>
      change.answer && change.status === "running" ? [change.answer] : [],
    ),
  );
  const first = answers.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return first && { dueOn: first.dueOn, provisional: first.provisional };
}
