import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import { whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notAllowed, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type SealedFor, sealedFor } from "./custodians.ts";
import { eraseBytes } from "./erase-bytes.ts";
import { writeLedger } from "./ledger.ts";
import { isSecretKey, newKeyPair, openBytes, openText, sealBytes, sealText } from "./seal.ts";

/** What the operator does at the command line, with keys that come from outside and are kept nowhere. */
function requireCommand(tx: Trx): void {
  if (whoAsks(tx).kind !== "command") throw notAllowed();
}

/** Makes the recovery key of this installation, once: the public part is kept, the private part is returned and kept nowhere. Throws "already-done". */
export async function makeRecoveryKey(
  setting: Setting,
  asker: Asker,
): Promise<{ readonly recipient: string; readonly key: string }> {
  const made = await newKeyPair();
  await transaction(setting.store, asker, async (tx) => {
    requireCommand(tx);
    const { numAffectedRows } =
      await sql`insert into vault.recovery (recipient, since) values (${made.recipient}, ${setting.now()})
      on conflict do nothing`.execute(tx);
    if (numAffectedRows === 0n) {
      throw new Refused({
        code: "already-done",
        message: {
          vi: "Khóa khôi phục đã được tạo; phần bí mật chỉ in một lần khi tạo.",
          en: "There is a recovery key already; its private part was printed once, when it was made.",
        },
      });
    }
  });
  return made;
}

/** An officer leaves: their keys get nothing more, and what is sealed for them is marked to be sealed anew. */
export async function retireCustodian(
  setting: Setting,
  asker: Asker,
  input: { readonly officerId: string },
): Promise<{ readonly keys: number; readonly toReseal: number }> {
  const { officerId } = parseInput(z.object({ officerId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    requireCommand(tx);
    const { rows } = await sql<{ id: string; agencyId: string }>`
      update vault.custodian set ended_at = ${setting.now()} where officer_id = ${officerId} and ended_at is null
      returning id, agency_id as "agencyId"`.execute(tx);
    let toReseal = 0;
    for (const { id, agencyId } of rows) {
      const { numAffectedRows } =
        await sql`update vault.identity set reseal_due = true where agency_id = ${agencyId} and ${id}::uuid = any(sealed_for)`.execute(
          tx,
        );
      toReseal += Number(numAffectedRows ?? 0n);
      await writeLedger(tx, setting, agencyId, [{ what: "custodian-retired", data: { custodian: id } }]);
    }
    return { keys: rows.length, toReseal };
  });
}

const rotateInput = z.object({ agencyId: z.uuid(), keys: z.array(z.string()).min(1) });

export interface Rotated {
  readonly resealed: number;
  /** Sealed for the present custodians already. */
  readonly current: number;
  /** None of the keys given opens these. */
  readonly unopened: number;
}

/**
 * Seals every identity of an agency, with its scans, for the custodians of today and the recovery key, with a key that
 * opens them now. One transaction each: an interrupted run is simply run again. Throws "invalid-input", "unavailable"
 * when nobody holds identities there.
 */
export async function rotate(setting: Setting, asker: Asker, input: z.input<typeof rotateInput>): Promise<Rotated> {
  const { agencyId, keys } = parseInput(rotateInput, input);
  requireKeys(keys);
  const { custody, ids } = await transaction(setting.store, asker, async (tx) => {
    requireCommand(tx);
    const { rows } = await sql<{
      id: string;
    }>`select id from vault.identity where agency_id = ${agencyId} order by id`.execute(tx);
    return { custody: await sealedFor(tx, agencyId), ids: rows.map((row) => row.id) };
  });
  if (!custody) throw nobodyHolds();
  const sum = { resealed: 0, current: 0, unopened: 0 };
  for (const id of ids) sum[await resealOne(setting, asker, { agencyId, id, custody, keys })] += 1;
  await eraseBytes(setting, asker);
  return sum;
}

interface ToReseal {
  readonly agencyId: string;
  readonly id: string;
  readonly custody: SealedFor;
  readonly keys: readonly string[];
}

function resealOne(setting: Setting, asker: Asker, { agencyId, id, custody, keys }: ToReseal): Promise<keyof Rotated> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ same: boolean }>`
      select sealed_for @> ${custody.custodians}::uuid[] and sealed_for <@ ${custody.custodians}::uuid[] and with_recovery = ${custody.withRecovery}
        and not reseal_due as same from vault.identity where id = ${id} for update`.execute(tx);
    if (rows[0]?.same !== false) return "current";
    await writeLedger(tx, setting, agencyId, [
      { what: "opened-to-reseal", data: { identity: id, for: custody.custodians } },
    ]);
    const { rows: bodies } = await sql<{
      ciphertext: string;
    }>`select ciphertext from vault.identity_body where identity_id = ${id}`.execute(tx);
    const text = await openText(keys, bodies[0]?.ciphertext ?? "");
    if (text === undefined) return "unopened";
    await sql`update vault.identity_body set ciphertext = ${await sealText(custody.recipients, text)} where identity_id = ${id}`.execute(
      tx,
    );
    await resealFiles(tx, setting, id, custody, keys);
    await sql`update vault.identity set sealed_at = ${setting.now()}, sealed_for = ${custody.custodians}::uuid[],
      with_recovery = ${custody.withRecovery}, reseal_due = false where id = ${id}`.execute(tx);
    return "resealed";
  });
}

