import { createHash } from "node:crypto";

/** What a root says of one chain. `id` sorts as bytes. */
export interface Leaf {
  readonly kind: string;
  readonly id: string;
  readonly count: number;
  readonly first: Buffer;
  readonly head: Buffer;
}

/** How many leaves one stored run holds; a power of two, so that runs are whole subtrees. */
export const runLength = 512;

export function leafHash({ kind, id, count, first, head }: Leaf): Buffer {
  const line = `${kind}:${id}:${count}:${first.toString("hex")}:${head.toString("hex")}`;
  return createHash("sha256").update(Buffer.of(0)).update(line).digest();
}

const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash("sha256").update(Buffer.of(1)).update(left).update(right).digest();

/** The tree of RFC 9162 §2.1.1, from a stream: keeps one hash for each level. */
export class MerkleTree {
  private readonly levels: (Buffer | undefined)[] = [];
  size = 0;

  add(hash: Buffer): void {
    let carried = hash;
    let level = 0;
    for (let waiting = this.levels[0]; waiting; waiting = this.levels[level]) {
      carried = nodeHash(waiting, carried);
      this.levels[level] = undefined;
      level += 1;
    }
    this.levels[level] = carried;
    this.size += 1;
  }

  root(): Buffer {
    let root: Buffer | undefined;
    for (const waiting of this.levels) if (waiting) root = root ? nodeHash(waiting, root) : waiting;
    return root ?? createHash("sha256").digest();
  }
}

/** One step from a leaf to the root: the other side's hash, and on which side it stands. */
export interface PathStep {
  readonly side: "left" | "right";
  readonly hash: string;
}

export function rootOf(hashes: readonly Buffer[]): Buffer {
  const tree = new MerkleTree();
  for (const hash of hashes) tree.add(hash);
  return tree.root();
}

/** The steps from the leaf at `index` to the root over `hashes`. */
export function pathOf(hashes: readonly Buffer[], index: number): readonly PathStep[] {
  if (hashes.length <= 1) return [];
  const split = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathOf(left, index), { side: "right", hash: rootOf(right).toString("hex") }]
    : [...pathOf(right, index - split), { side: "left", hash: rootOf(left).toString("hex") }];
}

export function climb(leaf: Buffer, path: readonly PathStep[]): Buffer {
  return path.reduce((hash, { side, hash: other }) => {
    const beside = Buffer.from(other, "hex");
    return side === "left" ? nodeHash(beside, hash) : nodeHash(hash, beside);
  }, leaf);
}
