import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { policy } from "../casework/access/index.ts";
import type { Store } from "../store/index.ts";
import { openClient } from "../store/pool.ts";
import type { Secrets } from "./secrets.ts";

/** Writes, as the owner of the schema, what the database's own walls read: the policy table and the digests of the work keys. */
export async function prepareAccess(store: Store, secrets: Secrets): Promise<void> {
  const client = openClient(store.migrator, "minhxet access");
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7302312)");
    await writePolicy(client);
    for (const [name, secret] of [
      ["task", secrets.task],
      ["command", secrets.command],
      ["portal", secrets.portal],
    ] as const) {
      await client.query(
        "insert into app.job_secret (name, secret_hash) values ($1, $2) on conflict (name) do update set secret_hash = excluded.secret_hash",
        [name, createHash("sha256").update(secret, "utf8").digest()],
      );
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function writePolicy(client: ClientBase): Promise<void> {
  const rows = Object.entries(policy).flatMap(([permission, roles]) => {
    const [resource, action] = permission.split(":");
    return roles.map((role) => ({ role, resource, action }));
  });
  const wanted = JSON.stringify(rows);
  await client.query(
    `delete from app.access_rule r where not exists (select from jsonb_to_recordset($1) as w(role text, resource text, action text)
       where w.role = r.role and w.resource = r.resource and w.action = r.action)`,
    [wanted],
  );
  await client.query(
    `insert into app.access_rule (role, resource, action)
       select role, resource, action from jsonb_to_recordset($1) as w(role text, resource text, action text) on conflict do nothing`,
    [wanted],
  );
}
