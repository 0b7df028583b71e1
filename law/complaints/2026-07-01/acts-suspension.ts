import type { ActRule, ClockEffect } from "../../../src/rules/pack.ts";
import { choice, choices, date, guard, inference, option, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "../2012-07-01/courses.ts";
import { afterSending, head, office } from "../2012-07-01/states.ts";

const d11a1 = (point: string) => text(`Điểm ${point} khoản 1 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)`);
const d11a2 = (point: string) => text(`Điểm ${point} khoản 2 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)`);
const d28a = (point: string) =>
  text(`Điểm ${point} khoản 3 Điều 28a Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)`);
const d10 = (clause: number) => text(`Khoản ${clause} Điều 10 Luật Khiếu nại (Luật 136/2025/QH15)`);

/** KN-28b-2: the decision goes out within three working days. */
const sendIt: ClockEffect = { do: "start", clock: "suspension-sending", rules: [{ rule: "KN-28b-2" }] };

const suspend = (course: Course): ActRule => ({
  id: "suspend",
  name: t("Tạm đình chỉ giải quyết khiếu nại", "Suspend the settlement"),
  rule: "KN-11a-1",
  ...text("Khoản 1 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)"),
  from: course.inHand,
  to: "SUSPENDED",
  actors: head,
  guards: [],
  fields: [
    choice("ground", t("Căn cứ tạm đình chỉ", "Ground"), [
      option(
        "a",
        t(
          "Sự kiện bất khả kháng, trở ngại khách quan mà người khiếu nại không thể tiếp tục tham gia",
          "Force majeure or an obstacle keeps the complainant from taking part",
        ),
        d11a1("a"),
      ),
      option(
        "b",
        t(
          "Cần chờ kết quả giải quyết của cơ quan, tổ chức, cá nhân có thẩm quyền về vấn đề có liên quan trực tiếp",
          "The result of another authority on a directly related matter must be awaited",
        ),
        d11a1("b"),
      ),
    ]),
    choice(
      "obstacle",
      t("Sự kiện, trở ngại", "Event or obstacle"),
      [
        option("disaster", t("Thiên tai, dịch bệnh, chiến tranh, địch họa", "Disaster, epidemic, war"), d28a("a")),
        option(
          "illness",
          t("Tai nạn, ốm đau, đi công tác, học tập ở nơi xa", "Accident, illness, business trip, study far away"),
          d28a("b"),
        ),
        option(
          "sealed-files",
          t(
            "Hồ sơ, tài liệu liên quan trực tiếp đang bị tạm giữ, niêm phong",
            "Directly related files are seized or sealed",
          ),
          d28a("c"),
        ),
        option("other", t("Trường hợp khác", "Another case"), text("Khoản 3 Điều 28a Nghị định 124/2020/NĐ-CP")),
      ],
      { required: "ground-is-obstacle", shownWhen: "ground-is-obstacle" },
    ),
    words("evidence", t("Căn cứ, tài liệu chứng minh", "Evidence in the file"), {
      help: t(
        "Phải có căn cứ, tài liệu chứng minh và thể hiện trong hồ sơ (khoản 4 Điều 28a).",
        "It must be proved in the file (Article 28a.4).",
      ),
    }),
    words("reason", t("Lý do tạm đình chỉ", "Reason")),
  ],
  documents: ["kn-14a"],
  bindingDocument: "kn-14a",
  clocks: [{ do: "pause" }, sendIt],
  sets: { suspensionGround: "$ground" },
  leavesTheBuilding: true,
});

const resume: ActRule = {
  id: "resume",
  name: t("Tiếp tục giải quyết khiếu nại", "Resume the settlement"),
  todo: t("Tiếp tục giải quyết ngay khi căn cứ tạm đình chỉ không còn", "Resume at once when the ground has ended"),
  rule: "KN-11a-4",
  ...text("Khoản 4 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)"),
  from: ["SUSPENDED"],
  to: "previous",
  actors: head,
  guards: [],
  fields: [
    date("groundEndedOn", t("Ngày căn cứ tạm đình chỉ không còn", "The ground ended on"), { required: false }),
    words("reason", t("Lý do tiếp tục giải quyết", "Reason")),
  ],
  documents: ["kn-14b"],
  bindingDocument: "kn-14b",
  clocks: [{ do: "resume" }, sendIt],
  sets: {},
  leavesTheBuilding: true,
};

const sendSuspension = (course: Course): ActRule => ({
  id: "send-suspension",
  name: t(
    "Gửi quyết định tạm đình chỉ, đình chỉ hoặc tiếp tục giải quyết",
    "Send the suspension, termination or resumption",
  ),
  rule: "KN-28b-2",
  ...text("Điều 28b Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)"),
  from: [
    "SUSPENDED",
    "TERMINATED",
    ...course.inHand,
    "DECIDED",
    ...afterSending,
    ...(course.instance === "first" ? ["APPEALED"] : []),
  ],
  to: "same",
  actors: office,
  guards: [
    guard(
      "suspension-to-send",
      text("Điều 28b Nghị định 124/2020/NĐ-CP"),
      t(
        "Không có quyết định tạm đình chỉ, đình chỉ hoặc tiếp tục nào chờ gửi.",
        "No such decision is waiting to be sent.",
      ),
    ),
  ],
  fields: [
    yesNo(
      "allRecipients",
      t(
        "Đã gửi đủ: người khiếu nại, người đại diện, người bị khiếu nại, người có quyền, nghĩa vụ liên quan",
        "Sent to all: complainant, representative, respondent, related persons",
      ),
      {
        help: t(
          "Người khiếu nại đã chết hoặc tổ chức đã chấm dứt: gửi Ủy ban nhân dân cấp xã nơi thường trú cuối cùng hoặc nơi có trụ sở chính.",
          "If the complainant died or the organisation ended: to the commune of last residence or head office.",
        ),
      },
    ),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "suspension-sending" }],
  sets: {},
  leavesTheBuilding: true,
});

