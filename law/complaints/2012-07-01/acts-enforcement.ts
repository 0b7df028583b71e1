import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head, office, verifier } from "./states.ts";

const how = choice("how", t("Kết quả thi hành", "How it was carried out"), [
  option(
    "replaced",
    t("Đã ban hành quyết định thay thế hoặc sửa đổi, bổ sung", "A replacing or amending decision was issued"),
  ),
  option("act-ended", t("Đã chấm dứt hành vi hành chính", "The act was ended")),
  option("complied", t("Người khiếu nại đã chấp hành", "The complainant complied")),
  option("coerced", t("Đã cưỡng chế thi hành", "Enforced by coercion")),
]);

const howDisciplinary = choice("how", t("Kết quả thi hành", "How it was carried out"), [
  option(
    "changed",
    t(
      "Đã sửa đổi, bổ sung hoặc hủy bỏ quyết định kỷ luật và khôi phục quyền, lợi ích",
      "The disciplinary decision was changed or cancelled and the rights were restored",
    ),
  ),
  option("complied", t("Quyết định kỷ luật được giữ nguyên và đã chấp hành", "The discipline stands and was served")),
]);

const d58 = text("Khoản 1 Điều 58 Luật Khiếu nại");

const announcedToStaff = guard(
  "announced",
  d58,
  t(
    "Quyết định chưa được công bố đến toàn thể cán bộ, công chức của cơ quan.",
    "The decision has not been announced to the whole staff yet.",
  ),
  ["announce"],
);

/** The duty of the head of the place of work once a disciplinary settlement is in effect. */
export const announce: ActRule = {
  id: "announce",
  name: t("Công bố quyết định đến toàn thể cán bộ, công chức", "Announce the decision to the whole staff"),
  rule: "KN-58-1",
  ...d58,
  from: ["SENT", "PUBLISHED", "ENFORCING", "NOT_EXECUTED", "ENFORCED"],
  to: "same",
  actors: office,
  guards: [
    guard("not-announced", d58, t("Quyết định đã được công bố.", "The decision was announced already.")),
    guard(
      "in-legal-effect",
      text("Khoản 1 Điều 57, khoản 1 Điều 58 Luật Khiếu nại"),
      t("Quyết định chưa có hiệu lực pháp luật.", "The decision is not in legal effect yet."),
    ),
  ],
  fields: [
    date("announcedOn", t("Ngày công bố", "Announced on")),
    line("place", t("Cơ quan, đơn vị nơi công bố", "Where it was announced")),
  ],
  documents: ["publication-record"],
  clocks: [],
  sets: { announced: true, announcedOn: "$announcedOn" },
  leavesTheBuilding: true,
};

export const directEnforcement = (course: Course): ActRule => ({
  id: "direct-enforcement",
  name: t("Chỉ đạo thi hành quyết định có hiệu lực pháp luật", "Direct enforcement of the effective decision"),
  todo: t("Chỉ đạo thi hành khi quyết định có hiệu lực pháp luật", "Direct enforcement once the decision is in effect"),
  rule: "KN-31-1",
  ...course.enforcement,
  from: ["SENT", "PUBLISHED", "NOT_EXECUTED"],
  to: "ENFORCING",
  actors: head,
  guards: [
    guard(
      "in-legal-effect",
      course.decision.effectCited,
      t("Quyết định chưa có hiệu lực pháp luật.", "The decision is not in legal effect yet."),
      ["publish", "record-receipt", ...(course.instance === "first" ? ["second-complaint"] : [])],
    ),
  ],
  fields: [
    line("executor", t("Cơ quan, tổ chức, cá nhân phải thi hành", "Who has to carry it out")),
    words("content", t("Nội dung phải thực hiện", "What has to be done")),
    date("doneBy", t("Thời hạn thực hiện", "To be done by")),
    date("reportBy", t("Thời hạn báo cáo kết quả", "To be reported by"), { required: false }),
  ],
  documents: ["enforcement-direction"],
  bindingDocument: "enforcement-direction",
  clocks: [],
  sets: { enforceBy: "$doneBy" },
  leavesTheBuilding: true,
});

export const recordExecution = (course: Course): ActRule => ({
  id: "record-execution",
  name: t("Ghi nhận đã thi hành xong", "Record execution"),
  todo: t("Theo dõi việc thi hành và ghi nhận kết quả", "Follow the enforcement and record its result"),
  rule: "KN-32E-1",
  ...course.enforcement,
  from: ["ENFORCING", "NOT_EXECUTED"],
  to: "ENFORCED",
  actors: verifier,
  guards: [],
  fields: [
    course.disciplinary ? howDisciplinary : how,
    words("summary", t("Nội dung báo cáo kết quả", "Report of the result")),
  ],
  documents: [],
  clocks: [],
  sets: { executed: true },
});

export const recordNonExecution = (course: Course): ActRule => ({
  id: "record-non-execution",
  name: t("Ghi nhận không thi hành hoặc thi hành không đầy đủ", "Record that it was not carried out"),
  rule: "KN-31-4",
  ...course.enforcement,
  from: ["ENFORCING"],
  to: "NOT_EXECUTED",
  actors: verifier,
  guards: [],
  fields: [
    words("reason", t("Nội dung chưa thi hành và lý do", "What was not done, and why")),
    words("measure", t("Biện pháp xử lý hoặc kiến nghị", "Measure taken or proposed")),
  ],
  documents: [],
  clocks: [],
  sets: { executed: false },
});

export const close = (course: Course): ActRule => ({
  id: "close",
  name: t("Kết thúc vụ việc, lưu hồ sơ", "Close and file"),
  todo: t("Đánh số trang, lưu hồ sơ", "Number the pages and file"),
  rule: "KN-34-1",
  ...course.file,
  from: ["ENFORCED"],
  to: "CLOSED",
  actors: verifier,
  guards: [
    guard(
      "published",
      inference("Điều 4 Luật Khiếu nại"),
      t("Quyết định chưa được công khai.", "The decision is not published yet."),
      ["publish-late"],
    ),
    ...(course.disciplinary ? [announcedToStaff] : []),
  ],
  fields: [
    yesNo("pagesNumbered", t("Hồ sơ đã được đánh số trang theo thứ tự tài liệu", "The pages of the file are numbered")),
  ],
  documents: [],
  clocks: [],
  sets: {},
});
