import type { CivilDate } from "../time/civil-date.ts";
import { firstBadField } from "./act-fields.ts";
import type { Calendar } from "./calendar.ts";
import { clockChanges, lawFor, pausesAfter } from "./clock-changes.ts";
import type { DeadlineAnswer } from "./deadline.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { LoadedPack } from "./load-pack.ts";
import type {
  ActId,
  Actor,
  ActRule,
  ClockId,
  DocumentKey,
  FieldId,
  ProcedureRule,
  RuleId,
  StateId,
  Text,
} from "./pack.ts";
import { dateRefusal, guardRefusal, refuse, standingRefusal, unknownAct } from "./refusal.ts";

export type FieldValue = string | boolean | readonly string[];

/** A deadline that runs, was met or was cancelled on a matter, as casework stores it. */
export interface RunningClock {
  readonly clock: ClockId;
  readonly rule: RuleId;
  readonly startOn: CivilDate;
  readonly status: "running" | "met" | "cancelled";
  readonly metOn?: CivilDate;
  /** By how much the limit was extended, each time. */
  readonly extensions?: readonly number[];
}

export interface Pause {
  readonly from: CivilDate;
  /** The day of the continuation decision; absent while suspended. The day itself is counted again. */
  readonly to?: CivilDate;
}

/** Everything the law may look at to decide; casework fills it from its rows. */
export interface MatterFacts {
  readonly procedure: string;
  readonly state: StateId;
  /** The state before a suspension, for acts that go back to it. */
  readonly previousState?: StateId;
  readonly openedOn: CivilDate;
  readonly receivedOn: CivilDate;
  /** Named facts: set at intake ("remote", "peopleCount", "signaturesComplete", "representativePaper") or by earlier acts. */
  readonly facts: Readonly<Record<string, string | boolean | number>>;
  readonly clocks: readonly RunningClock[];
  readonly pauses: readonly Pause[];
  readonly history: readonly { readonly act: ActId; readonly on: CivilDate }[];
}

export interface ActCommand {
  readonly act: ActId;
  readonly on: CivilDate;
  readonly values: Readonly<Record<FieldId, FieldValue>>;
  readonly actors: readonly Actor[];
}

export interface ClockChange {
  readonly clock: ClockId;
  readonly status: "running" | "met" | "cancelled";
  readonly metOn?: CivilDate;
  readonly extensions?: readonly number[];
  /** Present when status is "running", and on a clock already met whose start was corrected: computed anew, with its reasons. */
  readonly answer?: DeadlineAnswer;
}

export interface Refusal {
  /** Closed list; the key of the message and of the audit field. */
  readonly code:
    | "unknown-act"
    | "wrong-state"
    | "wrong-actor"
    | "guard"
    | "field-missing"
    | "field-invalid"
    | "date-before-last-act"
    | "date-in-future";
  readonly message: Text;
  readonly article: string;
  readonly rule: RuleId;
  readonly field?: FieldId;
  /** What is possible instead, now, for this actor. */
  readonly instead: readonly { readonly act: ActId; readonly name: Text }[];
}

