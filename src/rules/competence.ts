import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import type { CompetenceRule, LawPack, Text } from "./pack.ts";
import { holdsOn, periodsInWords } from "./periods.ts";
import { selectVersion, subjectNames } from "./select-version.ts";

export type CompetenceMatter = CompetenceRule["matter"];

export const competenceMatters: readonly CompetenceMatter[] = ["complaint", "denunciation"];

const subjectOf = { complaint: "complaints", denunciation: "denunciations" } as const;

/** Who or what a complaint or denunciation may be against, on one day. */
export interface AgainstKind {
  readonly id: string;
  readonly label: Text;
  readonly matter: CompetenceMatter;
  readonly rule: string;
  readonly version: CivilDate;
}

/** The kinds of the versions in force on that day, in the order of their pack; a matter that is not covered yet has none. */
export function kindsOn(packs: readonly LawPack[], on: CivilDate, matter?: CompetenceMatter): readonly AgainstKind[] {
  const asked = matter === undefined ? competenceMatters : [matter];
  return asked.flatMap((each) => {
    const pack = packs.find((candidate) => candidate.subject === subjectOf[each] && holdsOn(candidate, on));
    return (pack?.against ?? []).flatMap(({ id, label }) => {
      const rule = pack?.competence.find((one) => one.matter === each && one.against.includes(id));
      return pack && rule ? [{ id, label, matter: each, rule: rule.id, version: pack.validFrom }] : [];
    });
  });
}

/**
 * The rule that says who settles a complaint or denunciation against that kind on that day. Throws `LawRangeError`:
 * "before-coverage", "no-version-in-force", "unknown-kind" with the kinds of that day.
 */
export function competenceOn(
  packs: readonly LawPack[],
  question: { readonly matter: CompetenceMatter; readonly against: string; readonly on: CivilDate },
): { readonly pack: LawPack; readonly rule: CompetenceRule; readonly against: Text } {
  const { matter, against, on } = question;
  const pack = selectVersion(packs, subjectOf[matter], on);
  const rule = pack.competence.find((each) => each.matter === matter && each.against.includes(against));
  const kind = pack.against.find((each) => each.id === against);
  if (rule && kind) return { pack, rule, against: kind.label };
  throw unknownKind(packs, question);
}

function unknownKind(packs: readonly LawPack[], question: Parameters<typeof competenceOn>[1]) {
  const { matter, against, on } = question;
  const subject = subjectNames[subjectOf[matter]];
  const day = { vi: formatCivilDate(on, "vi"), en: formatCivilDate(on, "en") };
  const elsewhere = packs.filter((pack) =>
    pack.competence.some((rule) => rule.matter === matter && rule.against.includes(against)),
  );
  const periods = elsewhere.length > 0 ? periodsInWords(elsewhere) : undefined;
  const kinds = kindsOn(packs, on, matter);
  const list = (language: keyof Text) => kinds.map(({ id, label }) => `\n  ${id}: ${label[language]}`).join("");
  const none = kinds.length === 0;
  return lawRangeError("unknown-kind", {
    vi: `Không có đối tượng bị ${subject.vi} “${against}” vào ngày ${day.vi}${periods ? `; đối tượng này chỉ có ${periods.vi}` : ""}. ${none ? "Phiên bản này chưa có bảng thẩm quyền." : `Các đối tượng:${list("vi")}`}`,
    en: `There is no kind “${against}” for ${subject.en} on ${day.en}${periods ? `; it holds only ${periods.en}` : ""}. ${none ? "This version has no table of competence yet." : `The kinds:${list("en")}`}`,
  });
}
