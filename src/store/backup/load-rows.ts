import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { type Access, openClient } from "../pool.ts";
import type { BackupEnd, BackupHeader } from "./backup.ts";
import { type BackedTable, backedTables } from "./tables.ts";
import { type BackupFile, bodyOf, damaged, readTar } from "./tar.ts";

/**
 * Loads a checked backup into a database that stands at the backup's step, in one transaction. What steps had put into
 * tables is replaced. Triggers sleep; foreign keys are taken off and put back, which checks every row.
 */
export async function loadRows(access: Access, file: BackupFile, header: BackupHeader, end: BackupEnd): Promise<void> {
  const client = openClient(access, "minhxet restore");
  await client.connect();
  try {
    await client.query("begin");
    const tables = await backedTables(client);
    requireSameTables(tables, header);
    const undo = await takeGuardsOff(client, tables);
    await client.query(`truncate ${tables.map(({ sql }) => sql).join(", ")}`);
    await copyIn(client, file, header.tables);
    await requireCounts(client, header.tables, end);
    for (const { sql, last, called } of header.sequences) {
      await client.query("select setval($1::regclass, $2::bigint, $3)", [sql, last, called]);
    }
    for (const statement of undo) await client.query(statement);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

function requireSameTables(present: readonly BackedTable[], header: BackupHeader): void {
  const signature = (tables: readonly BackedTable[]) =>
    tables.map(({ name, columns }) => `${name}(${columns})`).join("\n");
  if (signature(present) !== signature(header.tables))
    throw damaged("was made of other tables than this program knows");
}

/** Answers the statements that put everything back as it was. */
async function takeGuardsOff(client: Client, tables: readonly BackedTable[]): Promise<string[]> {
  const names = tables.map(({ sql }) => sql);
  const { rows } = await client.query<{ off: string; on: string }>(
    `with backed as (select unnest($1::text[])::regclass as oid)
     select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as on
     from pg_constraint c join backed on backed.oid = conrelid where contype = 'f' and conparentid = 0
     union all
     select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
            format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
     from pg_trigger t join backed on backed.oid = tgrelid where not tgisinternal and tgenabled = 'O'
     union all
     select format('alter table %s no force row level security', c.oid::regclass),
            format('alter table %s force row level security', c.oid::regclass)
     from pg_class c join backed on backed.oid = c.oid where relforcerowsecurity`,
    [names],
  );
  for (const { off } of rows) await client.query(off);
  return rows.map(({ on }) => on);
}

/** The members of a table follow one another; each table is one COPY. */
async function copyIn(client: Client, file: BackupFile, tables: readonly BackedTable[]): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  let current: { name: string; stream: CopyStreamQuery } | undefined;
  const close = async () => {
    if (!current) return;
    current.stream.end();
    await finished(current.stream);
    current = undefined;
  };
  for await (const member of readTar(file)) {
    const { name } = member;
    // Rows come before the stored files, which may be long.
    if (name.startsWith("files/")) break;
    if (!name.startsWith("tables/")) continue;
    const tableName = name.slice("tables/".length, name.lastIndexOf("/"));
    if (current?.name !== tableName) {
      await close();
      const table = byName.get(tableName);
      if (!table) throw damaged("holds rows of a table that it does not name");
      const stream = client.query(copyFrom(`copy ${table.sql} (${table.columns}) from stdin`));
      stream.on("error", () => undefined);
      current = { name: tableName, stream };
    }
    const { stream } = current;
    if (!stream.write(await bodyOf(member))) await Promise.race([once(stream, "drain"), finished(stream)]);
  }
  await close();
}

async function requireCounts(client: Client, tables: readonly BackedTable[], end: BackupEnd): Promise<void> {
  for (const { sql, name } of tables) {
    const { rows } = await client.query<{ count: number }>(`select count(*) as count from only ${sql}`);
    if (rows[0]?.count !== end.rows[name]) throw damaged(`gave another number of rows for ${name} than it had`);
  }
}
