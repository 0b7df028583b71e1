import type {
  ActRule,
  ClockEffect,
  DeadlineRule,
  DocumentRule,
  LawPack,
  OpeningRule,
  ProcedureRule,
  StateRule,
} from "../src/rules/pack.ts";
import { addDays } from "../src/time/civil-date.ts";

/** What an amending text changes; an entry with a known id takes the place of the earlier one. */
export interface Amendment
  extends Pick<LawPack, "id" | "validFrom" | "alias" | "basis" | "gaps" | "notEncoded">,
    Partial<Pick<LawPack, "against" | "competence" | "transitions" | "duties" | "allowances" | "reportWindows">> {
  readonly rules: readonly DeadlineRule[];
  readonly procedures: readonly ProcedureChange[];
  /** Procedures that the amending text brings. */
  readonly newProcedures?: readonly ProcedureRule[];
  /** Ids of rules, competences and duties that the amending text ends. */
  readonly repeals?: readonly string[];
}

export interface ProcedureChange {
  readonly id: string;
  readonly acts?: readonly ActRule[];
  readonly withoutActs?: readonly string[];
  readonly documents?: readonly DocumentRule[];
  readonly withoutDocuments?: readonly string[];
  readonly states?: readonly StateRule[];
  readonly opens?: OpeningRule;
  readonly opening?: readonly ClockEffect[];
}

/** The earlier version, whose last day is the eve of the amendment, and the version after it. */
export function amend(earlier: LawPack, change: Amendment): { readonly earlier: LawPack; readonly later: LawPack } {
  const unknown = change.procedures.find((each) => !earlier.procedures.some((procedure) => procedure.id === each.id));
  if (unknown) throw new RangeError(`${change.id} amends an unknown procedure: ${unknown.id}`);
  const { validTo: _, ...base } = earlier;
  const repealed = new Set(change.repeals ?? []);
  const standing = <Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[] = []) =>
    merged(
      before.filter((item) => !repealed.has(item.id)),
      after,
      (item) => item.id,
    );
  return {
    earlier: { ...earlier, validTo: addDays(change.validFrom, -1) },
    later: {
      ...base,
      id: change.id,
      validFrom: change.validFrom,
      alias: change.alias,
      basis: change.basis,
      gaps: change.gaps,
      notEncoded: change.notEncoded,
      rules: standing(earlier.rules, change.rules),
      against: standing(earlier.against, change.against),
      competence: standing(earlier.competence, change.competence),
      // What a text says of the matters before it is said once.
      transitions: change.transitions ?? [],
      duties: standing(earlier.duties, change.duties),
      allowances: standing(earlier.allowances, change.allowances),
      reportWindows: standing(earlier.reportWindows, change.reportWindows),
      procedures: [
        ...earlier.procedures.map((procedure) =>
          amendedProcedure(
            procedure,
            change.procedures.find((each) => each.id === procedure.id),
          ),
        ),
        ...(change.newProcedures ?? []),
      ],
    },
  };
}

/** Every version in order: each amendment changes the one before it and ends it; one may be written from what it finds. */
export function chain(
  first: LawPack,
  changes: readonly (Amendment | ((earlier: LawPack) => Amendment))[],
): readonly LawPack[] {
  return changes.reduce<readonly LawPack[]>(
    (packs, change) => {
      const before = packs.at(-1) ?? first;
      const { earlier, later } = amend(before, typeof change === "function" ? change(before) : change);
      return [...packs.slice(0, -1), earlier, later];
    },
    [first],
  );
}

function amendedProcedure(procedure: ProcedureRule, change: ProcedureChange | undefined): ProcedureRule {
  if (!change) return procedure;
  const kept = procedure.acts.filter((act) => !change.withoutActs?.includes(act.id));
  const papers = procedure.documents.filter((document) => !change.withoutDocuments?.includes(document.key));
  return {
    ...procedure,
    acts: merged(kept, change.acts ?? [], (act) => act.id),
    documents: merged(papers, change.documents ?? [], (document) => document.key),
    states: merged(procedure.states, change.states ?? [], (state) => state.id),
    opens: change.opens ?? procedure.opens,
    opening: change.opening ?? procedure.opening,
  };
}

function merged<Item>(earlier: readonly Item[], later: readonly Item[], key: (item: Item) => string): readonly Item[] {
  const changed = new Map(later.map((item) => [key(item), item]));
  const known = new Set(earlier.map(key));
  return [...earlier.map((item) => changed.get(key(item)) ?? item), ...later.filter((item) => !known.has(key(item)))];
}
