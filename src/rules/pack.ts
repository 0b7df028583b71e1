import type { CivilDate } from "../time/civil-date.ts";

/** A sentence of the law or of ours, in both languages of the system. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** How sure a value is: read in the text itself, in a named secondary source, or derived by us. */
export type Confidence = "text" | "secondary" | "inference";

/** Where a value comes from. Every rule, act, guard and option of a pack carries one. */
export interface Cited {
  /** The article as a lawyer cites it, e.g. "Điều 27 Luật Khiếu nại (Luật 136/2025 Điều 2)". */
  readonly article: string;
  readonly confidence: Confidence;
  /** Named source, required when confidence is "secondary". */
  readonly source?: string;
  /** The open question (GAP-n) whose default this value takes. */
  readonly gap?: string;
}

/** Who acts. NTCD, XLĐ, VT, XM, GQ and TT of the procedures, the citizen, and the calendar itself. */
export type Actor =
  | "reception-officer"
  | "petition-officer"
  | "clerk"
  | "settlement-officer"
  | "head"
  | "inspectorate"
  | "petitioner"
  | "system";

export type RuleId = string;
export type StateId = string;
export type ActId = string;
export type FieldId = string;
export type ConditionKey = string;
export type DocumentKey = string;
/** Which clock of a matter a deadline belongs to: "acceptance", "settlement", "sending" … */
export type ClockId = string;

export interface DeadlineRule extends Cited {
  readonly id: RuleId;
  readonly name: Text;
  /** forward: the last day on which to act; backward: the last day on which notice may be given. */
  readonly direction: "forward" | "backward";
  /** TIME-4, Điều 148.2–4 Bộ luật Dân sự: weeks end on the same weekday, months and years on the same date or the month's last day. */
  readonly unit: "day" | "working-day" | "week" | "month" | "year" | "immediately";
  readonly amount: number;
  readonly startEvent: Text;
  readonly actor: Actor;
  /** TIME-3: ends on the next working day when the last day is a day off. */
  readonly rollsOver: boolean;
  /** Suspended time is not counted (Điều 11a.4 Luật Khiếu nại). Never of a limit in months or years: what days a pause would add, no law says. */
  readonly pausable: boolean;
  /** "effect": legal effect begins the day after the due date (settled: `effectiveOn`). */
  /** "target": set by the office for itself; passing it breaks no law. */
  readonly kind: "limit" | "minimum" | "effect" | "window" | "target";
  /** What happens when it passes. */
  readonly consequence?: Text;
  /** Other ids by which this value is asked for: "KN-27-1-old" is the earlier value of KN-27-1. */
  readonly alsoKnownAs?: readonly RuleId[];
  /** A later text gives the rule to matters of this version that are under way; before that day it is not in force. */
  readonly inForceFrom?: CivilDate;
  /** Each extension adds `amount` from the end of the running limit, at most `times` times. */
  readonly extension?: { readonly amount: number; readonly times: number };
}

export interface FieldOption extends Partial<Cited> {
  readonly id: string;
  readonly label: Text;
}

export interface FieldRule {
  readonly id: FieldId;
  readonly label: Text;
  readonly help?: Text;
  readonly type: "date" | "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "officer" | "officers";
  readonly options?: readonly FieldOption[];
  /** true, or the condition under which it is required. */
  readonly required: boolean | ConditionKey;
  /** Shown only when the condition holds. */
  readonly shownWhen?: ConditionKey;
  /** Free text or personal data: stored apart from the event, never in a log or a URL. */
  readonly personal: boolean;
}

/** A named, tiny, pure function beside the pack; the pack itself stays plain data. */
export interface Guard extends Cited {
  readonly condition: ConditionKey;
  /** Said when the condition does not hold. */
  readonly refusal: Text;
  /** Acts that are possible instead, offered with the refusal. */
  readonly instead?: readonly ActId[];
}

/** Picks the first rule whose condition holds (an entry without condition always holds); when none holds, nothing starts. */
export type RuleChoice = readonly { readonly rule: RuleId; readonly when?: ConditionKey }[];

export type ClockEffect =
  | {
      readonly do: "start";
      readonly clock: ClockId;
      readonly rules: RuleChoice /** a date field of the act; default: the day of the act */;
      readonly from?: FieldId /** starts on the day of legal effect of that clock */;
      readonly fromEffectOf?: ClockId;
    }
  /** the same start, a rule chosen again (complexity certified) */
  | { readonly do: "rechoose"; readonly clock: ClockId; readonly rules: RuleChoice }
  /** once more the extension of its rule, from the end of the running limit before roll-over (TIME-13) */
  | {
      readonly do: "extend";
      readonly clock: ClockId /** a number field of the act; default: all that the rule allows */;
      readonly by?: FieldId;
    }
  | { readonly do: "meet"; readonly clock: ClockId }
  | { readonly do: "cancel"; readonly clock: ClockId }
  | { readonly do: "pause" | "resume" }
  /** a wrong entry corrected (settled 26): the clock keeps its status and runs from the corrected day */
  | { readonly do: "restart"; readonly clock: ClockId; readonly from: FieldId; readonly when: ConditionKey }
  /** a wrong fact corrected: every running clock chooses its rule again */
  | { readonly do: "recompute" };

