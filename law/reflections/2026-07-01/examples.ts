import type { WorkedExample } from "../../worked-example.ts";

export const examples: readonly WorkedExample[] = [
  { what: "Thông báo trong 10 ngày làm việc", rule: "KNPA-28-1", start: "2026-07-02", due: "2026-07-16" },
  {
    what: "Thông báo, qua ngày hoán đổi 31/8 và Quốc khánh",
    rule: "KNPA-28-1",
    start: "2026-08-21",
    due: "2026-09-08",
  },
  { what: "Thông báo, qua Tết Nguyên đán 2026", rule: "KNPA-28-1", start: "2026-02-10", due: "2026-03-03" },
  { what: "Mục tiêu nội bộ 30 ngày", rule: "KNPA-noi-bo", start: "2026-07-13", due: "2026-08-12" },
  { what: "Mục tiêu nội bộ, ngày cuối là thứ Bảy làm bù", rule: "KNPA-noi-bo", start: "2026-07-23", due: "2026-08-22" },
  {
    what: "Mục tiêu nội bộ, ngày cuối trùng Quốc khánh",
    rule: "KNPA-noi-bo",
    start: "2026-08-03",
    raw: "2026-09-02",
    due: "2026-09-03",
  },
  {
    what: "Chuyển phản ánh về quy định trong 05 ngày làm việc",
    rule: "PAKN-9-1",
    start: "2026-07-02",
    due: "2026-07-09",
  },
  { what: "Chuyển phản ánh, có thứ Bảy làm bù 22/8", rule: "PAKN-9-1", start: "2026-08-17", due: "2026-08-22" },
  { what: "Chuyển phản ánh, qua Tết 2026", rule: "PAKN-9-1", start: "2026-02-13", due: "2026-02-27" },
  {
    what: "Chuyển phản ánh, thứ Bảy làm bù 26/4, qua 30/4 đến nghỉ hoán đổi 02/5/2025",
    rule: "PAKN-9-1",
    start: "2025-04-25",
    due: "2025-05-06",
  },
  { what: "Trước 01/7/2014", rule: "KNPA-28-1", start: "2014-06-30", refused: "before-coverage" },
];
