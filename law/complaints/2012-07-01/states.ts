import type { Actor, StageRule, StateRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { firstStates } from "./states-first.ts";

/** After the decision, while it can still be complained against or carried out. */
export const afterSending = ["SENT", "PUBLISHED", "ENFORCING", "NOT_EXECUTED", "ENFORCED"] as const;

export const head: readonly Actor[] = ["head"];
export const verifier: readonly Actor[] = ["settlement-officer", "head"];
export const office: readonly Actor[] = ["clerk", "petition-officer", "settlement-officer", "head"];
export const counter: readonly Actor[] = [
  "reception-officer",
  "petition-officer",
  "clerk",
  "settlement-officer",
  "head",
];

const commonStages: readonly StageRule[] = [
  { id: "intake", name: t("Tiếp nhận", "Intake") },
  { id: "acceptance", name: t("Thụ lý", "Acceptance") },
  { id: "verification", name: t("Xác minh", "Verification") },
  { id: "dialogue", name: t("Đối thoại", "Dialogue") },
  { id: "decision", name: t("Quyết định", "Decision") },
  { id: "publication", name: t("Công khai", "Publication") },
  { id: "effect", name: t("Hiệu lực", "Legal effect") },
  { id: "enforcement", name: t("Thi hành", "Enforcement") },
];

const councilStage: StageRule = { id: "council", name: t("Hội đồng kỷ luật", "Disciplinary council") };

export function stages(course: Course): readonly StageRule[] {
  if (course.id !== "complaint-disciplinary") return commonStages;
  return commonStages.flatMap((stage) => (stage.id === "dialogue" ? [councilStage, stage] : [stage]));
}

const council: readonly StateRule[] = [
  {
    id: "COUNCIL",
    name: t("Hội đồng kỷ luật đang xem xét", "With the disciplinary council"),
    stage: "council",
    final: false,
    plain: t(
      "Hội đồng kỷ luật đang xem xét để đề nghị người có thẩm quyền giải quyết.",
      "The disciplinary council is considering what to propose to the resolver.",
    ),
    next: { act: "record-proposal", clock: "settlement", waitingOn: "others" },
  },
  {
    id: "COUNCIL_PROPOSED",
    name: t("Hội đồng kỷ luật đã đề nghị", "The disciplinary council has proposed"),
    stage: "council",
    final: false,
    plain: t(
      "Hội đồng kỷ luật đã có đề nghị; cơ quan chuẩn bị đối thoại.",
      "The disciplinary council has made its proposal; the dialogue comes next.",
    ),
    next: { act: "invite-dialogue", clock: "settlement", waitingOn: "us" },
  },
];

type Change = Partial<Omit<StateRule, "id">>;

/** Dialogue always comes before the decision. */
const beforeDialogue: Change = {
  plain: t("Đã có kết quả xác minh; cơ quan chuẩn bị đối thoại.", "Verification is done; the dialogue comes next."),
  next: { act: "invite-dialogue", clock: "settlement", waitingOn: "us" },
};

const inThirtyDays: Change = {
  plain: t(
    "Quyết định đã được công khai và sẽ có hiệu lực sau 30 ngày, kể từ ngày ban hành.",
    "The decision is public and takes effect 30 days after it was issued.",
  ),
};

const courtOnly: Readonly<Record<string, Change>> = {
  VERIFIED: beforeDialogue,
  SENT: {
    plain: t(
      "Quyết định giải quyết lần hai đã gửi; nếu không đồng ý, ông/bà có quyền khởi kiện vụ án hành chính.",
      "The second decision was sent; if you do not agree you may go to court.",
    ),
  },
  PUBLISHED: {
    plain: t(
      "Quyết định đã được công khai và sẽ có hiệu lực sau 30 ngày (vùng sâu, vùng xa không quá 45 ngày) kể từ ngày ban hành.",
      "The decision is public and takes effect 30 days (remote areas: up to 45) after it was issued.",
    ),
  },
};

/** Khoản 3 Điều 57: the court is open only against dismissal. */
const courtOnDismissal: Change = {
  plain: t(
    "Quyết định đã gửi; chỉ quyết định kỷ luật buộc thôi việc mới được khởi kiện tại Tòa án.",
    "The decision was sent; only dismissal can be taken to court.",
  ),
};

const changes: Readonly<Record<Course["id"], Readonly<Record<string, Change>>>> = {
  "complaint-first": {},
  "complaint-second": courtOnly,
  "complaint-disciplinary": {
    ACCEPTED: {
      plain: t(
        "Khiếu nại đã được thụ lý; cơ quan đang kiểm tra lại quyết định kỷ luật.",
        "Your complaint is accepted; the office is re-checking the disciplinary decision.",
      ),
    },
    VERIFIED: {
      plain: t(
        "Đã có kết quả xác minh; cơ quan yêu cầu Hội đồng kỷ luật xem xét.",
        "Verification is done; the disciplinary council comes next.",
      ),
      next: { act: "ask-council", clock: "settlement", waitingOn: "us" },
    },
    SENT: {
      plain: t(
        "Quyết định đã gửi; ông/bà có quyền khiếu nại lần hai trong thời hạn ghi trong quyết định.",
        "The decision was sent; you may complain a second time within the time it names.",
      ),
    },
    PUBLISHED: {
      plain: t(
        "Quyết định đã được công khai và sẽ có hiệu lực sau 30 ngày, kể từ ngày ban hành, nếu không có khiếu nại lần hai.",
        "The decision is public and takes effect 30 days after it was issued, unless there is a second complaint.",
      ),
    },
  },
  "complaint-disciplinary-second": { VERIFIED: beforeDialogue, SENT: courtOnDismissal, PUBLISHED: inThirtyDays },
};

export function states(course: Course): readonly StateRule[] {
  const own = firstStates.filter((state) => state.id !== "APPEALED" || course.instance === "first");
  const all =
    course.id === "complaint-disciplinary"
      ? own.flatMap((state) => (state.id === "DIALOGUE_SET" ? [...council, state] : [state]))
      : own;
  return all.map((state) => ({ ...state, ...changes[course.id][state.id] }));
}
