import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, option, t, text, words, yesNo } from "../../wording.ts";
import {
  arrive as arrive2014,
  postpone as postpone2014,
  schedule as schedule2014,
} from "../2014-07-01/acts-session.ts";
import { counter, head } from "../2014-07-01/states.ts";

const decree = (rest: string) => text(`${rest} Nghị định 154/2026/NĐ-CP`);

/** Điều 18, 20: the head decides, when the conditions are met and the matter is one of five. */
export const decideOnline: ActRule = {
  id: "decide-online",
  name: t("Quyết định tiếp công dân trực tuyến", "Decide on an online reception"),
  rule: "TCD-20O-1",
  ...decree("Điều 18, Điều 20"),
  from: ["CHECKED_IN", "SCHEDULED"],
  to: "SCHEDULED",
  actors: head,
  guards: [
    guard(
      "online-conditions-met",
      decree("Điều 18"),
      t(
        "Chưa đủ điều kiện tiếp trực tuyến: mạng ổn định, thiết bị tương tác trực tiếp, ghi âm, ghi hình và lưu trữ đầy đủ.",
        "Not fit for an online reception: a stable network, direct interaction, full recording and storage are needed.",
      ),
      ["schedule"],
    ),
    guard(
      "online-denunciation-safe",
      decree("Khoản 4 Điều 20"),
      t(
        "Chỉ tiếp trực tuyến vụ việc tố cáo khi người tố cáo không yêu cầu bảo vệ danh tính và bảo đảm được bảo mật.",
        "A denunciation is heard online only when the denouncer asks for no protection of identity and secrecy is assured.",
      ),
      ["schedule"],
    ),
    guard(
      "session-not-past",
      inference("Điều 23 Nghị định 154/2026/NĐ-CP"),
      t("Ngày tiếp không được trước ngày ghi nhận.", "The day of reception cannot lie before this entry."),
    ),
    guard(
      "online-notice-in-time",
      decree("Khoản 1 Điều 23"),
      t(
        "Phải thông báo cho công dân và các cơ quan tham gia chậm nhất 05 ngày làm việc trước ngày tiếp trực tuyến.",
        "The citizen and the bodies taking part are told at least 5 working days before the online reception.",
      ),
    ),
  ],
  fields: [
    choice("onlineGround", t("Trường hợp tiếp trực tuyến", "Case for an online reception"), [
      option(
        "1",
        t(
          "Khiếu nại, kiến nghị, phản ánh phức tạp, kéo dài, cần nhiều cơ quan phối hợp",
          "Complex or long, several bodies have to take part",
        ),
        decree("Khoản 1 Điều 20"),
      ),
      option(
        "2",
        t(
          "Người ở vùng sâu, vùng xa, đặc biệt khó khăn; đối tượng chính sách, già yếu, khuyết tật có nguyện vọng",
          "Remote or very poor area; old, disabled or protected persons who wish it",
        ),
        decree("Khoản 2 Điều 20"),
      ),
      option(
        "3",
        t("Thiên tai, dịch bệnh, lý do an ninh, trật tự", "Disaster, epidemic, security or public order"),
        decree("Khoản 3 Điều 20"),
      ),
      option(
        "4",
        t("Tố cáo phức tạp, bảo đảm bảo mật", "Complex denunciation, secrecy assured"),
        decree("Khoản 4 Điều 20"),
      ),
      option(
        "5",
        t("Vụ việc khác theo yêu cầu thực tiễn", "Other matters as practice asks"),
        decree("Khoản 5 Điều 20"),
      ),
    ]),
    yesNo("noProtectionAsked", t("Người tố cáo không yêu cầu bảo vệ danh tính", "No protection of identity is asked"), {
      required: "online-denunciation",
      shownWhen: "online-denunciation",
    }),
    yesNo("secrecyAssured", t("Bảo đảm được các điều kiện về bảo mật", "Secrecy is assured"), {
      required: "online-denunciation",
      shownWhen: "online-denunciation",
    }),
    yesNo("networkStable", t("Kết nối mạng ổn định, thông suốt", "Stable network")),
    yesNo(
      "equipmentFit",
      t("Thiết bị, phần mềm tương tác trực tiếp giữa các điểm cầu", "Direct interaction between the points"),
    ),
    yesNo("recordingPossible", t("Ghi âm, ghi hình, lưu trữ đầy đủ được", "Full recording and storage possible")),
    date("sessionOn", t("Ngày tiếp trực tuyến", "Day of the online reception")),
    date("noticedOn", t("Ngày thông báo cho công dân và các cơ quan", "Citizen and bodies told on")),
  ],
  documents: [],
  clocks: [],
  sets: { online: true, sessionOn: "$sessionOn", connectionTested: false, pointsConnected: false },
};

