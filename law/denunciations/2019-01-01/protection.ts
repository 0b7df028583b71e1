import type { ActRule, FieldRule } from "../../../src/rules/pack.ts";
import { choice, choices, date, guard, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { desk, head, office } from "./states.ts";

const d = (rest: string) => text(`${rest} Luật Tố cáo`);

export const protectionOpeningFields: readonly FieldRule[] = [
  choice("requestedBy", t("Việc bảo vệ được xem xét do", "Taken up because of"), [
    option(
      "written",
      t("Văn bản đề nghị của người tố cáo", "A written request of the denouncer"),
      d("Khoản 1 Điều 50"),
    ),
    option(
      "urgent",
      t("Đề nghị trực tiếp hoặc qua điện thoại, trường hợp khẩn cấp", "An urgent request in person or by telephone"),
      d("Khoản 3 Điều 50"),
    ),
    option(
      "resolver",
      t("Người giải quyết tố cáo tự thấy có căn cứ", "The resolver saw ground for it"),
      d("Khoản 3 Điều 47"),
    ),
  ]),
];

const recordWritten: ActRule = {
  id: "record-written-request",
  name: t("Ghi nhận văn bản đề nghị sau trường hợp khẩn cấp", "Record the written request after an urgent one"),
  rule: "TC-50-2",
  ...d("Khoản 3 Điều 50"),
  from: ["REQUESTED", "REVIEWED", "REFERRED", "ORDERED", "ACTIVE"],
  to: "same",
  actors: desk,
  guards: [
    guard(
      "urgent-not-written-yet",
      d("Khoản 3 Điều 50"),
      t(
        "Đề nghị này đã có văn bản hoặc không phải trường hợp khẩn cấp.",
        "It is in writing already, or was not urgent.",
      ),
    ),
  ],
  fields: [date("writtenOn", t("Ngày nhận văn bản đề nghị", "Written request received on"))],
  documents: [],
  clocks: [],
  sets: { written: true },
};

const assess: ActRule = {
  id: "assess",
  name: t("Xem xét căn cứ, tính xác thực của đề nghị", "Assess the ground and truth of the request"),
  todo: t("Xem xét đề nghị bảo vệ", "Assess the request for protection"),
  rule: "TC-47-1",
  ...d("Khoản 3 Điều 47, khoản 1 Điều 51"),
  from: ["REQUESTED"],
  to: "REVIEWED",
  actors: desk,
  guards: [],
  fields: [
    choices("people", t("Người cần được bảo vệ", "Who is to be protected"), [
      option("denouncer", t("Người tố cáo", "The denouncer"), d("Khoản 1 Điều 47")),
      option("spouse", t("Vợ, chồng", "Spouse"), d("Khoản 1 Điều 47")),
      option("parents", t("Cha, mẹ đẻ; cha, mẹ nuôi", "Birth or adoptive parents"), d("Khoản 1 Điều 47")),
      option("children", t("Con đẻ, con nuôi", "Birth or adopted children"), d("Khoản 1 Điều 47")),
    ]),
    choice("danger", t("Căn cứ", "Ground"), [
      option("harmed", t("Đang bị xâm hại", "Being harmed"), d("Khoản 3 Điều 47")),
      option("imminent", t("Có nguy cơ bị xâm hại ngay tức khắc", "At immediate risk"), d("Khoản 3 Điều 47")),
      option(
        "victimised",
        t("Bị trù dập, phân biệt đối xử do tố cáo", "Victimised because of the denunciation"),
        d("Khoản 3 Điều 47"),
      ),
      option("none", t("Chưa thấy căn cứ", "No ground seen")),
    ]),
    answer("assessment", t("Kết quả xem xét, kiểm tra", "Assessment")),
  ],
  documents: [],
  clocks: [],
  sets: { danger: "$danger" },
};

export const objects = choices("measures", t("Biện pháp bảo vệ", "Measures"), [
  option("identity", t("Bảo vệ bí mật thông tin", "Secrecy of identity"), d("Điều 56")),
  option("job", t("Bảo vệ vị trí công tác, việc làm", "Post and job"), d("Điều 57")),
  option("safe-place", t("Đưa đến nơi an toàn", "A safe place"), d("Khoản 1 Điều 58")),
  option("guard", t("Bố trí lực lượng, phương tiện bảo vệ", "Guards and means"), d("Khoản 2 Điều 58")),
  option("prevent", t("Ngăn chặn, xử lý hành vi xâm hại", "Stop and punish the harm"), d("Khoản 3 Điều 58")),
  option("demand", t("Yêu cầu chấm dứt hành vi xâm hại", "Demand that the harm ends"), d("Khoản 4 Điều 58")),
  option("other", t("Biện pháp khác theo quy định", "Another lawful measure"), d("Khoản 5 Điều 58")),
]);
const withinPower = yesNo(
  "withinPower",
  t("Thuộc thẩm quyền của người giải quyết tố cáo", "Within the resolver's power"),
);

const assessedFirst = guard(
  "assessed-or-urgent",
  d("Khoản 1 Điều 51"),
  t(
    "Phải xem xét căn cứ, tính xác thực của đề nghị trước, trừ trường hợp khẩn cấp.",
    "The request has to be assessed first, unless it is urgent.",
  ),
  ["assess"],
);

const order: ActRule = {
  id: "order",
  name: t("Quyết định áp dụng biện pháp bảo vệ", "Order protection"),
  todo: t("Quyết định, đề nghị hoặc từ chối bảo vệ", "Order, refer or refuse protection"),
  rule: "TC-52-1",
  ...d("Khoản 1 Điều 51, Điều 52"),
  from: ["REQUESTED", "REVIEWED"],
  to: "ORDERED",
  actors: head,
  guards: [
    guard(
      "within-own-power",
      d("Khoản 1 Điều 49"),
      t(
        "Biện pháp không thuộc thẩm quyền: phải yêu cầu hoặc đề nghị cơ quan có thẩm quyền áp dụng.",
        "The measure is outside the resolver's power: the competent authority has to be asked.",
      ),
      ["refer"],
    ),
    assessedFirst,
  ],
  fields: [
    withinPower,
    objects,
    answer("content", t("Nội dung, trách nhiệm thực hiện biện pháp", "Content, and who carries it out")),
    date("startOn", t("Thời điểm bắt đầu bảo vệ", "Protection begins on")),
  ],
  documents: ["bv-decision"],
  bindingDocument: "bv-decision",
  clocks: [{ do: "meet", clock: "protection" }],
  sets: { protectedFrom: "$startOn" },
  leavesTheBuilding: true,
};

const refer: ActRule = {
  id: "refer",
  name: t("Đề nghị, yêu cầu cơ quan có thẩm quyền bảo vệ", "Ask the competent authority to protect"),
  rule: "TC-49-1",
  ...d("Khoản 1 Điều 49, khoản 1 Điều 51"),
  from: ["REQUESTED", "REVIEWED"],
  to: "REFERRED",
  actors: head,
  guards: [
    guard(
      "outside-own-power",
      d("Khoản 1 Điều 49"),
      t("Thuộc thẩm quyền của mình thì phải tự quyết định bảo vệ.", "Within own power the resolver has to decide."),
      ["order"],
    ),
    assessedFirst,
  ],
  fields: [
    withinPower,
    choice("authority", t("Cơ quan có thẩm quyền", "Competent authority"), [
      option("police", t("Cơ quan Công an", "The police"), d("Khoản 3 Điều 49")),
      option(
        "civil-service",
        t("Cơ quan quản lý cán bộ, công chức, viên chức, lao động", "Civil-service or labour authority"),
        d("Khoản 4 Điều 49"),
      ),
      option("other", t("Cơ quan, tổ chức khác", "Another body"), d("Khoản 5 Điều 49")),
    ]),
    objects,
    answer("content", t("Nội dung đề nghị", "What is asked for")),
  ],
  documents: ["bv-referral"],
  bindingDocument: "bv-referral",
  clocks: [{ do: "meet", clock: "protection" }],
  sets: { referredTo: "$authority" },
  leavesTheBuilding: true,
};

const refuse: ActRule = {
  id: "refuse",
  name: t("Không áp dụng biện pháp bảo vệ", "Refuse protection"),
  rule: "TC-51-1",
  ...d("Khoản 3 Điều 51"),
  from: ["REVIEWED", "REFERRED"],
  to: "REFUSED",
  actors: head,
  guards: [
    guard(
      "request-not-needed",
      d("Khoản 3 Điều 51"),
      t(
        "Đề nghị có căn cứ và cần thiết thì phải áp dụng hoặc đề nghị áp dụng biện pháp bảo vệ.",
        "A founded and necessary request has to be granted or referred.",
      ),
      ["order", "refer"],
    ),
  ],
  fields: [
    yesNo(
      "needed",
      t("Đề nghị có căn cứ và cần thiết áp dụng biện pháp bảo vệ", "The request is founded and protection needed"),
    ),
    answer("reason", t("Lý do", "Reason")),
  ],
  documents: ["bv-refusal"],
  bindingDocument: "bv-refusal",
  clocks: [{ do: "meet", clock: "protection" }],
  sets: {},
  leavesTheBuilding: true,
};

const recordAuthority: ActRule = {
  id: "record-authority-decision",
  name: t("Ghi nhận quyết định bảo vệ của cơ quan có thẩm quyền", "Record the authority's protection decision"),
  rule: "TC-51-2",
  ...d("Khoản 2 Điều 51"),
  from: ["REFERRED"],
  to: "ACTIVE",
  actors: office,
  guards: [
    guard(
      "other-authority-ordered",
      d("Khoản 2 Điều 51"),
      t(
        "Cơ quan có thẩm quyền không bảo vệ thì phải thông báo, giải thích rõ lý do cho người tố cáo.",
        "Where the authority refuses, the reason has to be explained to the denouncer.",
      ),
      ["refuse"],
    ),
  ],
  fields: [
    yesNo("ordered", t("Cơ quan có thẩm quyền đã quyết định bảo vệ", "The authority has ordered protection")),
    shortAnswer("decision", t("Số, ngày quyết định", "Number and day")),
  ],
  documents: [],
  clocks: [],
  sets: {},
};

/** Điều 49: job and secrecy may be the resolver's, and the safety of life that of the police, at the same time. */
const referBesides: ActRule = {
  ...refer,
  id: "refer-besides",
  name: t("Đề nghị thêm cơ quan có thẩm quyền bảo vệ", "Ask another authority to protect besides"),
  from: ["ORDERED", "ACTIVE"],
  to: "same",
  guards: refer.guards
    .filter((each) => each.condition !== "assessed-or-urgent")
    .map((each) => ({ ...each, instead: ["change"] })),
};

/** Điểm d khoản 1 Điều 48: protection is not forced on anybody. */
const recordDeclined: ActRule = {
  id: "record-declined",
  name: t("Ghi nhận việc từ chối hoặc rút đề nghị bảo vệ", "Record that protection is declined or no longer asked for"),
  rule: "TC-51-1",
  ...d("Điểm d khoản 1 Điều 48"),
  from: ["REQUESTED", "REVIEWED", "REFERRED"],
  to: "REFUSED",
  actors: office,
  guards: [],
  fields: [date("declinedOn", t("Ngày từ chối, rút đề nghị", "Declined on"))],
  documents: [],
  clocks: [{ do: "cancel", clock: "protection" }],
  sets: { declinedOn: "$declinedOn" },
};

export const requestActs: readonly ActRule[] = [
  recordWritten,
  assess,
  order,
  refer,
  referBesides,
  refuse,
  recordDeclined,
  recordAuthority,
];
