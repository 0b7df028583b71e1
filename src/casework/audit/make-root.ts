import { sql } from "kysely";
import { errorCode, transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { type ChainKind, chainKinds, chainsOf, type Link } from "./chains.ts";
import { addedLeaves, addLeaves, type KeptLeaf, keptLeaves, LeavesDigest } from "./leaves.ts";
import { type Leaf, leafHash, MerkleTree, runLength } from "./merkle.ts";
import { digestReads, rangeName, rangeOf, readsKind } from "./reads.ts";
import { lastRoot } from "./roots.ts";
import { publicKeyText, type RootStatement, type SignedRoot, signStatement, type TrailKey } from "./statement.ts";

export interface MadeRoot {
  readonly no: number;
  readonly on: string;
  readonly hash: string;
  readonly chains: number;
  readonly rows: number;
  /** Chains that do not continue what was signed: the root keeps what was signed of them. `audit verify` names them. */
  readonly broken: number;
}

/** Any number of our own: one root at a time. */
const LOCK = 7_302_318;
const batch = 1_000;

/**
 * Computes and signs a root over every chain: in pages, no transaction spans them. Null when another is being made, or the
 * day has its daily root already.
 */
export async function makeRoot(
  setting: Setting,
  asker: Asker,
  key: TrailKey,
  { daily }: { readonly daily: boolean },
): Promise<MadeRoot | null> {
  const client = await setting.store.appPool.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [LOCK]);
    if (!rows[0]?.got) return null;
    const stillAlone = () => client.query("select 1");
    return await makeAlone(setting, asker, key, { daily, stillAlone });
  } finally {
    // The lock ends with the connection, whatever happened to it.
    client.release(true);
  }
}

async function makeAlone(
  setting: Setting,
  asker: Asker,
  key: TrailKey,
  { daily, stillAlone }: { readonly daily: boolean; readonly stillAlone: () => Promise<unknown> },
): Promise<MadeRoot | null> {
  const on = setting.today();
  const begun = await transaction(setting.store, asker, async (tx) => {
    await sql`select app.trail_discard()`.execute(tx);
    const { rows } = await sql<{ there: boolean; at: Date }>`
      select exists (select from trail_root where daily and on_date = ${on}) as there, now() as at`.execute(tx);
    return { before: await lastRoot(tx), there: rows[0]?.there ?? false, at: rows[0]?.at ?? new Date() };
  });
  if (daily && begun.there) return null;
  const no = (begun.before?.no ?? 0) + 1;
  const at = setting.now().toISOString();
  let broken = 0;
  for (const kind of chainKinds) broken += await addGrown(setting, asker, kind, no);
  await addReads(setting, asker, no);
  const digest = new LeavesDigest();
  for await (const leaf of addedLeaves(setting, asker, no)) digest.add(leaf);
  const tree = await growTree(setting, asker, no);
  const said: RootStatement = {
    of: "minh-xet/trail-root/1",
    no,
    on,
    at,
    databaseAt: begun.at.toISOString(),
    daily,
    after: begun.before?.hash.toString("hex") ?? null,
    merkle: tree.merkle,
    chains: tree.chains,
    rows: tree.rows,
    changes: digest.hex(),
    key: publicKeyText(key.publicKey),
  };
  const signed = signStatement(said, key);
  // A lost connection has let go of the lock: somebody else may have thrown our leaves away.
  await stillAlone();
  const kept = await keepRoot(setting, asker, { no, on, daily, statement: signed.text, ...signed });
  return kept ? { no, on, hash: signed.hash.toString("hex"), chains: said.chains, rows: said.rows, broken } : null;
}

