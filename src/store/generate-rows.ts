import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ClientBase } from "pg";
import { migrate } from "./migrate.ts";
import { openStore } from "./open-store.ts";
import { openClient } from "./pool.ts";

/** `name` of PostgreSQL's type → how a row read by our pools holds it. */
const TYPES: Record<string, string> = {
  bool: "boolean",
  bytea: "Buffer",
  date: "CivilDate",
  float4: "number",
  float8: "number",
  int2: "number",
  int4: "number",
  int8: "number",
  json: "unknown",
  jsonb: "unknown",
  numeric: "string",
  timestamptz: "Date",
};

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly given: boolean;
  readonly always: boolean;
}

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type, a.attnotnull as required,
         a.atthasdef or a.attidentity <> '' as given, a.attgenerated <> '' or a.attidentity = 'a' as always
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname in ('public', 'app', 'auth', 'vault') and c.relname <> 'schema_migration'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by n.nspname <> 'public', n.nspname, c.relname, a.attnum`;

/** The text of `rows.ts` for a migrated database: tables of `public` by their name, others as `schema.table`. */
async function describeRows(client: ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, ({ schema, table }) => (schema === "public" ? table : `${schema}.${table}`));
  const parts = [...tables].map(
    ([name, columns]) => `export interface ${rowName(name)} {\n${columns.map(field).join("")}}\n`,
  );
  const index = [...tables.keys()].map((name) => `  ${quoted(name)}: ${rowName(name)};\n`).join("");
  return `// Generated from the migrated database by \`npm run rows\`. Do not edit.
import type { ColumnType, GeneratedAlways } from "kysely";
import type { CivilDate } from "../time/civil-date.ts";

type Given<T> = ColumnType<T, T | undefined, T>;

${parts.join("\n")}
/** Every table by the name that a query uses. */
export interface Database {
${index}}
`;
}

function field({ column, type, required, given, always }: Column): string {
  const plain = type.startsWith("_") ? `${scalar(type.slice(1))}[]` : scalar(type);
  const whole = required || plain === "unknown" ? plain : `${plain} | null`;
  const wrapped = always ? `GeneratedAlways<${whole}>` : given && required ? `Given<${whole}>` : whole;
  return `  ${quoted(column)}: ${wrapped};\n`;
}

const scalar = (type: string) => TYPES[type] ?? "string";
const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : JSON.stringify(name));
const rowName = (table: string) =>
  `${table.replaceAll(/(^|[._])([a-z])/g, (_, _gap, letter) => letter.toUpperCase())}Row`;

const dataDir = mkdtempSync(path.join("/tmp", "minhxet-rows-"));
const store = await openStore({ dataDir, mode: "serve", durable: false });
try {
  await migrate(store.migrator);
  const client = openClient(store.keeper, "minhxet rows");
  await client.connect();
  writeFileSync(path.join(import.meta.dirname, "rows.ts"), await describeRows(client));
  await client.end();
} finally {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
}
