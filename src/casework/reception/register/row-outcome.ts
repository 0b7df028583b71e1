import type { Text } from "../../../rules/pack.ts";
import { type CivilDate, formatCivilDate } from "../../../time/civil-date.ts";
import { foldVietnamese } from "../../people/index.ts";
import type { RegisterColumns, RegisterField } from "./columns.ts";
import { type DenouncedRow, keepApart } from "./denounced-row.ts";
import type { Finding, RowReading } from "./read-row.ts";
import { HIDDEN_VALUE, redact } from "./redact.ts";
import type { GroupKind, RegisterPerson, RegisterRow, RejectedRow, RowProblem, RowWarning } from "./register-row.ts";
import { pseudonymOf, rowDigest } from "./row-digest.ts";
import { tidyLine } from "./sheet.ts";

type DatedReading = RowReading & { readonly date: CivilDate };

/** How often a meaning was seen so far in the sheet, by its digest as a first occurrence. */
export type Occurrences = Map<string, number>;

export function openRow(
  reading: DatedReading,
  columns: RegisterColumns,
  agency: string,
  occurrences: Occurrences,
  repeat: { readonly row: number; readonly sameContent: boolean } | null,
): RegisterRow {
  const { text, ids, people } = reading;
  const person = (name: string, address: string, index: number): RegisterPerson => {
    const id = ids[index];
    return {
      name,
      foldedName: foldVietnamese(name),
      address,
      idNumber: id?.number || null,
      idKind: id?.number ? id.kind : null,
      idNote: id?.note ?? null,
    };
  };
  const { digest, warnings } = identify(reading, agency, occurrences, {
    person: `${text.person} ${text.address}`,
    ids: ids.map((id) => id.number),
    content: text.content,
    sealed: false,
  });
  const found = [
    ...reading.warnings,
    ...warnings,
    ...(repeat ? [{ field: "person" as const, text: repeatText(repeat) }] : []),
  ];
  return {
    ...common(reading, text, digest, found, columns),
    sealed: false,
    pseudonym: null,
    people: people.people.map(({ name, address }, index) => person(name, address, index)),
    group: people.group,
    otherIds: ids
      .slice(Math.max(people.people.length, 0))
      .map((id) => id.number)
      .filter((number) => number !== ""),
    repeatsRow: repeat?.sameContent ? repeat.row : null,
  };
}

/** Settled 2: no name, no address, no identity number, and none of them in the free text either; they are kept apart for the vault. */
export function sealedRow(
  reading: DatedReading,
  columns: RegisterColumns,
  agency: string,
  occurrences: Occurrences,
): RegisterRow {
  const text = redactedText(reading);
  const { digest, warnings } = identify(reading, agency, occurrences, {
    person: "",
    ids: [],
    content: text.content,
    sealed: true,
  });
  const row: RegisterRow = {
    ...common(reading, text, digest, [...reading.warnings, ...warnings], columns),
    sealed: true,
    pseudonym: pseudonymOf(digest, reading.date),
    people: [],
    group: null,
    otherIds: [],
    repeatsRow: null,
  };
  return keepApart(row, denouncedOf(reading));
}

const WORDS: readonly RegisterField[] = [
  "person",
  "address",
  "idNumber",
  "content",
  "priorAuthority",
  "followUp",
  "note",
];

function denouncedOf({ people, ids, text }: RowReading): DenouncedRow {
  return {
    people: people.people.map(({ name, address }, index) => ({
      name,
      address,
      idNumber: ids[index]?.number || null,
      idKind: ids[index]?.number ? (ids[index]?.kind ?? null) : null,
    })),
    words:
      text.person === "" && text.idNumber === ""
        ? ""
        : WORDS.map((field) => text[field])
            .filter(Boolean)
            .join("\n"),
  };
}

/** One entry of the error list for one row, whatever the number of its problems. */
export function rejectedRow(reading: RowReading, columns: RegisterColumns): RejectedRow {
  const sealed = reading.kinds.sealed;
  const problems = reading.problems.map(({ field, text }): RowProblem => {
    const value = tidyLine(reading.text[field]);
    return { field, column: columnName(columns, field), value: sealed ? harmless(value) : value, reason: text };
  });
  const [first] = problems;
  const several = problems.length > 1;
  const reasons = (language: "vi" | "en") =>
    problems.map((one) => (several ? `${one.column}: ${one.reason[language]}` : one.reason[language])).join(" ");
  const text = sealed ? redactedText(reading) : reading.text;
  return {
    row: reading.row,
    column: first?.column ?? "",
    value: first?.value ?? "",
    reason: { vi: reasons("vi"), en: reasons("en") },
    problems,
    sealed,
    cells: {
      ...text,
      registerNo: tidyLine(text.registerNo),
      person: sealed ? "" : [text.person, text.address].filter((part) => part !== "").join("\n"),
      address: "",
      idNumber: sealed ? "" : reading.ids.map((id) => id.number || text.idNumber).join("\n"),
      kinds: sealed && reading.kinds.problem ? harmlessOr(text.kinds, "") : text.kinds,
      receivedOn: reading.date
        ? formatCivilDate(reading.date, "vi")
        : sealed
          ? harmlessOr(text.receivedOn, "")
          : text.receivedOn,
      peopleCount:
        reading.stated !== null ? String(reading.stated) : sealed ? harmlessOr(text.peopleCount, "") : text.peopleCount,
    },
  };
}

