import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";

/** A file of what a citizen files; its bytes lie in the file store already. */
export interface FiledFile {
  readonly id: string;
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Adds the files of one filing in its transaction; nobody has added them, the petition they hang on says who may read them. */
export async function addFiledFiles(tx: Trx, agencyId: string, files: readonly FiledFile[]): Promise<void> {
  if (files.length === 0) return;
  const json = JSON.stringify(
    files.map(({ id, name, sha256, bytes, mediaType }) => ({
      id,
      name,
      sha256: `\\x${sha256}`,
      bytes,
      media_type: mediaType,
    })),
  );
  await sql`insert into file (id, agency_id, sha256, bytes, media_type)
    select id, ${agencyId}::uuid, sha256, bytes, media_type
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, sha256 bytea, bytes bigint, media_type text)`.execute(tx);
  await sql`insert into file_name (file_id, name)
    select id, name from jsonb_to_recordset(${json}::jsonb) as r(id uuid, name text)`.execute(tx);
}
