import { addDays, type CivilDate } from "../time/civil-date.ts";
import { checkPack } from "./check-pack.ts";
import type { LoadedPack } from "./load-pack.ts";
import type { Confidence, LawPack, TransitionRule } from "./pack.ts";
import { limitInWords } from "./rule-in-words.ts";

export interface CheckedVersion {
  readonly id: string;
  readonly alias: string;
  readonly subject: LawPack["subject"];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** Deadline rules. */
  readonly rules: number;
  readonly byConfidence: Readonly<Record<Confidence, number>>;
  readonly procedures: number;
  readonly states: number;
  readonly acts: number;
  readonly documents: number;
  readonly competence: number;
  readonly transitions: number;
  readonly duties: number;
  readonly allowances: number;
  readonly reportWindows: number;
  readonly gaps: number;
  readonly notEncoded: number;
}

export interface LawCheck {
  readonly ok: boolean;
  /** Each begins with the version and the path. */
  readonly faults: readonly string[];
  readonly versions: readonly CheckedVersion[];
  /** From when each subject is covered. */
  readonly coverage: readonly {
    readonly subject: LawPack["subject"];
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  }[];
}

/**
 * Everything that must hold of the law together: each version by itself, the versions of a subject one after another,
 * what they say of earlier matters, and a form for each document. `forms` are the keys of the forms that can be drawn.
 */
export function checkLaw(packs: readonly LoadedPack[], forms: ReadonlySet<string>): LawCheck {
  const faults = [
    ...packs.flatMap((pack) => alone(pack).map((fault) => `${pack.id}: ${fault}`)),
    ...doubleIds(packs),
    ...ambiguousRules(packs),
    ...[...bySubject(packs).values()].flatMap(sequence),
    ...packs.flatMap((pack) => pack.transitions.flatMap((rule) => transition(packs, pack, rule))),
    ...packs.flatMap((pack) => inherited(packs, pack)),
    ...packs.flatMap((pack) => formless(pack, forms)),
  ];
  return {
    ok: faults.length === 0,
    faults,
    versions: packs.map(counted),
    coverage: [...bySubject(packs)].map(([subject, versions]) => ({
      subject,
      from: versions[0]?.validFrom ?? ("" as CivilDate),
      to: versions.at(-1)?.validTo ?? null,
    })),
  };
}

function alone({ conditions, ...pack }: LoadedPack): readonly string[] {
  const faults = [...checkPack(pack, conditions)];
  if (pack.id !== `${pack.subject}/${pack.validFrom}`)
    faults.push(`id: is not the subject and the first day in force, ${pack.subject}/${pack.validFrom}`);
  for (const matter of ["complaint", "denunciation"] as const)
    for (const { id } of pack.against) {
      const rules = pack.competence.filter((rule) => rule.matter === matter && rule.against.includes(id));
      if (rules.length > 1)
        faults.push(
          `competence: ${rules.map((rule) => rule.id).join(", ")} all say who settles a ${matter} against ${id}`,
        );
    }
  const names = pack.rules.flatMap((rule) => [rule.id, ...(rule.alsoKnownAs ?? [])]);
  for (const name of new Set(names.filter((each, i) => names.indexOf(each) !== i)))
    faults.push(`rules: ${name} names two rules`);
  return faults;
}

function doubleIds(packs: readonly LawPack[]): readonly string[] {
  const ids = packs.map((pack) => pack.id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `${id}: occurs twice`);
}

/** A deadline is asked for by its id alone: two subjects may share one only where it says the same. */
function ambiguousRules(packs: readonly LawPack[]): readonly string[] {
  return packs.flatMap((pack, i) =>
    packs.slice(i + 1).flatMap((other) => {
      if (other.subject === pack.subject || !overlap(pack, other)) return [];
      const differing = pack.rules.filter((rule) =>
        other.rules.some(
          (each) => each.id === rule.id && limitInWords(each).vi + each.kind !== limitInWords(rule).vi + rule.kind,
        ),
      );
      return differing.map((rule) => `${pack.id}: rules ${rule.id}: ${other.id} gives it another value`);
    }),
  );
}

function overlap(a: LawPack, b: LawPack): boolean {
  return a.validFrom <= (b.validTo ?? a.validFrom) && b.validFrom <= (a.validTo ?? b.validFrom);
}

function bySubject<Pack extends LawPack>(packs: readonly Pack[]): ReadonlyMap<LawPack["subject"], readonly Pack[]> {
  const sorted = packs.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return Map.groupBy(sorted, (pack) => pack.subject);
}

