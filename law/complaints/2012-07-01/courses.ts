import type { Cited, RuleChoice, RuleId, StateId } from "../../../src/rules/pack.ts";
import { inference, text } from "../../wording.ts";

/** What differs between the four procedures of the Law on Complaints; the acts are functions of it. */
export interface Course {
  readonly id: "complaint-first" | "complaint-second" | "complaint-disciplinary" | "complaint-disciplinary-second";
  readonly instance: "first" | "second";
  readonly disciplinary: boolean;
  /** From acceptance to the last step before the decision. */
  readonly inHand: readonly StateId[];
  /** Where the decision may be made. */
  readonly decidable: readonly StateId[];
  readonly acceptance: { readonly rule: RuleId; readonly accept: Cited; readonly refuse: string };
  readonly settlement: RuleChoice;
  readonly complexRule: RuleId;
  readonly limitLaw: string;
  readonly verification: {
    readonly order: Cited;
    readonly work: Cited;
    readonly expert: Cited;
    readonly report: Cited;
  };
  readonly dialogue: {
    readonly duty: Cited;
    readonly notice: Cited;
    readonly record: Cited;
    readonly rule: RuleId;
    readonly from: readonly StateId[];
  };
  readonly decision: {
    readonly key: "kn-15" | "kn-16";
    readonly rule: RuleId;
    readonly cited: Cited;
    readonly sending: RuleChoice;
    readonly sendRule: RuleId;
    readonly sendCited: Cited;
    readonly effect: RuleChoice;
    readonly effectCited: Cited;
  };
  readonly enforcement: Cited;
  readonly file: Cited;
}

const steps = ["ACCEPTED", "VERIFYING", "VERIFIED", "DIALOGUE_SET", "DIALOGUED"] as const;
const council = ["ACCEPTED", "VERIFYING", "VERIFIED", "COUNCIL", "COUNCIL_PROPOSED", "DIALOGUE_SET", "DIALOGUED"];

/** Which of the four limits, by place and complexity. */
function byPlace(rule: string): RuleChoice {
  return [
    { rule: `${rule}-4`, when: "remote-and-complex" },
    { rule: `${rule}-3`, when: "remote" },
    { rule: `${rule}-2`, when: "complex" },
    { rule: `${rule}-1` },
  ];
}

const effectOf = (rule: string): RuleChoice => [{ rule: `${rule}-remote`, when: "remote" }, { rule }];
/** Điều 50: no longer limit for remote areas. */
const disciplinaryLimit: RuleChoice = [{ rule: "KN-50-2-complex", when: "complex" }, { rule: "KN-50-2" }];

export const first: Course = {
  id: "complaint-first",
  instance: "first",
  disciplinary: false,
  inHand: steps,
  decidable: ["VERIFIED", "DIALOGUED"],
  acceptance: { rule: "KN-27-1", accept: text("Điều 27 Luật Khiếu nại"), refuse: "Điều 11, Điều 27 Luật Khiếu nại" },
  settlement: byPlace("KN-28"),
  complexRule: "KN-28-2",
  limitLaw: "Điều 28 Luật Khiếu nại",
  verification: {
    order: text("Điểm b khoản 1 Điều 29 Luật Khiếu nại"),
    work: text("Khoản 2, khoản 3 Điều 29 Luật Khiếu nại"),
    expert: text("Điểm d khoản 3 Điều 29 Luật Khiếu nại"),
    report: text("Khoản 4 Điều 29 Luật Khiếu nại"),
  },
  dialogue: {
    duty: text("Khoản 1, khoản 2 Điều 30 Luật Khiếu nại"),
    notice: text("Khoản 2 Điều 30 Luật Khiếu nại"),
    record: text("Khoản 3, khoản 4 Điều 30 Luật Khiếu nại"),
    rule: "KN-30-2",
    from: ["VERIFIED", "DIALOGUE_SET"],
  },
  decision: {
    key: "kn-15",
    rule: "KN-31-2",
    cited: text("Điều 31 Luật Khiếu nại"),
    sending: [{ rule: "KN-32-1" }],
    sendRule: "KN-32-1",
    sendCited: text("Điều 32 Luật Khiếu nại"),
    effect: effectOf("KN-44-1"),
    effectCited: { ...text("Khoản 1 Điều 44 Luật Khiếu nại"), gap: "GAP-5" },
  },
  enforcement: text("Khoản 1 Điều 46 Luật Khiếu nại"),
  file: text("Điều 34 Luật Khiếu nại"),
};

const verifiedAgain = "Điều 38 Luật Khiếu nại (theo khoản 2, khoản 3, khoản 4 Điều 29)";

