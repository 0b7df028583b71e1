import type { ActRule, FieldOption } from "../../src/rules/pack.ts";
import { choice, guard, line, option, t, text, words, yesNo } from "../wording.ts";
import type { Articles } from "./articles.ts";
import { head } from "./states.ts";

function filingGrounds(articles: Articles): readonly FieldOption[] {
  const { file: cited, check: checked } = articles;
  return [
    option(
      "not-eligible",
      t("Không đáp ứng yêu cầu của đơn đủ điều kiện xử lý", "Does not meet the conditions"),
      checked,
    ),
    option(
      "sent-to-competent",
      t("Đã gửi nhiều nơi, trong đó có đúng nơi có thẩm quyền", "Also sent to the competent body"),
      checked,
    ),
    option("guided-once", t("Đã được hướng dẫn một lần về cùng nội dung", "Guided once on the same content"), checked),
    option("expired", t("Khiếu nại đã hết thời hạn, thời hiệu", "Complaint out of time"), cited),
    option(
      "final-decision",
      t("Đã có quyết định, kết luận có hiệu lực, không có tình tiết mới", "A decision in force and nothing new"),
      cited,
    ),
    option("illegible", t("Rách nát, tẩy xóa, không đọc được", "Torn, scratched, illegible"), cited),
    option(
      "anonymous",
      t(
        "Tố cáo nặc danh, mạo danh, không có căn cứ để kiểm tra",
        "Anonymous denunciation with nothing that can be checked",
      ),
      articles.anonymous,
    ),
    option(
      "transferred-once",
      t("Tố cáo đã chuyển đơn một lần về cùng nội dung", "Denunciation transferred once on the same content"),
      articles.transferredOnce,
    ),
  ];
}

export function file(articles: Articles): ActRule {
  return {
    id: "file",
    name: t("Xếp lưu đơn", "File without action"),
    rule: "XLD-3",
    ...articles.file,
    from: ["CHECKED"],
    to: "FILED",
    actors: head,
    guards: [
      guard(
        "filing-fits",
        articles.file,
        t(
          "Lý do xếp lưu không khớp với kết quả kiểm tra đơn.",
          "The reason for filing does not agree with what was found when it was checked.",
        ),
        ["check", "propose"],
      ),
      guard(
        "told-when-in-person",
        text("Khoản 1 Điều 28 Luật Tiếp công dân"),
        t(
          "Người gửi đơn trực tiếp đến phải được trả lời hoặc thông báo trong 10 ngày làm việc; xếp lưu không thay cho trả lời.",
          "Who handed it in in person is answered within 10 working days; filing it does not take the place of that.",
        ),
        ["guide", "notify-ineligible"],
      ),
    ],
    fields: [
      choice("ground", t("Lý do xếp lưu", "Ground"), filingGrounds(articles), {
        help: t(
          "Tố cáo nặc danh nhưng có tài liệu, chứng cứ cụ thể thì không xếp lưu mà kiểm tra theo khoản 2 Điều 25 Luật Tố cáo.",
          "An anonymous denunciation with concrete evidence is not filed but inspected (Article 25.2).",
        ),
      }),
      yesNo("told", t("Đã trả lời người gửi đơn trực tiếp đến", "Who handed it in was answered"), {
        required: "in-person",
        shownWhen: "in-person",
      }),
      words("note", t("Ghi chú", "Note"), { required: false }),
    ],
    documents: ["xld-filing"],
    bindingDocument: "xld-filing",
    clocks: [{ do: "cancel", clock: "answer" }],
    sets: { filingGround: "$ground" },
  };
}

/** Điều 25.2: who sent it is unknown, but it names the violator, has concrete evidence and can be checked. */
export function toInspection(articles: Articles): ActRule {
  return {
    id: "to-inspection",
    name: t("Chuyển thông tin tố cáo để thanh tra, kiểm tra", "Hand the information over for inspection"),
    rule: "TC-25-2",
    ...articles.inspect,
    from: ["CHECKED"],
    to: "HANDED_OVER",
    actors: head,
    guards: [
      guard(
        "is-denunciation",
        articles.inspect,
        t("Chỉ áp dụng với đơn có nội dung tố cáo.", "Only for what denounces somebody."),
      ),
      guard(
        "sender-unknown",
        articles.inspect,
        t(
          "Đơn có họ tên, địa chỉ người tố cáo thì xử lý theo quy trình tố cáo.",
          "With the denouncer's name and address it is processed as a denunciation.",
        ),
        ["propose", "transfer-denunciation"],
      ),
      guard(
        "may-be-inspected",
        articles.inspect,
        t(
          "Phải đủ ba điều kiện: rõ người vi phạm, có tài liệu, chứng cứ cụ thể, có cơ sở để thẩm tra, xác minh.",
          "All three conditions are needed: a named violator, concrete evidence, and something that can be checked.",
        ),
        ["file"],
      ),
    ],
    fields: [
      yesNo("namesViolator", t("Nêu rõ người có hành vi vi phạm", "Names who broke the law")),
      yesNo("concreteEvidence", t("Có tài liệu, chứng cứ cụ thể về hành vi vi phạm", "Has concrete evidence of it")),
      yesNo("checkable", t("Có cơ sở để thẩm tra, xác minh", "Can be checked")),
      line("body", t("Cơ quan, đơn vị thanh tra, kiểm tra hoặc nơi chuyển đến", "Who inspects, or where it goes")),
    ],
    documents: ["xld-inspection"],
    bindingDocument: "xld-inspection",
    clocks: [{ do: "cancel", clock: "answer" }],
    sets: {},
  };
}
