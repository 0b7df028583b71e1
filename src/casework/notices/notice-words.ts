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

/** Of a place at a head's session: the code, and where to look; neither the office nor the subject. */
export function bookingWords(code: string, publicUrl: string): Pick<NoticeMessage, "subject" | "text" | "short"> {
  const where = `${publicUrl}/lich-tiep/cho-da-dat`;
  return {
    subject: `Chỗ đã đặt ${code}: lịch tiếp có thay đổi / Booking ${code}: the session has changed`,
    short: `Lịch tiếp công dân của chỗ đã đặt ${code} có thay đổi. Xem tại ${where} bằng mã chỗ và mã bí mật.`,
    text: [
      `Lịch tiếp công dân của chỗ đã đặt ${code} có thay đổi.`,
      "",
      `Mời ông/bà xem ngày giờ mới tại ${where} bằng mã chỗ và mã bí mật đã nhận khi đặt. Thư này không cần trả lời. Không ai được hỏi ông/bà mã bí mật.`,
      "",
      `The session of the booking ${code} has changed.`,
      "",
      `Look at ${where} with the two codes you were given. This message needs no answer. Nobody may ask you for the secret code.`,
      "",
    ].join("\n"),
  };
}
