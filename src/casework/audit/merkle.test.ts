import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { climb, MerkleTree, pathOf, rootOf, runLength } from "./merkle.ts";

const hashes = (n: number) => Array.from({ length: n }, (_, i) => createHash("sha256").update(`${i}`).digest());

test("from every leaf of a tree of any size the path leads to the root, and from no other leaf", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (size, at) => {
      const leaves = hashes(size);
      const index = at % size;
      const path = pathOf(leaves, index);
      expect(climb(leaves[index] ?? Buffer.alloc(0), path)).toEqual(rootOf(leaves));
      expect(climb(Buffer.alloc(32, 7), path)).not.toEqual(rootOf(leaves));
    }),
  );
});

test("the tree over runs of leaves is the tree over the leaves", () => {
  for (const size of [1, runLength - 1, runLength, runLength + 1, runLength * 4, runLength * 5 + 3]) {
    const leaves = hashes(size);
    const whole = new MerkleTree();
    for (const leaf of leaves) whole.add(leaf);
    const runs = Array.from({ length: Math.ceil(size / runLength) }, (_, i) =>
      leaves.slice(i * runLength, (i + 1) * runLength),
    );
    expect(rootOf(runs.map(rootOf))).toEqual(whole.root());
    const at = size - 1;
    const run = Math.floor(at / runLength);
    const path = [...pathOf(runs[run] ?? [], at % runLength), ...pathOf(runs.map(rootOf), run)];
    expect(climb(leaves[at] ?? Buffer.alloc(0), path)).toEqual(whole.root());
  }
});
