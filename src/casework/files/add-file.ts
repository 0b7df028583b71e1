import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { refuseInfected } from "./file-scanner.ts";
import { mediaTypeOf } from "./media-types.ts";

const fileInput = z.object({
  agencyId: z.uuid(),
  name: z.string().max(255),
  bytes: z.instanceof(Uint8Array),
});
export type AddFileInput = z.input<typeof fileInput>;

export interface AddedFile {
  readonly fileId: string;
  readonly mediaType: string;
  /** Size in bytes. */
  readonly bytes: number;
}

/**
 * Takes a file in: its kind is found by its content, its bytes are durable before this returns. Only who added it can
 * read it until it is attached to a visit, a petition or a matter. A scan of a denunciation is sealed and erased here by
 * the request that records it (settled 5). Throws "unreadable-file", "too-large", "not-allowed",
 * "unavailable" when the scanner does not answer.
 */
export async function addFile(setting: Setting, asker: Asker, input: AddFileInput): Promise<AddedFile> {
  const wanted = parseInput(fileInput, input);
  await transaction(setting.store, asker, async (tx) => require(whoAsks(tx), "file:add", wanted.agencyId));
  const mediaType = await mediaTypeOf(wanted.bytes);
  await refuseInfected(setting.scanner, wanted.bytes);
  const stored = await setting.files.put(wanted.bytes);
  const fileId = setting.newId();
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "file:add", wanted.agencyId);
    await sql`insert into file (id, agency_id, sha256, bytes, media_type, added_by)
      values (${fileId}, ${wanted.agencyId}, ${Buffer.from(stored.sha256, "hex")}, ${stored.bytes}, ${mediaType}, ${who.officerId})`.execute(
      tx,
    );
    await sql`insert into file_name (file_id, name) values (${fileId}, ${cleanName(wanted.name)})`.execute(tx);
  });
  return { fileId, mediaType, bytes: stored.bytes };
}

export interface ReadFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file with its bytes, for whoever may see what it hangs on; a recording is too long for that and has its own door. Throws "not-found". */
export async function readFile(setting: Setting, asker: Asker, input: { readonly fileId: string }): Promise<ReadFile> {
  const { fileId } = parseInput(z.object({ fileId: z.uuid() }), input);
  const row = await transaction(setting.store, asker, async (tx) => {
    whoAsks(tx);
    const { rows } = await sql<{ name: string; mediaType: string; sha256: Buffer }>`
      select n.name, f.media_type as "mediaType", f.sha256 from file f join file_name n on n.file_id = f.id where f.id = ${fileId}
        and not exists (select from matter_file x where x.file_id = f.id and x.for_act is not null)`.execute(tx);
    return rows[0];
  });
  if (!row) throw notFound();
  return { name: row.name, mediaType: row.mediaType, bytes: await setting.files.get(row.sha256.toString("hex")) };
}

/** The last part of a path, without control characters and what file systems refuse. */
export function cleanName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return clean === "" ? "tep-dinh-kem" : clean;
}
