import { filled, issueOf, line, para, toLineEnd } from "./blanks.ts";
import type { Block } from "./model.ts";
import type { PaperInput, PaperMatter, PaperParty } from "./paper.ts";

const idLabel = "Số căn cước/định danh cá nhân/giấy chứng nhận căn cước/hộ chiếu:";

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} và ${names.at(-1)}`;

const unnamedCount = (matter: PaperMatter): number => Math.max(0, matter.peopleCount - matter.petitioners.length);

/** The petitioners in running text: up to three by name, then their number. */
export const petitionerNames = (matter: PaperMatter | undefined): string | undefined => {
  const names = (matter?.petitioners ?? []).map((party) => party.name.trim()).filter(Boolean);
  if (!matter || names.length === 0) return undefined;
  const others = unnamedCount(matter);
  if (names.length <= 3) return others > 0 ? `${names.join(", ")} và ${others} người khác` : listed(names);
  return `${names[0]} và ${names.length - 1 + others} người khác`;
};

/** One line with what is known of the person's paper of identity. */
export const identityLine = (party: PaperParty | undefined, label: string = idLabel): Block => {
  const issue = issueOf(party);
  const last = issue.by ? [issue.by, "."] : [toLineEnd(undefined)];
  return line(
    `${label} `,
    filled(party?.idNumber, 16),
    ", ngày cấp: ",
    filled(issue.on ?? undefined, 12),
    ", nơi cấp: ",
    ...last,
  );
};

const oneOfMany = (party: PaperParty, index: number): Block => {
  const issue = issueOf(party);
  const parts = [
    party.address ? `địa chỉ: ${party.address}` : "",
    party.idNumber ? `số căn cước/định danh cá nhân/giấy chứng nhận căn cước/hộ chiếu: ${party.idNumber}` : "",
    issue.on ? `ngày cấp: ${issue.on}` : "",
    issue.by ? `nơi cấp: ${issue.by}` : "",
  ].filter(Boolean);
  return para(`${index + 1}. ${[party.name, ...parts].join("; ")}${parts.length > 0 ? "." : ""}`);
};

/** Address and identity of the petitioner; of several, a numbered list and the representatives. */
export const petitionerDetails = (input: PaperInput): Block[] => {
  const matter = input.matter;
  const petitioners = matter?.petitioners ?? [];
  if (!matter || petitioners.length < 2) {
    const one = petitioners[0];
    return [line("Địa chỉ: ", toLineEnd(one?.address)), identityLine(one), ...representatives(matter)];
  }
  const others = unnamedCount(matter);
  return [
    ...petitioners.map(oneOfMany),
    ...(others > 0 ? [para(`Và ${others} người khác có tên trong danh sách kèm theo đơn.`)] : []),
    ...representatives(matter),
  ];
};

const representatives = (matter: PaperMatter | undefined): Block[] => {
  const names = (matter?.representatives ?? []).map((party) => party.name.trim()).filter(Boolean);
  return names.length === 0 ? [] : [para(`Người đại diện: ${listed(names)}.`)];
};

/** What is contested in a phrase: the act, else the content's first line. */
export const contested = (matter: PaperMatter | undefined): string | undefined =>
  matter?.contestedAct?.trim() || matter?.content.trim().split("\n")[0] || undefined;
