import type { Place, ReadLine, ReadScan } from "./text-reader.ts";

/** Entries of the post book that a letter's words may fill. */
export const suggestedFields = [
  "sender.name",
  "sender.address",
  "sender.idNumber",
  "sender.phone",
  "writtenOn",
  "kind",
  "respondent",
  "content",
  "request",
] as const;
export type SuggestedField = (typeof suggestedFields)[number];

/** What was read, and where in the picture. It is shown, and becomes an entry only when a person confirms it. */
export interface Suggestion {
  readonly field: SuggestedField;
  readonly value: string;
  /** 0-based among the pages of the draft. */
  readonly page: number;
  readonly places: readonly Place[];
  /** 0 to 100, as the reader said of its lines. */
  readonly confidence: number;
}

interface At {
  readonly line: ReadLine;
  readonly page: number;
  /** Where the line begins in the whole text. */
  readonly from: number;
}

/** The last answer of each field begins where the next one does: numbered or not, and cut at a semicolon inside a line. */
const nextPart = String.raw`(?=;\s|\n\s*(?:\d+[.)]\s|người (?:bị|khiếu|tố|làm)|nội dung|yêu cầu|đề nghị|lý do|tài liệu|giấy tờ|tôi (?:cam|xin)|kính|trân trọng)|$)`;

const patterns: readonly { readonly field: SuggestedField; readonly pattern: RegExp }[] = [
  {
    field: "sender.name",
    pattern: named(
      String.raw`(?:họ (?:và )?tên(?: người [^:\n]{0,30})?|tôi tên là|tên tôi là|người (?:khiếu nại|tố cáo|làm đơn|viết đơn|kiến nghị))\s*:?`,
      String.raw`[\p{L} .'’-]{4,60}?(?=[;,(\n]|$)`,
    ),
  },
  {
    field: "sender.idNumber",
    pattern: named(
      String.raw`(?:cccd|căn cước(?: công dân)?|cmnd|định danh(?: cá nhân)?|hộ chiếu)(?: số)?\s*:?(?: số)?\s*`,
      String.raw`[A-Z]?[\d][\d .]{6,16}\d`,
    ),
  },
  {
    field: "sender.phone",
    pattern: named(String.raw`(?:điện thoại|đt|sđt|số điện thoại)\s*:?\s*`, String.raw`\+?\d[\d .]{7,14}\d`),
  },
  {
    field: "sender.address",
    pattern: named(
      String.raw`(?:địa chỉ|nơi ở|thường trú(?: tại)?|trú tại|nơi cư trú)\s*:?\s*`,
      String.raw`.{6,200}?(?=;\s|[.]\s*\n|\n\s*\d+[.)]\s|\n\n|;?\s*(?:điện thoại|cccd|căn cước)|$)`,
    ),
  },
  {
    field: "respondent",
    pattern: named(
      String.raw`(?:người|cơ quan|đơn vị|tổ chức|cá nhân)[^:\n]{0,20}bị (?:khiếu nại|tố cáo)\s*:\s*`,
      String.raw`.{4,200}?(?=[.;]\s*\n|${nextPart})`,
    ),
  },
  {
    field: "content",
    pattern: named(
      String.raw`(?:nội dung(?: (?:khiếu nại|tố cáo|kiến nghị|phản ánh|vụ việc))?)\s*:\s*`,
      String.raw`.{10,12000}?${nextPart.replace(String.raw`;\s|`, "")}`,
    ),
  },
  {
    field: "request",
    pattern: named(
      String.raw`(?:yêu cầu(?: giải quyết)?|đề nghị)[^:\n]{0,40}:\s*`,
      String.raw`.{6,4000}?${nextPart.replace(String.raw`;\s|`, "")}`,
    ),
  },
];

function named(label: string, value: string): RegExp {
  return new RegExp(`(?:^|[\\n;,.)]\\s*|\\s)${label}\\s*(?<value>${value})`, "iusd");
}

/** Looks for the entries of the post book in what was read. Pure; every hit names its lines. */
export function suggestEntries(scan: ReadScan): readonly Suggestion[] {
  const { text, lines } = joined(scan);
  const found: Suggestion[] = [];
  for (const { field, pattern } of patterns) {
    const match = pattern.exec(text);
    const span = match?.indices?.groups?.["value"];
    if (!span) continue;
    const value = tidied(field, text.slice(...span));
    if (value) found.push(hit(field, value, lines, span));
  }
  return [...found, ...titleOf(lines), ...dateOf(text, lines)];
}

function joined(scan: ReadScan): { text: string; lines: readonly At[] } {
  const lines: At[] = [];
  let text = "";
  scan.pages.forEach((page, number) => {
    for (const line of page.lines) {
      const words = line.text.normalize("NFC").trim();
      if (!words) continue;
      lines.push({ line, page: number, from: text.length });
      text += `${words}\n`;
    }
  });
  return { text, lines };
}

function tidied(field: SuggestedField, raw: string): string {
  const value = raw.replace(/\s+/g, " ").trim();
  if (field === "sender.idNumber") return value.replace(/[ .]/g, "");
  return value.replace(field === "content" || field === "request" ? /^[;,]+|[;,]+$/g : /^[;,.]+|[;,.]+$/g, "").trim();
}

function hit(field: SuggestedField, value: string, lines: readonly At[], span: readonly [number, number]): Suggestion {
  const touched = lines.filter(
    ({ from, line }) => from < span[1] && from + line.text.normalize("NFC").trim().length > span[0],
  );
  const page = touched[0]?.page ?? 0;
  const onPage = touched.filter((each) => each.page === page);
  const sum = onPage.reduce((total, { line }) => total + line.confidence, 0);
  return {
    field,
    value,
    page,
    places: onPage.map(({ line }) => line.place),
    confidence: onPage.length === 0 ? 0 : Math.round(sum / onPage.length),
  };
}

const titles = [
  { shape: /^đơn\s+khiếu\s*nại/iu, kind: "complaint" },
  { shape: /^đơn\s+tố\s*cáo/iu, kind: "denunciation" },
  { shape: /^đơn\s+(?:kiến\s*nghị|phản\s*ánh|đề\s*nghị)/iu, kind: "recommendation" },
] as const;

/** The title is a hint only: the kind goes by the content, which the officer reads. */
function titleOf(lines: readonly At[]): readonly Suggestion[] {
  for (const at of lines) {
    const found = titles.find(({ shape }) => shape.test(at.line.text.normalize("NFC").trim()));
    if (found) return [hit("kind", found.kind, lines, [at.from, at.from + 1])];
  }
  return [];
}

function dateOf(text: string, lines: readonly At[]): readonly Suggestion[] {
  const match = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text);
  if (!match) return [];
  const [, day = "", month = "", year = ""] = match;
  const value = `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`;
  return [hit("writtenOn", value, lines, [match.index, match.index + match[0].length])];
}
