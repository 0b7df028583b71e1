import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text, words, yesNo } from "../../wording.ts";
import { afterSending, counter, head, inHand, office } from "./states.ts";

const measures = choice(
  "measure",
  t("Xử lý quyết định, hành vi bị khiếu nại", "What becomes of the contested decision or act"),
  [
    option("keep", t("Giữ nguyên", "Kept")),
    option("amend", t("Sửa đổi, bổ sung", "Amended")),
    option("cancel-part", t("Hủy bỏ một phần", "Cancelled in part")),
    option("cancel", t("Hủy bỏ toàn bộ", "Cancelled")),
    option("end-act", t("Chấm dứt hành vi hành chính", "The act ends")),
  ],
);

/** What starts to run once a first decision is issued. */
const decisionClocks: readonly ClockEffect[] = [
  { do: "meet", clock: "settlement" },
  { do: "cancel", clock: "information" },
  { do: "start", clock: "sending", rules: [{ rule: "KN-32-1" }] },
  { do: "start", clock: "effect", rules: [{ rule: "KN-44-1-remote", when: "remote" }, { rule: "KN-44-1" }] },
  { do: "start", clock: "forwarder-reply", rules: [{ rule: "KN-27-2", when: "forwarded" }] },
];

export const recheckDecide: ActRule = {
  id: "recheck-decide",
  name: t("Ra quyết định giải quyết ngay khi khiếu nại đúng", "Decide at once: the complaint is right"),
  rule: "KN-17-1",
  ...text("Điểm a khoản 1 Điều 29 Luật Khiếu nại"),
  from: ["ACCEPTED"],
  to: "DECIDED",
  actors: head,
  guards: [
    guard(
      "complaint-right",
      text("Điểm a khoản 1 Điều 29 Luật Khiếu nại"),
      t(
        "Chỉ được ra quyết định ngay khi thấy khiếu nại là đúng; nếu chưa có cơ sở kết luận thì tiến hành xác minh.",
        "Only when the complaint is found right can it be decided at once; otherwise verify.",
      ),
      ["order-verification"],
    ),
  ],
  fields: [
    yesNo("complaintRight", t("Đã kiểm tra lại và thấy khiếu nại là đúng", "Re-checked: the complaint is right")),
    measures,
    words("content", t("Nội dung giải quyết", "What is decided")),
    words("compensation", t("Bồi thường thiệt hại (nếu có)", "Compensation (if any)"), { required: false }),
  ],
  documents: ["kn-15"],
  bindingDocument: "kn-15",
  clocks: decisionClocks,
  sets: { conclusion: "right", measure: "$measure" },
};

export const decide: ActRule = {
  id: "decide",
  name: t("Ra quyết định giải quyết khiếu nại lần đầu", "Issue the first decision"),
  todo: t("Đối thoại (nếu còn khác nhau) và ra quyết định giải quyết", "Hold a dialogue if views differ, then decide"),
  rule: "KN-31-2",
  ...text("Điều 31 Luật Khiếu nại"),
  from: ["VERIFIED", "DIALOGUED"],
  to: "DECIDED",
  actors: head,
  guards: [
    guard(
      "dialogue-held-or-not-needed",
      text("Khoản 1 Điều 30 Luật Khiếu nại"),
      t(
        "Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: phải tổ chức đối thoại trước khi ra quyết định.",
        "The request and the result still differ: a dialogue must be held before the decision.",
      ),
      ["invite-dialogue"],
    ),
  ],
  fields: [
    choice("conclusion", t("Kết luận nội dung khiếu nại", "Conclusion"), [
      option("right", t("Đúng toàn bộ", "Right")),
      option("partly-right", t("Đúng một phần", "Right in part")),
      option("wrong", t("Sai toàn bộ", "Wrong")),
    ]),
    measures,
    words("content", t("Nội dung giải quyết", "What is decided"), {
      help: t("Giải quyết các vấn đề cụ thể trong nội dung khiếu nại.", "Settle each concrete issue of the complaint."),
    }),
    words("legalBasis", t("Căn cứ pháp luật", "Legal basis")),
    words("compensation", t("Bồi thường thiệt hại (nếu có)", "Compensation (if any)"), { required: false }),
  ],
  documents: ["kn-15"],
  bindingDocument: "kn-15",
  clocks: decisionClocks,
  sets: { conclusion: "$conclusion", measure: "$measure" },
};

export const send: ActRule = {
  id: "send",
  name: t("Gửi quyết định giải quyết khiếu nại", "Send the decision"),
  todo: t("Gửi quyết định cho những người phải được gửi", "Send the decision to all who must have it"),
  rule: "KN-32-1",
  ...text("Điều 32 Luật Khiếu nại"),
  from: ["DECIDED"],
  to: "SENT",
  actors: office,
  guards: [],
  fields: [
    choice("way", t("Cách gửi", "Sent by"), [
      option("post", t("Bưu chính có ký nhận", "Registered post")),
      option("hand", t("Giao trực tiếp", "By hand")),
      option("electronic", t("Điện tử", "Electronically")),
    ]),
    yesNo(
      "allRecipients",
      t(
        "Đã gửi đủ: người khiếu nại, cấp trên trực tiếp, người có quyền, nghĩa vụ liên quan, nơi chuyển đơn, thanh tra cùng cấp",
        "Sent to all: complainant, superior, related persons, forwarders, inspectorate",
      ),
    ),
  ],
  documents: [],
  sends: "kn-15",
  clocks: [{ do: "meet", clock: "sending" }],
  sets: { sentBy: "$way" },
  leavesTheBuilding: true,
};

