import { firstBadField } from "./act-fields.ts";
import type { Calendar } from "./calendar.ts";
import { lawFor } from "./clock-changes.ts";
import type { ActCommand, FieldValue, MatterFacts } from "./decide.ts";
import { isLawRangeError } from "./law-range-error.ts";
import type { LoadedPack } from "./load-pack.ts";
import type { LawPack, PetitionKind, ProcedureRule, Text } from "./pack.ts";
import { selectVersion } from "./select-version.ts";

export interface Openable {
  readonly pack: LoadedPack;
  readonly procedure: ProcedureRule;
}

/** The procedures that a petition of this kind may be examined under, by the law of the day it was received; the usual one first. */
export function proceduresFor(packs: readonly LoadedPack[], kind: PetitionKind, receivedOn: MatterFacts["receivedOn"]) {
  const subjects = [...new Set(packs.map((pack) => pack.subject))];
  const found = subjects.flatMap((subject): Openable[] => {
    const pack = versionOn(packs, subject, receivedOn);
    if (!pack) return [];
    return pack.procedures
      .filter((procedure) => procedure.opens.kinds.includes(kind))
      .map((procedure) => ({ pack, procedure }));
  });
  return found.toSorted((a, b) => rank(a.procedure) - rank(b.procedure));
}

/** The procedure whose opening clocks run from the day a petition of this kind was received, opened or not; undefined before the covered law. */
export function usualProcedure(
  packs: readonly LoadedPack[],
  kind: PetitionKind,
  receivedOn: MatterFacts["receivedOn"],
): Openable | undefined {
  return proceduresFor(packs, kind, receivedOn).find(({ procedure }) => procedure.opens.usual === true);
}

/** Which matter of a petition its line in the list follows: the main one, before it a preliminary one, never a side one. */
const ranks = { main: 1, preliminary: 2, side: 3 } as const;

function rank(procedure: ProcedureRule): number {
  return procedure.opens.usual ? 0 : ranks[procedure.opens.role];
}

function versionOn(packs: readonly LoadedPack[], subject: LawPack["subject"], on: MatterFacts["receivedOn"]) {
  try {
    return selectVersion(packs, subject, on);
  } catch (error) {
    if (isLawRangeError(error)) return undefined;
    throw error;
  }
}

export type OpeningFacts =
  | { readonly ok: true; readonly facts: MatterFacts["facts"] }
  | { readonly ok: false; readonly field: string; readonly message: Text };

/** The facts that the answers of the opening form give, beside those already known; or the first answer to be mended. */
export function openingFacts(
  { pack, procedure }: Openable,
  matter: Pick<MatterFacts, "openedOn" | "receivedOn" | "facts">,
  values: Readonly<Record<string, FieldValue>>,
  calendar: Calendar,
): OpeningFacts {
  const { command, facts, law } = asAct({ pack, procedure }, matter, values, calendar);
  const bad = firstBadField(pack, { fields: procedure.opens.fields }, facts, command, law);
  if (bad) return { ok: false, field: bad.field, message: bad.message };
  const given = procedure.opens.fields.flatMap((field): [string, string | boolean | number][] => {
    const value = values[field.id];
    if (value === undefined || value === "" || typeof value === "object") return [];
    return [[field.id, field.type === "number" ? Number(value) : value]];
  });
  return { ok: true, facts: { ...matter.facts, ...Object.fromEntries(given) } };
}

/** The opening form is read as an act's: its conditions ask the facts known so far and the answers. */
export function asAct(
  { pack, procedure }: Openable,
  matter: Pick<MatterFacts, "openedOn" | "receivedOn" | "facts">,
  values: Readonly<Record<string, FieldValue>>,
  calendar: Calendar,
) {
  const facts: MatterFacts = {
    ...matter,
    procedure: procedure.id,
    state: procedure.initial,
    clocks: [],
    pauses: [],
    history: [],
  };
  const command: ActCommand = { act: "", on: matter.receivedOn, values, actors: [] };
  return { facts, command, law: lawFor(pack, facts, calendar, matter.receivedOn, matter.openedOn) };
}
