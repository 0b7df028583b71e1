import type { WorkedExample } from "../../worked-example.ts";

export const examples: readonly WorkedExample[] = [
  {
    what: "A2: tiếp ngày 02/7/2026, trả lời trong 10 ngày làm việc",
    rule: "TCD-28-1",
    start: "2026-07-02",
    due: "2026-07-16",
  },
  { what: "Từ chối bằng văn bản trong 03 ngày làm việc", rule: "TCD-9-2", start: "2026-07-03", due: "2026-07-08" },
  { what: "Niêm yết lịch trước 05 ngày làm việc", rule: "TCD-24-1", start: "2026-07-20", due: "2026-07-13" },
  {
    what: "Niêm yết lịch, đếm lùi qua Quốc khánh và ngày hoán đổi 31/8",
    rule: "TCD-24-1",
    start: "2026-09-03",
    due: "2026-08-24",
  },
  { what: "Niêm yết lịch, đếm lùi có thứ Bảy làm bù 22/8", rule: "TCD-24-1", start: "2026-08-26", due: "2026-08-20" },
  { what: "Tiếp công dân trước 01/7/2014", rule: "TCD-28-1", start: "2014-06-30", refused: "before-coverage" },
];