function common(
  reading: DatedReading,
  text: Readonly<Record<RegisterField, string>>,
  digest: string,
  warnings: readonly Finding[],
  columns: RegisterColumns,
) {
  const guided = splitLetter(text.guidedTo);
  const transferred = splitLetter(text.transferredTo);
  return {
    row: reading.row,
    digest,
    registerNo: tidyLine(text.registerNo),
    receivedOn: reading.date,
    dateNote: reading.dateNote,
    statedPeopleCount: reading.stated,
    peopleCount: reading.peopleCount,
    groupKind: groupKindOf(reading.peopleCount),
    content: text.content,
    kinds: reading.kinds.kinds,
    mixed: reading.kinds.kinds.length > 1,
    priorAuthority: tidyLine(text.priorAuthority),
    withinCompetence: reading.withinCompetence,
    guidedTo: guided.to,
    guidanceNumber: guided.number,
    transferredTo: transferred.to,
    transferNumber: transferred.number,
    followUp: text.followUp,
    note: text.note,
    warnings: warnings.map((one): RowWarning => ({ ...one, column: columnName(columns, one.field) })),
  };
}

function identify(
  reading: DatedReading,
  agency: string,
  occurrences: Occurrences,
  meaning: {
    readonly person: string;
    readonly ids: readonly string[];
    readonly content: string;
    readonly sealed: boolean;
  },
): { digest: string; warnings: readonly Finding[] } {
  const input = { ...meaning, agency, receivedOn: reading.date, registerNo: reading.text.registerNo };
  const first = rowDigest({ ...input, occurrence: 1 });
  const occurrence = (occurrences.get(first) ?? 0) + 1;
  occurrences.set(first, occurrence);
  if (occurrence === 1) return { digest: first, warnings: [] };
  return { digest: rowDigest({ ...input, occurrence }), warnings: [{ field: "registerNo", text: sameAsEarlier }] };
}

export function groupKindOf(people: number): GroupKind {
  if (people <= 1) return "one";
  if (people <= 4) return "two-to-four";
  return people <= 10 ? "five-to-ten" : "more-than-ten";
}

const FREE_TEXT: readonly RegisterField[] = [
  "content",
  "priorAuthority",
  "guidedTo",
  "transferredTo",
  "followUp",
  "note",
];

function redactedText(reading: RowReading): Record<RegisterField, string> {
  const ids = [...reading.ids.map((id) => id.number), ...reading.text.idNumber.split("\n")];
  const { people } = reading.people;
  // A cell that could not be read as names is hidden as a whole, line by line.
  const traces =
    people.length > 0
      ? people
      : tidyLine(reading.text.person)
          .split(/[,;]/)
          .map((name) => ({ name, address: reading.text.address }));
  const hide = (text: string) => redact(text, traces, ids);
  const free = Object.fromEntries(FREE_TEXT.map((field) => [field, hide(reading.text[field])]));
  const registerNo = /^[\p{L}\d./-]{0,12}$/u.test(reading.text.registerNo)
    ? reading.text.registerNo
    : hide(reading.text.registerNo);
  return { ...reading.text, ...free, registerNo, person: "", address: "", idNumber: "" };
}

/** A value of a sealed row is shown only when it can be nobody's name or number: "31/6/2026", "???", "". */
const harmless = (value: string): string => harmlessOr(value, HIDDEN_VALUE);
function harmlessOr(value: string, instead: string): string {
  const bare = foldVietnamese(value).replace(/\b(ngay|thang|nam|nguoi|ho)\b/g, "");
  return !/[\p{L}]/u.test(bare) && (bare.match(/\d/g)?.length ?? 0) <= 8 ? value : instead;
}

const LETTER =
  /(?:theo\s+|tại\s+|[,;(:–-]\s*)?(?:\b(?:công văn|cv|văn bản|vb|giấy hướng dẫn|phiếu chuyển(?: đơn)?|phiếu hướng dẫn|thông báo|tb|giấy chuyển)\s*)?(?:\bsố\s*[:.]?\s*|\bcv\s*)(\d+[a-z]?(?:\s*\/\s*[\p{L}\d.]+(?:-[\p{L}\d.]+)*)?)(?:\s*,?\s*ngày\s*[\d/.-]+)?\)?/iu;

/** "TAND khu vực 1, CV số 12/HD-UBND": the agency and the number of the letter. Without a number all is the agency. */
export function splitLetter(text: string): { to: string; number: string } {
  const line = tidyLine(text);
  const match = LETTER.exec(line);
  if (!match?.[1]) return { to: line, number: "" };
  const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, "");
  return { to: rest, number: match[1].replace(/\s/g, "") };
}

const columnName = (columns: RegisterColumns, field: RegisterField): string => {
  const { header, name } = columns.fields[field];
  return header.split(" / ").at(-1) || name.vi;
};

const sameAsEarlier: Text = {
  vi: "Giống hệt một dòng ở trên (cùng ngày, cùng số, cùng nội dung); vẫn nhập như một lượt riêng, cần kiểm tra.",
  en: "Identical to a row above (same day, number and content); imported as a visit of its own, needs a look.",
};
const repeatText = ({ row, sameContent }: { row: number; sameContent: boolean }): Text =>
  sameContent
    ? {
        vi: `Cùng người, cùng nội dung với dòng ${row}: đơn lặp lại.`,
        en: `The same person and content as row ${row}: a repeat petition.`,
      }
    : { vi: `Cùng số giấy tờ với dòng ${row}.`, en: `The same identity number as row ${row}.` };
