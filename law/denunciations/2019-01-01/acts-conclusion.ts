import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { expertAnswered, heard } from "./acts-verification.ts";
import { head, office } from "./states.ts";

const d35 = (rest: string) => text(`${rest} Điều 35 Luật Tố cáo`);
const d36 = (rest: string) => text(`${rest} Điều 36 Luật Tố cáo`);

export const conclude: ActRule = {
  id: "conclude",
  name: t("Ban hành kết luận nội dung tố cáo", "Issue the conclusion"),
  todo: t("Ban hành kết luận nội dung tố cáo", "Issue the conclusion"),
  rule: "TC-35-2",
  ...d35("Khoản 1, khoản 2"),
  from: ["VERIFYING", "REPORTED"],
  to: "CONCLUDED",
  actors: head,
  guards: [
    guard(
      "reported-or-verified-personally",
      text("Khoản 6 Điều 31 Luật Tố cáo"),
      t(
        "Phải có báo cáo kết quả xác minh, trừ khi người giải quyết tố cáo tự mình xác minh.",
        "There has to be a report, unless the resolver verified personally.",
      ),
      ["report-team", "report-agency"],
    ),
    heard,
    expertAnswered,
  ],
  fields: [
    answer("findings", t("Kết quả xác minh nội dung tố cáo", "Result of the verification")),
    answer("legalBasis", t("Căn cứ pháp luật xác định có hay không có vi phạm", "Legal basis of a breach or none")),
    choice("conclusion", t("Kết luận", "Conclusion"), [
      option("right", t("Tố cáo đúng", "Right"), d35("Điểm c khoản 2")),
      option("partly-right", t("Tố cáo đúng một phần", "Right in part"), d35("Điểm c khoản 2")),
      option("false", t("Tố cáo sai sự thật", "False"), d35("Điểm c khoản 2")),
    ]),
    answer("responsibility", t("Trách nhiệm của từng cơ quan, tổ chức, cá nhân", "Who answers for what")),
    answer("measures", t("Biện pháp xử lý theo thẩm quyền và kiến nghị", "Own measures and recommendations")),
    answer("policy", t("Kiến nghị về chính sách, pháp luật", "Recommendations on policy and law"), { required: false }),
    answer("earlierBreaches", t("Vi phạm trong việc giải quyết trước đó", "Breaches in the earlier settlement"), {
      required: "resettlement",
      shownWhen: "resettlement",
    }),
    answer(
      "earlierResponsibility",
      t("Trách nhiệm, xử lý đối với việc giải quyết trước đó", "Who answers for it, and how"),
      {
        required: "resettlement",
        shownWhen: "resettlement",
      },
    ),
  ],
  documents: ["tc-12"],
  bindingDocument: "tc-12",
  clocks: [
    { do: "meet", clock: "settlement" },
    { do: "start", clock: "sending", rules: [{ rule: "TC-35-1" }] },
    { do: "start", clock: "handling", rules: [{ rule: "TC-36-1" }] },
    { do: "start", clock: "publication", rules: [{ rule: "TC-40-1" }] },
  ],
  sets: { conclusion: "$conclusion" },
};

/*
 * After the conclusion three duties run side by side: send (05 working days), act on it (07), publish (07). None waits
 * for another in law. The state is the furthest of them that is done; the facts sent, handled and published say what
 * is done; what was overtaken is made up for by send-late and handle-late, and neither monitor nor close goes before
 * all three.
 */
const notDone = (condition: string, vi: string, en: string) => guard(condition, d35("Khoản 3"), t(vi, en));

export const send: ActRule = {
  id: "send",
  name: t("Gửi kết luận nội dung tố cáo", "Send the conclusion"),
  todo: t("Gửi kết luận và thông báo cho người tố cáo", "Send the conclusion and tell the denouncer of it"),
  rule: "TC-35-1",
  ...d35("Khoản 3"),
  from: ["CONCLUDED"],
  to: "SENT",
  actors: office,
  guards: [
    guard(
      "recipients-complete",
      d35("Khoản 3"),
      t(
        "Kết luận phải gửi đủ: người bị tố cáo, cơ quan quản lý người bị tố cáo, cơ quan, cá nhân liên quan.",
        "It goes to the accused, the body that manages them and all concerned.",
      ),
    ),
    guard(
      "denouncer-told",
      d35("Khoản 3"),
      t("Phải thông báo về kết luận cho người tố cáo.", "The denouncer has to be told of the conclusion."),
    ),
    guard(
      "safe-copy",
      inference("Khoản 3 Điều 8, Điều 56 Luật Tố cáo"),
      t(
        "Bản gửi người bị tố cáo phải lược bỏ thông tin có hại cho người tố cáo và bí mật nhà nước.",
        "The copy for the accused must hold nothing that harms the denouncer, and no state secret.",
      ),
    ),
  ],
  fields: [
    yesNo(
      "allRecipients",
      t(
        "Đã gửi người bị tố cáo, cơ quan quản lý người bị tố cáo, cơ quan, cá nhân liên quan",
        "Sent to the accused, the body that manages them and all concerned",
      ),
    ),
    yesNo("denouncerTold", t("Đã thông báo về kết luận cho người tố cáo", "The denouncer was told of the conclusion")),
    yesNo(
      "safeCopy",
      t(
        "Bản gửi người bị tố cáo không có thông tin có hại cho người tố cáo, bí mật nhà nước",
        "The copy for the accused holds nothing that harms the denouncer, and no state secret",
      ),
    ),
  ],
  documents: ["tc-conclusion-notice"],
  clocks: [{ do: "meet", clock: "sending" }],
  sets: { sent: true },
  leavesTheBuilding: true,
};