/** The versions of a subject follow each other day on day; only the last is open. */
function sequence(versions: readonly LawPack[]): readonly string[] {
  return versions.flatMap((pack, i) => {
    const next = versions[i + 1];
    if (!next || next.validFrom === pack.validFrom) return [];
    const expected = addDays(next.validFrom, -1);
    if (pack.validTo === expected) return [];
    if (pack.validTo === undefined) return [`${pack.id}: validTo: is open, but ${next.id} follows`];
    const what = pack.validTo < expected ? "a gap before" : "an overlap with";
    return [`${pack.id}: validTo: ends on ${pack.validTo}, which leaves ${what} ${next.id}`];
  });
}

function transition(packs: readonly LawPack[], into: LawPack, rule: TransitionRule): readonly string[] {
  const at = `${into.id}: transitions ${rule.id}`;
  const faults: string[] = [];
  if (rule.from.length === 0) faults.push(`${at}.from: names no earlier version`);
  if (rule.on < into.validFrom) faults.push(`${at}.on: ${rule.on} is before the version begins`);
  if (rule.effect === "partly" && (rule.acts ?? []).length === 0) faults.push(`${at}.acts: partly, but names no act`);
  for (const id of rule.from) {
    const earlier = packs.find((pack) => pack.id === id);
    if (!earlier) faults.push(`${at}.from: unknown version ${id}`);
    else if (earlier.subject !== into.subject || earlier.validFrom >= into.validFrom)
      faults.push(`${at}.from: ${id} is not an earlier version of ${into.subject}`);
    else if (rule.effect === "moves") faults.push(...homeless(earlier, into, rule).map((fault) => `${at}: ${fault}`));
  }
  return faults;
}

/** A matter that moves goes on in the same state of the same procedure. */
function homeless(earlier: LawPack, into: LawPack, { procedures }: TransitionRule): readonly string[] {
  return earlier.procedures
    .filter(({ id }) => procedures?.includes(id) ?? true)
    .flatMap((old) => {
      const now = into.procedures.find((each) => each.id === old.id);
      if (!now) return [`${earlier.id} has the procedure ${old.id}, into which a matter cannot move`];
      const lost = old.states.filter((state) => !now.states.some((each) => each.id === state.id));
      return lost.map((state) => `a matter in ${state.id} of ${earlier.id} has no such state any more`);
    });
}

/** A clock that a procedure takes over from the petition is one that a rule of that name's own pack, or another one, starts. */
function inherited(packs: readonly LawPack[], pack: LawPack): readonly string[] {
  const started = new Set(
    packs.flatMap(({ procedures }) =>
      procedures.flatMap(({ opening, acts }) =>
        [...opening, ...acts.flatMap((act) => act.clocks)].flatMap((effect) =>
          effect.do === "start" ? [effect.clock] : [],
        ),
      ),
    ),
  );
  return pack.procedures.flatMap((procedure) =>
    (procedure.inherits ?? [])
      .filter((clock) => !started.has(clock))
      .map((clock) => `${pack.id}: procedures ${procedure.id}.inherits: nothing starts the clock ${clock}`),
  );
}

function formless(pack: LawPack, forms: ReadonlySet<string>): readonly string[] {
  return pack.procedures.flatMap((procedure) =>
    procedure.documents
      .filter(({ key }) => !forms.has(key))
      .map(({ key }) => `${pack.id}: procedures ${procedure.id}.documents ${key}: has no form to be drawn with`),
  );
}

function counted(pack: LawPack): CheckedVersion {
  const of = (confidence: Confidence) => pack.rules.filter((rule) => rule.confidence === confidence).length;
  const sum = (pick: (procedure: LawPack["procedures"][number]) => readonly object[]) =>
    pack.procedures.reduce((total, procedure) => total + pick(procedure).length, 0);
  return {
    id: pack.id,
    alias: pack.alias,
    subject: pack.subject,
    validFrom: pack.validFrom,
    validTo: pack.validTo ?? null,
    rules: pack.rules.length,
    byConfidence: { text: of("text"), secondary: of("secondary"), inference: of("inference") },
    procedures: pack.procedures.length,
    states: sum(({ states }) => states),
    acts: sum(({ acts }) => acts),
    documents: sum(({ documents }) => documents),
    competence: pack.competence.length,
    transitions: pack.transitions.length,
    duties: pack.duties.length,
    allowances: pack.allowances.length,
    reportWindows: pack.reportWindows.length,
    gaps: pack.gaps.length,
    notEncoded: pack.notEncoded.length,
  };
}
