import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { notAllowed, Refused } from "../refusal.ts";
import { can, type Grant, type Permission, type Role } from "./policy.ts";

/** The person, or the background work, that the database recognised for this transaction. */
export interface Who {
  readonly kind: "officer" | "task" | "command";
  readonly officerId: string | null;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly grants: readonly Grant[];
  readonly mustChangePassword: boolean;
}

interface WhoRow {
  kind: "officer" | "task" | "command" | null;
  officer_id: string | null;
  display_name: string | null;
  job_title: string | null;
  must_change_password: boolean | null;
  grants: { agencyId: string; role: Role }[] | null;
}

/** Who asks, with the roles that hold today. Throws "not-signed-in" when the secret opened nothing. */
export async function whoAsks(tx: Trx): Promise<Who> {
  const { rows } = await sql<WhoRow>`
    select app.context_kind() as kind, o.id as officer_id, o.display_name, o.job_title, o.must_change_password,
      (select jsonb_agg(jsonb_build_object('agencyId', g.agency_id, 'role', g.role)) from role_grant g
        where g.officer_id = o.id and g.valid_from <= t.today and (g.valid_to is null or g.valid_to >= t.today)) as grants
    from (select app.officer_id() as id, (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) t
    left join officer o on o.id = t.id`.execute(tx);
  const row = rows[0];
  if (!row?.kind) {
    throw new Refused({
      code: "not-signed-in",
      message: { vi: "Phiên làm việc đã hết. Hãy đăng nhập lại.", en: "Your session has ended. Sign in again." },
    });
  }
  return {
    kind: row.kind,
    officerId: row.officer_id,
    displayName: row.display_name ?? row.kind,
    jobTitle: row.job_title,
    grants: row.grants ?? [],
    mustChangePassword: row.must_change_password ?? false,
  };
}

/** Throws "not-allowed" unless one of the person's roles in that agency carries the permission. Background work passes. */
export function require(who: Who, permission: Permission, agencyId: string): void {
  if (who.kind === "officer" && !can(who.grants, permission, agencyId)) throw notAllowed();
}