/** Adds a leaf for each chain that has grown since its last leaf and still continues it. Returns how many do not. */
async function addGrown(setting: Setting, asker: Asker, kind: ChainKind, no: number): Promise<number> {
  const leaves = keptLeaves(setting, asker, kind, no - 1);
  let kept = await next(leaves);
  let waiting: Leaf[] = [];
  let broken = 0;
  for await (const chain of chainsOf(setting, asker, kind)) {
    const id = chain[0]?.id ?? "";
    for (; kept && kept.id < id; kept = await next(leaves)) broken += 1;
    const before = kept?.id === id ? kept : undefined;
    if (before) kept = await next(leaves);
    const leaf = leafOf(kind, chain);
    if (before && !continues(before, chain)) broken += 1;
    else if (!before || before.count < leaf.count) waiting.push(leaf);
    if (waiting.length === batch) {
      await addLeaves(setting, asker, no, waiting);
      waiting = [];
    }
  }
  for (; kept; kept = await next(leaves)) broken += 1;
  await addLeaves(setting, asker, no, waiting);
  return broken;
}

async function next(leaves: AsyncGenerator<readonly KeptLeaf[]>): Promise<KeptLeaf | undefined> {
  const { value, done } = await leaves.next();
  return done ? undefined : value.at(-1);
}

function leafOf(kind: string, chain: readonly Link[]): Leaf {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) throw new TypeError("A chain has a row.");
  return { kind, id: first.id, count: chain.length, first: first.hash, head: last.hash };
}

export function continues(leaf: Leaf, chain: readonly Link[]): boolean {
  const same = (link: Link | undefined, hash: Buffer) => link?.hash.equals(hash) ?? false;
  return same(chain[leaf.count - 1], leaf.head) && same(chain[0], leaf.first);
}

async function addReads(setting: Setting, asker: Asker, no: number): Promise<void> {
  let until = 0;
  for await (const [leaf] of keptLeaves(setting, asker, readsKind, no - 1)) if (leaf) until = rangeOf(leaf.id).to;
  const to = await transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ to: string }>`select app.reads_until()::text as to`.execute(tx);
    return Number(rows[0]?.to ?? 0);
  });
  const range = { from: until + 1, to };
  const found = await digestReads(setting, asker, range);
  if (found.count > 0)
    await addLeaves(setting, asker, no, [{ kind: readsKind, id: rangeName(range.from, range.to), ...found }]);
}

/** The leaves as a root sees them, in their order: for each chain the newest up to that root. */
export async function* leavesUnder(setting: Pick<Setting, "store">, asker: Asker, no: number): AsyncGenerator<Leaf> {
  for (const kind of [...chainKinds, readsKind].sort()) {
    for await (const kept of keptLeaves(setting, asker, kind, no)) {
      const last = kept.at(-1);
      if (last) yield last;
    }
  }
}

/** Computes the tree under a root and keeps the hashes of its runs. */
async function growTree(setting: Setting, asker: Asker, no: number) {
  const tree = new MerkleTree();
  let run = new MerkleTree();
  let opens: Leaf | undefined;
  let rows = 0;
  const runs: { kind: string; id: string; hash: string }[] = [];
  const close = () => {
    if (opens) runs.push({ kind: opens.kind, id: opens.id, hash: run.root().toString("hex") });
    run = new MerkleTree();
    opens = undefined;
  };
  for await (const leaf of leavesUnder(setting, asker, no)) {
    opens ??= leaf;
    const hash = leafHash(leaf);
    tree.add(hash);
    run.add(hash);
    rows += leaf.count;
    if (run.size === runLength) close();
  }
  close();
  await transaction(setting.store, asker, async (tx) => {
    await sql`
      insert into trail_block (root_no, no, first_kind, first_id, hash)
      select ${no}::int, (n - 1)::int, r ->> 'kind', r ->> 'id', decode(r ->> 'hash', 'hex')
      from jsonb_array_elements(${JSON.stringify(runs)}::jsonb) with ordinality as t(r, n)`.execute(tx);
  });
  return { merkle: tree.root().toString("hex"), chains: tree.size, rows };
}

async function keepRoot(setting: Setting, asker: Asker, root: SignedRoot): Promise<boolean> {
  try {
    await transaction(setting.store, asker, (tx) =>
      sql`insert into trail_root (no, on_date, daily, statement, hash, signature)
        values (${root.no}, ${root.on}, ${root.daily}, ${root.statement}, ${root.hash}, ${root.signature})`.execute(tx),
    );
    return true;
  } catch (error) {
    if (errorCode(error) === "23505") return false;
    throw error;
  }
}
