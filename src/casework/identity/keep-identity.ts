import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { notFound } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import type { SealedFor } from "./custodians.ts";
import { writeLedger } from "./ledger.ts";
import { digestsOfPeople } from "./look-up.ts";
import { payloadText, type SealedPerson } from "./payload.ts";
import { sealBytes, sealText } from "./seal.ts";

/** A scan that shows who denounces, as it lies in the clear. */
export interface ClearFile {
  readonly fileId: string;
  readonly pages: number | null;
}

/** The same when it was never stored in the clear. */
export interface ClearBytes {
  readonly content: Uint8Array;
  readonly mediaType: string;
}

/** The door by which a denunciation came in. */
export type IdentityOrigin = "counter" | "classification" | "import" | "post" | "online";

export interface NewIdentity {
  readonly pseudonym: string;
  readonly petition: { readonly id: string; readonly code: string };
  /** Null: it came by another door than the counter. */
  readonly visitId: string | null;
  readonly takenOn: CivilDate;
  readonly origin: IdentityOrigin;
  readonly people: readonly SealedPerson[];
  readonly words?: string;
  readonly files: readonly (ClearFile | ClearBytes)[];
}

/**
 * Seals identities inside the request that takes them in. Nothing of them is stored in clear; scans are sealed and their
 * clear rows end with this transaction, the clear bytes after it (`eraseBytes`).
 */
export async function keepIdentities(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  custody: SealedFor,
  identities: readonly NewIdentity[],
): Promise<void> {
  if (identities.length === 0) return;
  const rows = await Promise.all(
    identities.map(async (one) => ({
      id: setting.newId(),
      one,
      ciphertext: await sealText(
        custody.recipients,
        payloadText({ version: 1, people: one.people, ...(one.words ? { words: one.words } : {}) }),
      ),
      digests: digestsOfPeople(setting, agencyId, one.people).map((each) => each.toString("hex")),
    })),
  );
  await insertIdentities(tx, setting, agencyId, custody, rows);
  for (const { id, one } of rows) await sealFiles(tx, setting, agencyId, custody, id, one);
  const entries = rows.map(({ id, one }) => ({
    what: "sealed" as const,
    data: { identity: id, origin: one.origin, files: one.files.length },
  }));
  await writeLedger(tx, setting, agencyId, entries);
}

async function insertIdentities(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  custody: SealedFor,
  rows: readonly { id: string; one: NewIdentity; ciphertext: string; digests: readonly string[] }[],
): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ id, one, ciphertext, digests }) => ({
      id,
      pseudonym: one.pseudonym,
      petition_id: one.petition.id,
      petition_code: one.petition.code,
      visit_id: one.visitId,
      taken_on: one.takenOn,
      origin: one.origin,
      ciphertext,
      digests,
    })),
  );
  await sql`insert into vault.identity (id, agency_id, pseudonym, petition_id, petition_code, visit_id, taken_on, origin, sealed_at, sealed_for, with_recovery)
    select id, ${agencyId}::uuid, pseudonym, petition_id, petition_code, visit_id, taken_on, origin, ${setting.now()}::timestamptz,
      ${custody.custodians}::uuid[], ${custody.withRecovery}
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, pseudonym text, petition_id uuid, petition_code text, visit_id uuid, taken_on date, origin text)`.execute(
    tx,
  );
  await sql`insert into vault.identity_body (identity_id, agency_id, ciphertext)
    select id, ${agencyId}::uuid, ciphertext from jsonb_to_recordset(${json}::jsonb) as r(id uuid, ciphertext text)`.execute(
    tx,
  );
  await sql`insert into vault.look_up_key (agency_id, digest, identity_id)
    select distinct ${agencyId}::uuid, decode(d, 'hex'), id
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, digests jsonb), jsonb_array_elements_text(digests) d`.execute(
    tx,
  );
}

async function sealFiles(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  custody: SealedFor,
  identityId: string,
  { files }: NewIdentity,
): Promise<void> {
  for (const [ordinal, file] of files.entries()) {
    const clear = "content" in file ? file : await storedClear(tx, setting, agencyId, file.fileId);
    const pages = "content" in file ? null : file.pages;
    const kept = await setting.files.put(await sealBytes(custody.recipients, clear.content));
    await sql`insert into vault.sealed_file (id, identity_id, agency_id, ordinal, sha256, bytes, media_type, pages)
      values (${setting.newId()}, ${identityId}, ${agencyId}, ${ordinal}, ${Buffer.from(kept.sha256, "hex")}, ${kept.bytes}, ${clear.mediaType}, ${pages})`.execute(
      tx,
    );
  }
}

async function storedClear(tx: Trx, setting: Setting, agencyId: string, fileId: string): Promise<ClearBytes> {
  const { rows } = await sql<{ sha256: Buffer; mediaType: string }>`
    select sha256, media_type as "mediaType" from file where id = ${fileId} and agency_id = ${agencyId}`.execute(tx);
  const clear = rows[0];
  if (!clear) throw notFound();
  return { content: await setting.files.get(clear.sha256.toString("hex")), mediaType: clear.mediaType };
}

/** Ends the clear rows of scans: of a visit sealed to the asker, or of files that hang on nothing yet. */
export async function eraseFiles(tx: Trx, fileIds: readonly string[], visitId: string | null): Promise<void> {
  await sql`select vault.erase_file(id, ${visitId}::uuid) from unnest(${fileIds}::uuid[]) id`.execute(tx);
}
