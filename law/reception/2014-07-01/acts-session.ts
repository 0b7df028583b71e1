import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, count, date, guard, inference, option, t, text, words, yesNo } from "../../wording.ts";
import { counter, office } from "./states.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);
const d29 = law("Điều 29");

/** Điều 29: several people appoint who speaks for them. */
const representativeGuards = [
  guard(
    "representatives-appointed",
    d29,
    t(
      "Nhiều người cùng một nội dung phải cử người đại diện bằng văn bản có chữ ký của tất cả.",
      "Several people on one matter appoint their representatives in a paper signed by all.",
    ),
    ["guide"],
  ),
  // GAP-10: the law gives no number for two to four people, so none is refused; the help proposes one.
  guard(
    "representatives-within-law",
    { ...d29, gap: "GAP-10" },
    t(
      "Từ 05 đến 10 người chỉ được cử 01 hoặc 02 người đại diện; trên 10 người được cử không quá 05 người; người đại diện phải là người trong nhóm.",
      "5 to 10 people appoint one or two representatives, more than 10 at most five; a representative is one of them.",
    ),
  ),
];

export const record: ActRule = {
  id: "record",
  name: t("Ghi sổ tiếp công dân và cấp giấy biên nhận", "Record and give the receipt"),
  todo: t("Ghi nội dung vào sổ tiếp công dân", "Record what was said"),
  rule: "TCD-25-2",
  ...law("Khoản 2 Điều 25"),
  from: ["CHECKED_IN"],
  to: "RECORDED",
  actors: counter,
  guards: [
    guard(
      "identity-given",
      law("Khoản 1 Điều 25"),
      t(
        "Phải yêu cầu công dân nêu rõ họ tên, địa chỉ hoặc xuất trình giấy tờ tùy thân.",
        "The citizen has to be asked for name and address or a paper of identity.",
      ),
      ["guide"],
    ),
    guard(
      "lawfully-authorised",
      law("Khoản 1 Điều 25"),
      t(
        "Người được ủy quyền phải có giấy ủy quyền hợp lệ; chưa có thì không tiếp nhận hồ sơ và hướng dẫn bổ sung.",
        "Who acts for somebody else needs a valid authorisation; without it nothing is taken in, and the citizen is guided.",
      ),
      ["guide"],
    ),
    ...representativeGuards,
    guard(
      "taken-in-within-bounds",
      inference("Khoản 1 Điều 28 Luật Tiếp công dân"),
      t(
        "Ngày tiếp nhận nội dung phải từ ngày công dân đến đến ngày ghi nhận.",
        "The content was taken in between the visit and this entry.",
      ),
    ),
  ],
  fields: [
    date("takenInOn", t("Ngày tiếp nhận nội dung", "Day the content was taken in"), {
      help: t(
        "Thời hạn trả lời 10 ngày làm việc tính từ ngày này.",
        "The ten working days for the answer run from it.",
      ),
    }),
    yesNo("identityGiven", t("Công dân đã nêu rõ nhân thân", "The citizen has said who they are")),
    choice("capacity", t("Tư cách người đến", "In what capacity"), [
      option("own", t("Việc của mình", "Own matter")),
      option("with-paper", t("Đại diện, được ủy quyền, có giấy tờ hợp lệ", "For somebody else, with a valid paper")),
      option(
        "without-paper",
        t("Đại diện, được ủy quyền, chưa có giấy tờ hợp lệ", "For somebody else, without a valid paper"),
      ),
    ]),
    words("content", t("Nội dung trình bày", "What was said"), {
      help: t("Không ghi họ tên, địa chỉ của người tố cáo.", "Do not write a denouncer's name or address."),
    }),
    count("representativesCount", t("Số người đại diện", "Number of representatives"), {
      required: "several-people",
      shownWhen: "several-people",
      help: t(
        "05 đến 10 người: 01 hoặc 02; trên 10 người: không quá 05. Nhóm 02 đến 04 người: luật không quy định số lượng, nên cử 01 người.",
        "5 to 10 people: one or two; more than 10: at most five. For 2 to 4 the law gives no number; one is advised.",
      ),
    }),
    yesNo(
      "representativePaper",
      t("Có văn bản cử người đại diện, chữ ký của tất cả", "The appointment signed by all is there"),
      { required: "several-people", shownWhen: "several-people" },
    ),
  ],
  documents: ["tcd-02"],
  clocks: [{ do: "start", clock: "answer", rules: [{ rule: "TCD-28-1" }], from: "takenInOn" }],
  sets: {},
};

