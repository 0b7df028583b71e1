import { Refused } from "../refusal.ts";

/** What the register's line says of a denunciation that was handed to the head: the words themselves the database no longer shows (Điều 56 Luật Tố cáo). */
export const handedOn = "Đã chuyển người đứng đầu; nội dung không hiển thị ở đây.";

export function handedAlready(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn tố cáo của lượt tiếp này đã chuyển người đứng đầu; việc đính chính làm tại vụ việc.",
      en: "The denunciation of this visit was handed to the head; corrections are made in its matter.",
    },
    article: "Điều 56 Luật Tố cáo",
  });
}
