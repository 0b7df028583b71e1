import type { Asker, Setting } from "../setting.ts";
import { type ChainKind, chainKinds, chainsOf, chainTables, type Link } from "./chains.ts";
import { type KeptLeaf, keptLeaves } from "./leaves.ts";
import { digestReads, rangeOf, readsKind } from "./reads.ts";
import { type HeldAgainst, type LastRoot, verifyRoots } from "./verify-roots.ts";

/** What does not fit, and how; docs/trail.md says what each word means. */
export interface ChainFault {
  readonly table: (typeof chainTables)[ChainKind] | "read_event" | "trail_root";
  readonly subjectId: string;
  readonly seq: number;
  readonly fault:
    | "changed"
    | "missing-before"
    | "rewritten"
    | "cut-off"
    | "removed"
    | "inserted"
    | "root-changed"
    | "root-missing"
    | "root-differs"
    | "signature"
    | "unknown-key"
    | "leaves-changed";
}

/** What this check cannot prove, whatever it found. */
export type Unproven = "no-root" | "rows-after-last-root" | "texts" | "roots-not-compared" | "key-not-given";

export interface TrailReport {
  readonly chains: number;
  readonly rows: number;
  readonly faults: readonly ChainFault[];
  readonly roots: number;
  readonly lastRoot: { readonly no: number; readonly on: string; readonly at: string; readonly hash: string } | null;
  /** Rows that no root covers yet: of them only that each chain fits in itself is known. */
  readonly rowsAfter: number;
  readonly unproven: readonly Unproven[];
}

/** Rows dated this long before a root and not under it were put there later: a transaction is never open as long. */
const LATE_MS = 10 * 60_000;

/**
 * Computes every chain again and holds it against what every root signed of it. After the last root a chain cut off at its
 * end, or written anew as a whole, cannot be seen; `unproven` says so.
 */
export async function verifyTrail(
  setting: Pick<Setting, "store">,
  asker: Asker,
  against: HeldAgainst = {},
): Promise<TrailReport> {
  const faults: ChainFault[] = [];
  const found = await verifyRoots(setting, asker, against, faults);
  const sum = { chains: 0, rows: 0, rowsAfter: 0 };
  for (const kind of chainKinds) {
    const leaves = keptLeaves(setting, asker, kind, found.last?.no ?? 0);
    let kept = await next(leaves);
    for await (const chain of chainsOf(setting, asker, kind)) {
      const id = chain[0]?.id ?? "";
      for (; kept && idOf(kept) < id; kept = await next(leaves)) faults.push(removed(kind, kept));
      const signed = kept && idOf(kept) === id ? kept : [];
      if (signed.length > 0) kept = await next(leaves);
      faults.push(...faultsOf(kind, chain, signed, found.last));
      sum.chains += 1;
      sum.rows += chain.length;
      sum.rowsAfter += Math.max(0, chain.length - (signed.at(-1)?.count ?? 0));
    }
    for (; kept; kept = await next(leaves)) faults.push(removed(kind, kept));
  }
  const reads = await verifyReads(setting, asker, found.last, faults);
  const { last } = found;
  const after = sum.rowsAfter + reads.rowsAfter;
  const unproven: Unproven[] = ["texts"];
  if (!last) unproven.push("no-root");
  if (after > 0) unproven.push("rows-after-last-root");
  if (!against.roots) unproven.push("roots-not-compared");
  if (!against.keyGiven) unproven.push("key-not-given");
  return {
    chains: sum.chains + reads.ranges,
    rows: sum.rows + reads.rows,
    faults,
    roots: found.roots,
    lastRoot: last && { no: last.no, on: last.on, at: last.at, hash: last.hash },
    rowsAfter: after,
    unproven,
  };
}

async function next(leaves: AsyncGenerator<readonly KeptLeaf[]>): Promise<readonly KeptLeaf[] | undefined> {
  const { value, done } = await leaves.next();
  return done ? undefined : value;
}

const idOf = (leaves: readonly KeptLeaf[]): string => leaves[0]?.id ?? "";

function removed(kind: ChainKind, leaves: readonly KeptLeaf[]): ChainFault {
  return { table: chainTables[kind], subjectId: idOf(leaves), seq: leaves.at(-1)?.count ?? 0, fault: "removed" };
}

function faultsOf(
  kind: ChainKind,
  chain: readonly Link[],
  signed: readonly KeptLeaf[],
  last: LastRoot | null,
): readonly ChainFault[] {
  const table = chainTables[kind];
  const inside = chain.flatMap(({ id, seq, fits, follows }, i): readonly ChainFault[] => {
    const gap = seq !== (chain[i - 1]?.seq ?? 0) + 1;
    return [
      ...(gap ? [{ table, subjectId: id, seq, fault: "missing-before" } as const] : []),
      ...(!fits || (!gap && !follows) ? [{ table, subjectId: id, seq, fault: "changed" } as const] : []),
    ];
  });
  const subjectId = chain[0]?.id ?? "";
  const covered = signed.at(-1)?.count ?? 0;
  const rows = new Map(chain.map((link) => [link.seq, link]));
  const at = (seq: number, fault: ChainFault["fault"]): ChainFault => ({ table, subjectId, seq, fault });
  const late = last ? backdatedAfter(kind, chain, covered, last).map((seq) => at(seq, "inserted")) : [];
  const lastSeq = chain.at(-1)?.seq ?? 0;
  if (lastSeq < covered) return [...inside, at(lastSeq + 1, "cut-off")];
  // One fault for one deed: what already does not fit in itself is not said twice.
  if (inside.length > 0) return [...inside, ...late];
  const differs = signed.find(
    ({ count, head, first }) => !rows.get(count)?.hash.equals(head) || !rows.get(1)?.hash.equals(first),
  );
  return differs ? [at(differs.count, "rewritten"), ...late] : late;
}

/** Rows that no root covers although they claim to be older than the last. */
function backdatedAfter(kind: ChainKind, chain: readonly Link[], covered: number, last: LastRoot): readonly number[] {
  const root = Date.parse(kind === "paper" ? last.databaseAt : last.at);
  return chain.filter(({ seq, at }) => seq > covered && at.getTime() < root - LATE_MS).map(({ seq }) => seq);
}

async function verifyReads(setting: Pick<Setting, "store">, asker: Asker, last: LastRoot | null, faults: ChainFault[]) {
  let until = 0;
  let rows = 0;
  let ranges = 0;
  for await (const [leaf] of keptLeaves(setting, asker, readsKind, last?.no ?? 0)) {
    if (!leaf) continue;
    const range = rangeOf(leaf.id);
    const found = await digestReads(setting, asker, { from: until + 1, to: range.to });
    const fault = found.count < leaf.count ? "cut-off" : found.count > leaf.count ? "inserted" : "changed";
    if (found.count !== leaf.count || !found.head.equals(leaf.head))
      faults.push({ table: "read_event", subjectId: leaf.id, seq: range.to, fault });
    until = range.to;
    rows += found.count;
    ranges += 1;
  }
  const { count } = await digestReads(setting, asker, { from: until + 1, to: Number.MAX_SAFE_INTEGER });
  return { rows: rows + count, rowsAfter: count, ranges };
}