export const testConnection: ActRule = {
  id: "test-connection",
  name: t("Kết nối thử", "Test the connection"),
  rule: "TCD-23-2",
  ...decree("Khoản 1 Điều 23"),
  from: ["SCHEDULED"],
  to: "same",
  actors: counter,
  guards: [
    guard(
      "held-online",
      decree("Khoản 1 Điều 23"),
      t("Chỉ kết nối thử cho buổi tiếp trực tuyến.", "Only an online reception has a connection to test."),
    ),
    guard(
      "connection-tested-in-time",
      decree("Khoản 1 Điều 23"),
      t(
        "Kết nối thử phải thành công chậm nhất 01 ngày làm việc trước ngày tiếp; hãy lùi lịch tiếp.",
        "The test has to succeed at least 1 working day before; put the day off.",
      ),
      ["postpone", "hold-in-person"],
    ),
    guard("test-succeeded", decree("Khoản 1 Điều 23"), t("Kết nối thử chưa thành công.", "The test did not succeed."), [
      "postpone",
      "hold-in-person",
    ]),
  ],
  fields: [yesNo("succeeded", t("Kết nối thử thành công với các điểm cầu", "The test succeeded with every point"))],
  documents: [],
  clocks: [],
  sets: { connectionTested: "$succeeded" },
};

export const connectPoints: ActRule = {
  id: "connect-points",
  name: t("Kết nối xong các điểm cầu", "Connect every point"),
  rule: "TCD-23-3",
  ...decree("Khoản 1 Điều 23"),
  from: ["SCHEDULED"],
  to: "same",
  actors: counter,
  guards: [
    guard(
      "held-online",
      decree("Khoản 1 Điều 23"),
      t("Chỉ áp dụng cho buổi tiếp trực tuyến.", "Only for an online reception."),
    ),
    guard(
      "session-day-reached",
      inference("Khoản 1 Điều 23 Nghị định 154/2026/NĐ-CP"),
      t("Chưa đến ngày tiếp đã xếp.", "The day given has not come yet."),
    ),
    guard(
      "connected-an-hour-before",
      decree("Khoản 1 Điều 23"),
      t(
        "Phải kết nối xong các điểm cầu chậm nhất 01 giờ trước khi tiếp.",
        "Every point has to be connected at least one hour before.",
      ),
      ["hold-in-person", "postpone"],
    ),
  ],
  fields: [
    yesNo(
      "hourBefore",
      t(
        "Các điểm cầu nhìn thấy, nghe rõ nhau từ ít nhất 01 giờ trước",
        "Every point sees and hears the others, one hour before",
      ),
    ),
  ],
  documents: [],
  clocks: [],
  sets: { pointsConnected: "$hourBefore" },
};

export const schedule: ActRule = {
  ...schedule2014,
  ...text("Khoản 4 Điều 24 Luật Tiếp công dân; điểm a khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP"),
  sets: { ...schedule2014.sets, online: false },
};