async function resealFiles(
  tx: Trx,
  setting: Setting,
  id: string,
  custody: SealedFor,
  keys: readonly string[],
): Promise<void> {
  const { rows } = await sql<{
    id: string;
    sha256: Buffer;
  }>`select id, sha256 from vault.sealed_file where identity_id = ${id}`.execute(tx);
  for (const file of rows) {
    const clear = await openBytes(keys, await setting.files.get(file.sha256.toString("hex")));
    if (!clear) throw new Error("a sealed file does not open with the key that opens its identity");
    const kept = await setting.files.put(await sealBytes(custody.recipients, clear));
    await sql`update vault.sealed_file set sha256 = ${Buffer.from(kept.sha256, "hex")}, bytes = ${kept.bytes} where id = ${file.id}`.execute(
      tx,
    );
    await sql`select vault.erase_sealed(${file.sha256})`.execute(tx);
  }
}

const recoverInput = z.object({
  agencyId: z.uuid().optional(),
  keys: z.array(z.string()).min(1),
  purpose: z.string().trim().min(10).max(2000),
});

export interface Recovered {
  readonly pseudonym: string;
  readonly petition: string | null;
  /** Null when none of the keys opens it. */
  readonly identity: unknown;
}

/** Opens identities with the recovery key, one after the other; the ledger has each first. Throws "invalid-input". */
export async function* recover(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof recoverInput>,
): AsyncGenerator<Recovered> {
  const { agencyId, keys, purpose } = parseInput(recoverInput, input);
  requireKeys(keys);
  const lines = await transaction(setting.store, asker, async (tx) => {
    requireCommand(tx);
    const { rows } = await sql<{ id: string; agencyId: string; pseudonym: string; petition: string | null }>`
      select id, agency_id as "agencyId", pseudonym, petition_code as petition from vault.identity
      where ${agencyId ?? null}::uuid is null or agency_id = ${agencyId ?? null}::uuid order by agency_id, id`.execute(
      tx,
    );
    return rows;
  });
  for (const { id, agencyId: place, pseudonym, petition } of lines) {
    const ciphertext = await transaction(setting.store, asker, async (tx) => {
      await writeLedger(tx, setting, place, [{ what: "recovered", data: { identity: id }, purpose }]);
      const { rows } = await sql<{
        ciphertext: string;
      }>`select ciphertext from vault.identity_body where identity_id = ${id}`.execute(tx);
      return rows[0]?.ciphertext ?? "";
    });
    const text = await openText(keys, ciphertext);
    yield { pseudonym, petition, identity: text === undefined ? null : JSON.parse(text) };
  }
}

function requireKeys(keys: readonly string[]): void {
  if (keys.every(isSecretKey)) return;
  throw invalidInput([
    { field: "key", message: { vi: "Khóa có dạng AGE-SECRET-KEY-1….", en: "A key reads AGE-SECRET-KEY-1…." } },
  ]);
}

const nobodyHolds = (): Refused =>
  new Refused({
    code: "unavailable",
    message: {
      vi: "Cơ quan này chưa có người giữ danh tính nào có khóa, nên không thể niêm phong lại cho ai.",
      en: "Nobody holds identities in this agency yet, so there is nobody to seal them for.",
    },
  });
