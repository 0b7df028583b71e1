import { competenceOn, kindsOn } from "../../rules/competence.ts";
import type { Text } from "../../rules/pack.ts";
import type { AgencyNode } from "../agencies/index.ts";
import { type Filing, field, kindOf } from "./filing.ts";
import type { World } from "./filing-world.ts";

/** Who settles it by the law, and whether that is the office it is sent to. It is taken in either way. */
export interface WhereItBelongs {
  readonly against: Text;
  readonly first: Text;
  readonly article: string;
  /** False when the office is of another level than the one that settles; null when the level alone does not say. */
  readonly here: boolean | null;
}

/** Undefined for a recommendation, and where the citizen did not say against whom. */
export function whereItBelongs(given: Filing, world: World): WhereItBelongs | undefined {
  const kind = kindOf(given);
  const against = field(given, "against");
  if (!against || (kind !== "complaint" && kind !== "denunciation")) return undefined;
  if (!kindsOn(world.packs, world.today, kind).some(({ id }) => id === against)) return undefined;
  const found = competenceOn(world.packs, { matter: kind, against, on: world.today });
  const office = world.agencies.find(({ code }) => code === field(given, "agency"));
  const { first, article } = found.rule;
  return { against: found.against, first: first.name, article, here: office ? isAt(office, first.at) : null };
}

function isAt(office: AgencyNode, at: string): boolean | null {
  if (at === "commune" || at === "district" || at === "province") return office.level === at;
  return at === "ministry" || at === "government" ? false : null;
}
