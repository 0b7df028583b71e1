import type { ActRule, ClockEffect, FieldRule } from "../../../src/rules/pack.ts";
import { choice, choices, date, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { answer } from "../secret-fields.ts";
import { concluded, desk, head, inHand, intake, office } from "./states.ts";

const d34 = (rest: string) => text(`${rest} Điều 34 Luật Tố cáo`);
const d33 = (clause: number) => text(`Khoản ${clause} Điều 33 Luật Tố cáo`);

const sendIt: ClockEffect = { do: "start", clock: "suspension-sending", rules: [{ rule: "TC-34-1" }] };

export const suspend: ActRule = {
  id: "suspend",
  name: t("Tạm đình chỉ việc giải quyết tố cáo", "Suspend the settlement"),
  rule: "TC-34-3",
  ...d34("Khoản 1"),
  from: inHand,
  to: "SUSPENDED",
  actors: head,
  guards: [
    guard(
      "expert-not-awaited",
      inference("Khoản 1 Điều 34 Luật Tố cáo"),
      t(
        "Đang chờ kết quả giám định đã trưng cầu: ghi nhận kết quả trước, rồi tạm đình chỉ nếu còn căn cứ.",
        "An examination is awaited: record its result first, then suspend if there is still a ground.",
      ),
      ["record-expert-result"],
    ),
  ],
  fields: [
    choice("ground", t("Căn cứ tạm đình chỉ", "Ground"), [
      option(
        "a",
        t(
          "Cần đợi kết quả giải quyết của cơ quan, tổ chức, cá nhân khác hoặc của vụ việc khác có liên quan",
          "The result of another body or of a related case must be awaited",
        ),
        d34("Điểm a khoản 1"),
      ),
      option(
        "b",
        t(
          "Cần đợi kết quả giám định bổ sung, giám định lại",
          "A supplementary or repeated examination must be awaited",
        ),
        d34("Điểm b khoản 1"),
      ),
    ]),
    answer("reason", t("Lý do, trách nhiệm của cơ quan, cá nhân liên quan", "Reason, and who has to do what")),
  ],
  documents: ["tc-suspension"],
  bindingDocument: "tc-suspension",
  clocks: [{ do: "pause" }, sendIt],
  sets: { suspensionGround: "$ground" },
  leavesTheBuilding: true,
};

export const resume: ActRule = {
  id: "resume",
  name: t("Tiếp tục giải quyết tố cáo", "Resume the settlement"),
  todo: t("Tiếp tục giải quyết ngay khi căn cứ tạm đình chỉ không còn", "Resume at once when the ground has ended"),
  rule: "TC-34-2",
  ...d34("Khoản 2"),
  from: ["SUSPENDED"],
  to: "previous",
  actors: head,
  guards: [],
  fields: [answer("reason", t("Căn cứ tạm đình chỉ không còn", "Why the ground has ended"))],
  documents: ["tc-resumption"],
  bindingDocument: "tc-resumption",
  clocks: [{ do: "resume" }],
  sets: {},
  leavesTheBuilding: true,
};

export const sendSuspension: ActRule = {
  id: "send-suspension",
  name: t("Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo", "Send the suspension or termination"),
  rule: "TC-34-1",
  ...d34("Khoản 4"),
  from: ["SUSPENDED", "TERMINATED", ...inHand, ...concluded],
  to: "same",
  actors: office,
  guards: [
    guard(
      "suspension-to-send",
      d34("Khoản 4"),
      t("Không có quyết định tạm đình chỉ, đình chỉ nào chờ gửi.", "No such decision is waiting to be sent."),
    ),
    guard(
      "both-told",
      d34("Khoản 4"),
      t("Phải gửi cho cả người tố cáo và người bị tố cáo.", "It goes to both the denouncer and the accused."),
    ),
  ],
  fields: [
    yesNo("denouncerTold", t("Đã gửi người tố cáo", "Sent to the denouncer")),
    yesNo("accusedTold", t("Đã gửi người bị tố cáo", "Sent to the accused")),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "suspension-sending" }],
  sets: {},
  leavesTheBuilding: true,
};

const stops: readonly ClockEffect[] = [
  { do: "cancel", clock: "acceptance" },
  { do: "cancel", clock: "transfer" },
  { do: "cancel", clock: "transfer-notice" },
  { do: "cancel", clock: "settlement" },
  // The decision that ends the settlement goes to both (khoản 4 Điều 34): nothing is left to tell of its acceptance.
  { do: "cancel", clock: "notice-denouncer" },
  { do: "cancel", clock: "notice-accused" },
];

/** Withdrawal is an act of its own: it ends the settlement only where khoản 3 Điều 33 does not stand against it. */
export const terminate: ActRule = {
  id: "terminate",
  name: t("Đình chỉ việc giải quyết tố cáo", "End the settlement"),
  rule: "TC-34-4",
  ...d34("Khoản 3"),
  from: [...inHand, "SUSPENDED"],
  to: "TERMINATED",
  actors: head,
  guards: [],
  fields: [
    choice("ground", t("Căn cứ đình chỉ", "Ground"), [
      option(
        "b",
        t(
          "Người bị tố cáo là cá nhân chết và nội dung tố cáo chỉ liên quan đến trách nhiệm của người đó",
          "The accused person died and the content concerns only them",
        ),
        d34("Điểm b khoản 3"),
      ),
      option(
        "c",
        t(
          "Vụ việc đã được giải quyết bằng bản án, quyết định có hiệu lực",
          "Settled already by a judgment or decision in effect",
        ),
        d34("Điểm c khoản 3"),
      ),
    ]),
    answer("reason", t("Lý do, trách nhiệm của cơ quan, cá nhân liên quan", "Reason, and who has to do what")),
  ],
  documents: ["tc-termination"],
  bindingDocument: "tc-termination",
  clocks: [...stops, sendIt],
  sets: { terminationGround: "$ground" },
  leavesTheBuilding: true,
};

