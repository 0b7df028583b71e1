import type { Actor, ActRule, ProcedureRule } from "../../../src/rules/pack.ts";
import { choice, choices, guard, inference, line, option, t, text, words } from "../../wording.ts";
import { correctIn } from "../correct.ts";
import { log, office } from "./regulation-log.ts";
import { regulationStates as states } from "./regulation-states.ts";

const decree = (rest: string) => text(`${rest} Nghị định 20/2008/NĐ-CP`);
const handlers: readonly Actor[] = ["petition-officer", "settlement-officer", "head"];

const formMet = guard(
  "meets-the-form",
  decree("Điều 7, khoản 1 Điều 9"),
  t(
    "Phản ánh, kiến nghị không đáp ứng yêu cầu của Điều 7 thì không tiếp nhận.",
    "What does not meet Article 7 is not taken in.",
  ),
  ["reject"],
);

const reject: ActRule = {
  id: "reject",
  name: t("Không tiếp nhận, nêu lý do", "Do not take it in, with the reason"),
  rule: "PAKN-7-1",
  ...decree("Điểm d khoản 1 Điều 9"),
  from: ["LOGGED"],
  to: "REJECTED",
  actors: office,
  guards: [
    guard(
      "misses-the-form",
      decree("Điểm d khoản 1 Điều 9"),
      t("Phản ánh, kiến nghị đáp ứng đủ yêu cầu nên phải tiếp nhận.", "It meets every demand and has to be taken in."),
      ["assess", "transfer"],
    ),
  ],
  fields: [words("reason", t("Yêu cầu chưa đáp ứng", "What is not met"))],
  documents: [],
  clocks: [
    { do: "cancel", clock: "transfer" },
    { do: "meet", clock: "answer" },
  ],
  sets: {},
  leavesTheBuilding: true,
};

const transfer: ActRule = {
  id: "transfer",
  name: t("Chuyển cơ quan có thẩm quyền xử lý", "Transfer to the competent body"),
  rule: "PAKN-9-1",
  ...decree("Điểm d khoản 1 Điều 9"),
  from: ["LOGGED"],
  to: "TRANSFERRED",
  actors: office,
  guards: [
    formMet,
    guard(
      "to-be-transferred",
      decree("Điểm d khoản 1 Điều 9"),
      t("Quy định thuộc thẩm quyền xử lý của cơ quan.", "The regulation is within the competence of the office."),
      ["assess"],
    ),
  ],
  fields: [line("competentBody", t("Cơ quan có thẩm quyền", "Competent body"))],
  documents: ["pakn-transfer"],
  bindingDocument: "pakn-transfer",
  handsOver: true,
  clocks: [
    { do: "meet", clock: "transfer" },
    { do: "meet", clock: "answer" },
  ],
  sets: {},
  leavesTheBuilding: true,
};

