export { canonicalJson, chainHash, chainStart, textDigest } from "./chain.ts";
export { type MadeRoot, makeRoot } from "./make-root.ts";
export type { PathStep } from "./merkle.ts";
export { type ReceiptTrail, receiptTrail } from "./receipt-trail.ts";
export { type PublishedRoot, publishedRoots } from "./roots.ts";
export { keyId, publicKeyText, type RootStatement, type TrailKey } from "./statement.ts";
export { type ChainFault, type TrailReport, type Unproven, verifyTrail } from "./verify.ts";
export type { HeldAgainst } from "./verify-roots.ts";
