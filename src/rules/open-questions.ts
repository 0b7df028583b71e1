import type { Cited, LawPack, Text } from "./pack.ts";

/** Everything of a pack that carries an article. */
interface CitedValue {
  readonly kind:
    | "rule"
    | "opening"
    | "act"
    | "guard"
    | "option"
    | "document"
    | "competence"
    | "transition"
    | "duty"
    | "allowance"
    | "report-window";
  readonly id: string;
  readonly name: Text;
  readonly cited: Partial<Cited>;
}

function citedValues(pack: LawPack): readonly CitedValue[] {
  const values: CitedValue[] = [];
  const put = (kind: CitedValue["kind"], id: string, name: Text, cited: Partial<Cited>) =>
    values.push({ kind, id, name, cited });
  for (const rule of pack.rules) put("rule", rule.id, rule.name, rule);
  for (const procedure of pack.procedures) {
    put("opening", procedure.id, procedure.opens.todo, procedure.opens);
    for (const act of procedure.acts) {
      put("act", act.id, act.name, act);
      for (const guard of act.guards) put("guard", `${act.id}/${guard.condition}`, guard.refusal, guard);
      for (const field of act.fields)
        for (const option of field.options ?? []) put("option", `${act.id}/${option.id}`, option.label, option);
    }
    for (const document of procedure.documents) put("document", document.key, document.name, document);
  }
  for (const rule of pack.competence) put("competence", rule.id, rule.first.name, rule);
  for (const rule of pack.transitions) put("transition", rule.id, rule.what, rule);
  for (const duty of pack.duties) put("duty", duty.id, duty.positionName, duty);
  for (const rule of pack.allowances) put("allowance", rule.id, rule.name, rule);
  for (const rule of pack.reportWindows) put("report-window", rule.id, rule.name, rule);
  return values;
}

const version = (pack: LawPack) => ({
  pack: pack.id,
  alias: pack.alias,
  subject: pack.subject,
  validFrom: pack.validFrom,
  ...(pack.validTo ? { validTo: pack.validTo } : {}),
});

const placed = ({ kind, id, name, cited }: CitedValue) => ({ kind, id, name, article: cited.article ?? "" });

/** The questions the law leaves open, by version, with the default taken and every value that rests on it. */
export function questionsOf(packs: readonly LawPack[]) {
  return packs.flatMap((pack) => {
    const values = citedValues(pack);
    return pack.gaps.map(({ id, question, default: chosen }) => {
      const resting = values.filter(({ cited }) => cited.gap === id);
      return {
        gap: id,
        ...version(pack),
        question,
        default: chosen,
        rules: resting
          .filter(({ kind }) => kind === "rule")
          .map((each) => ({ rule: each.id, article: each.cited.article ?? "" })),
        values: resting.filter(({ kind }) => kind !== "rule").map(placed),
      };
    });
  });
}

/** Values that nobody read in the text itself, by version: from a named secondary source, or derived by us. */
export function unverifiedOf(packs: readonly LawPack[]) {
  return packs.flatMap((pack) =>
    citedValues(pack).flatMap((value) => {
      const { confidence, source, gap } = value.cited;
      if (confidence === undefined || confidence === "text") return [];
      return [
        { ...version(pack), ...placed(value), confidence, ...(source ? { source } : {}), ...(gap ? { gap } : {}) },
      ];
    }),
  );
}

/** What each version leaves out, in its own words. */
export function notEncodedOf(packs: readonly LawPack[]) {
  return packs.map((pack) => ({ ...version(pack), notEncoded: pack.notEncoded }));
}