const stops: readonly ClockEffect[] = [
  { do: "cancel", clock: "acceptance" },
  { do: "cancel", clock: "settlement" },
  { do: "cancel", clock: "information" },
];

const signedRefusal = t(
  "Đơn rút hoặc biên bản ghi nhận việc rút phải có chữ ký hoặc điểm chỉ của người khiếu nại.",
  "The letter or record of withdrawal needs the signature or fingerprint of the complainant.",
);

const terminate = (course: Course): ActRule => ({
  id: "terminate",
  name: t("Đình chỉ giải quyết khiếu nại", "End the settlement"),
  rule: "KN-11a-2",
  ...text("Khoản 2 Điều 11a Luật Khiếu nại (Luật 136/2025/QH15)"),
  from: [...course.inHand, "SUSPENDED"],
  to: "TERMINATED",
  actors: head,
  guards: [guard("withdrawal-signed-if-withdrawn", d10(1), signedRefusal, ["withdraw-all"])],
  fields: [
    choice("ground", t("Căn cứ đình chỉ", "Ground"), [
      option("a", t("Người khiếu nại rút toàn bộ khiếu nại", "The whole complaint was withdrawn"), d11a2("a")),
      option(
        "b",
        t(
          "Người khiếu nại chết mà quyền, lợi ích không được thừa kế; tổ chức chấm dứt mà quyền, nghĩa vụ không được kế thừa",
          "Death or end of the organisation without succession",
        ),
        d11a2("b"),
      ),
      option("c", t("Không còn đối tượng hoặc nội dung để giải quyết", "No object or content is left"), d11a2("c")),
      option(
        "d",
        t("Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định", "A court has accepted or adjudicated it"),
        d11a2("d"),
      ),
    ]),
    yesNo("signed", t("Việc rút có chữ ký hoặc điểm chỉ", "The withdrawal is signed or fingerprinted"), {
      required: "ground-is-withdrawal",
      shownWhen: "ground-is-withdrawal",
    }),
    words("reason", t("Lý do đình chỉ", "Reason")),
  ],
  documents: ["kn-14a"],
  bindingDocument: "kn-14a",
  clocks: [...stops, sendIt],
  sets: { terminationGround: "$ground" },
  leavesTheBuilding: true,
});

