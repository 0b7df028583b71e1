import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { addedLeaves, LeavesDigest } from "./leaves.ts";
import { leavesUnder } from "./make-root.ts";
import { leafHash, MerkleTree } from "./merkle.ts";
import { rootsAfter } from "./roots.ts";
import { isSignedBy, parseStatement, type SignedRoot, statementHash } from "./statement.ts";
import type { ChainFault } from "./verify.ts";

/** What is held against the database from outside. */
export interface HeldAgainst {
  /** Public keys that are believed, SPKI in base64. Without any, each root is checked with the key that it names itself. */
  readonly keys?: readonly string[];
  /** Whether the keys came from whoever asks, not from this installation. */
  readonly keyGiven?: boolean;
  /** Roots as they were published, kept elsewhere. */
  readonly roots?: readonly { readonly no: number; readonly statement: string }[];
}

export interface LastRoot {
  readonly no: number;
  readonly on: string;
  readonly at: string;
  readonly databaseAt: string;
  readonly hash: string;
}

/** Checks the roots themselves, and that the kept leaves are those that were signed. */
export async function verifyRoots(
  setting: Pick<Setting, "store">,
  asker: Asker,
  against: HeldAgainst,
  faults: ChainFault[],
) {
  const published = new Map(against.roots?.map(({ no, statement }) => [no, statement]));
  let roots = 0;
  let before: SignedRoot | undefined;
  let last: LastRoot | null = null;
  let merkle = "";
  for (;;) {
    const no: number = before?.no ?? 0;
    const page = await transaction(setting.store, asker, (tx) => rootsAfter(tx, no, 500), { readOnly: true });
    for (const root of page) {
      const fault = (what: ChainFault["fault"]) =>
        faults.push({ table: "trail_root", subjectId: String(root.no), seq: root.no, fault: what });
      for (let missing = (before?.no ?? 0) + 1; missing < root.no; missing++)
        faults.push({ table: "trail_root", subjectId: String(missing), seq: missing, fault: "root-missing" });
      const wrong = faultOfRoot(root, before, against.keys);
      if (wrong) fault(wrong);
      const copy = published.get(root.no);
      if (copy !== undefined && copy !== root.statement) fault("root-differs");
      published.delete(root.no);
      const said = parseStatement(root.statement);
      const digest = new LeavesDigest();
      for await (const leaf of addedLeaves(setting, asker, root.no)) digest.add(leaf);
      if (said && digest.hex() !== said.changes) fault("leaves-changed");
      if (said) {
        const { no: number, on, at, databaseAt } = said;
        last = { no: number, on, at, databaseAt, hash: root.hash.toString("hex") };
        merkle = said.merkle;
      }
      before = root;
      roots += 1;
    }
    if (page.length < 500) break;
  }
  for (const no of published.keys())
    faults.push({ table: "trail_root", subjectId: String(no), seq: no, fault: "root-missing" });
  if (last) await verifyTree(setting, asker, last.no, merkle, faults);
  return { roots, last };
}

function faultOfRoot(
  root: SignedRoot,
  before: SignedRoot | undefined,
  keys: readonly string[] | undefined,
): "root-changed" | "signature" | "unknown-key" | undefined {
  const said = parseStatement(root.statement);
  if (!said) return "root-changed";
  if (keys && keys.length > 0 && !keys.includes(said.key)) return "unknown-key";
  if (!isSignedBy(said.key, root.statement, root.signature)) return "signature";
  const whole =
    said.no === root.no &&
    said.on === root.on &&
    said.daily === root.daily &&
    statementHash(root.statement).equals(root.hash) &&
    said.after === (before?.hash.toString("hex") ?? null);
  return whole ? undefined : "root-changed";
}

async function verifyTree(
  setting: Pick<Setting, "store">,
  asker: Asker,
  no: number,
  merkle: string,
  faults: ChainFault[],
) {
  const tree = new MerkleTree();
  for await (const leaf of leavesUnder(setting, asker, no)) tree.add(leafHash(leaf));
  const known = faults.some(({ fault }) => fault === "leaves-changed");
  if (!known && tree.root().toString("hex") !== merkle)
    faults.push({ table: "trail_root", subjectId: String(no), seq: no, fault: "leaves-changed" });
}
