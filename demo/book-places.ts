import type { App } from "../src/server/app.ts";
import { knownId } from "./known-ids.ts";
import { person } from "./texts.ts";

/** How many may book at each session of a chair. */
export const placesEach = 6;

const subjects = [
  "Bồi thường khi thu hồi đất làm đường nối cầu Mây",
  "Hồ sơ cấp giấy chứng nhận quyền sử dụng đất",
  "Mương thoát nước trước nhà bị lấp",
  "Chế độ trợ cấp của người cao tuổi",
  "Khói bụi từ cơ sở rang xay",
  "Lối đi chung giữa các hộ trong thôn",
];

/** So many invented citizens book a place, as from the public page. */
export async function bookPlaces(app: App, sessionId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await app.bookings.bookPlace({
      key: knownId(`booking ${sessionId} ${n}`),
      sessionId,
      name: person(800 + n, "").name,
      contact: n % 2 === 0 ? `0900 000 00${n}` : "",
      subject: subjects[n % subjects.length] ?? "",
      people: n === 2 ? "4" : "1",
      // Each from an address of their own: one network books only so many an hour.
      network: knownId(`network ${sessionId} ${n}`),
    });
}
