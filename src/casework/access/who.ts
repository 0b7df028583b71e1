import { entered, type Trx } from "../../store/index.ts";
import { notAllowed, Refused } from "../refusal.ts";
import { can, type Grant, isRole, type Permission } from "./policy.ts";

/** The person, or the background work, that the database recognised for this transaction. */
export interface Who {
  readonly kind: "officer" | "task" | "command" | "portal";
  readonly officerId: string | null;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly grants: readonly Grant[];
  readonly mustChangePassword: boolean;
  /** One of the roles demands a second factor, and there is none yet. */
  readonly secondFactorDue: boolean;
}

/** Who asks, with the roles that hold today, as the database found them when the transaction began. Throws "not-signed-in" when the secret opened nothing. */
export function whoAsks(tx: Trx): Who {
  const who = entered(tx);
  if (!who) {
    throw new Refused({
      code: "not-signed-in",
      message: { vi: "Phiên làm việc đã hết. Hãy đăng nhập lại.", en: "Your session has ended. Sign in again." },
    });
  }
  const { kind, officerId, displayName, jobTitle, mustChangePassword, secondFactorDue } = who;
  const grants = who.grants.flatMap(({ role, ...rest }) => (isRole(role) ? [{ ...rest, role }] : []));
  return { kind, officerId, displayName, jobTitle, mustChangePassword, secondFactorDue, grants };
}

/** Throws "not-allowed" unless one of the person's roles in that agency carries the permission. Background work passes; the portal, which may only file, never does. */
export function require(who: Who, permission: Permission, agencyId: string): void {
  if (who.kind === "portal") throw notAllowed();
  if (who.kind === "officer" && !can(who.grants, permission, agencyId)) throw notAllowed();
}
