import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, t, text, yesNo } from "../../wording.ts";
import { shortAnswer } from "../secret-fields.ts";
import { head, intake, office } from "./states.ts";

const d24 = (clause: number) => text(`Khoản ${clause} Điều 24 Luật Tố cáo`);
const d14 = text("Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP");

export const transfer: ActRule = {
  id: "transfer",
  name: t("Chuyển tố cáo đến nơi có thẩm quyền", "Transfer to the competent body"),
  rule: "TC-24-3",
  ...d24(2),
  from: intake,
  to: "TRANSFERRED",
  actors: head,
  guards: [
    guard(
      "not-transferred-before",
      { ...d14, gap: "GAP-12" },
      t(
        "Đơn tố cáo có cùng nội dung chỉ được chuyển một lần.",
        "A denunciation of the same content is transferred only once.",
      ),
      ["not-process-duplicate"],
    ),
  ],
  fields: [
    shortAnswer("agency", t("Cơ quan, tổ chức, cá nhân có thẩm quyền", "Competent body")),
    yesNo(
      "transferredBefore",
      t("Đơn có cùng nội dung đã được chuyển một lần", "One of the same content was transferred before"),
    ),
  ],
  documents: ["tt05-03"],
  bindingDocument: "tt05-03",
  handsOver: true,
  clocks: [
    { do: "meet", clock: "acceptance" },
    { do: "meet", clock: "answer" },
    { do: "meet", clock: "transfer" },
  ],
  sets: { withinCompetence: false },
  leavesTheBuilding: true,
};

export const notifyTransfer: ActRule = {
  id: "notify-transfer",
  name: t(
    "Ghi nhận đã thông báo cho người tố cáo việc chuyển đơn",
    "Record that the denouncer was told of the transfer",
  ),
  rule: "TC-24-3",
  ...d24(2),
  from: ["TRANSFERRED"],
  to: "same",
  actors: office,
  guards: [
    guard(
      "transfer-notice-due",
      d24(2),
      t("Không có thông báo chuyển đơn nào đang chờ.", "No notice of the transfer is waiting."),
    ),
  ],
  fields: [date("notifiedOn", t("Ngày thông báo", "Told on"))],
  documents: [],
  clocks: [{ do: "meet", clock: "transfer-notice" }],
  sets: { transferNotifiedOn: "$notifiedOn" },
  leavesTheBuilding: true,
};

const d15 = text("Điều 15 Thông tư 05/2021/TT-TTCP");

export const transferToParty: ActRule = {
  id: "transfer-to-party",
  name: t("Chuyển đơn tố cáo đảng viên đến cơ quan của Đảng", "Pass to the Party body"),
  rule: "TC-15T-1",
  ...d15,
  gap: "GAP-12",
  from: intake,
  to: "TRANSFERRED",
  actors: head,
  guards: [
    guard(
      "circular-05-in-force",
      d15,
      t("Thông tư 05/2021/TT-TTCP áp dụng từ ngày 15/11/2021.", "Circular 05/2021 applies from 15 November 2021."),
      ["transfer"],
    ),
    guard(
      "about-party-rules",
      d15,
      t(
        "Chỉ chuyển khi tố cáo đảng viên vi phạm Điều lệ Đảng, quy định của Đảng.",
        "Only where a Party member is denounced for a breach of Party rules.",
      ),
      ["transfer", "log-and-check"],
    ),
  ],
  fields: [
    yesNo("partyMember", t("Tố cáo đảng viên vi phạm Điều lệ, quy định của Đảng", "About a breach of Party rules")),
    shortAnswer("agency", t("Cơ quan có thẩm quyền của Đảng", "Party body")),
  ],
  documents: ["tc-party-transfer"],
  bindingDocument: "tc-party-transfer",
  handsOver: true,
  clocks: [
    { do: "meet", clock: "acceptance" },
    { do: "meet", clock: "answer" },
    { do: "meet", clock: "transfer" },
  ],
  sets: { withinCompetence: false },
  leavesTheBuilding: true,
};
