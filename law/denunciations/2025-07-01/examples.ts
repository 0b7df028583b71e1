import type { WorkedExample } from "../../worked-example.ts";

/** Ví dụ tính thời hạn tố cáo từ 01/7/2025 đến 30/6/2026. */
export const examples: readonly WorkedExample[] = [
  { what: "Xử lý ban đầu qua Tết 2026", rule: "TC-24-1", start: "2026-02-10", due: "2026-02-26" },
  {
    what: "Ngày cuối là mùng 1 Tết 2026, chuyển đến thứ Hai 23/02",
    rule: "TC-30-1",
    start: "2026-01-18",
    raw: "2026-02-17",
    due: "2026-02-23",
  },
  {
    what: "Gia hạn một lần, ngày cuối 16/02 trong kỳ nghỉ Tết",
    rule: "TC-30-1",
    start: "2025-12-18",
    extended: 1,
    raw: "2026-02-16",
    due: "2026-02-23",
  },
  { what: "Gửi kết luận qua Tết 2026", rule: "TC-35-1", start: "2026-02-12", due: "2026-02-26" },
  { what: "Thứ Bảy làm bù 10/01 là ngày làm việc", rule: "TC-24-3", start: "2026-01-06", due: "2026-01-12" },
  {
    what: "Ngày cuối 01/9/2025 là ngày nghỉ, chuyển đến 03/9",
    rule: "TC-30-1",
    start: "2025-08-02",
    raw: "2025-09-01",
    due: "2025-09-03",
  },
  { what: "Ngày cuối của phiên bản này: nhận 30/6/2026", rule: "TC-24-1", start: "2026-06-30", due: "2026-07-09" },
];
