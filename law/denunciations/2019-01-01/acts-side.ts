import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, officer, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { screened } from "./acts-intake.ts";
import { concluded, desk, head, inHand, intake, office } from "./states.ts";

/** Điều 43: no conclusion; a record of the breach and a handling decision, in the file of the administrative breach. */
export const settleSimplified: ActRule = {
  id: "settle-at-once",
  name: t("Xử lý ngay tố cáo vi phạm quản lý nhà nước đã rõ", "Settle at once a clear breach of state management"),
  rule: "TC-43-1",
  ...text("Điều 43 Luật Tố cáo"),
  from: intake,
  to: "HANDLED",
  actors: head,
  guards: [
    guard(
      "state-management",
      text("Khoản 1 Điều 43 Luật Tố cáo"),
      t(
        "Trình tự này chỉ áp dụng với hành vi vi phạm về quản lý nhà nước trong các lĩnh vực.",
        "This track is for breaches of state management rules only.",
      ),
      ["log-and-check", "accept"],
    ),
    guard(
      "within-own-field",
      text("Điểm b khoản 1 Điều 43 Luật Tố cáo"),
      t(
        "Chỉ xử lý ngay hành vi vi phạm thuộc lĩnh vực mình quản lý; ngoài lĩnh vực đó thì chuyển đến nơi có thẩm quyền.",
        "Only a breach in the field this office manages is settled at once; any other is transferred.",
      ),
      ["transfer", "correct"],
    ),
    guard(
      "clear-content",
      text("Khoản 1 Điều 43 Luật Tố cáo"),
      t("Nội dung tố cáo phải rõ ràng.", "The content has to be clear."),
      ["log-and-check", "accept"],
    ),
    guard(
      "concrete-evidence",
      text("Khoản 1 Điều 43 Luật Tố cáo"),
      t("Phải có chứng cứ cụ thể.", "There has to be concrete evidence."),
      ["log-and-check", "accept"],
    ),
    guard(
      "can-be-handled-at-once",
      text("Khoản 1 Điều 43 Luật Tố cáo"),
      t("Phải có cơ sở để xử lý ngay.", "There has to be a basis to handle it at once."),
      ["log-and-check", "accept"],
    ),
  ],
  fields: [
    yesNo("clearContent", t("Nội dung rõ ràng", "The content is clear")),
    yesNo("concreteEvidence", t("Chứng cứ cụ thể", "The evidence is concrete")),
    yesNo("immediate", t("Có cơ sở để xử lý ngay", "It can be handled at once")),
    shortAnswer("accused", t("Người vi phạm", "Who broke the law")),
    answer(
      "measure",
      t("Việc xác minh, biện pháp ngăn chặn, biên bản vi phạm", "Verification, measures, record of the breach"),
    ),
    choice("outcome", t("Xử lý", "Handling"), [
      option("own-decision", t("Ra quyết định xử lý theo thẩm quyền", "Own handling decision")),
      option("recommended", t("Đề nghị cơ quan có thẩm quyền xử lý", "The competent body is asked")),
    ]),
  ],
  documents: ["tc-handling"],
  clocks: [
    ...screened,
    { do: "start", clock: "publication", rules: [{ rule: "TC-40-1", when: "handled-by-own-decision" }] },
  ],
  sets: { simplified: true, handled: true, handledBy: "$outcome" },
};

export const reassign: ActRule = {
  id: "reassign",
  name: t("Giao lại người phụ trách", "Reassign the case"),
  rule: "TC-31-1",
  ...inference("Điều 31 Luật Tố cáo"),
  from: [...intake, ...inHand, "SUSPENDED", "CONCLUDED", "SENT", "HANDLED", "PUBLISHED", "MONITORED"],
  to: "same",
  actors: head,
  guards: [],
  fields: [
    officer("officer", t("Người phụ trách mới", "New officer")),
    shortAnswer("reason", t("Lý do giao lại", "Reason")),
  ],
  documents: [],
  clocks: [],
  sets: { assignedTo: "$officer" },
};

