import { type Keyed, type KeyKind, keyKinds } from "./keys.ts";
import { similarity } from "./sketch.ts";

/** What two petitions have in common, and what speaks against it; 0 or 1, besides the similarity of the content. */
export interface Evidence {
  readonly identity: number;
  readonly phone: number;
  readonly name: number;
  readonly nameSlip: number;
  readonly nameAndPlace: number;
  readonly nameAndYear: number;
  readonly parcel: number;
  /** The same parcel number in what is one commune today, where neither text names another old commune. */
  readonly parcelToday: number;
  readonly decision: number;
  readonly accused: number;
  readonly respondent: number;
  readonly similarity: number;
  /** Figures in common, up to three of them, as a share of three. */
  readonly figures: number;
  readonly otherIdentity: number;
  readonly otherYear: number;
  readonly otherParcel: number;
}

const kindNames = new Map<number, KeyKind>(
  Object.entries(keyKinds).map(([name, number]) => [number, name as KeyKind] as const),
);

/** Exact enough: the lower 56 bits are spread, and never all ones. */
const kindOf = (key: string): KeyKind | undefined => kindNames.get(Math.floor(Number(key) / 2 ** 56));

/** A petition whose keys were read by kind, to be compared with many. */
export interface Sorted {
  readonly byKind: ReadonlyMap<KeyKind, ReadonlySet<string>>;
  readonly keyed: Keyed;
}

export function sorted(keyed: Keyed): Sorted {
  const byKind = new Map<KeyKind, Set<string>>();
  for (const key of [...keyed.keys, ...keyed.marks]) {
    const kind = kindOf(key);
    if (!kind) continue;
    const known = byKind.get(kind);
    if (known) known.add(key);
    else byKind.set(kind, new Set([key]));
  }
  return { byKind, keyed };
}

export function compare(a: Sorted, b: Sorted): Evidence {
  const has = (side: Sorted, kind: KeyKind) => (side.byKind.get(kind)?.size ?? 0) > 0;
  const same = (kind: KeyKind) => {
    const theirs = b.byKind.get(kind);
    return theirs !== undefined && [...(a.byKind.get(kind) ?? [])].some((key) => theirs.has(key));
  };
  const shared = (kind: KeyKind) =>
    [...(a.byKind.get(kind) ?? [])].filter((key) => b.byKind.get(kind)?.has(key)).length;
  const other = (kind: KeyKind) => has(a, kind) && has(b, kind) && !same(kind);
  const parcel = same("parcel");
  const parcelToday = !parcel && same("parcelToday") && !other("gonePlace");
  const one = (is: boolean) => (is ? 1 : 0);
  return {
    identity: one(same("identity")),
    phone: one(same("phone")),
    name: one(same("name")),
    nameSlip: one(same("nameSlip") && !same("name")),
    nameAndPlace: one(same("nameAndPlace")),
    nameAndYear: one(same("nameAndYear")),
    parcel: one(parcel),
    parcelToday: one(parcelToday),
    decision: one(same("decision") && !other("gonePlace")),
    accused: one(same("accused")),
    respondent: one(same("respondent")),
    figures: Math.min(3, shared("figure")) / 3,
    similarity: similarity(a.keyed.sketch, b.keyed.sketch),
    otherIdentity: one(other("identity")),
    otherYear: one(other("birthYear")),
    otherParcel: one(!parcel && !parcelToday && has(a, "anyParcel") && has(b, "anyParcel")),
  };
}

/** Somebody is the same: by a number, or by the name with something that tells namesakes apart. */
export function samePerson(e: Omit<Evidence, "figures">): boolean {
  if (e.identity) return true;
  if (e.otherIdentity) return false;
  return Boolean((e.phone && (e.name || e.nameSlip)) || e.nameAndYear || (e.nameAndPlace && !e.otherYear));
}
