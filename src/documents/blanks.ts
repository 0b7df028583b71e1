import { type CivilDate, formatCivilDate, parseCivilDate } from "../time/civil-date.ts";
import type { Block, DottedLines, Paragraph, Rich, Run } from "./model.ts";
import type { PaperInput, PaperParty } from "./paper.ts";

/** Text, or a blank of so many dots where there is none. */
export const filled = (value: string | undefined, dots = 20): Run => (value?.trim() ? value.trim() : { dots });

/** Text, or dots to the end of the line. */
export const toLineEnd = (value: string | undefined): Run => (value?.trim() ? value.trim() : { fill: true });

/** The first value that the act's form gives under one of these ids. */
export const field = (input: PaperInput, ...ids: readonly string[]): string | undefined => {
  for (const id of ids) {
    const value = input.fields[id]?.trim();
    if (value) return value;
  }
  return undefined;
};

// Long dots do not break, so a justified line before them would be torn apart.
const alignOf = (text: Rich): Paragraph["align"] =>
  text.some((run) => typeof run === "object" && ("fill" in run || "dots" in run)) ? "left" : "justify";

/** A paragraph of the body: justified, first line set in. */
export const para = (...text: Rich): Paragraph => ({
  kind: "paragraph",
  text,
  align: alignOf(text),
  indent: true,
  style: "body",
});

/** A line that starts at the first-line indent and may end in a blank. */
export const line = (...text: Rich): Paragraph => ({
  kind: "paragraph",
  text,
  align: alignOf(text),
  indent: true,
  style: "body",
});

export const centred = (...text: Rich): Paragraph => ({
  kind: "paragraph",
  text,
  align: "center",
  indent: false,
  style: "body",
});

export const heading = (text: string, align: "center" | "left" = "left"): Paragraph => ({
  kind: "paragraph",
  text: [text],
  align,
  indent: align === "left",
  style: "heading",
});

export const basis = (text: Rich): Paragraph => ({
  kind: "paragraph",
  text,
  align: alignOf(text),
  indent: true,
  style: "basis",
});

export const dottedLines = (count: number): DottedLines => ({ kind: "dotted-lines", count });

/** "Điều 1." in bold, then its text. */
export const article = (number: number, ...text: Rich): Paragraph =>
  para({ text: `Điều ${number}. `, bold: true }, ...text);

/** Text a person wrote, one paragraph a line; without it, dotted lines to write on. */
export const written = (value: string | undefined, blankLines = 3): Block[] => {
  const lines = (value ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  return lines.length > 0 ? lines.map((one) => para(one)) : [dottedLines(blankLines)];
};

/** A label and what follows it: on the same line when it is one paragraph, below when it is several. */
export const labelled = (label: string | Rich, value: string | undefined, blankLines = 2): Block[] => {
  const runs: Rich = typeof label === "string" ? [label] : label;
  const lines = (value ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  if (lines.length === 0) return [line(...runs, " ", { fill: true }), dottedLines(blankLines)];
  if (lines.length === 1) return [para(...runs, " ", ...lines)];
  return [para(...runs), ...lines.map((one) => para(one))];
};

/** A value that ends a sentence, with its full stop; without a value dots to the end of the line. */
export const stopped = (value: string | undefined): Run => {
  const text = value?.trim() ?? "";
  return toLineEnd(text && (/[.!?…;:]$/u.test(text) ? text : `${text}.`));
};

/** Several lines that a person wrote, each with a dash; one line, and lines that bear a mark or number, stay as they are. */
export const dashed = (value: string | undefined): string | undefined => {
  const lines = (value ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  return lines.length < 2
    ? lines[0]
    : lines.map((one) => (/^(?:[-–+•*]|\S{1,3}[.)])/u.test(one) ? one : `- ${one}`)).join("\n");
};

const twoDigits = (n: string): string => n.padStart(2, "0");

const readDay = (text: string | undefined): CivilDate | undefined => {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec((text ?? "").trim());
  const [, day = "", month = "", year = ""] = local ?? [];
  return parseCivilDate(local ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : (text ?? "").trim().slice(0, 10));
};

/** "ngày 09 tháng 7 năm 2026"; display text that is no date stays as it is; nothing prints the blanks of the form. */
export const dateInWords = (value: string | undefined): string => {
  const day = readDay(value);
  return day ? formatCivilDate(day, "vi-long") : value?.trim() || "ngày ..... tháng ..... năm .......";
};

/** "08 giờ 30 phút" from "08:30" or an ISO date and time. */
export const timeInWords = (value: string | undefined): string => {
  const clock = /(?:^|[T\s])(\d{1,2}):(\d{2})/u.exec(value ?? "");
  if (clock) return `${twoDigits(clock[1] ?? "")} giờ ${clock[2]} phút`;
  return value?.trim() && readDay(value) === undefined ? value.trim() : "..... giờ .....";
};

/** "Vào hồi 08 giờ 30 phút, ngày 09 tháng 7 năm 2026, tại …", the opening of a record. */
export const openingOfRecord = (
  time: string | undefined,
  day: string | undefined,
  place: string | undefined,
): Paragraph =>
  line(`Vào hồi ${timeInWords(time)}, ${dateInWords(day)}, tại `, toLineEnd(place), ...(place?.trim() ? ["."] : []));

/** The day and the place of issue out of one display text. */
export const issueOf = (
  party: PaperParty | undefined,
): { readonly on: string | undefined; readonly by: string | undefined } => {
  const text = party?.idIssued?.trim() ?? "";
  const parts = /^(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})[\s,;–-]*(.*)$/iu.exec(text);
  if (!parts) return { on: undefined, by: text || undefined };
  const day = readDay(parts[1]);
  return { on: day && formatCivilDate(day, "vi"), by: parts[2] || undefined };
};
