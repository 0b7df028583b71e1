export { bindIdentity } from "./bind-identity.ts";
export {
  type BecomeCustodianInput,
  type ChangeSealedKeyInput,
  type Custody,
  type SealedFor,
  sealedFor,
} from "./custodians.ts";
export type { ApproveReleaseInput, RefuseReleaseInput, ReleaseInput } from "./decide-release.ts";
export { eraseBytes, tidyVault } from "./erase-bytes.ts";
export { type ClearBytes, type ClearFile, eraseFiles, keepIdentities, type NewIdentity } from "./keep-identity.ts";
export type { Recovered, Rotated } from "./key-upkeep.ts";
export type { LedgerEntryKind, LedgerInput, LedgerLine } from "./ledger.ts";
export {
  type LookUpAnswer,
  type LookUpInput,
  type LookUpKind,
  lookUpNumbers,
  type QueueInput,
  type QueueLine,
} from "./look-up.ts";
export type {
  AddRedactedCopyInput,
  ListSealedInput,
  OpenedIdentity,
  OpenSealedInput,
  SealedLine,
} from "./open-sealed.ts";
export type { SealedPayload, SealedPerson } from "./payload.ts";
export type { ReleaseKind, ReleaseLine } from "./release-row.ts";
export type { AskReleaseInput, ReleasesInput, ViewedRelease } from "./releases.ts";
