import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { LawPack } from "./pack.ts";

/**
 * The version of a subject in force on a day. Never an expired one and never one not yet in force:
 * `LawRangeError` "before-coverage" or "no-version-in-force" instead.
 */
export function selectVersion<Pack extends LawPack>(
  packs: readonly Pack[],
  subject: LawPack["subject"],
  on: CivilDate,
): Pack {
  const versions = packs
    .filter((pack) => pack.subject === subject)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const found = versions.find((pack) => pack.validFrom <= on && (pack.validTo === undefined || on <= pack.validTo));
  if (found) return found;

  const first = versions[0];
  if (first && on < first.validFrom) {
    throw lawRangeError("before-coverage", {
      vi: `Hệ thống chỉ có quy định về ${subjectNames[subject].vi} từ ngày ${formatCivilDate(first.validFrom, "vi")}; không trả lời cho ngày ${formatCivilDate(on, "vi")}.`,
      en: `The law on ${subjectNames[subject].en} is covered from ${formatCivilDate(first.validFrom, "en")}; there is no answer for ${formatCivilDate(on, "en")}.`,
    });
  }
  throw lawRangeError("no-version-in-force", {
    vi: `Không có phiên bản quy định về ${subjectNames[subject].vi} có hiệu lực vào ngày ${formatCivilDate(on, "vi")}.`,
    en: `No version of the law on ${subjectNames[subject].en} is in force on ${formatCivilDate(on, "en")}.`,
  });
}

/** What the subjects of the law are called, in the middle of a sentence. */
export const subjectNames: Readonly<Record<LawPack["subject"], { readonly vi: string; readonly en: string }>> = {
  complaints: { vi: "khiếu nại", en: "complaints" },
  denunciations: { vi: "tố cáo", en: "denunciations" },
  reflections: { vi: "kiến nghị, phản ánh", en: "reflections" },
  petitions: { vi: "xử lý đơn", en: "petition handling" },
  reception: { vi: "tiếp công dân", en: "citizen reception" },
  allowances: { vi: "chế độ bồi dưỡng", en: "allowances" },
  reports: { vi: "báo cáo", en: "reports" },
};