export const second: Course = {
  id: "complaint-second",
  instance: "second",
  disciplinary: false,
  inHand: steps,
  decidable: ["DIALOGUED"],
  acceptance: {
    rule: "KN-36-1",
    accept: text("Khoản 1 Điều 36 Luật Khiếu nại"),
    refuse: "Điều 11, khoản 1 Điều 36 Luật Khiếu nại",
  },
  settlement: byPlace("KN-37"),
  complexRule: "KN-37-2",
  limitLaw: "Điều 37 Luật Khiếu nại",
  verification: {
    order: text("Điều 38 Luật Khiếu nại"),
    work: text(verifiedAgain),
    expert: text("Điểm d khoản 1 Điều 15 Luật Khiếu nại"),
    report: text(verifiedAgain),
  },
  dialogue: {
    duty: text("Điều 39 Luật Khiếu nại"),
    notice: text("Điều 39, khoản 2 Điều 30 Luật Khiếu nại"),
    record: text("Điều 39, khoản 3, khoản 4 Điều 30 Luật Khiếu nại"),
    rule: "KN-39-1",
    from: ["VERIFIED", "DIALOGUE_SET"],
  },
  decision: {
    key: "kn-16",
    rule: "KN-40-1",
    cited: text("Điều 39, Điều 40 Luật Khiếu nại"),
    sending: [{ rule: "KN-41-1" }],
    sendRule: "KN-41-1",
    sendCited: { ...text("Khoản 1 Điều 41 Luật Khiếu nại"), gap: "GAP-1" },
    effect: effectOf("KN-44-2"),
    effectCited: text("Khoản 2 Điều 44 Luật Khiếu nại"),
  },
  enforcement: text("Khoản 1 Điều 46 Luật Khiếu nại"),
  file: text("Điều 34, Điều 43 Luật Khiếu nại"),
};

export const disciplinary: Course = {
  id: "complaint-disciplinary",
  instance: "first",
  disciplinary: true,
  inHand: council,
  decidable: ["DIALOGUED"],
  acceptance: { rule: "KN-50-1", accept: text("Điều 50 Luật Khiếu nại"), refuse: "Điều 11, Điều 50 Luật Khiếu nại" },
  settlement: disciplinaryLimit,
  complexRule: "KN-50-2-complex",
  limitLaw: "Điều 50 Luật Khiếu nại",
  verification: {
    order: text("Khoản 2 Điều 52 Luật Khiếu nại"),
    work: text("Khoản 2 Điều 52, khoản 3 Điều 29 Luật Khiếu nại"),
    expert: text("Khoản 2 Điều 52, điểm d khoản 3 Điều 29 Luật Khiếu nại"),
    report: text("Khoản 2 Điều 52 Luật Khiếu nại"),
  },
  dialogue: {
    duty: text("Khoản 1 Điều 53 Luật Khiếu nại"),
    notice: inference("Điều 53 Luật Khiếu nại"),
    record: text("Khoản 2, khoản 3 Điều 53 Luật Khiếu nại"),
    rule: "KN-53-1",
    from: ["COUNCIL_PROPOSED", "DIALOGUE_SET"],
  },
  decision: {
    key: "kn-15",
    rule: "KN-54-2",
    cited: text("Điều 53, khoản 1 Điều 54 Luật Khiếu nại"),
    // Khoản 2 Điều 54 gives no number of days; the decree of 2020 does.
    sending: [],
    sendRule: "KN-54-1",
    sendCited: text("Khoản 2 Điều 54 Luật Khiếu nại"),
    effect: [{ rule: "KN-57-1" }],
    effectCited: text("Điểm a khoản 1 Điều 57 Luật Khiếu nại"),
  },
  enforcement: text("Khoản 1 Điều 58 Luật Khiếu nại"),
  file: inference("Điều 34 Luật Khiếu nại"),
};

export const disciplinarySecond: Course = {
  id: "complaint-disciplinary-second",
  instance: "second",
  disciplinary: true,
  inHand: steps,
  decidable: ["DIALOGUED"],
  acceptance: disciplinary.acceptance,
  settlement: disciplinaryLimit,
  complexRule: "KN-50-2-complex",
  limitLaw: "Điều 50 Luật Khiếu nại",
  verification: {
    order: text("Khoản 2 Điều 55 Luật Khiếu nại"),
    work: text("Khoản 2 Điều 55 Luật Khiếu nại"),
    expert: inference("Khoản 2 Điều 55, điểm d khoản 3 Điều 29 Luật Khiếu nại"),
    report: text("Khoản 2 Điều 55 Luật Khiếu nại"),
  },
  dialogue: {
    duty: text("Khoản 3 Điều 55 Luật Khiếu nại"),
    notice: inference("Khoản 3 Điều 55 Luật Khiếu nại"),
    record: text("Khoản 4 Điều 55 Luật Khiếu nại (theo khoản 2, khoản 3 Điều 53)"),
    rule: "KN-53-1",
    from: ["VERIFIED", "DIALOGUE_SET"],
  },
  decision: {
    key: "kn-16",
    rule: "KN-56-2",
    cited: text("Khoản 3 Điều 55, khoản 1 Điều 56 Luật Khiếu nại"),
    sending: [{ rule: "KN-56-1" }],
    sendRule: "KN-56-1",
    sendCited: { ...text("Khoản 2 Điều 56 Luật Khiếu nại"), gap: "GAP-1" },
    effect: [{ rule: "KN-57-1" }],
    effectCited: text("Điểm b khoản 1 Điều 57 Luật Khiếu nại"),
  },
  enforcement: text("Khoản 1 Điều 58 Luật Khiếu nại"),
  file: inference("Điều 34, Điều 43 Luật Khiếu nại"),
};

export const courses: readonly Course[] = [first, second, disciplinary, disciplinarySecond];

/** The course of a procedure. Throws when the Law on Complaints knows no such procedure. */
export function courseOf(procedure: string): Course {
  const course = courses.find((each) => each.id === procedure);
  if (!course) throw new RangeError(`no course of a complaint: ${procedure}`);
  return course;
}
