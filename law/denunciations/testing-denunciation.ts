import type { FieldValue, MatterFacts } from "../../src/rules/decide.ts";
import { openIn, perform } from "../testing-matter.ts";

/** Answers of a form. */
export type Values = Readonly<Record<string, FieldValue>>;

export const open = (received: string, facts: MatterFacts["facts"] = {}) =>
  openIn("denunciations", "denunciation", received, {
    violation: "duty",
    withinCompetence: true,
    forwarded: false,
    ...facts,
  });

export const acceptance: Values = {
  madeAsLawAsks: true,
  capacity: true,
  competent: true,
  basis: true,
  fromComplaint: false,
  accused: "Nguyễn Văn Hư Cấu",
  content: "Nhận tiền khi cấp phép",
};
export const team: Values = {
  members: ["u1", "u2"],
  leader: "u1",
  noRelative: true,
  stripped: true,
  content: "Việc cấp phép",
  period: "20 ngày",
};
export const session: Values = { summary: "Đã trình bày", signed: true };
export const report: Values = { conclusion: "partly-right", findings: "Đã rõ", recommendation: "Kiểm điểm" };
export const conclusion: Values = {
  findings: "Đã rõ",
  legalBasis: "Luật Cán bộ, công chức",
  conclusion: "partly-right",
  responsibility: "Người bị tố cáo",
  measures: "Kiểm điểm",
};
export const sending: Values = { allRecipients: true, denouncerTold: true, safeCopy: true };
export const publication = (publishedOn: string): Values => ({
  ways: ["posting"],
  publishedOn,
  place: "Trụ sở",
  revealsNothing: true,
});
export const handling: Values = { outcome: "recommended", content: "Kiến nghị kỷ luật", recommendedTo: "Sở Nội vụ" };

export function checked(facts: MatterFacts["facts"] = {}, received = "2026-07-06") {
  const { pack, matter } = open(received, facts);
  const now = perform(pack, matter, "log-and-check", received, {});
  return { pack, matter: perform(pack, now, "record-check", received, { identified: true }) };
}

export function accepted() {
  const { pack, matter } = checked();
  return { pack, matter: perform(pack, matter, "accept", "2026-07-15", acceptance) };
}

export function verifying() {
  const { pack, matter } = accepted();
  return { pack, matter: perform(pack, matter, "set-up-team", "2026-07-16", team) };
}

export function concludedCase() {
  const { pack, matter } = verifying();
  let now = perform(pack, matter, "work-with-accused", "2026-07-20", { ...session, explained: "in-person" });
  now = perform(pack, now, "report-team", "2026-08-05", report);
  return { pack, matter: perform(pack, now, "conclude", "2026-08-14", conclusion) };
}
