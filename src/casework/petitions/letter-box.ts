import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { chainHash, textDigest } from "../audit/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";

/** What the person with the receipt sends by it. */
export type LetterAbout = "letter" | "withdraw-all" | "withdraw-part" | "documents";

export interface LeftLetter {
  /** The letter's id, so that the same letter sent twice is one. */
  readonly key: string;
  readonly code: string;
  readonly secretHash: Buffer;
  readonly body: string;
  readonly about: LetterAbout;
  /** How many documents come with it. */
  readonly files?: number;
}

/** So many letters a day and so many documents in all from one petitioner, so that one receipt floods nobody. */
const mostADay = 10;
const mostFiles = 40;

const eventOf = {
  letter: "petitioner-wrote",
  "withdraw-all": "withdrawal-asked",
  "withdraw-part": "withdrawal-asked",
  documents: "documents-added",
} as const;

interface LetterBox {
  petitionId: string;
  seq: number;
  hash: string;
  known: boolean;
  today: number;
  files: number;
}

/** Locks the petition and looks whether the letter may be left; null for a wrong code and a wrong secret alike. */
export async function openLetterBox(tx: Trx, setting: Setting, letter: LeftLetter): Promise<LetterBox | null> {
  const { rows } = await sql<{ box: LetterBox | null }>`
    select app.letter_box(${letter.code}, ${letter.secretHash}, ${letter.key}::uuid, ${setting.today()}::date) as box`.execute(
    tx,
  );
  const box = rows[0]?.box;
  if (!box) return null;
  if (box.known) return box;
  if (box.today >= mostADay) throw enoughForToday();
  if (box.files + (letter.files ?? 0) > mostFiles) throw enoughDocuments();
  return box;
}

/** Leaves a letter in the opened box, with its event in the petition's chain; one that is known is left alone. */
export async function leaveLetter(tx: Trx, setting: Setting, box: LetterBox, letter: LeftLetter): Promise<void> {
  if (box.known) return;
  const { key, code, secretHash, body, about, files = 0 } = letter;
  const today = setting.today();
  const at = setting.now().toISOString();
  const what = eventOf[about];
  const data = { message: key, digest: textDigest(body), ...(about === "letter" ? {} : { about, files }) };
  const seq = box.seq + 1;
  const entry = { id: box.petitionId, seq, what, on: today, at, officer: null, data };
  const event = {
    seq,
    what,
    on_date: today,
    recorded_at: at,
    data,
    prev_hash: box.hash,
    hash: chainHash(Buffer.from(box.hash, "hex"), entry).toString("hex"),
  };
  await sql`select app.put_in_letter_box(${code}, ${secretHash}, ${JSON.stringify({ id: key, body, about, files })}::jsonb,
    ${JSON.stringify(event)}::jsonb)`.execute(tx);
}

function enoughForToday(): Refused {
  const message: Text = {
    vi: `Hôm nay đã gửi ${mostADay} thư cho hồ sơ này. Cơ quan đã nhận đủ các thư đó; xin gửi tiếp vào ngày mai.`,
    en: `${mostADay} letters were sent for this petition today. The office has all of them; please write again tomorrow.`,
  };
  return new Refused({ code: "too-many-attempts", message });
}

function enoughDocuments(): Refused {
  const message: Text = {
    vi: `Mỗi đơn nhận qua mạng nhiều nhất ${mostFiles} tài liệu bổ sung. Hãy mang bản giấy đến nơi tiếp nhận, hoặc ghép các trang vào một tệp PDF.`,
    en: `At most ${mostFiles} documents are added to one petition online. Bring paper to the office, or put pages together into one PDF.`,
  };
  return new Refused({ code: "too-large", message });
}
