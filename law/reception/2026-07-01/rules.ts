import type { DeadlineRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";
import { limit, notice } from "../2014-07-01/rules.ts";

const d23 = text("Khoản 1 Điều 23 Nghị định 154/2026/NĐ-CP");
const online = t("Ngày tiếp công dân trực tuyến", "Day of the online reception");

/** Also of the petitions and the reflections, where a repeated one is refused and an old one rings. */
export const writtenRefusal: DeadlineRule = limit(
  { ...text("Khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP"), gap: "GAP-7" },
  {
    id: "TCD-9-2",
    amount: 3,
    actor: "head",
    name: t("Thông báo từ chối tiếp công dân bằng văn bản", "Written notice of refusal of reception"),
    startEvent: t("Ngày có đủ căn cứ từ chối tiếp công dân", "Day the ground was established"),
  },
);

/** A ground of discipline, not a time to act in: it rings on the day itself and does not roll over. */
export const tripwire: DeadlineRule = {
  ...limit(text("Điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP"), {
    id: "TCD-41-1",
    amount: 45,
    unit: "day",
    actor: "petition-officer",
    name: t(
      "Cảnh báo: đơn chưa xử lý sau 45 ngày (căn cứ xử lý kỷ luật, không phải thời hạn được phép)",
      "Alarm: a petition not processed within 45 days (a ground of discipline, not time allowed)",
    ),
    startEvent: t("Ngày tiếp nhận đơn", "Day the petition was received"),
    consequence: t(
      "Người có chức vụ lãnh đạo, quản lý không xử lý đơn sau 45 ngày mà không có lý do chính đáng bị cách chức hoặc bãi nhiệm.",
      "Somebody in a leading post who without good reason has not processed it is dismissed from the post.",
    ),
  }),
  rollsOver: false,
};

export const rules: readonly DeadlineRule[] = [
  writtenRefusal,
  tripwire,
  notice(d23, {
    id: "TCD-23-1",
    amount: 5,
    name: t(
      "Thông báo buổi tiếp công dân trực tuyến trước 05 ngày làm việc",
      "Give notice of an online reception 5 working days before",
    ),
    startEvent: online,
  }),
  notice(d23, {
    id: "TCD-23-2",
    amount: 1,
    name: t("Kết nối thử thành công trước 01 ngày làm việc", "Test the connection successfully 1 working day before"),
    startEvent: online,
  }),
];
