import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, line, officers, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head, verifier } from "./states.ts";

export const orderVerification = (course: Course): ActRule => ({
  id: "order-verification",
  name: t("Giao xác minh nội dung khiếu nại", "Order verification"),
  todo: t("Kiểm tra lại; giao xác minh nếu chưa đủ cơ sở kết luận", "Re-check; order verification if not yet clear"),
  rule: "KN-18-1",
  ...course.verification.order,
  from: ["ACCEPTED"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [
    officers("verifiers", t("Người được giao xác minh", "Verifiers")),
    words("content", t("Nội dung cần xác minh", "What is to be verified")),
    line("period", t("Thời gian xác minh", "Time given"), {
      help: t("Số ngày, trong thời hạn giải quyết còn lại.", "Days, within what is left of the limit."),
    }),
  ],
  documents: ["kn-05"],
  bindingDocument: "kn-05",
  clocks: [],
  sets: {},
});

export const holdWorkingSession = (course: Course): ActRule => ({
  id: "hold-working-session",
  name: t("Lập biên bản làm việc", "Record a working session"),
  rule: "KN-19-1",
  ...course.verification.work,
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    choice(
      "with",
      t("Làm việc với", "Session with"),
      [
        option("complainant", t("Người khiếu nại hoặc người đại diện", "The complainant or representative")),
        option("respondent", t("Người bị khiếu nại", "The respondent")),
        option("related", t("Người có quyền, lợi ích liên quan", "Persons with related interests")),
        option("agency", t("Cơ quan, tổ chức có liên quan", "An agency concerned")),
        option(
          "joint",
          t(
            "Các bên, khi kết quả xác minh khác với thông tin các bên cung cấp",
            "All parties, where results differ from what they said",
          ),
        ),
        option("field", t("Xác minh thực tế", "On the spot")),
      ],
      {
        help: t(
          "Lập ít nhất hai bản; làm việc với các bên: ít nhất ba bản.",
          "At least two copies; a joint session at least three.",
        ),
      },
    ),
    line("place", t("Địa điểm", "Place")),
    words("summary", t("Nội dung làm việc", "What was said")),
    yesNo("signatureRefused", t("Có người không ký biên bản", "Somebody did not sign"), { required: false }),
    line(
      "witness",
      t("Người làm chứng hoặc đại diện chính quyền địa phương ký thay", "Witness or local authority who signed"),
      { required: "signature-refused", shownWhen: "signature-refused" },
    ),
  ],
  documents: ["kn-06"],
  clocks: [],
  sets: {},
});

export const requestInformation = (course: Course): ActRule => ({
  id: "request-information",
  name: t("Yêu cầu cung cấp thông tin, tài liệu, chứng cứ", "Ask for information and evidence"),
  rule: "KN-14-1",
  ...text(`Điểm a khoản 1 Điều ${course.instance === "first" ? 14 : 15} Luật Khiếu nại`),
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    line("addressee", t("Cơ quan, tổ chức, cá nhân được yêu cầu", "Who is asked")),
    words("content", t("Thông tin, tài liệu cần cung cấp", "What is asked for")),
  ],
  documents: ["kn-07"],
  bindingDocument: "kn-07",
  clocks: [{ do: "start", clock: "information", rules: [{ rule: "KN-14-1" }] }],
  sets: {},
  leavesTheBuilding: true,
});

export const handOver = (course: Course): ActRule => ({
  id: "hand-over",
  name: t("Giao nhận thông tin, tài liệu, chứng cứ", "Record handed-over evidence"),
  rule: "KN-21-1",
  ...course.verification.work,
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [],
  fields: [
    line("giver", t("Bên giao", "Handed over by")),
    words("items", t("Danh mục thông tin, tài liệu, chứng cứ", "List of items")),
    yesNo("complete", t("Đã đủ theo yêu cầu", "All that was asked for"), { required: false }),
  ],
  documents: ["kn-08"],
  clocks: [{ do: "meet", clock: "information" }],
  sets: {},
});

export const commissionExpert = (course: Course): ActRule => ({
  id: "commission-expert",
  name: t("Trưng cầu giám định", "Commission an expert examination"),
  rule: "KN-24-1",
  ...course.verification.expert,
  from: ["VERIFYING"],
  to: "same",
  actors: head,
  guards: [],
  fields: [
    line("expert", t("Cơ quan, tổ chức giám định", "Expert body")),
    words("question", t("Nội dung yêu cầu giám định", "Question to the expert")),
    date("resultBy", t("Thời hạn có kết luận giám định", "Result expected by"), {
      help: t(
        "Thời gian giám định không được trừ vào thời hạn giải quyết khiếu nại.",
        "The time of the examination counts; it does not stop the limit.",
      ),
    }),
  ],
  documents: ["kn-09", "kn-10"],
  bindingDocument: "kn-09",
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
});

const dialogueIfTheyDiffer = t(
  "Nếu còn khác nhau thì phải đối thoại trước khi ra quyết định (khoản 1 Điều 30 Luật Khiếu nại).",
  "If they differ, a dialogue must be held before the decision (Article 30.1).",
);
const dialogueAlways = (course: Course) =>
  t(
    `Trong mọi trường hợp đều phải đối thoại trước khi ra quyết định (${course.dialogue.duty.article}).`,
    "In every case a dialogue must be held before the decision.",
  );

const conclusions = [
  option("right", t("Đúng toàn bộ", "Right")),
  option("partly-right", t("Đúng một phần", "Right in part")),
  option("wrong", t("Sai toàn bộ", "Wrong")),
];

export const report = (course: Course): ActRule => ({
  id: "report",
  name: t("Báo cáo kết quả xác minh", "Report the result of verification"),
  todo: t("Xác minh và báo cáo kết quả", "Verify and report"),
  rule: "KN-27V-1",
  ...course.verification.report,
  from: ["VERIFYING"],
  to: "VERIFIED",
  actors: verifier,
  guards:
    course.id === "complaint-disciplinary-second"
      ? [
          guard(
            "issuer-report-asked",
            text("Khoản 1 Điều 55 Luật Khiếu nại"),
            t(
              "Chưa yêu cầu người ban hành quyết định kỷ luật báo cáo.",
              "Who issued the disciplinary decision has not been asked for a report.",
            ),
            ["request-issuer-report"],
          ),
        ]
      : [],
  fields: [
    choice("conclusion", t("Kết luận nội dung khiếu nại", "Conclusion"), conclusions),
    yesNo(
      "requestDiffers",
      t("Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau", "The request and the result still differ"),
      { help: course.id === "complaint-first" ? dialogueIfTheyDiffer : dialogueAlways(course) },
    ),
    words("findings", t("Kết quả xác minh đối với từng nội dung", "Result for each content")),
    words("recommendation", t("Kiến nghị", "Recommendation")),
  ],
  documents: ["kn-13"],
  clocks: [],
  sets: { verificationConclusion: "$conclusion", requestDiffers: "$requestDiffers" },
});
