import { report, round } from "../measure.ts";
import { type Labelled, labelledSet, repeatKinds } from "./labelled-set.ts";
import { officersOf, openLabelled, petitionId } from "./load.ts";
import { tuned } from "./tune.ts";

/** Two petitions that were compared: whether they are about one matter, whether it was shown, and what was weighed. */
export interface Weighed {
  readonly asked: Labelled;
  readonly found: Labelled;
  readonly same: boolean;
  readonly seen: boolean;
  readonly shown: boolean;
  readonly factors: Readonly<Record<string, number>>;
}

/** Every petition of the set is asked about by an officer of its agency, as if it had just come in. */
async function weigh(name: string): Promise<{ readonly set: readonly Labelled[]; readonly pairs: readonly Weighed[] }> {
  const set = labelledSet(name);
  const app = await openLabelled(name, set);
  try {
    await app.duplicates.keyMissingPetitions(app.task);
    const officers = await officersOf(app);
    const byId = new Map(set.map((each) => [petitionId(each.no), each] as const));
    const pairs: Weighed[] = [];
    for (const asked of set) {
      const officer = officers[asked.agency];
      if (!officer) throw new Error("an agency without an officer");
      const input = { petitionId: petitionId(asked.no) };
      for (const { id, seen, shown, factors } of await app.duplicates.weighedCandidates(officer, input)) {
        const found = byId.get(id);
        if (found) pairs.push({ asked, found, same: found.matter === asked.matter, seen, shown, factors });
      }
    }
    return { set, pairs };
  } finally {
    await app.close();
  }
}

/** Recall over the planted repeats, precision over everything that anybody was shown. */
export async function measureRecall(name: string): Promise<void> {
  const { set, pairs } = await weigh(name);
  const op = `duplicates.${name}`;
  for (const kind of repeatKinds) {
    const asked = set.filter((each) => each.repeat === kind);
    const own = pairs.filter((pair) => pair.asked.repeat === kind && pair.shown);
    const recalled = new Set(own.filter((pair) => pair.same).map((pair) => pair.asked.no)).size;
    report({
      op,
      kind,
      n: asked.length,
      recall: share(recalled, asked.length),
      precision: share(own.filter((pair) => pair.same).length, own.length),
    });
  }
  const shown = pairs.filter((pair) => pair.shown);
  const repeats = set.filter((each) => each.repeat !== null);
  const recalled = new Set(shown.filter((pair) => pair.same && pair.asked.repeat).map((pair) => pair.asked.no)).size;
  const lures = Object.groupBy(
    shown.filter((pair) => !pair.same),
    (pair) => pair.asked.lure ?? pair.found.lure ?? "chance",
  );
  report({
    op,
    kind: "all",
    petitions: set.length,
    n: repeats.length,
    recall: share(recalled, repeats.length),
    precision: share(shown.filter((pair) => pair.same).length, shown.length),
    candidates: round(pairs.length / set.length),
    wrong: Object.fromEntries(Object.entries(lures).map(([lure, wrong]) => [lure, wrong?.length ?? 0])),
  });
}

/** Prints the weights that fit the tuning set best, to be written into casework/duplicates/likelihood.ts. */
export async function tuneWeights(name: string): Promise<void> {
  const { pairs } = await weigh(name);
  report({ op: "duplicates.tune", weights: tuned(pairs) });
}

const share = (part: number, of: number): number => round(of === 0 ? 1 : part / of);
