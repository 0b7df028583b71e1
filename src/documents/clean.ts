import type { PaperInput } from "./paper.ts";

// XML 1.0 (Word) and fonts know no control characters; Vietnamese is drawn from composed letters only.
const unprintable = /[\p{Cc}\p{Cf}\ufff0-\uffff]/gu;

export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(unprintable, (char) => (char === "\n" ? char : ""))
    .normalize("NFC");

const clean = (value: unknown): unknown => {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
  return value;
};

/** The same input with text that can be printed: composed letters, no control characters, plain line ends. */
export const cleanInput = (input: PaperInput): PaperInput => clean(input) as PaperInput;
