import { basis, centred, toLineEnd } from "../blanks.ts";
import type { Block, DocumentModel, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { authorityOf, ending, type Form, frame, headSignature } from "./frame.ts";

// Printed where the law pack gives no basis: the fixed lines of the forms of Nghị định 124/2020/NĐ-CP.
const fixedBasis: readonly Rich[] = [
  ["Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;"],
  [
    "Căn cứ Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại;",
  ],
  ["Căn cứ ", toLineEnd(undefined)],
];

// A pack names its texts without the opening word. \b knows no ứ.
const asBasis = (text: string): string => (/^căn cứ\s/iu.test(text.trim()) ? text : `Căn cứ ${text.trim()}`);

const withEnd = (text: string, mark: string): string => `${text.trim().replace(/[\s;.,]+$/u, "")}${mark}`;

/** The lines "Căn cứ …", each closed by ";" and the last by ".", then what the form adds to them. */
export const basisLines = (input: PaperInput, added: readonly Rich[] = []): Block[] => {
  const own = input.legalBasis.filter((one) => one.trim() !== "");
  const end = (index: number): string => (index === own.length - 1 && added.length === 0 ? "." : ";");
  const lines: readonly Rich[] =
    own.length > 0 ? own.map((one, index) => [withEnd(asBasis(one), end(index))]) : fixedBasis;
  return [...lines, ...added].map((one) => basis(one));
};

interface Decision {
  readonly subject: string;
  /** Lines after the basis: "Xét …", "Theo đề nghị của …". */
  readonly considered?: readonly Rich[];
  /** What stands between the basis and "QUYẾT ĐỊNH:". */
  readonly findings?: readonly Block[];
  readonly articles: readonly Block[];
  readonly firstRecipient: string;
  readonly signNote?: string;
}

/** A decision: authority, basis, findings, "QUYẾT ĐỊNH:", articles, recipients and signature. */
export const decisionPaper = (input: PaperInput, form: Pick<Form, "name" | "symbol">, parts: Decision): DocumentModel =>
  frame(
    input,
    form,
    { kind: "QUYẾT ĐỊNH", subject: parts.subject, authority: authorityOf(input), number: "always", dated: true },
    [
      ...basisLines(input, parts.considered),
      ...(parts.findings ?? []),
      { ...centred({ text: "QUYẾT ĐỊNH:", bold: true }), style: "heading" },
      ...parts.articles,
      ending(input, parts.firstRecipient, headSignature(input, parts.signNote ?? "(Chữ ký, dấu)")),
    ],
  );
