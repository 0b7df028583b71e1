import { centred, dateInWords, toLineEnd } from "../blanks.ts";
import type { Block, DocumentModel, Ending, Signature } from "../model.ts";
import type { PaperInput } from "../paper.ts";

/** A form: its key, its official number (null where the law gives none), its symbol and how it is filled. */
export interface Form {
  readonly key: string;
  readonly form: string | null;
  readonly name: { readonly vi: string; readonly en: string };
  /** "TB", "QĐ", "BB", "BC", "GM"; empty for a letter, whose number bears the agency's symbol alone. */
  readonly symbol: string;
  readonly build: (input: PaperInput) => DocumentModel;
}

export interface Frame {
  /** Kind of paper in capitals; a letter has none. */
  readonly kind?: string;
  readonly subject?: string;
  readonly authority?: string;
  readonly letterSubject?: string;
  readonly formLabel?: string;
  /** Records bear a number only where the office keeps one. */
  readonly number: "always" | "if-given" | "never";
  readonly dated: boolean;
  /** false for a paper that a citizen writes: no agency above, place and date left blank. */
  readonly letterhead?: false;
}

export const upper = (text: string): string => text.toLocaleUpperCase("vi");

const committee = "ỦY BAN NHÂN DÂN ";

// On paper a long "ỦY BAN NHÂN DÂN XÃ …" breaks before the kind of place, not inside its name.
const headerName = (name: string): string => {
  const capitals = upper(name);
  return capitals.startsWith(committee) && capitals.length > 22
    ? `${committee.trim()}\n${capitals.slice(committee.length)}`
    : capitals;
};

const emptyNumber = "\u00a0".repeat(8);

const numberLine = (input: PaperInput, symbol: string, when: Frame["number"]): string | undefined => {
  if (when === "never" || (when === "if-given" && !input.number)) return undefined;
  const suffix = [symbol, upper(input.agency.symbol)].filter(Boolean).join("-");
  return `Số: ${input.number ?? `${emptyNumber}/${suffix}`}`;
};

const marks = (input: PaperInput): string[] => [
  ...(input.draft ? ["DỰ THẢO"] : []),
  ...(input.reprint !== undefined && input.reprint > 0 ? [`BẢN IN LẠI LẦN ${input.reprint}`] : []),
];

const citizenHeader = (parts: Frame): DocumentModel["header"] => ({
  placeAndDate: parts.dated ? `${".".repeat(20)}, ${dateInWords(undefined)}` : undefined,
});

/** Puts the parts of a paper together: marks, header, heading and body. */
export const frame = (
  input: PaperInput,
  form: Pick<Form, "name" | "symbol">,
  parts: Frame,
  blocks: readonly Block[],
): DocumentModel => ({
  name: form.name.vi,
  marks: marks(input),
  formLabel: parts.formLabel,
  header:
    parts.letterhead === false
      ? citizenHeader(parts)
      : {
          parent: input.agency.parentName ? headerName(input.agency.parentName) : undefined,
          agency: headerName(input.agency.name),
          number: numberLine(input, form.symbol, parts.number),
          subject: parts.letterSubject,
          placeAndDate: parts.dated ? `${input.agency.place}, ${dateInWords(input.issuedOn)}` : undefined,
        },
  heading: parts.kind ? { kind: parts.kind, subject: parts.subject, authority: parts.authority } : undefined,
  blocks,
});

const titleLines = (title: string): string[] =>
  title
    .split("\n")
    .map((one) => upper(one.trim()))
    .filter(Boolean);

/** Who takes the decision, in capitals: the head, even when a deputy signs for the head (KT.). */
export const authorityOf = (input: PaperInput): string => {
  const [first = "", second = ""] = titleLines(input.agency.headTitle);
  const title = (first.startsWith("TM.") ? second : first).replace(/^(?:KT|TL|TUQ|Q)\.\s*/u, "");
  const agency = upper(input.agency.name);
  return title.includes(agency) ? title : `${title} ${agency}`;
};

/** The same in running text: "Chủ tịch Ủy ban nhân dân xã Tân Hòa". */
export const authorityInText = (input: PaperInput): string => {
  const lines = input.agency.headTitle.split("\n").map((one) => one.trim());
  const first = lines[0] ?? "";
  const title = (first.startsWith("TM.") ? (lines[1] ?? "") : first).replace(/^(?:KT|TL|TUQ|Q)\.\s*/u, "");
  const written = title === upper(title) ? title.charAt(0) + title.slice(1).toLocaleLowerCase("vi") : title;
  return written.toLocaleLowerCase("vi").includes(input.agency.name.toLocaleLowerCase("vi"))
    ? written
    : `${written} ${input.agency.name}`;
};

/** The head's signature: title (and for a deputy both lines), the form's note, the name once it is known. */
export const headSignature = (input: PaperInput, signNote: string): Signature => ({
  title: titleLines(input.agency.headTitle),
  note: signNote,
  name: input.agency.headName,
});

/** The article of the act in running text, "khoản 2 Điều 30 …"; without an act, the form's own. */
export const groundOf = (input: PaperInput, own: string): string =>
  (input.article ?? own).replace(/^(Khoản|Điểm)\b/u, (word) => word.toLocaleLowerCase("vi"));

const recipientLine = (text: string): string =>
  `- ${text
    .trim()
    .replace(/^[-–]\s*/u, "")
    .replace(/[;.\s]+$/u, "")}`;

/** "Nơi nhận" with the form's own first and last line around the recipients of this paper. */
export const ending = (input: PaperInput, first: string, signature: Signature, last = "Lưu: VT, hồ sơ"): Ending => {
  const own = [first, last].map((one) => recipientLine(one).toLocaleLowerCase("vi"));
  const named = input.recipients
    .filter((one) => one.trim() !== "")
    .map(recipientLine)
    .filter((one) => !own.includes(one.toLocaleLowerCase("vi")) && !/^- lưu\b/iu.test(one));
  return {
    kind: "ending",
    recipients: [recipientLine(first), ...named].map((one) => `${one};`).concat(`${recipientLine(last)}.`),
    signature,
  };
};

/** "Kính gửi: …" of one addressee, or of several, one a line. */
export const addressed = (to: string | undefined): Block[] => {
  const names = (to ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  if (names.length < 2)
    return names.length === 0 ? [centred("Kính gửi: ", { dots: 60 })] : [centred("Kính gửi: ", toLineEnd(names[0]))];
  return [
    centred("Kính gửi:"),
    ...names.map((one, index) => centred(`- ${one}${index === names.length - 1 ? "." : ";"}`)),
  ];
};