export const recordReceipt: ActRule = {
  id: "record-receipt",
  name: t("Ghi ngày người khiếu nại nhận được quyết định", "Record when the complainant received the decision"),
  rule: "KN-33-1",
  ...text("Khoản 1 Điều 33 Luật Khiếu nại"),
  from: afterSending,
  to: "same",
  actors: office,
  guards: [
    guard(
      "receipt-after-decision",
      text("Khoản 1 Điều 33 Luật Khiếu nại"),
      t(
        "Ngày nhận không được trước ngày ban hành quyết định và không được sau ngày ghi nhận.",
        "The day of receipt is neither before the decision nor after this entry.",
      ),
    ),
  ],
  fields: [
    date("receivedOn", t("Ngày nhận được quyết định", "Received on")),
    choice("proof", t("Căn cứ", "Proof"), [
      option("postal", t("Phiếu báo phát của bưu chính", "Postal proof of delivery")),
      option("signature", t("Ký nhận trực tiếp", "Signature on delivery")),
      option("electronic", t("Xác nhận điện tử", "Electronic confirmation")),
      option("refused", t("Biên bản từ chối nhận", "Record of refusal to take it")),
    ]),
  ],
  documents: [],
  receiptOf: "kn-15",
  clocks: [
    {
      do: "start",
      clock: "second-complaint",
      rules: [{ rule: "KN-33-1-remote", when: "remote" }, { rule: "KN-33-1" }],
      from: "receivedOn",
    },
  ],
  sets: { decisionReceivedOn: "$receivedOn" },
};

const ways = choice("way", t("Hình thức công khai", "Way of publication"), [
  option(
    "meeting",
    t(
      "Công bố tại cuộc họp cơ quan, tổ chức nơi người bị khiếu nại công tác",
      "At a meeting where the respondent works",
    ),
  ),
  option(
    "posting",
    t("Niêm yết tại trụ sở làm việc hoặc nơi tiếp công dân", "Posted at the office or the reception point"),
  ),
  option("media", t("Thông báo trên phương tiện thông tin đại chúng", "In the mass media")),
]);

/** Until the decree: publication follows from the principle of openness, without a number of days. */
export const publish: ActRule = {
  id: "publish",
  name: t("Công khai quyết định giải quyết khiếu nại", "Publish the decision"),
  todo: t("Công khai quyết định giải quyết", "Publish the decision"),
  rule: "KN-29-5",
  ...inference("Điều 4, khoản 2 Điều 41 Luật Khiếu nại"),
  from: ["SENT"],
  to: "PUBLISHED",
  actors: office,
  guards: [],
  fields: [
    ways,
    date("publishedOn", t("Ngày công khai", "Published on")),
    date("noticeOn", t("Ngày thông báo cuộc họp", "Meeting announced on"), {
      required: "by-meeting",
      shownWhen: "by-meeting",
    }),
    line("place", t("Nơi công khai", "Where"), {
      help: t(
        "Nơi niêm yết, tên báo, đài hoặc địa chỉ trang thông tin.",
        "Place of posting, name of the medium or address of the page.",
      ),
    }),
  ],
  documents: ["publication-record"],
  clocks: [],
  sets: { published: true, publishedBy: "$way" },
  leavesTheBuilding: true,
};

export const publishLate: ActRule = {
  ...publish,
  id: "publish-late",
  name: t("Công khai quyết định khi đang thi hành", "Publish the decision during enforcement"),
  from: ["ENFORCING", "NOT_EXECUTED", "ENFORCED"],
  to: "same",
  guards: [
    guard(
      "not-published",
      inference("Điều 4 Luật Khiếu nại"),
      t("Quyết định đã được công khai.", "The decision is already published."),
    ),
  ],
};

export const secondComplaint: ActRule = {
  id: "second-complaint",
  name: t("Ghi nhận khiếu nại lần hai", "Record a second complaint"),
  rule: "KN-33-1",
  ...text("Khoản 1 Điều 33 Luật Khiếu nại"),
  gap: "GAP-5",
  from: [...inHand, "DECIDED", ...afterSending],
  to: "APPEALED",
  actors: counter,
  guards: [
    guard(
      "second-complaint-open",
      { ...text("Khoản 1 Điều 33 Luật Khiếu nại"), gap: "GAP-5" },
      t(
        "Chưa thể khiếu nại lần hai: thời hạn giải quyết lần đầu chưa hết và chưa có quyết định, hoặc thời hạn khiếu nại lần hai đã hết.",
        "No second complaint now: the first settlement is neither decided nor overdue, or the window has closed.",
      ),
    ),
  ],
  fields: [
    date("filedOn", t("Ngày nhận đơn khiếu nại lần hai", "Second complaint received on")),
    line("sentTo", t("Người giải quyết khiếu nại lần hai", "Second resolver")),
  ],
  documents: [],
  clocks: [
    { do: "cancel", clock: "settlement" },
    { do: "cancel", clock: "effect" },
    { do: "meet", clock: "second-complaint" },
  ],
  sets: { secondComplaintOn: "$filedOn" },
};

export const notifyForwarder: ActRule = {
  id: "notify-forwarder",
  name: t("Thông báo kết quả cho nơi chuyển đơn", "Tell the forwarding body the result"),
  rule: "KN-27-2",
  ...text("Khoản 2 Điều 27 Luật Tiếp công dân"),
  from: ["DECIDED", ...afterSending, "APPEALED", "CLOSED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "forwarded",
      text("Khoản 2 Điều 27 Luật Tiếp công dân"),
      t("Đơn này không do cơ quan, đại biểu nào chuyển đến.", "Nobody forwarded this complaint."),
    ),
  ],
  fields: [line("addressee", t("Nơi chuyển đơn", "Forwarding body"))],
  documents: [],
  clocks: [{ do: "meet", clock: "forwarder-reply" }],
  sets: {},
  leavesTheBuilding: true,
};
