import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, choices, date, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { concluded, head, inHand, intake, office } from "./states.ts";

const d40 = (rest: string) => text(`${rest} Điều 40 Luật Tố cáo`);

const publicationGuards = [
  guard(
    "publication-reveals-nothing",
    d40("Khoản 3"),
    t(
      "Không được công khai thông tin về người tố cáo hoặc nội dung thuộc bí mật nhà nước.",
      "Publication must reveal nothing of the denouncer and no state secret.",
    ),
  ),
  guard(
    "published-between-conclusion-and-entry",
    inference("Khoản 1 Điều 40 Luật Tố cáo"),
    t(
      "Ngày công khai phải từ ngày ra kết luận đến ngày ghi nhận.",
      "Publication lies between the conclusion and this entry.",
    ),
  ),
];

const publicationFields = [
  choices("ways", t("Hình thức công khai", "Ways of publication"), [
    option(
      "meeting",
      t("Công bố tại cuộc họp nơi người bị tố cáo công tác", "At a meeting where the accused works"),
      d40("Điểm a khoản 2"),
    ),
    option(
      "posting",
      t("Niêm yết tại trụ sở hoặc nơi tiếp công dân", "Posted at the office or reception point"),
      d40("Điểm b khoản 2"),
    ),
    option(
      "portal",
      t("Đăng cổng thông tin điện tử hoặc mạng nội bộ", "On the portal or the intranet"),
      d40("Điểm c khoản 2"),
    ),
    option("online-press", t("Thông báo trên báo điện tử", "In the online press"), d40("Điểm d khoản 2")),
    option(
      "press",
      t("Thông báo trên báo in, báo nói, báo hình", "In print, radio or television"),
      d40("Điểm d khoản 2"),
    ),
  ]),
  date("publishedOn", t("Ngày bắt đầu công khai", "Published from")),
  shortAnswer("place", t("Nơi công khai", "Where")),
  yesNo(
    "revealsNothing",
    t(
      "Nội dung công khai không có thông tin về người tố cáo, không có bí mật nhà nước",
      "It reveals nothing of the denouncer and no state secret",
    ),
  ),
];

export const publish: ActRule = {
  id: "publish",
  name: t("Công khai kết luận nội dung tố cáo", "Publish the conclusion"),
  todo: t("Công khai kết luận nội dung tố cáo", "Publish the conclusion"),
  rule: "TC-40-1",
  ...d40("Khoản 1, khoản 2"),
  from: ["CONCLUDED", "SENT", "HANDLED"],
  to: "PUBLISHED",
  actors: office,
  guards: publicationGuards,
  fields: publicationFields,
  documents: ["tc-publication"],
  clocks: [{ do: "meet", clock: "publication" }],
  sets: { published: true },
  leavesTheBuilding: true,
  publishes: {
    // Điều 43: on the simplified track there is no conclusion, and what is published is the handling decision.
    what: t("Kết luận nội dung tố cáo hoặc quyết định xử lý", "Conclusion or decision on a denunciation"),
    documents: ["tc-12", "tc-handling"],
    shows: "existence",
    ways: "ways",
    stays: "posting",
  },
};

export const publishHandling: ActRule = {
  ...publish,
  id: "publish-handling",
  name: t("Công khai quyết định xử lý hành vi vi phạm", "Publish the handling decision"),
  todo: t("Công khai quyết định xử lý", "Publish the handling decision"),
  from: ["HANDLED", "PUBLISHED"],
  to: "same",
  guards: [
    guard(
      "handling-to-publish",
      d40("Khoản 1"),
      t("Không có quyết định xử lý nào chờ công khai.", "No handling decision is waiting to be published."),
    ),
    ...publicationGuards,
  ],
  clocks: [{ do: "meet", clock: "handling-publication" }],
  sets: { handlingPublished: true },
  publishes: {
    what: t("Quyết định xử lý hành vi vi phạm bị tố cáo", "Decision on a violation that was denounced"),
    documents: ["tc-handling"],
    shows: "existence",
    ways: "ways",
    stays: "posting",
  },
};

/** `who`: those whom the version lets the resolver entrust with it. */
export const monitorBy = (who: readonly ReturnType<typeof option>[]): ActRule => ({
  id: "monitor",
  name: t("Theo dõi, đôn đốc việc thực hiện kết luận", "Monitor how the conclusion is carried out"),
  todo: t("Tổ chức theo dõi việc thực hiện kết luận", "Have the implementation monitored"),
  rule: "TC-18-1",
  ...text("Khoản 3 Điều 44 Luật Tố cáo"),
  from: ["HANDLED", "PUBLISHED"],
  to: "MONITORED",
  actors: head,
  guards: [
    guard(
      "sent-handled-published",
      text("Khoản 3 Điều 35, khoản 1 Điều 36, khoản 1 Điều 40 Luật Tố cáo"),
      t(
        "Kết luận phải được gửi, xử lý và công khai trước khi chuyển sang theo dõi thực hiện.",
        "The conclusion has to be sent, acted on and published first.",
      ),
      ["send-late", "handle-late", "publish"],
    ),
    guard(
      "own-decision-published",
      d40("Khoản 1"),
      t("Quyết định xử lý chưa được công khai.", "The handling decision is not published yet."),
      ["publish-handling"],
    ),
  ],
  fields: [choice("who", t("Người theo dõi, đôn đốc", "Monitored by"), who)],
  documents: [],
  clocks: [],
  sets: { monitoredBy: "$who" },
});