/** No ground of refusal (Điều 9), yet nothing can be taken in: the citizen is told why and what to bring. */
export const guide: ActRule = {
  id: "guide",
  name: t("Giải thích, hướng dẫn bổ sung, chưa tiếp nhận", "Explain and guide; nothing is taken in yet"),
  rule: "TCD-25-1",
  ...inference("Khoản 4 Điều 8, khoản 1 Điều 25 Luật Tiếp công dân"),
  from: ["CHECKED_IN"],
  to: "GUIDED",
  actors: counter,
  guards: [],
  fields: [
    choice("missing", t("Điều còn thiếu", "What is missing"), [
      option(
        "authority",
        t("Giấy tờ chứng minh việc đại diện, ủy quyền hợp pháp", "Proof of lawful representation or authorisation"),
      ),
      option("identity", t("Họ tên, địa chỉ, giấy tờ tùy thân", "Name, address or paper of identity")),
      option(
        "representatives",
        t("Văn bản cử người đại diện của nhiều người", "The paper in which several people appoint representatives"),
      ),
    ]),
    words("guidance", t("Nội dung giải thích, hướng dẫn", "What was explained"), {
      help: t("Không ghi họ tên, địa chỉ của người tố cáo.", "Do not write a denouncer's name or address."),
    }),
  ],
  documents: [],
  clocks: [{ do: "cancel", clock: "answer" }],
  sets: {},
};

export const schedule: ActRule = {
  id: "schedule",
  name: t("Xếp lịch gặp người đứng đầu", "Give a day with the head"),
  rule: "TCD-24-1",
  ...law("Khoản 4 Điều 24"),
  from: ["CHECKED_IN"],
  to: "SCHEDULED",
  actors: office,
  guards: [
    guard(
      "session-not-past",
      inference("Điều 24 Luật Tiếp công dân"),
      t("Ngày tiếp không được trước ngày xếp lịch.", "The day of reception cannot lie before this entry."),
    ),
    guard(
      "schedule-posted-in-time",
      law("Khoản 4 Điều 24"),
      t(
        "Lịch tiếp công dân định kỳ phải được niêm yết chậm nhất 05 ngày làm việc trước ngày tiếp; hãy chọn buổi tiếp sau.",
        "The schedule of a periodic reception is posted at least 5 working days before; choose a later session.",
      ),
    ),
  ],
  fields: [
    choice("session", t("Buổi tiếp", "Session"), [
      option("periodic", t("Định kỳ", "Periodic"), law("Khoản 2 Điều 18")),
      option("ad-hoc", t("Đột xuất", "Ad hoc"), law("Khoản 3 Điều 18")),
    ]),
    date("sessionOn", t("Ngày tiếp", "Day of reception")),
    date("postedOn", t("Ngày niêm yết lịch tiếp", "Schedule posted on"), {
      required: "periodic-session",
      shownWhen: "periodic-session",
    }),
  ],
  documents: ["tcd-appointment"],
  clocks: [],
  sets: { sessionOn: "$sessionOn" },
};

export const postpone: ActRule = {
  id: "postpone",
  name: t("Lùi lịch tiếp", "Put the day off"),
  rule: "TCD-24-1",
  ...law("Khoản 4 Điều 24"),
  from: ["SCHEDULED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "session-not-past",
      inference("Điều 24 Luật Tiếp công dân"),
      t("Ngày tiếp mới không được trước ngày ghi nhận.", "The new day cannot lie before this entry."),
    ),
    guard(
      "new-day-announced",
      law("Khoản 4 Điều 24"),
      t(
        "Phải thông báo cụ thể thời gian dự kiến tiếp công dân tại nơi tiếp công dân.",
        "The new expected time has to be announced at the place of reception.",
      ),
    ),
  ],
  fields: [
    date("sessionOn", t("Ngày dự kiến tiếp", "New expected day")),
    words("reason", t("Lý do chính đáng", "Good reason")),
    yesNo("announced", t("Đã thông báo tại nơi tiếp công dân", "Announced at the place of reception")),
  ],
  documents: [],
  clocks: [],
  sets: { sessionOn: "$sessionOn" },
};

export const arrive: ActRule = {
  id: "arrive",
  name: t("Công dân đến theo lịch", "The citizen comes on the day"),
  rule: "TCD-25-1",
  ...law("Khoản 1 Điều 25"),
  from: ["SCHEDULED"],
  to: "CHECKED_IN",
  actors: counter,
  guards: [
    guard(
      "session-day-reached",
      inference("Điều 24 Luật Tiếp công dân"),
      t("Chưa đến ngày tiếp đã xếp.", "The day given has not come yet."),
      ["postpone"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};

export const recordNoShow: ActRule = {
  id: "record-no-show",
  name: t("Ghi nhận công dân không đến", "Record that nobody came"),
  rule: "TCD-24-1",
  ...inference("Điều 24 Luật Tiếp công dân"),
  from: ["SCHEDULED"],
  to: "NOT_ATTENDED",
  actors: counter,
  guards: [
    guard(
      "session-day-reached",
      inference("Điều 24 Luật Tiếp công dân"),
      t("Chưa đến ngày tiếp đã xếp.", "The day given has not come yet."),
      ["postpone"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [{ do: "cancel", clock: "answer" }],
  sets: {},
};
