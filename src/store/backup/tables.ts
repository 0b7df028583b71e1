import type { ClientBase } from "pg";
import { StoreError } from "../store-error.ts";

/** A table whose rows a backup holds. */
export interface BackedTable {
  /** `"public"."petition"`, quoted for SQL. */
  readonly sql: string;
  /** `public.petition`, the name in the archive. */
  readonly name: string;
  /** Columns that are stored, quoted and joined; generated ones are computed anew. */
  readonly columns: string;
}

/** The steps' own ledgers are written by the steps themselves. */
const LEDGERS = ["public.schema_migration", "graphile_worker.migrations"];

/** Every table but the system's and the ledgers, in the order of their names. */
export async function backedTables(client: ClientBase): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(
    `select format('%I.%I', n.nspname, c.relname) as sql, n.nspname || '.' || c.relname as name,
            string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and n.nspname || '.' || c.relname <> all ($1)
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by n.nspname, c.relname order by 2`,
    [LEDGERS],
  );
  return rows;
}

export interface SequenceState {
  readonly sql: string;
  readonly last: string;
  readonly called: boolean;
}

export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ sql: string }>(
    `select format('%I.%I', n.nspname, c.relname) as sql from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`,
  );
  const states: SequenceState[] = [];
  for (const { sql } of rows) {
    const state = await client.query<SequenceState>(
      `select $1 as sql, last_value::text as last, is_called as called from ${sql}`,
      [sql],
    );
    states.push(...state.rows);
  }
  return states;
}

/**
 * A role under row-level security would make a backup that silently lacks rows. Passes superusers and roles that bypass
 * it, and tables whose policies let this role see every row.
 */
export async function requireEveryRow(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `with reading as (select * from pg_policy where polcmd in ('*', 'r')
       and exists (select from unnest(polroles) role where role = 0 or pg_has_role(role, 'USAGE')))
     select c.oid::regclass::text as name from pg_class c join pg_roles me on me.rolname = current_user
     where c.relkind = 'r' and c.relrowsecurity and not (me.rolsuper or me.rolbypassrls)
       and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'USAGE'))
       and (exists (select from reading p where p.polrelid = c.oid and not p.polpermissive)
         or not exists (select from reading p where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) = 'true'))
     order by 1 limit 1`,
  );
  if (rows[0]) {
    const message = `The database's role may not see every row of ${rows[0].name}: a backup would lack some.`;
    throw new StoreError("not-all-rows-visible", message);
  }
}
