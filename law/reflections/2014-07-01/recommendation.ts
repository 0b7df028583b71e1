import type { ActRule, Cited, ProcedureRule } from "../../../src/rules/pack.ts";
import { choice, guard, inference, line, officer, option, t, text, words } from "../../wording.ts";
import { correctIn } from "../correct.ts";
import { recommendationStates as states } from "./recommendation-states.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);
/** The circular held from 15 December 2014 to 14 November 2021; before and after it this is our reading. */
const like7 = (rest: string) => inference(`Theo ${rest} Thông tư 07/2014/TT-TTCP`, "GAP-12");

const assign: ActRule = {
  id: "assign",
  name: t("Phân công giải quyết", "Assign"),
  todo: t("Phân công giải quyết hoặc chuyển", "Assign it or transfer it"),
  rule: "KNPA-26-1",
  ...law("Điểm a khoản 2 Điều 26"),
  from: ["CLASSIFIED"],
  to: "ASSIGNED",
  actors: ["head"],
  guards: [],
  fields: [
    line("unit", t("Bộ phận, đơn vị được giao", "Unit")),
    officer("assignedTo", t("Người được giao", "Officer"), { required: false }),
    words("instruction", t("Ý kiến chỉ đạo", "Instruction"), { required: false }),
  ],
  documents: ["knpa-proposal"],
  clocks: [{ do: "start", clock: "internal-target", rules: [{ rule: "KNPA-noi-bo" }] }],
  sets: { route: "own", assignedTo: "$assignedTo" },
};

const transfer: ActRule = {
  id: "transfer",
  name: t("Chuyển đến cơ quan có thẩm quyền", "Transfer to the competent body"),
  rule: "KNPA-26-1",
  ...law("Điểm b khoản 2 Điều 26"),
  // Also when the unit that was told to handle it finds that it belongs elsewhere.
  from: ["CLASSIFIED", "ASSIGNED", "HANDLING"],
  to: "TRANSFERRED",
  actors: ["head", "petition-officer", "reception-officer"],
  guards: [],
  fields: [
    line("competentBody", t("Cơ quan có thẩm quyền", "Competent body")),
    choice("what", t("Gửi kèm", "What is sent"), [
      option("petition", t("Đơn", "The petition")),
      option("record", t("Bản ghi lại nội dung trình bày", "The written record of what was said")),
    ]),
  ],
  documents: ["knpa-transfer"],
  bindingDocument: "knpa-transfer",
  handsOver: true,
  clocks: [{ do: "cancel", clock: "internal-target" }],
  sets: { route: "transferred" },
  leavesTheBuilding: true,
};

const notify: ActRule = {
  id: "notify",
  name: t("Thông báo việc tiếp nhận, xử lý", "Tell what happens with it"),
  todo: t("Thông báo trong 10 ngày làm việc", "Tell within 10 working days"),
  rule: "KNPA-28-1",
  ...law("Khoản 1 Điều 28"),
  from: ["ASSIGNED", "TRANSFERRED"],
  to: "NOTIFIED",
  actors: ["reception-officer", "petition-officer", "settlement-officer", "head"],
  guards: [
    guard(
      "notice-fits-route",
      law("Khoản 1 Điều 28"),
      t(
        "Nội dung thông báo phải khớp: đã phân công thì báo đã thụ lý để giải quyết, đã chuyển thì báo đã chuyển; luật chỉ cho báo kéo dài hoặc từ chối với khiếu nại, tố cáo.",
        "What is told has to fit: accepted when assigned, transferred when transferred; more time or a refusal is provided for complaints and denunciations only.",
      ),
    ),
  ],
  fields: [
    choice("result", t("Nội dung thông báo", "What is told"), [
      option("accepted", t("Đã được thụ lý để giải quyết", "Accepted"), law("Điểm a khoản 1 Điều 28")),
      option("transferred", t("Đã chuyển đến cơ quan có thẩm quyền", "Transferred"), law("Điểm d khoản 1 Điều 28")),
    ]),
    words("note", t("Nội dung thêm", "More"), { required: false }),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "answer" }],
  sets: {},
  leavesTheBuilding: true,
};