export interface ActRule extends Cited {
  readonly id: ActId;
  readonly name: Text;
  /** One line of what must be done, for the list: "Thụ lý hoặc trả lời không thụ lý". */
  readonly todo?: Text;
  readonly rule: RuleId;
  readonly from: readonly StateId[];
  readonly to: StateId | "same" | "previous";
  readonly actors: readonly Actor[];
  readonly guards: readonly Guard[];
  readonly fields: readonly FieldRule[];
  readonly documents: readonly DocumentKey[];
  /** The act stands only once this document is signed and numbered (settled 27). */
  readonly bindingDocument?: DocumentKey;
  /** The numbered paper that goes out with the act; its field "way" says how. */
  readonly sends?: DocumentKey;
  /** The paper whose arrival the act records; its field "receivedOn" says when. */
  readonly receiptOf?: DocumentKey;
  readonly clocks: readonly ClockEffect[];
  /** Facts the act sets: literal, or copied from a field ("$field"). */
  readonly sets: Readonly<Record<string, string | boolean>>;
  /** Nothing of the act can be undone by the actor after it (sent outside, published). */
  readonly leavesTheBuilding?: boolean;
  /** Its letter hands the petition to another body: it goes once per agency and content, and counts towards three (settled 16). */
  readonly handsOver?: true;
  /** The paper it draws up is the one by which that act will stand, once it is signed and numbered. */
  readonly prepares?: ActId;
  /** The decision stands no more: what was made public of the matter is taken back, and leads to what is published next. */
  readonly takesBackPublished?: true;
  /** The act makes something public; this is what the public page may say of it. */
  readonly publishes?: PublicationRule;
}

/** What anyone may read of a thing made public. */
export interface PublicationRule {
  readonly what: Text;
  /** The papers made public: the newest issued one of the first key that the file has. */
  readonly documents: readonly DocumentKey[];
  /** `extract`: besides what an officer writes for the public. `existence`: number, day and agency, nothing else. */
  readonly shows: "extract" | "existence";
  /** The field of the act that says by which ways. */
  readonly ways: string;
  /** Ways that reach single people alone: by no other way, nothing is public. */
  readonly privateWays?: readonly string[];
  /** The clock of the least time for which it stays public. The law sets no last day: it stays until it is taken down. */
  readonly stays?: ClockId;
}

export interface StateRule {
  readonly id: StateId;
  readonly name: Text;
  /** What the citizen reads on the tracking page. */
  readonly plain: Text;
  readonly final: boolean;
  /** Place on the stepper: intake, acceptance, verification, dialogue, decision, publication, effect, enforcement. */
  readonly stage: string;
  /** The act that the list shows as next, and the clock that says by when. */
  readonly next?: {
    readonly act: ActId;
    readonly clock?: ClockId;
    readonly waitingOn: "us" | "petitioner" | "others" | "calendar";
  };
}

export interface StageRule {
  readonly id: string;
  readonly name: Text;
}

export interface DocumentRule extends Cited {
  readonly key: DocumentKey;
  /** "03", "14a", "02/TCD"; null where no numbered form exists (GAP-8). */
  readonly form: string | null;
  readonly name: Text;
  /** Symbol part of the number: "TB", "QĐ", "BB", "BC", "GM"; "CV": a letter, whose number has none. */
  readonly symbol: string;
  readonly recipients: readonly Text[];
  /** No blank of it refers to what stands in the file already, which is then not looked up. */
  readonly standsAlone?: true;
  /** Proposed, vouched for by the unit and approved by the head: three people one after another, where there are three. */
  readonly threeSignatures?: true;
}

/** What a petition is by its content. */
export type PetitionKind = "complaint" | "denunciation" | "recommendation";

/** From what a matter of a procedure is opened, and what the officer states of it then. */
export interface OpeningRule extends Cited {
  readonly kinds: readonly PetitionKind[];
  /**
   * The petition's line follows a main matter; a preliminary one (reception, processing) until a main one is opened; never
   * a side one (protection).
   */
  readonly role: "main" | "preliminary" | "side";
  /** The procedure whose opening clocks run from the day of receipt, opened or not. One for each kind. */
  readonly usual?: true;
  /** The counter opens it and acts in it: the follow-up of a reception. */
  readonly atCounter?: true;
  /** First part of the matter's code: "KN", "TC". */
  readonly prefix: string;
  /** The words of the button. */
  readonly todo: Text;
  /** Choices, dates, numbers and yes-or-no become facts under their field id; nothing personal. */
  readonly fields: readonly FieldRule[];
}

