import type { WorkedExample } from "../../worked-example.ts";

export const examples: readonly WorkedExample[] = [
  { what: "Xử lý đơn trong 10 ngày", rule: "XLD-1", start: "2026-07-02", raw: "2026-07-12", due: "2026-07-13" },
  {
    what: "Xử lý đơn, ngày cuối trùng 24/11",
    rule: "XLD-1",
    start: "2026-11-14",
    raw: "2026-11-24",
    due: "2026-11-25",
  },
  { what: "Xử lý đơn, ngày cuối là thứ Bảy làm bù 22/8", rule: "XLD-1", start: "2026-08-12", due: "2026-08-22" },
  {
    what: "Xử lý đơn, ngày cuối trong kỳ nghỉ Quốc khánh",
    rule: "XLD-1",
    start: "2026-08-22",
    raw: "2026-09-01",
    due: "2026-09-03",
  },
  {
    what: "Danh mục chỉ thấy từ 2026: không trả lời cho trước đó",
    rule: "XLD-1",
    start: "2026-06-30",
    refused: "no-version-in-force",
  },
  { what: "Trước Thông tư 07/2014", rule: "XLD-1", start: "2014-12-14", refused: "before-coverage" },
];
