import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { choice, guard, officer, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { screened } from "./acts-intake.ts";
import { head } from "./states.ts";

const d29 = (rest: string) => text(`${rest} Điều 29 Luật Tố cáo`);

/** What a decision of acceptance sets going; `rule` is the limit of the settlement. */
export const acceptanceClocks = (rule: string): readonly ClockEffect[] => [
  { do: "start", clock: "settlement", rules: [{ rule }] },
  { do: "start", clock: "notice-denouncer", rules: [{ rule: "TC-29-1" }] },
  { do: "start", clock: "notice-accused", rules: [{ rule: "TC-29-1" }] },
];

/** The four conditions of khoản 1 and the special case after it, one refusal each. */
export const acceptanceGuards = (instead: readonly string[], competence: readonly string[]) => [
  guard(
    "made-as-law-asks",
    d29("Điểm a khoản 1"),
    t(
      "Chưa đủ điều kiện thụ lý: tố cáo phải được thực hiện theo Điều 23 (đơn có đủ nội dung, có chữ ký hoặc điểm chỉ).",
      "Not accepted: it has to be made as Article 23 asks (complete, signed or fingerprinted).",
    ),
    instead,
  ),
  guard(
    "denouncer-has-capacity",
    d29("Điểm b khoản 1"),
    t(
      "Chưa đủ điều kiện thụ lý: người tố cáo phải có đủ năng lực hành vi dân sự hoặc có người đại diện theo pháp luật.",
      "Not accepted: the denouncer needs full capacity or a lawful representative.",
    ),
    instead,
  ),
  guard(
    "within-competence",
    d29("Điểm c khoản 1"),
    t(
      "Không thuộc thẩm quyền giải quyết: phải chuyển đến nơi có thẩm quyền.",
      "Outside competence: it has to be transferred to who is competent.",
    ),
    competence,
  ),
  guard(
    "basis-to-identify",
    d29("Điểm d khoản 1"),
    t(
      "Chưa đủ điều kiện thụ lý: nội dung phải có cơ sở để xác định người vi phạm và hành vi vi phạm pháp luật.",
      "Not accepted: the content must give a basis to identify who broke the law, and how.",
    ),
    instead,
  ),
  guard(
    "breach-shown-after-complaint",
    d29("Khoản 1"),
    t(
      "Tố cáo người đã giải quyết khiếu nại đúng pháp luật chỉ được thụ lý khi có thông tin, chứng cứ cho thấy người đó vi phạm pháp luật.",
      "A denunciation of who lawfully settled a complaint is accepted only on evidence that they broke the law.",
    ),
    instead,
  ),
];

export const acceptanceFields = [
  yesNo("madeAsLawAsks", t("Tố cáo được thực hiện theo Điều 23 Luật Tố cáo", "Made as Article 23 asks")),
  yesNo(
    "capacity",
    t(
      "Người tố cáo có đủ năng lực hành vi dân sự hoặc có người đại diện theo pháp luật",
      "Full capacity, or a lawful representative",
    ),
  ),
  yesNo("competent", t("Thuộc thẩm quyền giải quyết", "Within competence")),
  yesNo(
    "basis",
    t(
      "Có cơ sở để xác định người vi phạm, hành vi vi phạm pháp luật",
      "A basis to identify who broke the law, and how",
    ),
  ),
  yesNo(
    "fromComplaint",
    t(
      "Xuất phát từ vụ việc khiếu nại đã được giải quyết đúng pháp luật, nay tố cáo người đã giải quyết",
      "It grew out of a lawfully settled complaint, against the person who settled it",
    ),
  ),
  yesNo(
    "breachShown",
    t(
      "Có thông tin, tài liệu, chứng cứ để xác định người giải quyết khiếu nại vi phạm pháp luật",
      "There is evidence that this person broke the law",
    ),
    { required: "grew-out-of-complaint", shownWhen: "grew-out-of-complaint" },
  ),
  shortAnswer("accused", t("Người bị tố cáo", "The accused")),
  answer("content", t("Nội dung tố cáo được thụ lý", "Content accepted"), {
    help: t("Ghi như sẽ in trong quyết định thụ lý.", "As it will stand in the decision."),
  }),
  officer("assignedTo", t("Người được giao tham mưu giải quyết", "Officer assigned to the case"), { required: false }),
];

export const accept: ActRule = {
  id: "accept",
  name: t("Thụ lý tố cáo", "Accept the denunciation"),
  todo: t("Thụ lý hoặc không thụ lý tố cáo", "Accept the denunciation or refuse it"),
  rule: "TC-29-2",
  ...d29("Khoản 1, khoản 2"),
  from: ["CHECKING"],
  to: "ACCEPTED",
  actors: head,
  guards: [
    guard(
      "denouncer-identified",
      text("Khoản 1 Điều 24, khoản 1 Điều 25 Luật Tố cáo"),
      t(
        "Chưa xác định được người tố cáo: ghi kết quả kiểm tra, hoặc xử lý theo Điều 25.",
        "The denouncer is not identified: record the check, or handle it under Article 25.",
      ),
      ["record-check", "not-process-unnamed", "to-inspection"],
    ),
    ...acceptanceGuards(["refuse"], ["transfer", "not-process-duplicate"]),
  ],
  fields: acceptanceFields,
  documents: ["tc-04"],
  bindingDocument: "tc-04",
  clocks: [...screened, ...acceptanceClocks("TC-30-1")],
  sets: { assignedTo: "$assignedTo", withinCompetence: true },
  leavesTheBuilding: true,
};

/** Want of competence is no ground: such a denunciation is transferred (khoản 2 Điều 24). */
export const refuse: ActRule = {
  id: "refuse",
  name: t("Không thụ lý tố cáo", "Refuse the denunciation"),
  rule: "TC-24-2",
  ...text("Khoản 1 Điều 24, khoản 1 Điều 29 Luật Tố cáo"),
  from: ["CHECKING"],
  to: "NOT_ACCEPTED",
  actors: head,
  guards: [],
  fields: [
    choice("ground", t("Điều kiện không đáp ứng", "Condition that fails"), [
      option("a", t("Không được thực hiện theo Điều 23", "Not made as Article 23 asks"), d29("Điểm a khoản 1")),
      option(
        "b",
        t(
          "Người tố cáo không đủ năng lực hành vi dân sự, không có người đại diện theo pháp luật",
          "No capacity and no lawful representative",
        ),
        d29("Điểm b khoản 1"),
      ),
      option(
        "d",
        t("Không có cơ sở xác định người vi phạm, hành vi vi phạm", "No basis to identify who broke the law, or how"),
        d29("Điểm d khoản 1"),
      ),
      option(
        "complaint",
        t(
          "Tố cáo người đã giải quyết khiếu nại đúng pháp luật mà không có chứng cứ vi phạm",
          "Against who lawfully settled a complaint, without evidence of a breach",
        ),
        d29("Khoản 1"),
      ),
    ]),
    answer("reason", t("Lý do không thụ lý", "Reason")),
  ],
  documents: ["tc-refusal"],
  bindingDocument: "tc-refusal",
  clocks: [...screened, { do: "start", clock: "refusal-notice", rules: [{ rule: "TC-24-2" }] }],
  sets: { refusalGround: "$ground" },
  leavesTheBuilding: true,
};
