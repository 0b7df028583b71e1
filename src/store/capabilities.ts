import type { ClientBase } from "pg";
import { StoreError } from "./store-error.ts";

const EXTENSIONS = ["unaccent", "pg_trgm", "btree_gin", "pgcrypto"];
const VERSION_MIN = 15;

/** Names everything that this server or database lacks, in one line; silent when nothing is missing. */
export async function requireCapabilities(client: ClientBase): Promise<void> {
  const lacks = await missingCapabilities(client);
  if (lacks.length > 0) throw new StoreError("server-lacks", `This PostgreSQL database lacks: ${lacks.join("; ")}.`);
}

async function missingCapabilities(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ version: number; encoding: string; icu: boolean; absent: string[] }>(
    `select current_setting('server_version_num')::int / 10000 as version,
            current_setting('server_encoding') as encoding,
            exists (select from pg_collation where collname = 'vi-x-icu') as icu,
            array(select wanted.name from unnest($1::text[]) as wanted(name)
                  where not exists (select from pg_available_extensions as e where e.name = wanted.name)) as absent`,
    [EXTENSIONS],
  );
  const found = rows[0];
  if (!found) return ["an answer to the question what it can do"];
  const lacks: string[] = [];
  if (found.version < VERSION_MIN) lacks.push(`version ${VERSION_MIN} or newer (it is ${found.version})`);
  if (found.encoding !== "UTF8") lacks.push(`the encoding UTF8 (it is ${found.encoding})`);
  else if (!(await lowersVietnamese(client))) {
    lacks.push("a locale in which lower('Đ') is 'đ' (create the database with C.UTF-8, vi_VN.UTF-8 or ICU)");
  }
  // A database in another encoding has no ICU collations: one thing to mend, not two.
  if (found.encoding === "UTF8" && !found.icu) lacks.push("the collation vi-x-icu");
  if (found.absent.length > 0) lacks.push(`the extensions ${found.absent.join(", ")}`);
  return lacks;
}

async function lowersVietnamese(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ lowers: boolean }>(`select lower('Đ') = 'đ' as lowers`);
  return rows[0]?.lowers ?? false;
}
