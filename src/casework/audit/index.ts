export { canonicalJson, chainHash, chainStart, textDigest } from "./chain.ts";
export { type ChainFault, verifyTrail } from "./verify.ts";