const everywhere = [...intake, ...inHand, "SUSPENDED", ...concluded];

/** A side act: the denunciation itself goes on. */
export const transferCrime: ActRule = {
  id: "transfer-crime-file",
  name: t("Chuyển hồ sơ có dấu hiệu của tội phạm", "Pass on a file with signs of a crime"),
  rule: "TC-27-1",
  ...text("Khoản 1 Điều 27, khoản 2 Điều 36 Luật Tố cáo"),
  from: everywhere,
  to: "same",
  actors: head,
  guards: [],
  fields: [
    date("detectedOn", t("Ngày thấy có dấu hiệu của tội phạm", "Signs seen on")),
    choice("to", t("Nơi nhận", "Passed to"), [
      option("police", t("Cơ quan điều tra", "The investigating body")),
      option("procuracy", t("Viện kiểm sát nhân dân", "The procuracy")),
    ]),
    answer("content", t("Dấu hiệu tội phạm, tài liệu chuyển kèm", "Signs of the crime, papers passed on")),
  ],
  documents: ["tc-crime-transfer"],
  clocks: [],
  sets: { crimeTransferred: true },
  leavesTheBuilding: true,
};

export const preventHarm: ActRule = {
  id: "prevent-harm",
  name: t("Áp dụng hoặc đề nghị biện pháp ngăn chặn thiệt hại", "Act, or ask others to act, to prevent harm"),
  rule: "TC-27-2",
  ...text("Khoản 2 Điều 27 Luật Tố cáo"),
  from: everywhere,
  to: "same",
  actors: head,
  guards: [],
  fields: [
    choice("way", t("Cách xử lý", "How"), [
      option("own-measure", t("Áp dụng biện pháp theo thẩm quyền", "Own measure")),
      option("told", t("Báo ngay cơ quan Công an hoặc cơ quan có thẩm quyền", "The police or the competent body told")),
    ]),
    answer("measure", t("Biện pháp hoặc nơi được báo", "Measure, or who was told")),
  ],
  documents: [],
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
};

export const notifyForwarder: ActRule = {
  id: "notify-forwarder",
  name: t("Thông báo kết quả xử lý cho nơi chuyển tố cáo đến", "Tell the forwarding body the result"),
  rule: "TC-26-1",
  ...text("Khoản 2 Điều 26 Luật Tố cáo"),
  from: [
    ...everywhere,
    "NOT_PROCESSED",
    "TO_INSPECTION",
    "TRANSFERRED",
    "NOT_ACCEPTED",
    "TERMINATED",
    "TAKEN_OVER",
    "CLOSED",
  ],
  to: "same",
  actors: office,
  guards: [
    guard(
      "forwarded",
      text("Khoản 2 Điều 26 Luật Tố cáo"),
      t(
        "Tố cáo này không do cơ quan báo chí, cơ quan, tổ chức, cá nhân nào chuyển đến.",
        "Nobody forwarded this denunciation.",
      ),
    ),
  ],
  fields: [
    shortAnswer("addressee", t("Nơi chuyển tố cáo đến", "Forwarding body")),
    answer("result", t("Kết quả xử lý", "Result")),
  ],
  documents: ["tc-forwarder-reply"],
  clocks: [{ do: "meet", clock: "forwarder-reply" }],
  sets: {},
  leavesTheBuilding: true,
};

