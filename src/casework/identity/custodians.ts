import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { agenciesWhere, require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { writeLedger } from "./ledger.ts";
import { isArmored, isRecipient } from "./seal.ts";

export interface Custody {
  readonly agencies: readonly {
    readonly agencyId: string;
    readonly name: string;
    /** The asker's own key here; null before it was made. */
    readonly mine: { readonly recipient: string; readonly sealedKey: string; readonly since: Date } | null;
    /** Custodians for whom identities are sealed today. */
    readonly custodians: number;
    /** Whether this installation has a recovery key. */
    readonly recovery: boolean;
    readonly sealed: number;
    /** Releases that wait for a decision. */
    readonly waiting: number;
  }[];
}

/** The agencies in which the asker may hold identities, each with what there is to hold. Throws "not-allowed" when there is none. */
export async function custody(setting: Setting, asker: Asker): Promise<Custody> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const ids = agenciesWhere(who.grants, "identity:hold");
    if (ids.length === 0) throw notAllowed();
    const { rows } = await sql<Custody["agencies"][number]>`
      select a.id as "agencyId", v.name,
        (select jsonb_build_object('recipient', c.recipient, 'sealedKey', k.sealed_key, 'since', c.since)
          from vault.custodian c join vault.custodian_key k on k.custodian_id = c.id
          where c.agency_id = a.id and c.officer_id = ${who.officerId} and c.ended_at is null) as mine,
        (select count(*)::int from vault.recipients(a.id)) as custodians,
        exists (select from vault.recovery) as recovery,
        (select count(*)::int from vault.identity i where i.agency_id = a.id) as sealed,
        (select count(*)::int from vault.release r where r.agency_id = a.id and r.state = 'waiting') as waiting
      from agency a join lateral (select name from agency_version v where v.agency_id = a.id and v.valid_from <= ${setting.today()}
        order by v.valid_from desc limit 1) v on true
      where a.id = any(${ids}::uuid[]) order by a.code`.execute(tx);
    return {
      agencies: rows.map((row) => ({ ...row, mine: row.mine && { ...row.mine, since: new Date(row.mine.since) } })),
    };
  });
}

const keyShape = {
  agencyId: z.uuid(),
  sealedKey: z.string().refine(isArmored, "armored age text"),
};
const becomeInput = z.object({ ...keyShape, recipient: z.string().refine(isRecipient, "age1…") });
const changeInput = z.object(keyShape);
export type BecomeCustodianInput = z.input<typeof becomeInput>;
export type ChangeSealedKeyInput = z.input<typeof changeInput>;

/**
 * Takes the public key that the custodian's browser made, and its private part encrypted with the custodian's passphrase.
 * Identities taken in from now on are sealed for it too. Throws "not-allowed", "already-done".
 */
export async function becomeCustodian(
  setting: Setting,
  asker: Asker,
  input: BecomeCustodianInput,
): Promise<{ readonly custodianId: string }> {
  const { agencyId, recipient, sealedKey } = parseInput(becomeInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "identity:hold", agencyId);
    if (who.officerId === null) throw notAllowed();
    const custodianId = setting.newId();
    const { numAffectedRows } = await sql`insert into vault.custodian (id, agency_id, officer_id, recipient, since)
      values (${custodianId}, ${agencyId}, ${who.officerId}, ${recipient}, ${setting.now()})
      on conflict (agency_id, officer_id) where ended_at is null do nothing`.execute(tx);
    if (numAffectedRows === 0n) throw new Refused({ code: "already-done", message: keyIsThere });
    await sql`insert into vault.custodian_key (custodian_id, officer_id, sealed_key) values (${custodianId}, ${who.officerId}, ${sealedKey})`.execute(
      tx,
    );
    await writeLedger(tx, setting, agencyId, [{ what: "custodian-joined", data: { custodian: custodianId } }]);
    return { custodianId };
  });
}

const keyIsThere: Text = {
  vi: "Bạn đã có khóa tại cơ quan này. Muốn đổi cụm mật khẩu, dùng mục đổi cụm mật khẩu; khóa giữ nguyên.",
  en: "You have a key in this agency already. To change its passphrase, use the change of the passphrase; the key stays.",
};

/** The same key under another passphrase. Throws "not-found" without a key, "not-allowed". */
export async function changeSealedKey(setting: Setting, asker: Asker, input: ChangeSealedKeyInput): Promise<void> {
  const { agencyId, sealedKey } = parseInput(changeInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "identity:hold", agencyId);
    const { numAffectedRows } =
      await sql`update vault.custodian_key k set sealed_key = ${sealedKey} from vault.custodian c
      where c.id = k.custodian_id and c.agency_id = ${agencyId} and c.officer_id = ${who.officerId} and c.ended_at is null`.execute(
        tx,
      );
    if (numAffectedRows !== 1n) throw notFound();
    await writeLedger(tx, setting, agencyId, [{ what: "passphrase-changed" }]);
  });
}

/** For how many custodians an identity taken in now would be sealed, for whoever sits at the agency's counter; 0: nothing is kept. */
export async function custodianCount(
  setting: Setting,
  asker: Asker,
  input: { readonly agencyId: string },
): Promise<number> {
  const { agencyId } = parseInput(z.object({ agencyId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "visit:record", agencyId);
    return (await sealedFor(tx, agencyId))?.custodians.length ?? 0;
  });
}

/** For whom identities of an agency are sealed today; null while nobody holds them. */
export interface SealedFor {
  readonly custodians: readonly string[];
  readonly withRecovery: boolean;
  readonly recipients: readonly string[];
}

export async function sealedFor(tx: Trx, agencyId: string): Promise<SealedFor | null> {
  const { rows } = await sql<{ id: string | null; recipient: string }>`
    select id, recipient from vault.recipients(${agencyId}::uuid) union all select null, recipient from vault.recovery`.execute(
    tx,
  );
  const custodians = rows.flatMap(({ id }) => id ?? []);
  if (custodians.length === 0) return null;
  return {
    custodians,
    withRecovery: custodians.length < rows.length,
    recipients: rows.map(({ recipient }) => recipient),
  };
}
