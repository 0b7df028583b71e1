import type { WorkedExample } from "../../worked-example.ts";

/** Ví dụ của luật trước Nghị định 124/2020/NĐ-CP: chỉ những thời hạn không cần lịch nghỉ đã kiểm chứng. */
export const examples: readonly WorkedExample[] = [
  { what: "Hủy bỏ ngay quyết định tạm đình chỉ thi hành", rule: "KN-35-1", start: "2016-05-02", due: "2016-05-02" },
  {
    what: "Trước ngày Luật Khiếu nại 2011 có hiệu lực",
    rule: "KN-28-1",
    start: "2012-06-30",
    refused: "before-coverage",
  },
  {
    what: "Trước nghị định, luật không định số ngày gửi quyết định kỷ luật lần đầu",
    rule: "KN-54-1",
    start: "2020-12-09",
    refused: "no-version-in-force",
  },
  {
    what: "Trước nghị định, luật không định số ngày công khai",
    rule: "KN-29-1",
    start: "2020-12-09",
    refused: "no-version-in-force",
  },
  {
    what: "Trước nghị định, luật không định số ngày chỉ đạo thi hành",
    rule: "KN-31-1",
    start: "2020-12-09",
    refused: "no-version-in-force",
  },
];
