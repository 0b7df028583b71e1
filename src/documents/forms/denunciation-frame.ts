import { dateInWords, field, filled, toLineEnd } from "../blanks.ts";
import type { Block, DocumentModel, Ending, Rich, Signature } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { decisionPaper } from "./decision-frame.ts";
import { addressed, authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const bareRecipient = (text: string): string => text.replace(/^(Người tố cáo|Người được bảo vệ)\s*\(.*\)$/u, "$1");

/** What a paper of a denunciation may know: the code, the accused and the answers of its act; nobody who denounced. */
const withoutPeople = ({ visit: _, matter, ...input }: PaperInput): PaperInput => ({
  ...input,
  recipients: input.recipients.map(bareRecipient),
  ...(matter
    ? {
        matter: {
          code: matter.code,
          petitioners: [],
          representatives: [],
          peopleCount: 0,
          content: "",
          receivedOn: matter.receivedOn,
          ...(matter.respondent ? { respondent: matter.respondent } : {}),
          ...(matter.acceptedOn ? { acceptedOn: matter.acceptedOn } : {}),
          ...(matter.settleBy ? { settleBy: matter.settleBy } : {}),
        },
      }
    : {}),
});

/** Điều 8.3, Điều 56 Luật Tố cáo: whatever the input holds of those who denounced, the form never sees it. */
export const secret = (form: Form): Form => ({ ...form, build: (input) => form.build(withoutPeople(input)) });

const mentions = (input: PaperInput, text: string): boolean =>
  input.legalBasis.length === 0 || input.legalBasis.some((line) => line.includes(text));

/** Whether the version's texts hold Nghị định 156/2026/NĐ-CP, which replaces Mẫu số 02 and 03; without texts, yes. */
export const sinceDecree156 = (input: PaperInput): boolean => mentions(input, "156/2026");

/** The fixed lines of the forms: the law, and the decree from 28 May 2019, each with its article and amendment. */
export const lawBasis = (input: PaperInput, lawArticle = "", decreeArticle = ""): string[] => [
  `Căn cứ ${lawArticle}Luật Tố cáo ngày 12 tháng 6 năm 2018${
    mentions(input, "136/2025") ? " (được sửa đổi, bổ sung bởi Luật số 136/2025/QH15)" : ""
  }`,
  ...(mentions(input, "31/2019")
    ? [
        `Căn cứ ${decreeArticle}Nghị định số 31/2019/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tố cáo${
          sinceDecree156(input) ? " (được sửa đổi, bổ sung bởi Nghị định số 156/2026/NĐ-CP)" : ""
        }`,
      ]
    : []),
];

/** "Căn cứ …" of the office's own powers stands only on the empty form; "Xét đề nghị của …" always. */
export const proposal = (input: PaperInput): Rich[] => {
  const by = field(input, "proposedBy");
  return [
    ...(input.matter ? [] : [["Căn cứ ", toLineEnd(undefined)]]),
    ["Xét đề nghị của ", toLineEnd(by), ...(by ? ["."] : [])],
  ];
};

interface DecisionParts {
  readonly subject: string;
  readonly law?: string;
  readonly decree?: string;
  /** More of the basis after the law: an earlier decision, a request. */
  readonly added?: readonly Rich[];
  readonly articles: readonly Block[];
  /** Of the article that says who carries it out. */
  readonly last: number;
}

/** A decision in the form of Nghị định 31/2019/NĐ-CP. */
export const denunciationDecision = (input: PaperInput, form: Form, parts: DecisionParts): DocumentModel =>
  decisionPaper({ ...input, legalBasis: lawBasis(input, parts.law, parts.decree) }, form, {
    subject: parts.subject,
    considered: [...(parts.added ?? []), ...proposal(input)],
    articles: parts.articles,
    firstRecipient: `Như Điều ${parts.last}`,
  });

interface LetterParts {
  readonly subject: string;
  readonly to: string | undefined;
  readonly body: readonly Block[];
}

/** A letter of the resolver's office. */
export const denunciationLetter = (input: PaperInput, form: Form, parts: LetterParts): DocumentModel =>
  frame(input, form, { letterSubject: parts.subject, number: "always", dated: true }, [
    ...addressed(parts.to),
    ...parts.body,
    endingAsAbove(input, headSignature(input, "(Chữ ký, dấu)")),
  ]);

/** The pack names the addressee first; "Như trên" stands for it. */
export const endingAsAbove = (input: PaperInput, signature: Signature): Ending =>
  ending({ ...input, recipients: input.recipients.slice(1) }, "Như trên", signature);

/** A full stop after what was filled in, none after a blank. */
export const stop = (value: string | undefined): Rich => (value && !/[.;]$/u.test(value) ? ["."] : []);

export const caseCode = (input: PaperInput): Rich[number] => filled(input.matter?.code, 24);

/** The accused inside a sentence: "ông Lê Văn Tám, …". */
export const accusedOf = (input: PaperInput): string | undefined =>
  (field(input, "accused") ?? input.matter?.respondent)?.replace(/^(Ông|Bà)(?=\s)/u, (one) =>
    one.toLocaleLowerCase("vi"),
  );

/** After the fixed words "Các ông (bà)". */
export const accusedByName = (input: PaperInput): string | undefined => accusedOf(input)?.replace(/^(ông|bà)\s+/u, "");

/** "… số … ngày …" of a paper already in the file; `what` as the file names it: "acceptance", "conclusion". */
export const numbered = (input: PaperInput, what: string, kind = "Quyết định"): Rich => [
  `${kind} số `,
  filled(field(input, `${what}Number`), 16),
  ` ${dateInWords(field(input, `${what}Date`))}`,
];

/** The same, with who issued it. */
export const earlierDecision = (input: PaperInput, what: string, kind?: string): Rich => [
  ...numbered(input, what, kind),
  ` của ${authorityInText(input)}`,
];

/** The blank of the address, which the custodian of the identity fills when the paper goes out, and the code. */
export const toDenouncer = (input: PaperInput): Block[] => [
  ...addressed(undefined),
  {
    kind: "paragraph",
    text: ["Mã hồ sơ: ", caseCode(input)],
    align: "center",
    indent: false,
    style: "body",
  },
];

/** The recipients of a paper for the denouncer, who is named by that word alone. */
export const endingToDenouncer = (input: PaperInput, signature: Signature): Ending => {
  const others = input.recipients.filter((one) => !/^Người (tố cáo|được bảo vệ)/u.test(one));
  return ending({ ...input, recipients: others }, "Người tố cáo", signature, "Lưu: VT");
};

export const responsibleFor = (input: PaperInput, who: string | undefined): Rich => [
  filled(who ?? (input.matter && "Người bị tố cáo, cơ quan, tổ chức, cá nhân có liên quan"), 60),
  " chịu trách nhiệm thi hành Quyết định này./.",
];