export const postpone: ActRule = {
  ...postpone2014,
  sets: { ...postpone2014.sets, connectionTested: false, pointsConnected: false },
};

export const arrive: ActRule = {
  ...arrive2014,
  name: t("Công dân đến hoặc kết nối theo lịch", "The citizen comes or connects on the day"),
  guards: [
    ...arrive2014.guards,
    guard(
      "online-points-connected",
      decree("Khoản 1 Điều 23"),
      t(
        "Buổi tiếp trực tuyến phải kết nối thử thành công và kết nối xong các điểm cầu trước.",
        "An online reception begins after a successful test and once every point is connected.",
      ),
      ["test-connection", "connect-points", "hold-in-person", "postpone"],
    ),
  ],
};

/** Without a way back, a connection that fails would leave no lawful reception on the day. */
export const holdInPerson: ActRule = {
  id: "hold-in-person",
  name: t("Chuyển sang tiếp trực tiếp", "Receive in person instead"),
  rule: "TCD-20O-1",
  ...inference("Điều 3a Luật Tiếp công dân (Luật 136/2025/QH15); Điều 18, Điều 20 Nghị định 154/2026/NĐ-CP"),
  from: ["SCHEDULED"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "held-online",
      decree("Điều 20"),
      t("Buổi tiếp này đã là tiếp trực tiếp.", "This reception is in person already."),
    ),
    guard(
      "new-day-announced",
      inference("Khoản 4 Điều 24 Luật Tiếp công dân"),
      t(
        "Phải báo cho công dân và các cơ quan tham gia biết nơi tiếp trực tiếp.",
        "The citizen and the bodies taking part have to be told where.",
      ),
    ),
  ],
  fields: [
    words("reason", t("Lý do", "Reason")),
    yesNo("announced", t("Đã báo cho công dân và các cơ quan tham gia", "The citizen and the bodies were told")),
  ],
  documents: [],
  clocks: [],
  sets: { online: false },
};

export const storeRecording: ActRule = {
  id: "store-recording",
  name: t("Lưu trữ dữ liệu buổi tiếp trực tuyến", "Store the recording of the online reception"),
  rule: "TCD-24O-1",
  ...decree("Điều 24"),
  from: ["RECORDED", "CONCLUDED", "NOTIFIED", "FOLLOWING", "RESULT_KNOWN"],
  to: "same",
  actors: counter,
  guards: [
    guard(
      "held-online",
      decree("Điều 24"),
      t("Chỉ buổi tiếp trực tuyến có dữ liệu phải lưu trữ.", "Only an online reception has a recording to store."),
    ),
    // The law asks for the recording, not for this place: it may lie on another platform of the State.
    guard(
      "recording-kept",
      inference("Khoản 1 Điều 24 Nghị định 154/2026/NĐ-CP"),
      t(
        "Hồ sơ chưa có tệp ghi âm, ghi hình. Hãy tải tệp lên ở mục “Ghi âm, ghi hình buổi tiếp trực tuyến” của hồ sơ vụ việc, hoặc ghi nơi lưu, ký hiệu nếu dữ liệu nằm trên nền tảng khác của cơ quan nhà nước.",
        "The file holds no recording. Upload it under “Recording of the online reception” on the matter's page, or write down where it lies if it is on another platform of the State.",
      ),
    ),
  ],
  fields: [
    yesNo("onStateServers", t("Lưu trên máy chủ, nền tảng của cơ quan nhà nước", "On servers of the State")),
    yesNo("signed", t("Đã ký số hoặc xác thực", "Digitally signed or authenticated"), {
      help: t("Có ký số, xác thực mới có giá trị như hồ sơ giấy.", "Only then it has the value of a paper file."),
    }),
    words("where", t("Nơi lưu, ký hiệu", "Where, under which mark"), { required: false }),
  ],
  documents: [],
  clocks: [],
  sets: { recordingStored: "$onStateServers", recordingSigned: "$signed" },
};
