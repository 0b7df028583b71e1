import type { AccountEvent, Role } from "../../../casework/access/index.ts";
import { m } from "../../paraglide/messages.js";

export const roleNames: Readonly<Record<Role, () => string>> = {
  "reception-officer": m.admin_role_reception,
  "petition-officer": m.admin_role_petition,
  clerk: m.admin_role_clerk,
  "settlement-officer": m.admin_role_settlement,
  head: m.admin_role_head,
  inspectorate: m.admin_role_inspectorate,
  administrator: m.admin_role_administrator,
  custodian: m.admin_role_custodian,
};

export const eventNames: Readonly<Record<AccountEvent, () => string>> = {
  "password-reset": m.admin_event_password_reset,
  "account-closed": m.admin_event_closed,
  "account-reopened": m.admin_event_reopened,
  "second-factor-set-up": m.admin_event_factor_on,
  "second-factor-turned-off": m.admin_event_factor_off,
  "second-factor-reset": m.admin_event_factor_reset,
  "recovery-code-used": m.admin_event_recovery_used,
  "recovery-codes-renewed": m.admin_event_recovery_renewed,
  "sessions-ended": m.admin_event_sessions_ended,
  "second-factor-demanded": m.admin_event_demanded,
  "second-factor-no-longer-demanded": m.admin_event_released,
  "change-proposed": m.admin_event_proposed,
  "change-refused": m.admin_event_refused,
  "change-withdrawn": m.admin_event_withdrawn,
  "role-granted": m.admin_event_granted,
  "role-ended": m.admin_event_ended,
  delegated: m.admin_event_delegated,
  "delegation-ended": m.admin_event_delegation_ended,
  "passkey-added": m.admin_event_passkey_added,
  "passkey-removed": m.admin_event_passkey_removed,
  "single-sign-on-linked": m.admin_event_single_linked,
  "single-sign-on-unlinked": m.admin_event_single_unlinked,
};

export const roleOptions = () => Object.entries(roleNames).map(([value, name]) => ({ value, label: name() }));

export function roleOf(text: string): Role | undefined {
  return Object.keys(roleNames).find((each): each is Role => each === text);
}