export interface ProcedureRule {
  readonly id: string;
  readonly name: Text;
  readonly opens: OpeningRule;
  readonly stages: readonly StageRule[];
  readonly initial: StateId;
  /** Clocks that run from the day the petition was received, once a matter is opened. */
  readonly opening: readonly ClockEffect[];
  /** Clocks that already run on the petition, under another pack, when the matter is opened; acts may meet them. */
  readonly inherits?: readonly ClockId[];
  readonly states: readonly StateRule[];
  readonly acts: readonly ActRule[];
  readonly documents: readonly DocumentRule[];
}

/** Who or what a complaint or denunciation is against, for the question of competence. */
export interface AgainstRule {
  readonly id: string;
  readonly label: Text;
}

/** The office that settles, and where it sits as seen from the agency whose act or official it is about. */
export interface Holder {
  readonly name: Text;
  readonly at: "same" | "parent" | "commune" | "district" | "province" | "ministry" | "government" | "other";
}

/** KN-C-n and TC-C-n: who is competent, first and second. */
export interface CompetenceRule extends Cited {
  readonly id: RuleId;
  readonly matter: "complaint" | "denunciation";
  /** Ids of `AgainstRule`. */
  readonly against: readonly string[];
  readonly first: Holder;
  /** null: no second instance; the court remains. */
  readonly second: Holder | null;
  /** When the rule does not simply hold, in words. */
  readonly note?: Text;
}

/** VER-n: what a new law does to matters of an earlier version. */
export interface TransitionRule extends Cited {
  readonly id: RuleId;
  readonly what: Text;
  readonly on: CivilDate;
  /**
   * stays: they keep the version they were opened under. moves: they go on under this version, the history says so.
   * partly: the named acts of the earlier version follow the new rules.
   */
  readonly effect: "stays" | "moves" | "partly";
  /** Ids of the earlier packs. */
  readonly from: readonly string[];
  readonly procedures?: readonly string[];
  /** moves: only matters of which this holds. */
  readonly when?: ConditionKey;
  readonly acts?: readonly ActId[];
}

/** How often a head has to receive citizens in person. */
export interface DutyRule extends Cited {
  readonly id: RuleId;
  readonly position: string;
  readonly positionName: Text;
  readonly level: "province" | "district" | "commune" | "other";
  readonly period: "week" | "month";
  /** Days at least in each period. */
  readonly days: number;
}

/** A daily amount in đồng for those who receive citizens or handle petitions. */
export interface AllowanceRule extends Cited {
  readonly id: RuleId;
  readonly name: Text;
  /** đồng a day and person, at most. */
  readonly amount: number;
  /** Share of the day from which the whole amount is paid; below it, half. */
  readonly wholeDayFrom: number;
}

/** A reporting period: figures from the 15th to the 14th, and the last days on which each level reports. */
export interface ReportWindowRule extends Cited {
  readonly id: RuleId;
  readonly name: Text;
  /** Month and day; `yearOffset` −1 is the year before the period's. */
  readonly from: { readonly month: number; readonly day: number; readonly yearOffset: -1 | 0 };
  readonly to: { readonly month: number; readonly day: number };
  /** Day of the last month by which the level reports upward; absent where the text was not found. */
  readonly due: readonly { readonly level: Text; readonly day: number }[];
  readonly narrative: boolean;
}

/** A body that sends a representative to a place of reception, and what comes to it there. */
export interface ParticipantRule extends Cited {
  readonly id: string;
  readonly level: "province";
  readonly name: Text;
  /** What it receives and handles. */
  readonly scope: Text;
}

/** What one law says in one period: a version folder of law/. Plain serialisable data. */
export interface LawPack {
  /** "complaints/2026-07-01" */
  readonly id: string;
  readonly subject:
    | "complaints"
    | "denunciations"
    | "reflections"
    | "petitions"
    | "reception"
    | "allowances"
    | "reports";
  readonly validFrom: CivilDate;
  /** Last day in force, when a later version exists. */
  readonly validTo?: CivilDate;
  /** V0, V1, V2 */
  readonly alias: string;
  readonly basis: readonly string[];
  readonly rules: readonly DeadlineRule[];
  readonly procedures: readonly ProcedureRule[];
  readonly against: readonly AgainstRule[];
  readonly competence: readonly CompetenceRule[];
  readonly transitions: readonly TransitionRule[];
  readonly duties: readonly DutyRule[];
  /** Who sits at a place of reception beside its office; absent where the law names nobody. */
  readonly participants?: readonly ParticipantRule[];
  readonly allowances: readonly AllowanceRule[];
  readonly reportWindows: readonly ReportWindowRule[];
  readonly gaps: readonly { readonly id: string; readonly question: Text; readonly default: Text }[];
  readonly notEncoded: readonly string[];
}
