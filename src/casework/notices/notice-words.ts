import type { NoticeMessage } from "./notice-sender.ts";

/** The same words for every kind of news: the code, and where to look. */
export function noticeWords(code: string, publicUrl: string): Pick<NoticeMessage, "subject" | "text" | "short"> {
  const where = `${publicUrl}/track`;
  return {
    subject: `Đơn ${code}: có thông tin mới / Petition ${code}: there is news`,
    short: `Đơn ${code} có thông tin mới. Xem tại ${where} bằng mã đơn và mã bí mật trên biên nhận.`,
    text: [
      `Đơn mã ${code} có thông tin mới.`,
      "",
      `Mời ông/bà xem tại ${where} bằng mã đơn và mã bí mật ghi trên biên nhận. Thư này không nêu nội dung, không thay cho văn bản của cơ quan, và không cần trả lời. Không ai được hỏi ông/bà mã bí mật.`,
      "Muốn thôi nhận thư báo: mở trang tra cứu đó và bấm “Thôi báo tin”.",
      "",
      `There is news about the petition with the code ${code}.`,
      "",
      `Look at ${where} with the two codes of your receipt. This message says nothing of the case, takes the place of no letter of the office, and needs no answer. Nobody may ask you for the secret code.`,
      "To get no more of these: open that page and press “Stop telling me”.",
      "",
    ].join("\n"),
  };
}
