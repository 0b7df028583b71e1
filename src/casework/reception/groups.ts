import type { Text } from "../../rules/pack.ts";

/** Group classes as Điều 29 Luật Tiếp công dân counts (KN-29L-1); five and more are "đoàn đông người" (TT 06/2025). */
export type GroupClass = "one" | "two-to-four" | "five-to-ten" | "more-than-ten";

/** From so many people on a group is counted as one of many ("đoàn đông người"). */
export const groupMin = 5;

export const representativesArticle = "Điều 29 Luật Tiếp công dân";

export function groupClassOf(peopleCount: number): GroupClass {
  if (peopleCount <= 1) return "one";
  if (peopleCount <= 4) return "two-to-four";
  return peopleCount <= 10 ? "five-to-ten" : "more-than-ten";
}

/** The most representatives a group of that size may appoint. The law names no number for two to four people: each may speak. */
export function representativesMax(peopleCount: number): number {
  const group = groupClassOf(peopleCount);
  if (group === "one") return 1;
  if (group === "two-to-four") return peopleCount;
  return group === "five-to-ten" ? 2 : 5;
}

/** Why so many people may not speak for a group of that size; undefined when they may. The visitor counts as one of them. */
export function representativesProblem(peopleCount: number, representatives: number): Text | undefined {
  const max = representativesMax(peopleCount);
  if (representatives <= max) return undefined;
  switch (groupClassOf(peopleCount)) {
    case "one":
      return {
        vi: "Số người là 1 nên không có người đại diện khác. Nếu nhiều người cùng nội dung, hãy ghi đúng số người.",
        en: "The number of people is 1, so nobody else represents them. If several people share the matter, give their number.",
      };
    case "two-to-four":
      return {
        vi: `Người đại diện phải là người trong nhóm: nhóm có ${peopleCount} người mà ghi ${representatives} người đại diện (${representativesArticle}).`,
        en: `Representatives are members of the group: it has ${peopleCount} people, yet ${representatives} representatives are named (Article 29 of the Law on Citizen Reception).`,
      };
    case "five-to-ten":
      return {
        vi: `Nhóm từ 5 đến 10 người cử 1 hoặc 2 người đại diện (${representativesArticle}); đang ghi ${representatives} người. Hãy hướng dẫn nhóm chọn lại.`,
        en: `A group of 5 to 10 people appoints 1 or 2 representatives (Article 29 of the Law on Citizen Reception); ${representatives} are named. Ask the group to choose again.`,
      };
    case "more-than-ten":
      return {
        vi: `Nhóm trên 10 người cử nhiều nhất 5 người đại diện (${representativesArticle}); đang ghi ${representatives} người. Hãy hướng dẫn nhóm chọn lại.`,
        en: `A group of more than 10 people appoints at most 5 representatives (Article 29 of the Law on Citizen Reception); ${representatives} are named. Ask the group to choose again.`,
      };
  }
}
