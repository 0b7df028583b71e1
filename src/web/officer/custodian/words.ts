import type {
  LedgerEntryKind,
  LookUpKind,
  ReleaseKind,
  ReleaseLine,
  SealedLine,
} from "../../../casework/identity/index.ts";
import { m } from "../../paraglide/messages.js";

export const fromNames: Readonly<Record<SealedLine["from"], () => string>> = {
  counter: m.custodian_from_counter,
  classification: m.custodian_from_classification,
  post: m.custodian_from_post,
  online: m.custodian_from_online,
  import: m.custodian_from_import,
};

export const releaseKinds: Readonly<Record<ReleaseKind, () => string>> = {
  "identity-check": m.custodian_kind_check,
  letter: m.custodian_kind_letter,
  protection: m.custodian_kind_protection,
  authority: m.custodian_kind_authority,
  other: m.custodian_kind_other,
};

export const releaseStates: Readonly<
  Record<ReleaseLine["state"], { readonly name: () => string; readonly badge: string }>
> = {
  waiting: { name: m.custodian_state_waiting, badge: "amber" },
  approved: { name: m.custodian_state_approved, badge: "green" },
  refused: { name: m.custodian_state_refused, badge: "red" },
  expired: { name: m.custodian_state_expired, badge: "" },
  ended: { name: m.custodian_state_ended, badge: "" },
};

export const lookUpNames: Readonly<Record<LookUpKind, () => string>> = {
  "identity-number": m.custodian_by_number,
  phone: m.custodian_by_phone,
  "name-and-birth-year": m.custodian_by_name,
};

export const ledgerNames: Readonly<Record<LedgerEntryKind, () => string>> = {
  "custodian-joined": m.custodian_did_joined,
  "custodian-retired": m.custodian_did_retired,
  "passphrase-changed": m.custodian_did_passphrase,
  sealed: m.custodian_did_sealed,
  opened: m.custodian_did_opened,
  "file-opened": m.custodian_did_file,
  "looked-up": m.custodian_did_looked_up,
  "release-asked": m.custodian_did_asked,
  "opened-for-release": m.custodian_did_opened_for,
  "release-approved": m.custodian_did_approved,
  "release-refused": m.custodian_did_refused,
  "release-ended": m.custodian_did_ended,
  "release-expired": m.custodian_did_expired,
  "release-viewed": m.custodian_did_viewed,
  "release-view-refused": m.custodian_did_view_refused,
  "copy-added": m.custodian_did_copy,
  "opened-to-reseal": m.custodian_did_resealed,
  recovered: m.custodian_did_recovered,
};