export const monitor = monitorBy([
  option("resolver", t("Người giải quyết tố cáo", "The resolver")),
  option("inspectorate", t("Cơ quan thanh tra nhà nước cùng cấp", "The state inspectorate of the same level")),
]);

export const close: ActRule = {
  id: "close",
  name: t("Kết thúc vụ việc, lưu hồ sơ", "Close and file"),
  todo: t("Theo dõi thực hiện, đánh số và lưu hồ sơ", "Follow the implementation, number and file"),
  rule: "TC-39-1",
  ...text("Điều 39 Luật Tố cáo"),
  from: ["MONITORED"],
  to: "CLOSED",
  actors: head,
  guards: [
    guard(
      "sent-handled-published",
      text("Khoản 3 Điều 35, khoản 1 Điều 36, khoản 1 Điều 40 Luật Tố cáo"),
      t("Kết luận phải được gửi, xử lý và công khai.", "The conclusion has to be sent, acted on and published."),
    ),
    guard(
      "file-numbered",
      text("Khoản 3 Điều 39 Luật Tố cáo"),
      t("Hồ sơ phải được đánh số thứ tự trước khi lưu.", "The file has to be numbered before it is stored."),
    ),
  ],
  fields: [
    answer("result", t("Kết quả thực hiện kết luận", "How the conclusion was carried out")),
    yesNo("numbered", t("Hồ sơ đã được đánh số thứ tự", "The file is numbered")),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

/** Settled 26: the wrong entry stays in the history; what follows from it is computed again. */
export const correct: ActRule = {
  id: "correct",
  name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
  rule: "correction",
  ...inference("Điều 39 Luật Tố cáo"),
  from: [
    ...intake,
    "NOT_PROCESSED",
    "TO_INSPECTION",
    "TRANSFERRED",
    "NOT_ACCEPTED",
    ...inHand,
    "SUSPENDED",
    "TERMINATED",
    "TAKEN_OVER",
    ...concluded,
  ],
  to: "same",
  actors: office,
  guards: [
    guard(
      "corrected-date-not-in-future",
      inference("Điều 39 Luật Tố cáo"),
      t("Ngày đúng không được sau ngày hôm nay.", "The right date cannot be after today."),
    ),
  ],
  fields: [
    choice("what", t("Thông tin ghi sai", "What was wrong"), [
      option("received-on", t("Ngày nhận tố cáo", "Day of receipt")),
      option("accepted-on", t("Ngày thụ lý", "Day of acceptance")),
      option("concluded-on", t("Ngày ban hành kết luận", "Day of the conclusion")),
      option("competence", t("Thẩm quyền giải quyết", "Competence")),
      option("forwarded", t("Nơi chuyển tố cáo đến", "Whether it was forwarded")),
      option("class", t("Phân loại", "Class")),
      option("other", t("Thông tin khác", "Something else")),
    ]),
    shortAnswer("oldValue", t("Thông tin đã ghi", "Entry so far")),
    date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-date", shownWhen: "corrects-date" }),
    yesNo("newWithinCompetence", t("Thuộc thẩm quyền giải quyết", "Within competence"), {
      required: "corrects-competence",
      shownWhen: "corrects-competence",
    }),
    yesNo("newForwarded", t("Do nơi khác chuyển đến", "Forwarded"), {
      required: "corrects-forwarded",
      shownWhen: "corrects-forwarded",
    }),
    answer("newValue", t("Thông tin đúng", "Right entry"), { required: "corrects-words", shownWhen: "corrects-words" }),
    answer("reason", t("Lý do đính chính", "Reason")),
  ],
  documents: [],
  clocks: [
    { do: "restart", clock: "acceptance", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "transfer", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "transfer-notice", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "forwarder-reply", from: "newDate", when: "corrects-received" },
    { do: "restart", clock: "settlement", from: "newDate", when: "corrects-accepted" },
    { do: "restart", clock: "notice-denouncer", from: "newDate", when: "corrects-accepted" },
    { do: "restart", clock: "notice-accused", from: "newDate", when: "corrects-accepted" },
    { do: "restart", clock: "sending", from: "newDate", when: "corrects-concluded" },
    { do: "restart", clock: "handling", from: "newDate", when: "corrects-concluded" },
    { do: "restart", clock: "publication", from: "newDate", when: "corrects-concluded" },
    { do: "recompute" },
  ],
  sets: { withinCompetence: "$newWithinCompetence", forwarded: "$newForwarded" },
};