/** How a withdrawal reaches the resolver. */
export const way = choice("way", t("Hình thức rút", "Withdrawn by"), [
  option("letter", t("Đơn rút khiếu nại", "A letter"), d10(1)),
  option("record", t("Biên bản ghi nhận ý kiến rút khiếu nại", "A record of the statement"), d10(1)),
]);
const withdrawnOn = date("withdrawnOn", t("Ngày rút khiếu nại", "Withdrawn on"));
const signed = yesNo(
  "signed",
  t("Có chữ ký hoặc điểm chỉ của người khiếu nại", "Signed or fingerprinted by the complainant"),
);
const withdrawalGuards = [
  guard("withdrawal-signed", d10(1), signedRefusal),
  guard(
    "withdrawal-not-before-receipt",
    inference("Điều 10 Luật Khiếu nại"),
    t("Ngày rút phải từ ngày nhận khiếu nại đến ngày ghi nhận.", "The withdrawal lies between receipt and this entry."),
  ),
];
const notAgain = t(
  "Nội dung đã rút sẽ không được xem xét, giải quyết lại, trừ trường hợp bị ép buộc, đe dọa (khoản 3 Điều 10).",
  "What was withdrawn is not taken up again unless the withdrawal was forced (Article 10.3).",
);

const withdrawPart = (course: Course): ActRule => ({
  id: "withdraw-part",
  name: t("Rút một phần khiếu nại", "Withdraw a part"),
  rule: "KN-10-2",
  ...d10(2),
  from: ["KN_SCREEN", ...course.inHand, "SUSPENDED"],
  to: "same",
  actors: office,
  guards: withdrawalGuards,
  fields: [
    choices("scope", t("Phạm vi rút", "What is withdrawn"), [
      option("content", t("Một phần nội dung", "A part of the content"), d10(2)),
      option(
        "people",
        t("Một hoặc một số người trong nhóm cùng khiếu nại", "Some of the complainants of a group"),
        text("Khoản 1 Điều 7a Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)"),
      ),
    ]),
    words("withdrawn", t("Nội dung hoặc người rút", "Content or people withdrawn"), { help: notAgain }),
    way,
    withdrawnOn,
    signed,
  ],
  documents: ["withdrawal-record"],
  clocks: [],
  sets: { withdrawnPart: true },
});

export const withdrawAll = (course: Course): ActRule => ({
  id: "withdraw-all",
  name: t("Rút toàn bộ khiếu nại, đình chỉ giải quyết", "Withdraw the whole; settlement ends"),
  rule: "KN-10-2",
  ...d10(2),
  from: ["KN_SCREEN", ...course.inHand, "SUSPENDED"],
  to: "TERMINATED",
  actors: head,
  guards: withdrawalGuards,
  fields: [
    way,
    withdrawnOn,
    signed,
    words("reason", t("Nội dung đơn hoặc biên bản rút", "What the letter or record says"), {
      help: notAgain,
      required: false,
    }),
  ],
  documents: ["withdrawal-record", "kn-14a"],
  bindingDocument: "kn-14a",
  clocks: [...stops, { do: "meet", clock: "answer" }, sendIt],
  sets: { withdrawnAll: true, terminationGround: "a" },
  leavesTheBuilding: true,
});

/** NĐ 155/2026 Điều 22.1 opens these to matters of the earlier law, from 1 July 2026. */
export function suspensionActs(course: Course): readonly ActRule[] {
  return [suspend(course), resume, sendSuspension(course), terminate(course), withdrawPart(course)];
}
