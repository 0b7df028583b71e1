import type { ActRule } from "../../src/rules/pack.ts";
import { choice, choices, date, guard, inference, line, option, t, text, words, yesNo } from "../wording.ts";
import type { Articles } from "./articles.ts";
import { head, processor, states } from "./states.ts";

const open = ["RECEIVED", "CHECKED", "INCOMPLETE", "PROPOSED", "ESCALATED"];

export function check(articles: Articles): ActRule {
  return {
    id: "check",
    name: t("Kiểm tra điều kiện, phân loại đơn", "Check the conditions and classify"),
    todo: t("Kiểm tra điều kiện, phân loại đơn", "Check the conditions and classify"),
    rule: "XLD-3",
    ...articles.check,
    from: ["RECEIVED", "CHECKED"],
    to: "CHECKED",
    actors: processor,
    guards: [],
    fields: [
      choice("class", t("Loại đơn, theo nội dung chứ không theo tiêu đề", "Kind, by content and not by title"), [
        option("complaint", t("Khiếu nại", "Complaint")),
        option("denunciation", t("Tố cáo", "Denunciation")),
        option("recommendation", t("Kiến nghị, phản ánh", "Recommendation or reflection")),
        option("mixed", t("Nhiều nội dung khác nhau", "Several contents")),
      ]),
      yesNo("withinCompetence", t("Thuộc thẩm quyền của cơ quan", "Within the competence of the office")),
      yesNo(
        "vietnamese",
        t("Bằng tiếng Việt hoặc có bản dịch được công chứng", "In Vietnamese or with a notarised translation"),
      ),
      yesNo("dated", t("Ghi rõ ngày, tháng, năm viết đơn", "Dated")),
      yesNo("nameAndAddress", t("Ghi rõ họ tên, địa chỉ người viết đơn", "Name and address are given"), {
        help: t(
          "Chỉ trả lời có hay không; không ghi họ tên người tố cáo.",
          "Yes or no only; no denouncer's name here.",
        ),
      }),
      yesNo("signed", t("Có chữ ký hoặc điểm chỉ", "Signed or fingerprinted")),
      yesNo("contentStated", t("Nội dung ghi đủ theo loại đơn", "The content is complete for its kind"), {
        help: t(
          "Khiếu nại: bên bị khiếu nại, nội dung, lý do, yêu cầu. Tố cáo: người bị tố cáo, hành vi vi phạm. Kiến nghị, phản ánh: nội dung.",
          "Complaint: respondent, content, reason, request. Denunciation: accused and act. Reflection: content.",
        ),
      }),
      yesNo("legible", t("Không rách nát, tẩy xóa, đọc được", "Legible")),
      yesNo(
        "firstTime",
        t("Chưa được xử lý, hoặc còn quyền khiếu nại, tố cáo tiếp", "Not processed before, or a further right remains"),
      ),
      yesNo(
        "sentToCompetentToo",
        t("Đã gửi nhiều nơi, trong đó có đúng nơi có thẩm quyền", "Also sent to the competent body"),
      ),
      yesNo("guidedBefore", t("Đã được hướng dẫn một lần về cùng nội dung", "Guided once before on the same content")),
      yesNo(
        "transferredBefore",
        t("Đã chuyển đơn một lần về cùng nội dung", "Transferred once before on the same content"),
      ),
      yesNo(
        "forwarded",
        t(
          "Do đại biểu, Mặt trận, báo chí hoặc cơ quan khác chuyển đến",
          "Forwarded by a deputy, the Front, the press or another body",
        ),
      ),
      yesNo("inPerson", t("Người gửi đơn trực tiếp đến", "Handed in by the sender in person")),
      yesNo("originals", t("Có kèm giấy tờ, tài liệu gốc", "Original papers are enclosed")),
    ],
    documents: [],
    clocks: [],
    sets: {
      class: "$class",
      withinCompetence: "$withinCompetence",
      vietnamese: "$vietnamese",
      dated: "$dated",
      nameAndAddress: "$nameAndAddress",
      signed: "$signed",
      contentStated: "$contentStated",
      legible: "$legible",
      firstTime: "$firstTime",
      sentToCompetentToo: "$sentToCompetentToo",
      guidedBefore: "$guidedBefore",
      transferredBefore: "$transferredBefore",
      forwarded: "$forwarded",
      inPerson: "$inPerson",
      originals: "$originals",
    },
  };
}

