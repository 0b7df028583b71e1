import { expect, test } from "vitest";
import { suggestEntries } from "./suggest.ts";
import type { ReadScan } from "./text-reader.ts";

const scan = (...lines: readonly string[]): ReadScan => ({
  ended: "whole",
  pages: [
    {
      lines: lines.map((text, i) => ({ text, confidence: 90, place: { x: 0.1, y: i / 40, w: 0.8, h: 0.02 } })),
    },
  ],
});
const valuesOf = (read: ReadScan) => Object.fromEntries(suggestEntries(read).map(({ field, value }) => [field, value]));

test("a typed complaint gives its entries, each with its place", () => {
  const read = scan(
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Liêm Tuyền, ngày 06 tháng 7 năm 2026",
    "ĐƠN KHIẾU NẠI",
    "Kính gửi: Chủ tịch Ủy ban nhân dân phường Châu Sơn",
    "1. Họ và tên người khiếu nại: Đặng Thị Phượng; CCCD số 035187004321; địa chỉ: tổ dân",
    "phố số 5, phường Châu Sơn; điện thoại: 0912 000 345.",
    "2. Người bị khiếu nại: Ủy ban nhân dân phường Châu Sơn.",
    "3. Nội dung khiếu nại: Ngày 12/6/2026 tôi nhận được Quyết định số 142/QĐ-UBND về việc",
    "thu hồi 86,4 m² đất tại thửa số 217.",
    "4. Yêu cầu: đề nghị hủy Quyết định số 142/QĐ-UBND và lập lại",
    "phương án bồi thường.",
    "5. Tài liệu kèm theo: bản sao Giấy chứng nhận.",
  );
  expect(valuesOf(read)).toEqual({
    "sender.name": "Đặng Thị Phượng",
    "sender.idNumber": "035187004321",
    "sender.phone": "0912 000 345",
    "sender.address": "tổ dân phố số 5, phường Châu Sơn",
    respondent: "Ủy ban nhân dân phường Châu Sơn",
    content: "Ngày 12/6/2026 tôi nhận được Quyết định số 142/QĐ-UBND về việc thu hồi 86,4 m² đất tại thửa số 217.",
    request: "đề nghị hủy Quyết định số 142/QĐ-UBND và lập lại phương án bồi thường.",
    kind: "complaint",
    writtenOn: "06/07/2026",
  });
  const address = suggestEntries(read).find(({ field }) => field === "sender.address");
  expect(address?.places.map(({ y }) => y)).toEqual([4 / 40, 5 / 40]);
});

test("the title of a denunciation is a hint, and a letter without labels gives nothing made up", () => {
  expect(valuesOf(scan("ĐƠN TỐ CÁO", "Tôi tên là: Trần Văn Thử, trú tại: xóm 3, xã An Thử;"))).toEqual({
    kind: "denunciation",
    "sender.name": "Trần Văn Thử",
    "sender.address": "xóm 3, xã An Thử",
  });
  expect(valuesOf(scan("Thưa ông chủ tịch, con đường trước nhà tôi đã hỏng hai năm nay."))).toEqual({});
});
