import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, t, text, yesNo } from "../../wording.ts";
import { answer } from "../secret-fields.ts";
import { concluded, inHand, office } from "./states.ts";

const d29 = (rest: string) => text(`${rest} Điều 29 Luật Tố cáo`);

export const notifyRefusal: ActRule = {
  id: "notify-refusal",
  name: t("Ghi nhận đã báo lý do không thụ lý cho người tố cáo", "Record that the denouncer was told of the refusal"),
  rule: "TC-24-2",
  ...text("Khoản 1 Điều 24 Luật Tố cáo"),
  from: ["NOT_ACCEPTED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "refusal-notice-due",
      text("Khoản 1 Điều 24 Luật Tố cáo"),
      t("Đã thông báo lý do không thụ lý.", "The reason of the refusal was told already."),
    ),
  ],
  fields: [date("notifiedOn", t("Ngày thông báo", "Told on"))],
  documents: [],
  clocks: [{ do: "meet", clock: "refusal-notice" }],
  sets: { refusalNotifiedOn: "$notifiedOn" },
  leavesTheBuilding: true,
};

export const notifyAcceptance: ActRule = {
  id: "notify-acceptance",
  name: t("Ghi nhận đã thông báo việc thụ lý cho người tố cáo", "Record that the denouncer was told of the acceptance"),
  rule: "TC-29-1",
  ...d29("Khoản 3"),
  from: [...inHand, "SUSPENDED", ...concluded],
  to: "same",
  actors: office,
  guards: [
    guard(
      "acceptance-notice-due",
      d29("Khoản 3"),
      t("Đã thông báo việc thụ lý cho người tố cáo.", "The denouncer was told already."),
    ),
  ],
  fields: [
    date("notifiedOn", t("Ngày thông báo", "Told on"), {
      help: t(
        "Chọn cách thông báo giữ được bí mật; không ghi nơi nhận vào hồ sơ.",
        "Choose a way that keeps the secret; write no address into the file.",
      ),
    }),
  ],
  documents: ["tc-05"],
  clocks: [{ do: "meet", clock: "notice-denouncer" }],
  sets: { denouncerNotifiedOn: "$notifiedOn" },
  leavesTheBuilding: true,
};

export const notifyAccused: ActRule = {
  id: "notify-accused",
  name: t("Thông báo nội dung tố cáo cho người bị tố cáo", "Tell the accused of the content"),
  rule: "TC-29-1",
  ...d29("Khoản 3"),
  from: [...inHand, "SUSPENDED", ...concluded],
  to: "same",
  actors: office,
  guards: [
    guard(
      "accused-notice-due",
      d29("Khoản 3"),
      t("Đã thông báo nội dung tố cáo cho người bị tố cáo.", "The accused was told already."),
    ),
    guard(
      "third-parties-not-named",
      text("Khoản 3 Điều 8, khoản 1 Điều 56 Luật Tố cáo"),
      t(
        "Thông báo cho người bị tố cáo không được có thông tin làm lộ danh tính của người tố cáo.",
        "The notice to the accused must reveal nothing of who the denouncer is.",
      ),
    ),
  ],
  fields: [
    answer("content", t("Nội dung tố cáo được thông báo", "Content told")),
    yesNo("namesDenouncer", t("Thông báo có thông tin làm lộ người tố cáo", "It holds what reveals the denouncer")),
  ],
  documents: ["tc-06"],
  clocks: [{ do: "meet", clock: "notice-accused" }],
  sets: {},
  leavesTheBuilding: true,
};