const signed = yesNo(
  "signed",
  t("Văn bản rút có chữ ký hoặc điểm chỉ của người tố cáo", "The withdrawal is signed or fingerprinted"),
);
const withdrawnOn = date("withdrawnOn", t("Ngày rút tố cáo", "Withdrawn on"));

/** Khoản 3 Điều 33: whether the denunciation has to be settled all the same. `forced`: the words of the version. */
export const mustGoOn = (forced: string, english: string): readonly FieldRule[] => [
  yesNo(
    "violationSigns",
    t("Hành vi bị tố cáo có dấu hiệu vi phạm pháp luật", "What was denounced shows signs of a breach"),
  ),
  yesNo("forced", t(`Có căn cứ: việc rút do bị ${forced}`, `There is ground: the withdrawal was ${english}`)),
  yesNo(
    "slander",
    t(
      "Có căn cứ: người tố cáo lợi dụng việc tố cáo để vu khống, xúc phạm, gây thiệt hại",
      "There is ground: the denunciation was abused to slander, insult or harm",
    ),
  ),
];

const withdrawalGuards = [
  guard(
    "withdrawal-signed",
    text("Khoản 1 Điều 33 Luật Tố cáo"),
    t(
      "Việc rút tố cáo phải bằng văn bản, có chữ ký hoặc điểm chỉ của người tố cáo.",
      "A withdrawal is in writing, signed or fingerprinted by the denouncer.",
    ),
  ),
  guard(
    "withdrawal-between-receipt-and-entry",
    inference("Khoản 1 Điều 33 Luật Tố cáo"),
    t("Ngày rút phải từ ngày nhận tố cáo đến ngày ghi nhận.", "The withdrawal lies between receipt and this entry."),
  ),
];

const beforeConclusion = [...intake, ...inHand, "SUSPENDED"];
const oldForced = mustGoOn("đe dọa, mua chuộc", "threatened or bought");

export const withdrawPart: ActRule = {
  id: "withdraw-part",
  name: t("Rút một phần tố cáo, hoặc một số người rút", "Withdraw a part, or some people withdraw"),
  rule: "TC-33-2",
  ...d33(2),
  from: beforeConclusion,
  to: "same",
  actors: desk,
  guards: withdrawalGuards,
  fields: [
    choices("scope", t("Phạm vi rút", "What is withdrawn"), [
      option("content", t("Một phần nội dung tố cáo", "A part of the content"), d33(2)),
      option("people", t("Một hoặc một số người cùng tố cáo", "Some of those who denounced together"), d33(2)),
    ]),
    answer("withdrawn", t("Nội dung được rút", "Content withdrawn"), { required: false }),
    withdrawnOn,
    signed,
  ],
  documents: ["tc-03"],
  clocks: [],
  sets: { withdrawnPart: true },
};

export const withdrawAll: ActRule = {
  id: "withdraw-all",
  name: t("Rút toàn bộ tố cáo, đình chỉ giải quyết", "Withdraw the whole; settlement ends"),
  rule: "TC-33-1",
  ...text("Khoản 2 Điều 33, điểm a khoản 3 Điều 34 Luật Tố cáo"),
  from: beforeConclusion,
  to: "TERMINATED",
  actors: head,
  guards: [
    ...withdrawalGuards,
    guard(
      "nothing-requires-settling",
      d33(3),
      t(
        "Vụ việc vẫn phải được giải quyết: có dấu hiệu vi phạm, hoặc việc rút do bị ép, đe dọa, mua chuộc, hoặc tố cáo để vu khống.",
        "It still has to be settled: signs of a breach, a forced or bought withdrawal, or an abuse to slander.",
      ),
      ["withdraw-and-go-on"],
    ),
  ],
  fields: [withdrawnOn, signed, ...oldForced],
  documents: ["tc-03", "tc-termination"],
  bindingDocument: "tc-termination",
  clocks: [...stops, { do: "meet", clock: "answer" }, sendIt],
  sets: { withdrawnAll: true, terminationGround: "a" },
  leavesTheBuilding: true,
};

export const withdrawAndGoOn: ActRule = {
  id: "withdraw-and-go-on",
  name: t("Ghi nhận việc rút, vẫn tiếp tục giải quyết", "Record the withdrawal and go on settling"),
  rule: "TC-33-3",
  ...d33(3),
  from: beforeConclusion,
  to: "same",
  actors: head,
  guards: [
    ...withdrawalGuards,
    guard(
      "something-requires-settling",
      d33(3),
      t(
        "Không có căn cứ nào của khoản 3 Điều 33: việc rút toàn bộ dẫn đến đình chỉ giải quyết.",
        "No ground of Article 33.3 holds: a full withdrawal ends the settlement.",
      ),
      ["withdraw-all"],
    ),
  ],
  fields: [
    withdrawnOn,
    signed,
    ...oldForced,
    answer(
      "measures",
      t(
        "Biện pháp bảo vệ, xử lý người ép buộc hoặc vu khống",
        "Protection, and action against who forced or slandered",
      ),
    ),
  ],
  documents: ["tc-03"],
  clocks: [],
  sets: { withdrawnAll: true, settledDespiteWithdrawal: true },
};
