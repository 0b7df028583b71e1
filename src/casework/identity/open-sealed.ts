import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { IdentityOrigin } from "./keep-identity.ts";
import { writeLedger } from "./ledger.ts";

const listInput = z.object({ agencyId: z.uuid(), after: z.uuid().optional() });
export type ListSealedInput = z.input<typeof listInput>;

export interface SealedLine {
  readonly id: string;
  readonly pseudonym: string;
  readonly takenOn: CivilDate;
  readonly from: IdentityOrigin;
  readonly petition: { readonly id: string; readonly code: string } | null;
  readonly files: number;
  /** Whether the asker's present key opens it. */
  readonly sealedForMe: boolean;
}

const LINES = 50;

/** The identities of an agency by pseudonym, newest first; no name is known here. Throws "not-allowed". */
export async function listSealed(
  setting: Setting,
  asker: Asker,
  input: ListSealedInput,
): Promise<{ readonly rows: readonly SealedLine[]; readonly next: string | null }> {
  const { agencyId, after } = parseInput(listInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "identity:hold", agencyId);
    const { rows } = await sql<SealedLine>`
      select ${lineColumns(who.officerId)}
      from vault.identity i where i.agency_id = ${agencyId} and (${after ?? null}::uuid is null or i.id < ${after ?? null}::uuid)
      order by i.id desc limit ${LINES + 1}`.execute(tx);
    return { rows: rows.slice(0, LINES), next: rows.length > LINES ? (rows[LINES - 1]?.id ?? null) : null };
  });
}

const lineColumns = (officerId: string | null) => sql`i.id, i.pseudonym, i.taken_on as "takenOn", i.origin as "from",
  case when i.petition_id is null then null else jsonb_build_object('id', i.petition_id, 'code', i.petition_code) end as petition,
  (select count(*)::int from vault.sealed_file f where f.identity_id = i.id) as files,
  exists (select from vault.custodian c where c.id = any(i.sealed_for) and c.officer_id = ${officerId} and c.ended_at is null) as "sealedForMe"`;

/** One line by its id, for a page of its own. Throws "not-found". */
export async function sealedLine(
  setting: Setting,
  asker: Asker,
  input: { readonly id: string },
): Promise<SealedLine & { readonly agencyId: string }> {
  const { id } = parseInput(z.object({ id: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { agencyId } = await heldIdentity(tx, id);
    const { rows } =
      await sql<SealedLine>`select ${lineColumns(who.officerId)} from vault.identity i where i.id = ${id}`.execute(tx);
    if (!rows[0]) throw notFound();
    return { ...rows[0], agencyId };
  });
}

/** The identity's agency, when the asker holds identities there. Throws "not-found" for anybody else. */
export async function heldIdentity(tx: Trx, id: string): Promise<{ readonly agencyId: string }> {
  const who = whoAsks(tx);
  const { rows } = await sql<{
    agencyId: string;
  }>`select agency_id as "agencyId" from vault.identity where id = ${id}`.execute(tx);
  const found = rows[0];
  if (!found || !who.grants.some(({ agencyId, role }) => agencyId === found.agencyId && role === "custodian"))
    throw notFound();
  return found;
}

const openInput = z.object({ id: z.uuid(), purpose: z.string().trim().min(10).max(2000) });
export type OpenSealedInput = z.input<typeof openInput>;

export interface OpenedIdentity {
  readonly pseudonym: string;
  /** Armored; the custodian's browser opens it. */
  readonly ciphertext: string;
  readonly files: readonly {
    readonly id: string;
    readonly mediaType: string;
    /** Bytes of the ciphertext. */
    readonly size: number;
    readonly pages: number | null;
  }[];
}

/** Gives a ciphertext to a custodian, after the ledger has it, in one transaction. Throws "not-found", "invalid-input" without a purpose. */
export async function openSealed(setting: Setting, asker: Asker, input: OpenSealedInput): Promise<OpenedIdentity> {
  const { id, purpose } = parseInput(openInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const { agencyId } = await heldIdentity(tx, id);
    await writeLedger(tx, setting, agencyId, [{ what: "opened", data: { identity: id }, purpose }]);
    const { rows } = await sql<OpenedIdentity>`
      select i.pseudonym, b.ciphertext, coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'mediaType', f.media_type, 'size', f.bytes, 'pages', f.pages)
        order by f.ordinal) from vault.sealed_file f where f.identity_id = i.id), '[]') as files
      from vault.identity i join vault.identity_body b on b.identity_id = i.id where i.id = ${id}`.execute(tx);
    if (!rows[0]) throw notFound();
    return rows[0];
  });
}

/** The sealed bytes of a scan, for a custodian's browser; the ledger has it first. Throws "not-found". */
export async function sealedFile(
  setting: Setting,
  asker: Asker,
  input: { readonly fileId: string },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const { fileId } = parseInput(z.object({ fileId: z.uuid() }), input);
  const found = await transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ identityId: string; sha256: Buffer; mediaType: string }>`
      select identity_id as "identityId", sha256, media_type as "mediaType" from vault.sealed_file where id = ${fileId}`.execute(
      tx,
    );
    const file = rows[0];
    if (!file) throw notFound();
    const { agencyId } = await heldIdentity(tx, file.identityId);
    await writeLedger(tx, setting, agencyId, [
      { what: "file-opened", data: { identity: file.identityId, file: fileId } },
    ]);
    return file;
  });
  return { bytes: await setting.files.get(found.sha256.toString("hex")), mediaType: found.mediaType };
}

const copyInput = z.object({ identityId: z.uuid(), fileId: z.uuid(), uploadId: z.uuid() });
export type AddRedactedCopyInput = z.input<typeof copyInput>;

/**
 * The copy that a custodian blacked out in the browser becomes an ordinary file of the petition; the sealed original
 * stays. The upload was taken in by `addFile` before, by the same custodian. Throws "not-found".
 */
export async function addRedactedCopy(
  setting: Setting,
  asker: Asker,
  input: AddRedactedCopyInput,
): Promise<{ readonly fileId: string }> {
  const { identityId, fileId, uploadId } = parseInput(copyInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const { agencyId } = await heldIdentity(tx, identityId);
    const { rows } = await sql<{ ok: boolean }>`
      select exists (select from vault.sealed_file where id = ${fileId} and identity_id = ${identityId})
        and exists (select from file where id = ${uploadId} and media_type = any(array['image/jpeg', 'image/png', 'application/pdf', 'text/plain'])) as ok`.execute(
      tx,
    );
    if (!rows[0]?.ok) throw notFound();
    await writeLedger(tx, setting, agencyId, [
      { what: "copy-added", data: { identity: identityId, sealedFile: fileId, file: uploadId } },
    ]);
    const done = await sql<{
      ok: boolean;
    }>`select vault.hang_copy(${identityId}::uuid, ${uploadId}::uuid, 'Bản đã che thông tin người tố cáo') as ok`.execute(
      tx,
    );
    if (!done.rows[0]?.ok) throw notFound();
    return { fileId: uploadId };
  });
}