const beginHandling: ActRule = {
  id: "begin-handling",
  name: t("Bắt đầu nghiên cứu, giải quyết", "Begin to handle it"),
  rule: "KNPA-26-1",
  ...law("Điểm a khoản 2 Điều 26"),
  from: ["NOTIFIED"],
  to: "HANDLING",
  actors: ["settlement-officer", "petition-officer", "head"],
  guards: [
    guard(
      "own-competence",
      law("Khoản 2 Điều 26"),
      t("Nội dung đã chuyển cơ quan khác giải quyết.", "It was transferred to another body."),
      ["close-transferred"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};

const closeTransferred: ActRule = {
  id: "close-transferred",
  name: t("Kết thúc vì đã chuyển và thông báo", "Close: transferred and told"),
  rule: "KNPA-30-1",
  ...inference("Khoản 2 Điều 26, khoản 1 Điều 28 Luật Tiếp công dân"),
  from: ["NOTIFIED"],
  to: "CLOSED",
  actors: ["petition-officer", "head"],
  guards: [
    guard(
      "other-competence",
      law("Khoản 2 Điều 26"),
      t("Nội dung thuộc thẩm quyền của cơ quan nên phải giải quyết.", "It is within the competence of the office."),
      ["begin-handling"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};

const answer: ActRule = {
  id: "answer",
  name: t("Trả lời kiến nghị, phản ánh", "Answer the reflection"),
  todo: t("Trả lời kiến nghị, phản ánh", "Answer the reflection"),
  rule: "KNPA-26-1",
  ...law("Điểm d khoản 1 Điều 7, khoản 2 Điều 26"),
  from: ["HANDLING"],
  to: "ANSWERED",
  actors: ["head", "settlement-officer"],
  guards: [],
  fields: [words("answer", t("Nội dung trả lời", "The answer"))],
  documents: ["knpa-answer"],
  bindingDocument: "knpa-answer",
  clocks: [{ do: "meet", clock: "internal-target" }],
  sets: {},
  leavesTheBuilding: true,
};

const close: ActRule = {
  id: "close",
  name: t("Kết thúc, lưu hồ sơ", "Close and file"),
  rule: "KNPA-26-1",
  ...inference("Khoản 2 Điều 26 Luật Tiếp công dân"),
  from: ["ANSWERED"],
  to: "CLOSED",
  actors: ["petition-officer", "settlement-officer", "head"],
  guards: [],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};

const reclassify: ActRule = {
  id: "reclassify",
  name: t("Phân loại lại là khiếu nại hoặc tố cáo", "Classify anew as a complaint or denunciation"),
  rule: "XLD-3",
  ...inference("Điều 6 Thông tư 07/2014/TT-TTCP"),
  from: ["CLASSIFIED", "ASSIGNED", "TRANSFERRED"],
  to: "RECLASSIFIED",
  actors: ["petition-officer", "head"],
  guards: [],
  fields: [
    choice("class", t("Loại đúng", "Right kind"), [
      option("complaint", t("Khiếu nại", "Complaint")),
      option("denunciation", t("Tố cáo", "Denunciation")),
    ]),
    words("reason", t("Lý do", "Reason"), {
      help: t("Không ghi thông tin của người tố cáo.", "Write nothing of a denouncer."),
    }),
  ],
  documents: [],
  clocks: [{ do: "cancel", clock: "internal-target" }],
  sets: { reclassifiedAs: "$class" },
};

const unnumbered: Cited = inference("Khoản 2 Điều 26 Luật Tiếp công dân", "GAP-8");
const correctionBasis = inference("Khoản 2 Điều 25 Luật Tiếp công dân");

export const recommendation: ProcedureRule = {
  id: "recommendation",
  name: t("Giải quyết kiến nghị, phản ánh", "Handling of a recommendation or reflection"),
  opens: {
    ...law("Khoản 2 Điều 26"),
    kinds: ["recommendation"],
    role: "main",
    usual: true,
    prefix: "KNPA",
    todo: t("Lập hồ sơ kiến nghị, phản ánh", "Open the recommendation or reflection"),
    fields: [],
  },
  stages: [
    { id: "intake", name: t("Tiếp nhận", "Intake") },
    { id: "handling", name: t("Giải quyết", "Handling") },
    { id: "answer", name: t("Trả lời", "Answer") },
  ],
  initial: "CLASSIFIED",
  opening: [],
  // The ten working days of Điều 28.1 run on the petition from the day it was received.
  inherits: ["answer"],
  states,
  acts: [
    assign,
    transfer,
    notify,
    beginHandling,
    closeTransferred,
    answer,
    close,
    reclassify,
    correctIn(states, correctionBasis, []),
  ],
  documents: [
    {
      key: "knpa-proposal",
      form: null,
      symbol: "PĐX",
      name: t("Phiếu đề xuất thụ lý đơn", "Proposal to take it up"),
      recipients: [t("Người có thẩm quyền", "The competent head")],
      ...like7("Khoản 1 Điều 21 (Mẫu 01-XLĐ)"),
      threeSignatures: true,
    },
    {
      key: "knpa-transfer",
      form: null,
      symbol: "PC",
      name: t("Phiếu chuyển đơn kiến nghị, phản ánh", "Transfer of a recommendation or reflection"),
      recipients: [t("Cơ quan có thẩm quyền", "The competent body"), t("Người kiến nghị, phản ánh", "Who made it")],
      ...like7("Khoản 2 Điều 21 (Mẫu 06-XLĐ)"),
    },
    {
      key: "knpa-answer",
      form: null,
      symbol: "CV",
      name: t("Công văn trả lời kiến nghị, phản ánh", "Answer to a recommendation or reflection"),
      recipients: [t("Người kiến nghị, phản ánh", "Who made it")],
      ...unnumbered,
    },
  ],
};