const assess: ActRule = {
  id: "assess",
  name: t("Nghiên cứu, đánh giá", "Assess"),
  todo: t("Nghiên cứu, đánh giá hoặc chuyển", "Assess it or transfer it"),
  rule: "PAKN-14-1",
  ...decree("Khoản 2 Điều 14"),
  from: ["LOGGED"],
  to: "ASSESSING",
  actors: handlers,
  guards: [
    formMet,
    guard(
      "own-regulation",
      decree("Điểm d khoản 1 Điều 9"),
      t(
        "Chỉ đánh giá quy định thuộc thẩm quyền; trường hợp khác phải chuyển trong 05 ngày làm việc.",
        "Only a regulation within competence is assessed; anything else is transferred within 5 working days.",
      ),
      ["transfer"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [
    { do: "cancel", clock: "transfer" },
    { do: "meet", clock: "answer" },
  ],
  sets: {},
};

const keepCollecting: ActRule = {
  id: "keep-collecting",
  name: t("Chưa đủ cơ sở, tiếp tục tập hợp", "Not enough yet; keep it for study"),
  rule: "PAKN-14-1",
  ...decree("Điểm b khoản 2 Điều 14"),
  from: ["ASSESSING"],
  to: "COLLECTED",
  actors: handlers,
  guards: [],
  fields: [words("reason", t("Lý do chưa đủ cơ sở", "Why it is not enough"))],
  documents: [],
  clocks: [],
  sets: {},
};

const assessAgain: ActRule = {
  ...keepCollecting,
  id: "assess-again",
  name: t("Đánh giá lại", "Assess again"),
  ...inference("Điểm b khoản 2 Điều 14 Nghị định 20/2008/NĐ-CP"),
  from: ["COLLECTED"],
  to: "ASSESSING",
  fields: [words("what", t("Cơ sở mới", "What is new"))],
};

const decideHandling: ActRule = {
  id: "decide-handling",
  name: t("Quyết định xử lý", "Decide the handling"),
  todo: t("Quyết định xử lý phản ánh, kiến nghị", "Decide what to do"),
  rule: "PAKN-14-1",
  ...decree("Điểm c, d khoản 2 Điều 14, Điều 15"),
  from: ["ASSESSING"],
  to: "HANDLED",
  actors: ["head"],
  guards: [],
  fields: [
    choices("criteria", t("Tiêu chí quy định không đáp ứng", "Criteria the regulation does not meet"), [
      option("necessary", t("Sự cần thiết", "Need")),
      option("lawful", t("Tính hợp lý, hợp pháp", "Reason and lawfulness")),
      option("simple", t("Tính đơn giản, dễ hiểu", "Simplicity")),
      option("feasible", t("Tính khả thi", "Feasibility")),
      option("consistent", t("Thống nhất, đồng bộ với quy định khác", "Consistency")),
      option("treaties", t("Phù hợp điều ước quốc tế", "Treaties")),
      option("none", t("Quy định đáp ứng các tiêu chí", "It meets them all")),
    ]),
    choice("handling", t("Hình thức xử lý", "Handling"), [
      option(
        "amend",
        t("Sửa đổi, bổ sung, bãi bỏ, hủy bỏ theo thẩm quyền", "Amend or repeal"),
        decree("Khoản 1 Điều 15"),
      ),
      option(
        "propose",
        t("Kiến nghị cơ quan có thẩm quyền", "Propose to the competent body"),
        decree("Khoản 2 Điều 15"),
      ),
      option(
        "new",
        t("Ban hành hoặc kiến nghị ban hành quy định mới", "Issue or propose a new one"),
        decree("Khoản 3 Điều 15"),
      ),
      option(
        "explain",
        t("Giữ quy định, giải thích", "Keep it and explain"),
        inference("Điều 14, Điều 15 Nghị định 20/2008/NĐ-CP"),
      ),
    ]),
    words("content", t("Nội dung xử lý", "Content")),
  ],
  documents: [],
  clocks: [],
  sets: { handling: "$handling" },
};

const publish: ActRule = {
  id: "publish",
  name: t("Công khai kết quả xử lý", "Publish the result"),
  todo: t("Công khai kết quả xử lý", "Publish the result"),
  rule: "PAKN-19-1",
  ...decree("Điều 19"),
  from: ["HANDLED"],
  to: "PUBLISHED",
  actors: handlers,
  guards: [],
  fields: [
    choices("means", t("Hình thức công khai", "How"), [
      option("portal", t("Cổng, trang thông tin điện tử", "Portal"), decree("Khoản 1 Điều 19")),
      option("media", t("Phương tiện thông tin đại chúng", "Media"), decree("Khoản 2 Điều 19")),
      option("letter", t("Gửi công văn cho người phản ánh", "Letter to the sender"), decree("Khoản 3 Điều 19")),
      option("other", t("Hình thức khác", "Other"), decree("Khoản 4 Điều 19")),
    ]),
    words("otherMeans", t("Hình thức khác", "Which other"), {
      required: "by-other-means",
      shownWhen: "by-other-means",
    }),
  ],
  documents: [],
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
  publishes: {
    what: t(
      "Kết quả xử lý phản ánh, kiến nghị về quy định hành chính",
      "Result of a reflection on an administrative regulation",
    ),
    documents: [],
    shows: "extract",
    ways: "means",
    privateWays: ["letter"],
  },
};

const tellStatus: ActRule = {
  id: "tell-status",
  name: t("Thông báo tình hình xử lý theo yêu cầu", "Tell how it stands, when asked"),
  rule: "PAKN-12-1",
  ...decree("Khoản 2 Điều 12"),
  from: ["LOGGED", "ASSESSING", "COLLECTED", "HANDLED"],
  to: "same",
  actors: handlers,
  guards: [],
  fields: [words("told", t("Nội dung đã thông báo", "What was told"))],
  documents: [],
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
};

/** Nghị định 20/2008/NĐ-CP with the changes of Nghị định 48/2013/NĐ-CP; not to be confused with complaints (Điều 1). */
export const regulationReflection: ProcedureRule = {
  id: "regulation-reflection",
  name: t("Phản ánh, kiến nghị về quy định hành chính", "Reflection on administrative regulations"),
  opens: {
    ...decree("Điều 1, Điều 5"),
    kinds: ["recommendation"],
    role: "main",
    prefix: "PAKN",
    todo: t("Lập hồ sơ phản ánh về quy định hành chính", "Open as a reflection on regulations"),
    fields: [],
  },
  stages: [
    { id: "intake", name: t("Tiếp nhận", "Intake") },
    { id: "assessment", name: t("Nghiên cứu, đánh giá", "Assessment") },
    { id: "publication", name: t("Xử lý, công khai", "Handling and publication") },
  ],
  initial: "RECEIVED",
  opening: [{ do: "start", clock: "transfer", rules: [{ rule: "PAKN-9-1" }] }],
  inherits: ["answer"],
  states,
  acts: [
    log,
    reject,
    transfer,
    assess,
    keepCollecting,
    assessAgain,
    decideHandling,
    publish,
    tellStatus,
    correctIn(states, inference("Điểm c khoản 1 Điều 9 Nghị định 20/2008/NĐ-CP"), [
      { do: "restart", clock: "transfer", from: "newDate", when: "corrects-date" },
    ]),
  ],
  documents: [
    {
      key: "pakn-transfer",
      form: null,
      symbol: "CV",
      name: t("Văn bản chuyển phản ánh, kiến nghị", "Transfer of a reflection on regulations"),
      recipients: [t("Cơ quan có thẩm quyền xử lý", "The competent body")],
      ...inference("Điểm d khoản 1 Điều 9 Nghị định 20/2008/NĐ-CP", "GAP-8"),
    },
  ],
};
