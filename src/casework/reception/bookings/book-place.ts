import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../../rules/pack.ts";
import { transaction } from "../../../store/index.ts";
import { noticeAddressRule, parseNoticeAddress } from "../../notices/index.ts";
import { parseInput } from "../../parse-input.ts";
import { derivedTrackingSecret, hashTrackingSecret, randomLetters } from "../../petitions/index.ts";
import { invalidInput, Refused } from "../../refusal.ts";
import type { Setting } from "../../setting.ts";

/** `bookingKey` makes the secret of a booking, which is shown to who booked and kept in no row. */
export type BookingSetting = Setting & { readonly bookingKey: Buffer };

const peopleMax = 200;

export const bookPlaceInput = z.object({
  /** A random UUID made with the empty form: the same again gives the same place and the same codes. */
  key: z.uuid(),
  sessionId: z.uuid(),
  name: z.string().max(200),
  /** One e-mail address or telephone number; may be empty. */
  contact: z.string().max(200),
  /** What about, in a line. */
  subject: z.string().max(300),
  people: z.string().max(10),
});
export type BookPlaceInput = z.input<typeof bookPlaceInput>;

export interface BookedPlace {
  readonly code: string;
  readonly secret: string;
  /** In the order of booking. */
  readonly number: number;
}

/** What can be stored of a form. Throws "invalid-input" with every entry to mend. */
export function parseBooking(input: BookPlaceInput) {
  const { key, sessionId, ...typed } = parseInput(bookPlaceInput, input);
  const name = oneLine(typed.name);
  const subject = oneLine(typed.subject);
  const people = Number(typed.people.trim() || "1");
  const contact = typed.contact.trim() === "" ? null : parseNoticeAddress(typed.contact);
  const peopleWrong = !Number.isInteger(people) || people < 1 || people > peopleMax;
  const problems: readonly (readonly [string, Text | false | undefined])[] = [
    ["name", name === "" && needed.name],
    ["contact", contact === undefined && noticeAddressRule],
    ["subject", subject === "" && needed.subject],
    ["people", peopleWrong && needed.people],
  ];
  const found = problems.flatMap(([field, message]) => (message ? [{ field, message }] : []));
  if (found.length > 0) throw invalidInput(found);
  return { key, sessionId, name, subject, people, contact: contact ?? null };
}

/**
 * Books the next place. Two at the last place at the same instant: one gets it. Throws "invalid-input", "not-found" for a
 * session that is not posted or cannot be booked, "conflict" when all places are taken.
 */
export async function bookPlace(setting: BookingSetting, input: BookPlaceInput): Promise<BookedPlace> {
  const { key, sessionId, name, subject, people, contact } = parseBooking(input);
  const secret = derivedTrackingSecret(setting.bookingKey, key);
  return transaction(setting.store, "nobody", async (tx) => {
    const { rows } = await sql<{ answer: { refused?: "closed" | "full"; code: string; number: number } }>`
      select app.book_place(${setting.newId()}, ${sessionId}, ${setting.today()}::date, ${`DC-${randomLetters(8)}`}, ${hashTrackingSecret(secret)},
        ${name}, ${contact?.channel ?? null}, ${contact?.address ?? null}, ${subject}, ${people}) as answer`.execute(
      tx,
    );
    const answer = rows[0]?.answer;
    if (!answer || answer.refused === "closed") throw closed();
    if (answer.refused === "full") throw full();
    return { code: answer.code, secret, number: answer.number };
  });
}

const oneLine = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

const needed = {
  name: { vi: "Ghi họ và tên người đến.", en: "Write the name of who comes." },
  subject: { vi: "Ghi ngắn gọn về việc gì.", en: "Write in a few words what it is about." },
  people: { vi: `Ghi một số từ 1 đến ${peopleMax}.`, en: `Write a number from 1 to ${peopleMax}.` },
} as const satisfies Record<string, Text>;

const closed = () =>
  new Refused({
    code: "not-found",
    message: {
      vi: "Buổi tiếp này không nhận đặt chỗ, hoặc đã hết thời gian đặt. Ông/bà vẫn có thể đến trực tiếp.",
      en: "No place can be booked at this session, or not any more. You may still come without one.",
    },
  });

const full = () =>
  new Refused({
    code: "conflict",
    message: {
      vi: "Các chỗ của buổi tiếp này vừa hết. Mời ông/bà chọn buổi khác, hoặc đến trực tiếp.",
      en: "All places of this session are taken now. Choose another session, or come without a booking.",
    },
  });