export const sendLate: ActRule = {
  ...send,
  id: "send-late",
  name: t("Gửi kết luận sau khi đã xử lý hoặc công khai", "Send the conclusion after handling or publication"),
  from: ["HANDLED", "PUBLISHED"],
  to: "same",
  guards: [
    notDone("not-sent", "Kết luận đã được gửi.", "The conclusion was sent already."),
    guard(
      "not-simplified",
      text("Điều 43 Luật Tố cáo"),
      t("Trình tự xử lý ngay không có kết luận để gửi.", "On the simplified track there is no conclusion to send."),
    ),
    ...send.guards,
  ],
};

export const handle: ActRule = {
  id: "handle",
  name: t("Xử lý kết luận nội dung tố cáo", "Act on the conclusion"),
  todo: t("Xử lý theo thẩm quyền hoặc kiến nghị xử lý", "Act, or recommend action to who is competent"),
  rule: "TC-36-1",
  ...d36("Khoản 1"),
  from: ["CONCLUDED", "SENT"],
  to: "HANDLED",
  actors: head,
  guards: [],
  fields: [
    choice("outcome", t("Xử lý", "Handling"), [
      option(
        "no-violation",
        t(
          "Không vi phạm: khôi phục quyền, lợi ích của người bị tố cáo",
          "No breach: the rights of the accused are restored",
        ),
        d36("Điểm a khoản 1"),
      ),
      option("own-decision", t("Ra quyết định xử lý theo thẩm quyền", "Own handling decision"), d36("Điểm b khoản 1")),
      option(
        "recommended",
        t("Kiến nghị cơ quan, người có thẩm quyền xử lý", "Action recommended to who is competent"),
        d36("Điểm b khoản 1"),
      ),
      option("both", t("Vừa xử lý, vừa kiến nghị", "Both"), d36("Điểm b khoản 1")),
    ]),
    answer("content", t("Nội dung xử lý", "What was done")),
    shortAnswer("recommendedTo", t("Nơi được kiến nghị", "Recommended to"), {
      required: "recommends-to-others",
      shownWhen: "recommends-to-others",
    }),
    answer(
      "falseDenunciation",
      t("Xử lý việc cố ý tố cáo sai sự thật (nếu có)", "Action on a deliberately false denunciation"),
      {
        required: false,
      },
    ),
  ],
  documents: ["tc-handling"],
  clocks: [
    { do: "meet", clock: "handling" },
    { do: "start", clock: "handling-publication", rules: [{ rule: "TC-40-1", when: "handled-by-own-decision" }] },
  ],
  sets: { handled: true, handledBy: "$outcome" },
};

export const handleLate: ActRule = {
  ...handle,
  id: "handle-late",
  name: t("Xử lý kết luận sau khi đã công khai", "Act on the conclusion after publication"),
  from: ["PUBLISHED"],
  to: "same",
  guards: [guard("not-handled", d36("Khoản 1"), t("Kết luận đã được xử lý.", "The conclusion was acted on already."))],
};

export const recordHandlingReport: ActRule = {
  id: "record-handling-report",
  name: t("Ghi nhận kết quả xử lý kiến nghị", "Record how the recommendation was dealt with"),
  rule: "TC-36-2",
  ...d36("Khoản 3"),
  from: ["HANDLED", "PUBLISHED", "MONITORED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "result-not-after-report",
      d36("Khoản 3"),
      t("Ngày có kết quả không được sau ngày nhận thông báo.", "The result cannot come after the message about it."),
    ),
  ],
  fields: [
    shortAnswer("from", t("Cơ quan xử lý kiến nghị", "Body that dealt with it")),
    date("resultOn", t("Ngày có kết quả xử lý", "Result on")),
    date("reportedOn", t("Ngày nhận thông báo", "Message received on")),
    answer("result", t("Kết quả xử lý", "Result")),
  ],
  documents: [],
  clocks: [],
  sets: { handlingReportedOn: "$reportedOn" },
};
