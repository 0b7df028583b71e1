import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type CivilDate, civilDate } from "../../time/civil-date.ts";
import { parseInput } from "../parse-input.ts";
import { type IdentityPaper, idNumberRule, parseIdentityPaper } from "../people/index.ts";
import { type FieldProblem, invalidInput } from "../refusal.ts";
import { conditionFacts, obstacleFacts } from "./conditions.ts";

export const postKinds = ["complaint", "denunciation", "recommendation"] as const;
export type PostKind = (typeof postKinds)[number];
export const postSources = ["post", "mailbox", "forwarded", "leader", "email"] as const;
export type PostSource = (typeof postSources)[number];
export const forwarders = ["na-deputy", "council-deputy", "front", "press", "party", "other"] as const;
export type Forwarder = (typeof forwarders)[number];

const line = (max: number) => z.string().trim().max(max);
const story = (max = 20_000) => z.string().trim().max(max);

export const postInput = z.object({
  /** Idempotency key, a random UUID made with the empty form. */
  key: z.uuid(),
  agencyId: z.uuid(),
  /** YYYY-MM-DD, today when absent. */
  receivedOn: z.iso.date().optional(),
  source: z.enum(postSources),
  postmarkOn: z.iso.date().optional(),
  forwarder: z.enum(forwarders).optional(),
  forwarderName: line(300).optional(),
  letterNumber: line(60).optional(),
  letterOn: z.iso.date().optional(),
  /** As the letter gives them; a letter without a name is taken in, too. */
  sender: z.object({
    name: line(200).optional(),
    address: line(400).optional(),
    idNumber: line(40).optional(),
    birthYear: z.coerce.number().int().min(1900).max(2100).optional(),
    phone: line(30).optional(),
    email: line(200).optional(),
  }),
  /** How many signed; 0: nobody did. */
  signatureCount: z.coerce.number().int().min(0).max(100_000).default(1),
  /** Empty: not classified yet. Several: mixed, one petition for each. */
  kinds: z.array(z.enum(postKinds)).max(3).default([]),
  content: story().min(1),
  request: story().optional(),
  contestedAct: story(4000).optional(),
  respondent: line(400).optional(),
  /** Original papers enclosed; they go back at once when the petition is not accepted. */
  originalCount: z.coerce.number().int().min(0).max(1000).default(0),
  /** Conditions that are not met and obstacles that stand. */
  unmet: z
    .array(z.enum([...conditionFacts, ...obstacleFacts]))
    .max(20)
    .default([]),
  note: story(4000).optional(),
  /** The draft that this confirms; its files are hung on the petition. */
  draftId: z.uuid().optional(),
  /** The officer has compared every entry with the scan or the letter; asked for with a draft. */
  confirmed: z.boolean().default(false),
  /** Scans taken in before by `addFile`. */
  files: z
    .array(z.object({ fileId: z.uuid(), title: line(300).min(1) }))
    .max(50)
    .default([]),
});
export type RecordPostInput = z.input<typeof postInput>;

export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly paper: IdentityPaper | null;
  readonly idTyped: string;
  readonly birthYear?: number;
  readonly phone?: string;
  readonly email?: string;
}

export type PostWanted = Omit<z.output<typeof postInput>, "sender" | "receivedOn" | "kinds"> & {
  readonly receivedOn: CivilDate;
  readonly kinds: readonly PostKind[];
  readonly sender: Sender;
};

/** The first circular on processing petitions that is covered (Thông tư 07/2014/TT-TTCP). */
const coveredFrom = civilDate("2014-12-15");

/** Parses one letter and checks it; throws "invalid-input" with every problem at once. */
export function parsePost(input: unknown, today: CivilDate): PostWanted {
  const { sender: given, ...raw } = parseInput(postInput, input);
  const receivedOn = (raw.receivedOn ?? today) as CivilDate;
  const kinds = postKinds.filter((kind) => raw.kinds.includes(kind));
  const problems: FieldProblem[] = [];
  const add = (field: string, message: Text) => problems.push({ field, message });
  if (receivedOn > today) add("receivedOn", notLater);
  if (receivedOn < coveredFrom) add("receivedOn", tooEarly);
  if (raw.postmarkOn && raw.postmarkOn > receivedOn) add("postmarkOn", afterReceipt);
  if (raw.letterOn && raw.letterOn > receivedOn) add("letterOn", afterReceipt);
  if (raw.draftId && !raw.confirmed) add("confirmed", compareFirst);
  if (raw.source === "forwarded" && !raw.forwarder) add("forwarder", whoForwarded);
  if (raw.source === "forwarded" && !raw.forwarderName) add("forwarderName", whoForwarded);
  if (raw.source !== "forwarded" && (raw.forwarder || raw.forwarderName || raw.letterNumber)) {
    add("source", onlyForwarded);
  }
  const paper = given.idNumber ? parseIdentityPaper(given.idNumber) : undefined;
  if (given.idNumber && !paper && !kinds.includes("denunciation")) add("sender.idNumber", idNumberRule);
  if (problems.length > 0) throw invalidInput(problems);
  const sender: Sender = {
    name: given.name ?? "",
    address: given.address ?? "",
    paper: paper ?? null,
    idTyped: given.idNumber ?? "",
    ...(given.birthYear ? { birthYear: given.birthYear } : {}),
    ...(given.phone ? { phone: given.phone } : {}),
    ...(given.email ? { email: given.email } : {}),
  };
  return { ...raw, receivedOn, kinds, sender, unmet: unmetOf(raw.unmet, sender, raw.signatureCount) };
}

/** What the entries themselves show: without name or address, or without a signature, that condition is not met. */
function unmetOf(given: PostWanted["unmet"], sender: Sender, signatures: number): PostWanted["unmet"] {
  const found = new Set(given);
  if (!sender.name || !sender.address) found.add("nameAndAddress");
  if (signatures === 0) found.add("signed");
  return [...found];
}

const notLater: Text = {
  vi: "Ngày nhận không thể sau hôm nay.",
  en: "The day of receipt cannot be after today.",
};
const tooEarly: Text = {
  vi: "Sổ này ghi đơn nhận từ ngày 15/12/2014, khi Thông tư 07/2014/TT-TTCP có hiệu lực.",
  en: "This book holds petitions received since 15 December 2014, when Circular 07/2014 came into force.",
};
const afterReceipt: Text = {
  vi: "Ngày này không thể sau ngày nhận đơn.",
  en: "This day cannot be after the day of receipt.",
};
const compareFirst: Text = {
  vi: "Đối chiếu từng mục với bản quét hoặc thư rồi đánh dấu xác nhận: máy đọc có thể sai.",
  en: "Compare every entry with the scan or letter and confirm it: a machine's reading may be wrong.",
};
const whoForwarded: Text = {
  vi: "Ghi ai chuyển đơn đến: đơn không thuộc thẩm quyền phải trả lại nơi chuyển, nêu rõ lý do.",
  en: "Say who forwarded it: a petition outside the office's competence goes back to the forwarder with reasons.",
};
const onlyForwarded: Text = {
  vi: "Nơi chuyển và số công văn chỉ ghi cho đơn do cơ quan, đại biểu, báo chí chuyển đến; hãy chọn nguồn đó hoặc xóa các mục này.",
  en: "Forwarder and letter number are for forwarded petitions: choose that source or empty these entries.",
};
