import type { WorkedExample } from "../../worked-example.ts";

/** Ví dụ tính thời hạn tố cáo trước 01/7/2025. */
export const examples: readonly WorkedExample[] = [
  {
    what: "Qua 30/4, 01/5 và hoán đổi 29/4; thứ Bảy làm bù 04/5 được tính",
    rule: "TC-24-1",
    start: "2024-04-26",
    due: "2024-05-09",
  },
  { what: "Gửi kết luận qua Tết 2025", rule: "TC-35-1", start: "2025-01-23", due: "2025-02-06" },
  { what: "Gia hạn hai lần, 90 ngày", rule: "TC-30-1", start: "2024-05-10", extended: 2, due: "2024-08-08" },
  { what: "Ngày cuối cùng trước hai cấp: nhận 30/6/2025", rule: "TC-24-1", start: "2025-06-30", due: "2025-07-09" },
  { what: "Ngày đầu của Nghị định 31/2019: niêm yết 15 ngày", rule: "TC-6-1", start: "2019-05-28", due: "2019-06-12" },
  {
    what: "Trước Nghị định 31/2019 chưa có thời gian niêm yết",
    rule: "TC-6-1",
    start: "2019-05-27",
    refused: "no-version-in-force",
  },
  {
    what: "Trước Nghị định 31/2019 chưa có thời hạn riêng khi cấp trên lấy lên",
    rule: "TC-5-3",
    start: "2019-03-01",
    refused: "no-version-in-force",
  },
  {
    what: "Trước ngày Luật Tố cáo 2018 có hiệu lực",
    rule: "TC-30-1",
    start: "2018-12-31",
    refused: "before-coverage",
  },
];
