import { dateInWords, filled, labelled, line, para, toLineEnd } from "../blanks.ts";
import type { Block, Ending, Paragraph, Rich, Run } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { petitionerNames } from "../parties.ts";
import { ending, headSignature } from "./frame.ts";

/** "ông (bà) Nguyễn Văn A", with dots where nobody is named. */
export const sender = (input: PaperInput, dots = 30): Rich => [
  "ông (bà) ",
  filled(petitionerNames(input.matter), dots),
];

/** The same as one line of "Kính gửi". */
export const senderLine = (input: PaperInput): string | undefined => {
  const names = petitionerNames(input.matter);
  return names && `Ông (bà) ${names}`;
};

/** "Ngày 02 tháng 7 năm 2026, Ủy ban nhân dân xã Tân Hòa nhận được …". */
export const received = (input: PaperInput, ...what: Rich): Paragraph => {
  const day = dateInWords(input.matter?.receivedOn);
  return line(`${day.charAt(0).toUpperCase()}${day.slice(1)}, ${input.agency.name} nhận được `, ...what);
};

export const addressLine = (input: PaperInput): Block =>
  line("Địa chỉ: ", toLineEnd(input.matter?.petitioners.find((party) => party.address?.trim())?.address));

export const contentLines = (input: PaperInput, label = "Nội dung đơn:"): Block[] =>
  labelled(label, input.matter?.content, 1);

/** Where the sender may ask for it, and which petition is meant where nobody is named. */
export const codeOf = (input: PaperInput): Run => filled(input.matter?.code, 16);

/** Who a law pack sends such a paper to in general; on the paper they stand by name. */
const standInTheLetter = new Set([
  "cơ quan có thẩm quyền",
  "cơ quan có thẩm quyền xử lý",
  "người có thẩm quyền",
  "người đứng đầu cơ quan cấp dưới",
  "người gửi đơn",
  "người kiến nghị, phản ánh",
  "nơi chuyển đơn",
  "công dân được tiếp",
]);

/** "Nơi nhận" of a paper whose addressees the form names itself, and the head's signature. */
export const endingTo = (input: PaperInput, first: string, others: readonly string[] = []): Ending =>
  ending(
    { ...input, recipients: [...others, ...otherRecipients(input)] },
    first,
    headSignature(input, "(Ký, ghi rõ họ tên, đóng dấu)"),
  );

export const otherRecipients = (input: PaperInput): string[] =>
  input.recipients.filter((one) => !standInTheLetter.has(one.trim().toLocaleLowerCase("vi")));

/** The sender as a recipient of a copy. */
export const copyToSender = (input: PaperInput, why: string): string[] => {
  const names = petitionerNames(input.matter);
  return [names ? `Ông (bà) ${names} (${why})` : `Người gửi đơn (${why})`];
};

/** The circular on petition processing of the day, as the law pack names it; without it a general phrase. */
export const circularOf = (input: PaperInput): string | undefined =>
  input.legalBasis.find((one) => /Thông tư \d+\/\d{4}\/TT-TTCP/u.test(one))?.trim();

export const closing = (input: PaperInput, ...rest: Rich): Paragraph =>
  para(`${input.agency.name} thông báo để `, ...sender(input), " biết", ...rest, "./.");
