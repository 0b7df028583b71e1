import path from "node:path";
import type { ClientBase } from "pg";
import { openIfThere, storedFiles, watched } from "../embedded/mirror-files.ts";
import type { TarWriter } from "./tar.ts";

/** Files that rows name and that are not in the store, or no longer have their content. Digests, no names. */
export interface FileFaults {
  readonly missing: readonly string[];
  readonly altered: readonly string[];
}

/** Digests of all files that rows name: whatever column of a table is called `sha256` and holds bytes. */
export async function namedFiles(client: ClientBase): Promise<ReadonlySet<string>> {
  const { rows: columns } = await client.query<{ text: string }>(
    `select format('select distinct encode(%I, ''hex'') as sha256 from %I.%I where octet_length(%I) = 32', a.attname, n.nspname, c.relname, a.attname) as text
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and a.attname = 'sha256' and a.atttypid = 'bytea'::regtype
       and not a.attisdropped and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  const named = new Set<string>();
  for (const { text } of columns) {
    for (const { sha256 } of (await client.query<{ sha256: string }>(text)).rows) named.add(sha256);
  }
  return named;
}

/**
 * Stored files never change under their name, and each was on the disk before the row that names it: read after the rows'
 * moment, none that they name is missing but one that was erased meanwhile.
 */
export async function writeFiles(
  tar: TarWriter,
  filesDir: string,
  named: ReadonlySet<string>,
): Promise<FileFaults & { readonly files: number }> {
  const there = new Set<string>();
  const altered: string[] = [];
  let files = 0;
  for (const name of storedFiles(filesDir)) {
    const file = await openIfThere(path.join(filesDir, name));
    if (!file) continue;
    const digest = path.posix.basename(name);
    const { size } = await file.stat();
    const pieces = watched(name, file.createReadStream(), () => altered.push(digest));
    await tar.addPieces(`files/${name}`, size, pieces);
    there.add(digest);
    files += 1;
  }
  return { files, altered, missing: [...named].filter((digest) => !there.has(digest)) };
}