export type Decision =
  | {
      readonly ok: true;
      readonly act: ActRule;
      readonly from: StateId;
      readonly to: StateId;
      readonly previousState?: StateId;
      /** All facts after the act, not only the changed ones. */
      readonly facts: Readonly<Record<string, string | boolean | number>>;
      readonly clocks: readonly ClockChange[];
      /** All pauses after the act. */
      readonly pauses: readonly Pause[];
      readonly documents: readonly DocumentKey[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides one act under one law version. Pure: the same input always gives the same answer.
 * Throws `LawRangeError` "no-such-procedure" when the matter does not belong to the pack.
 */
export function decide(
  pack: LoadedPack,
  matter: MatterFacts,
  command: ActCommand,
  calendar: Calendar,
  today: CivilDate,
): Decision {
  const procedure = procedureOf(pack, matter.procedure);
  const setting = { pack, procedure, matter, actors: command.actors, calendar, today };
  const act = procedure.acts.find((each) => each.id === command.act);
  if (!act) return refused(unknownAct(setting, command.act));

  const law = lawFor(pack, matter, calendar, command.on, today);
  const refusal =
    standingRefusal(setting, act) ??
    dateRefusal(setting, act, command.on) ??
    guardRefusal(setting, act, undefined, law) ??
    fieldRefusal(setting, act, command) ??
    guardRefusal(setting, act, command, law);
  if (refusal) return refused(refusal);

  const facts = factsAfter(act, matter, command);
  const pauses = pausesAfter(act, matter, command.on);
  return {
    ok: true,
    act,
    from: matter.state,
    ...stateAfter(procedure, act, matter),
    facts,
    clocks: clockChanges(pack, procedure, act, { ...matter, facts, pauses }, command, calendar, today),
    pauses,
    documents: act.documents,
  };
}

export interface PossibleAct {
  readonly act: ActRule;
  /** To another step, to none (what is done within the step), or to a last one. */
  readonly leads: "on" | "stays" | "ends";
  readonly refusal?: Refusal;
}

/** Every act of the procedure with whether it is possible now and, if not, the very refusal `decide` would give. */
export function possibleActs(
  pack: LoadedPack,
  matter: MatterFacts,
  actors: readonly Actor[],
  calendar: Calendar,
  today: CivilDate,
): readonly PossibleAct[] {
  const procedure = procedureOf(pack, matter.procedure);
  const ends = (to: StateId) => procedure.states.some((state) => state.id === to && state.final);
  const setting = { pack, procedure, matter, actors, calendar, today };
  const law = lawFor(pack, matter, calendar, today, today);
  return procedure.acts.map((act) => {
    const refusal = standingRefusal(setting, act) ?? guardRefusal(setting, act, undefined, law);
    const leads = act.to === "same" || act.to === matter.state ? "stays" : ends(act.to) ? "ends" : "on";
    return refusal ? { act, leads, refusal } : { act, leads };
  });
}

/** The first state of a new matter and the clocks that run from the day its petition was received. */
export function openMatter(
  pack: LoadedPack,
  matter: Pick<MatterFacts, "procedure" | "openedOn" | "receivedOn" | "facts">,
  calendar: Calendar,
): { readonly state: StateId; readonly clocks: readonly ClockChange[] } {
  const procedure = procedureOf(pack, matter.procedure);
  const opened: MatterFacts = { ...matter, state: procedure.initial, clocks: [], pauses: [], history: [] };
  const act = { clocks: procedure.opening };
  const command: ActCommand = { act: "", on: matter.receivedOn, values: {}, actors: [] };
  return {
    state: procedure.initial,
    clocks: clockChanges(pack, procedure, act, opened, command, calendar, matter.openedOn),
  };
}

export function procedureOf(pack: LoadedPack, id: string): ProcedureRule {
  const procedure = pack.procedures.find((each) => each.id === id);
  if (procedure) return procedure;
  throw lawRangeError("no-such-procedure", {
    vi: `Phiên bản ${pack.id} không có thủ tục ${id}.`,
    en: `Version ${pack.id} has no procedure ${id}.`,
  });
}

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

function fieldRefusal(setting: Parameters<typeof refuse>[0], act: ActRule, command: ActCommand): Refusal | undefined {
  const law = lawFor(setting.pack, setting.matter, setting.calendar, command.on, setting.today);
  const bad = firstBadField(setting.pack, act, setting.matter, command, law);
  return (
    bad &&
    refuse(setting, { code: bad.code, message: bad.message, article: act.article, rule: act.rule, field: bad.field })
  );
}

/** Literals as they stand; "$field" copies an answer, and leaves the fact alone when the field was not answered. */
function factsAfter(act: ActRule, matter: MatterFacts, command: ActCommand): MatterFacts["facts"] {
  const facts: Record<string, string | boolean | number> = { ...matter.facts };
  for (const [name, value] of Object.entries(act.sets)) {
    if (typeof value === "boolean" || !value.startsWith("$")) facts[name] = value;
    else {
      const answer = command.values[value.slice(1)];
      const isNumber = act.fields.some((field) => field.id === value.slice(1) && field.type === "number");
      if (isNumber && typeof answer === "string" && answer !== "") facts[name] = Number(answer);
      else if (typeof answer === "boolean" || (typeof answer === "string" && answer !== "")) facts[name] = answer;
    }
  }
  return facts;
}

function stateAfter(
  procedure: ProcedureRule,
  act: ActRule,
  matter: MatterFacts,
): { to: StateId; previousState?: StateId } {
  const kept = matter.previousState === undefined ? {} : { previousState: matter.previousState };
  if (act.to === "same") return { to: matter.state, ...kept };
  if (act.to === "previous") return { to: matter.previousState ?? procedure.initial };
  const leadsBack = procedure.acts.some((each) => each.to === "previous" && each.from.includes(act.to));
  if (!leadsBack) return { to: act.to };
  return { to: act.to, previousState: matter.state };
}
