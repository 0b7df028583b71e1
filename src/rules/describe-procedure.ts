import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import { lawRangeError } from "./law-range-error.ts";
import { citation, packsOn } from "./list-law.ts";
import type { ClockEffect, LawPack, ProcedureRule, RuleChoice } from "./pack.ts";
import { periodsInWords } from "./periods.ts";
import { diagramOf, type Language, targets } from "./procedure-diagram.ts";
import { actorNames } from "./refusal.ts";
import { limitInWords } from "./rule-in-words.ts";

/** The procedures in force on a day. */
export function proceduresOn(packs: readonly LawPack[], on: CivilDate) {
  return packsOn(packs, on).flatMap((pack) =>
    pack.procedures.map((procedure) => ({
      procedure: procedure.id,
      name: procedure.name,
      subject: pack.subject,
      pack: pack.id,
      version: pack.validFrom,
      states: procedure.states.length,
      acts: procedure.acts.length,
    })),
  );
}

export type ProcedureDescription = ReturnType<typeof describeProcedure>;

/**
 * A procedure as it stands on a day: its states, and for each act who does it from where to where, what speaks against
 * it, its documents and clocks. Throws `LawRangeError` "no-such-procedure" with the procedures of that day.
 */
export function describeProcedure(
  packs: readonly LawPack[],
  question: { readonly procedure: string; readonly on: CivilDate; readonly language?: Language },
) {
  const { pack, procedure } = find(packs, question.procedure, question.on);
  const clock = (effect: ClockEffect) => describeClock(pack, procedure, effect);
  return {
    procedure: procedure.id,
    name: procedure.name,
    subject: pack.subject,
    pack: pack.id,
    version: pack.validFrom,
    ...(pack.validTo ? { versionTo: pack.validTo } : {}),
    basis: pack.basis,
    opens: { kinds: procedure.opens.kinds, todo: procedure.opens.todo, ...citation(procedure.opens) },
    stages: procedure.stages,
    initial: procedure.initial,
    opening: procedure.opening.map(clock),
    states: procedure.states.map(({ id, name, plain, final, stage }) => ({
      id,
      name,
      plain,
      final,
      stage,
      initial: id === procedure.initial,
    })),
    acts: procedure.acts.map((act) => ({
      id: act.id,
      name: act.name,
      from: act.from,
      to: act.to,
      reaches: targets(procedure, act),
      rule: act.rule,
      actors: act.actors.map((id) => ({ id, name: actorNames[id] })),
      guards: act.guards.map(({ condition, refusal, ...cited }) => ({ condition, refusal, ...citation(cited) })),
      documents: act.documents.map((key) => documentOf(procedure, key)),
      ...(act.bindingDocument ? { bindingDocument: act.bindingDocument } : {}),
      clocks: act.clocks.map(clock),
      ...citation(act),
    })),
    documents: procedure.documents.map(({ key, form, name, symbol, recipients, ...cited }) => ({
      key,
      form,
      name,
      symbol,
      recipients,
      ...citation(cited),
    })),
    mermaid: diagramOf(procedure, question.language ?? "vi"),
  };
}

function find(packs: readonly LawPack[], id: string, on: CivilDate) {
  const inForce = packsOn(packs, on);
  for (const pack of inForce)
    for (const procedure of pack.procedures) if (procedure.id === id) return { pack, procedure };
  const holders = packs.filter((pack) => pack.procedures.some((each) => each.id === id));
  const periods = holders.length > 0 ? periodsInWords(holders) : undefined;
  const known = inForce.flatMap((pack) => pack.procedures);
  const list = (language: Language) => known.map((each) => `\n  ${each.id}: ${each.name[language]}`).join("");
  throw lawRangeError("no-such-procedure", {
    vi: `Không có thủ tục “${id}” vào ngày ${formatCivilDate(on, "vi")}${periods ? `; thủ tục này có hiệu lực ${periods.vi}` : ""}. Các thủ tục:${list("vi")}`,
    en: `There is no procedure “${id}” on ${formatCivilDate(on, "en")}${periods ? `; it holds ${periods.en}` : ""}. The procedures:${list("en")}`,
  });
}

function documentOf(procedure: ProcedureRule, key: string) {
  const known = procedure.documents.find((each) => each.key === key);
  return { key, form: known?.form ?? null, name: known?.name ?? { vi: key, en: key } };
}

function describeClock(pack: LawPack, procedure: ProcedureRule, effect: ClockEffect) {
  const rules = effect.do === "start" || effect.do === "rechoose" ? describeRules(pack, effect.rules) : [];
  const from = effect.do === "start" || effect.do === "restart" ? effect.from : undefined;
  return {
    do: effect.do,
    ...("clock" in effect ? { clock: effect.clock, limits: limitsOf(pack, procedure, effect.clock) } : {}),
    rules,
    ...(from === undefined ? {} : { from }),
    ...(effect.do === "start" && effect.fromEffectOf ? { fromEffectOf: effect.fromEffectOf } : {}),
  };
}

function describeRules(pack: LawPack, choices: RuleChoice) {
  return choices.map(({ rule: id, when }) => {
    const rule = pack.rules.find((each) => each.id === id);
    return {
      rule: id,
      ...(when === undefined ? {} : { when }),
      ...(rule ? { name: rule.name, limit: limitInWords(rule), startEvent: rule.startEvent, ...citation(rule) } : {}),
    };
  });
}

/** The rules a clock may run by, wherever it is started. */
function limitsOf(pack: LawPack, procedure: ProcedureRule, clock: string) {
  const effects = [...procedure.opening, ...procedure.acts.flatMap((act) => act.clocks)];
  const rules = effects.flatMap((effect) =>
    (effect.do === "start" || effect.do === "rechoose") && effect.clock === clock ? effect.rules : [],
  );
  const ids = new Set(rules.map(({ rule }) => rule));
  return pack.rules
    .filter(({ id }) => ids.has(id))
    .map((rule) => ({ rule: rule.id, name: rule.name, limit: limitInWords(rule), startEvent: rule.startEvent }));
}