export const recordNotice: ActRule = {
  id: "record-notice",
  name: t(
    "Ghi nhận đã thông báo việc gia hạn, tiếp tục giải quyết",
    "Record that the extension or resumption was made known",
  ),
  rule: "TC-30-4",
  ...text("Khoản 4 Điều 30, điểm d, điểm đ khoản 2 Điều 11 Luật Tố cáo"),
  from: [...inHand, "SUSPENDED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "both-told",
      text("Điểm d, điểm đ khoản 2 Điều 11 Luật Tố cáo"),
      t(
        "Phải thông báo cho cả người tố cáo và người bị tố cáo.",
        "Both the denouncer and the accused have to be told.",
      ),
    ),
  ],
  fields: [
    choice("about", t("Thông báo về", "About"), [
      option("extension", t("Gia hạn giải quyết tố cáo", "The extension")),
      option("resumption", t("Tiếp tục giải quyết tố cáo", "The resumption")),
    ]),
    date("notifiedOn", t("Ngày thông báo", "Told on")),
    yesNo("denouncerTold", t("Đã thông báo cho người tố cáo", "The denouncer was told")),
    yesNo("accusedTold", t("Đã thông báo cho người bị tố cáo", "The accused was told")),
  ],
  documents: [],
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
};

export const recordDemand: ActRule = {
  id: "record-demand",
  name: t("Ghi nhận yêu cầu báo cáo của cấp trên vì quá hạn", "Record the superior's demand about the delay"),
  rule: "TC-38-2",
  ...text("Khoản 3 Điều 38 Luật Tố cáo"),
  from: [...inHand, "SUSPENDED"],
  to: "same",
  actors: desk,
  guards: [
    guard(
      "demand-between-receipt-and-entry",
      inference("Khoản 3 Điều 38 Luật Tố cáo"),
      t(
        "Ngày nhận yêu cầu phải từ ngày nhận tố cáo đến ngày ghi nhận.",
        "The demand arrived between receipt and entry.",
      ),
    ),
  ],
  fields: [
    date("demandedOn", t("Ngày nhận văn bản yêu cầu", "Demand received on")),
    shortAnswer("from", t("Cơ quan cấp trên yêu cầu", "Superior body")),
  ],
  documents: [],
  clocks: [{ do: "start", clock: "superior-report", rules: [{ rule: "TC-38-2" }], from: "demandedOn" }],
  sets: {},
};

export const reportToSuperior: ActRule = {
  id: "report-to-superior",
  name: t("Báo cáo cấp trên về việc chậm giải quyết tố cáo", "Report to the superior on the delay"),
  rule: "TC-38-2",
  ...text("Khoản 3 Điều 38 Luật Tố cáo"),
  // The report is owed, also where the settlement has ended before it was sent.
  from: [...inHand, "SUSPENDED", ...concluded, "TERMINATED"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "superior-report-due",
      text("Khoản 3 Điều 38 Luật Tố cáo"),
      t("Không có yêu cầu báo cáo nào của cấp trên đang chờ.", "No demand of the superior is waiting."),
      ["record-demand"],
    ),
  ],
  fields: [
    answer(
      "content",
      t("Quá trình giải quyết, lý do chậm, trách nhiệm", "Course, reasons of the delay, who answers for it"),
    ),
  ],
  documents: ["tc-delay-report"],
  clocks: [{ do: "meet", clock: "superior-report" }],
  sets: {},
  leavesTheBuilding: true,
};

export const handToSuperior: ActRule = {
  id: "hand-to-superior",
  name: t("Dừng giải quyết, chuyển hồ sơ cho cấp trên", "Stop and hand the file to the superior body"),
  rule: "TC-38-3",
  ...text("Khoản 5 Điều 38 Luật Tố cáo"),
  from: [...inHand, "SUSPENDED"],
  to: "TAKEN_OVER",
  actors: head,
  guards: [],
  fields: [shortAnswer("orderedBy", t("Văn bản yêu cầu của cấp trên", "The superior's order"))],
  documents: [],
  clocks: [
    { do: "cancel", clock: "settlement" },
    { do: "cancel", clock: "notice-denouncer" },
    { do: "cancel", clock: "notice-accused" },
    { do: "meet", clock: "superior-report" },
  ],
  sets: { takenOver: true },
  leavesTheBuilding: true,
};