export function askToComplete(articles: Articles): ActRule {
  return {
    id: "ask-to-complete",
    name: t("Đề nghị bổ sung đơn, tài liệu", "Ask for completion"),
    rule: "XLD-3",
    ...articles.ineligible,
    from: ["CHECKED"],
    to: "INCOMPLETE",
    actors: [...processor, ...head],
    guards: [
      guard(
        "is-not-eligible",
        articles.check,
        t("Đơn đã đủ điều kiện xử lý, không cần bổ sung.", "The petition meets every condition; nothing is missing."),
      ),
    ],
    fields: [words("missing", t("Nội dung cần bổ sung", "What is missing"))],
    documents: ["xld-completion"],
    bindingDocument: "xld-completion",
    clocks: [],
    sets: {},
  };
}

export const recordCompletion: ActRule = {
  id: "record-completion",
  name: t("Ghi nhận đã bổ sung", "Record the completion"),
  rule: "XLD-3",
  ...inference("Điều 6 Thông tư 07/2014/TT-TTCP"),
  from: ["INCOMPLETE"],
  to: "RECEIVED",
  actors: processor,
  guards: [],
  fields: [words("received", t("Đơn, tài liệu đã nhận", "What was received"), { required: false })],
  documents: [],
  clocks: [],
  sets: {},
};

export const endWaiting: ActRule = {
  id: "end-waiting",
  name: t("Không bổ sung, xử lý tiếp", "Nothing came; go on"),
  rule: "XLD-3",
  ...inference("Điều 6 Thông tư 07/2014/TT-TTCP"),
  from: ["INCOMPLETE"],
  to: "CHECKED",
  actors: processor,
  guards: [],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};

export function reportUrgent(articles: Articles): ActRule {
  return {
    id: "report-urgent",
    name: t("Báo cáo người đứng đầu để xử lý kịp thời", "Report to the head for timely measures"),
    rule: "TC-16T-1",
    ...articles.crowd,
    from: open,
    to: "same",
    actors: processor,
    guards: [],
    fields: [
      choices("reasons", t("Lý do báo cáo", "Why"), [
        option("crowd", t("Phức tạp, gay gắt, nhiều người tham gia", "Complex, heated, many people"), articles.crowd),
        option(
          "ethnic",
          t("Liên quan chính sách dân tộc, tôn giáo", "Touches ethnic or religious policy"),
          articles.crowd,
        ),
        option(
          "harm",
          t("Gây hoặc đe dọa gây thiệt hại nghiêm trọng", "Serious harm done or threatened"),
          articles.harm,
        ),
        option(
          "breach",
          t(
            "Quyết định đã có hiệu lực có dấu hiệu vi phạm pháp luật hoặc có tình tiết mới",
            "A decision in force shows signs of a breach, or there are new facts",
          ),
          articles.breach,
        ),
        option(
          "crime",
          t("Có dấu hiệu tội phạm", "Signs of a crime"),
          text("Khoản 4 Điều 22 Thông tư 06/2014/TT-TTCP; khoản 1 Điều 27 Luật Tố cáo"),
        ),
      ]),
      words("measure", t("Biện pháp đề xuất", "Measure proposed")),
    ],
    documents: ["xld-report"],
    clocks: [],
    sets: {},
  };
}

export function returnOriginals(articles: Articles): ActRule {
  return {
    id: "return-originals",
    name: t("Trả lại giấy tờ, tài liệu gốc", "Give the originals back"),
    rule: "XLD-3",
    ...articles.originals,
    from: [...open],
    to: "same",
    actors: processor,
    guards: [
      guard(
        "has-originals",
        articles.originals,
        t("Đơn không kèm giấy tờ, tài liệu gốc.", "No originals came with the petition."),
      ),
    ],
    fields: [words("which", t("Giấy tờ đã trả", "Papers given back"))],
    documents: [],
    clocks: [],
    sets: { originals: false },
  };
}

/** Settled 26. */
export const correct: ActRule = {
  id: "correct",
  name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
  rule: "correction",
  ...inference("Khoản 2 Điều 29 Thông tư 07/2014/TT-TTCP"),
  from: states.map((state) => state.id),
  to: "same",
  actors: [...processor, "head"],
  guards: [
    guard(
      "corrected-date-not-in-future",
      inference("Khoản 2 Điều 29 Thông tư 07/2014/TT-TTCP"),
      t("Ngày đúng không được sau ngày hôm nay.", "The right date cannot be after today."),
    ),
  ],
  fields: [
    choice("what", t("Thông tin ghi sai", "What was wrong"), [
      option("received-on", t("Ngày nhận đơn", "Day of receipt")),
      option("other", t("Thông tin khác", "Something else")),
    ]),
    line("oldValue", t("Thông tin đã ghi", "Entry so far")),
    date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-received", shownWhen: "corrects-received" }),
    words("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    words("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [],
  sets: {},
};
