#!/usr/bin/env node
// Checks, without trusting the office, that the registration of a petition lies under a signed root of the trail.
//   node check-receipt.mjs proof.json key.json [roots.json]
// proof.json  what the tracking page or POST /api/v1/track gives as "trail"
// key.json    /api/v1/trail/key, taken away at another time or by somebody else
// roots.json  /api/v1/trail/roots, likewise: the root must be the one that was published
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const fail = (why) => {
  console.error(`NOT PROVED: ${why}`);
  process.exit(1);
};

const [proofFile, keyFile, rootsFile] = process.argv.slice(2);
if (!proofFile || !keyFile) fail("usage: node check-receipt.mjs proof.json key.json [roots.json]");
const given = read(proofFile);
const { registration, leaf, path, root } = given.trail ?? given;

// 1. The registration is the first row of the petition's chain.
if (sha256(Buffer.alloc(32), registration).toString("hex") !== leaf.first) fail("the registration is another one");
if (JSON.parse(registration).id !== leaf.id) fail("the registration is of another petition");

// 2. The chain's leaf leads to the root of the tree.
const line = `${leaf.kind}:${leaf.id}:${leaf.count}:${leaf.first}:${leaf.head}`;
const top = path.reduce(
  (hash, { side, hash: other }) => {
    const beside = Buffer.from(other, "hex");
    return side === "left" ? sha256(Buffer.of(1), beside, hash) : sha256(Buffer.of(1), hash, beside);
  },
  sha256(Buffer.of(0), line),
);
const said = JSON.parse(root.statement);
if (top.toString("hex") !== said.merkle) fail("the path does not lead to this root");

// 3. The root is signed by the published key.
const spki = read(keyFile).publicKey;
const key = createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
if (!verify(null, Buffer.from(root.statement), key, Buffer.from(root.signature, "base64")))
  fail("the signature does not hold");

// 4. It is the root that was published.
if (rootsFile) {
  const published = read(rootsFile).roots.find(({ no }) => no === said.no);
  if (published?.statement !== root.statement) fail("this is not the root that was published");
}
const { what, on, at } = JSON.parse(registration);
console.log(
  `PROVED: "${what}" on ${on}, recorded ${at}, lies under root ${said.no} of ${said.on}${rootsFile ? ", as published" : ""}.`,
);
