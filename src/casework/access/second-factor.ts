import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import { invalidInput, notAllowed, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { type Outcome, proposeOrDo } from "./account-changes.ts";
import { recordAccountEvent } from "./account-events.ts";
import { type AccountsSetting, isSession, ownAccount, provePassword, wrongCode } from "./accounts.ts";
import { followChange, requireManagerOf } from "./accounts-admin.ts";
import { agenciesWhere, type Role } from "./policy.ts";
import { require, whoAsks } from "./who.ts";

export interface OwnSecondFactor {
  /** Undefined: a password alone opens the account. */
  readonly state: { readonly since: Date; readonly recoveryCodesLeft: number } | undefined;
  /** A role that the officer holds today demands one: it cannot be turned off. */
  readonly isDemanded: boolean;
}

/** The asker's own second factor. */
export async function ownSecondFactor(setting: AccountsSetting, asker: Asker): Promise<OwnSecondFactor> {
  const { officerId, isDemanded } = await transaction(setting.store, asker, async (tx) => ({
    ...(await ownAccount(tx)),
    isDemanded: await isDemandedOfAsker(tx),
  }));
  return { state: await setting.secondFactors.state(officerId), isDemanded };
}

async function isDemandedOfAsker(tx: Trx): Promise<boolean> {
  const { rows } = await sql<{ demanded: boolean }>`
    select exists (select from second_factor_rule r join jsonb_to_recordset(${JSON.stringify(whoAsks(tx).grants)}::jsonb) g("agencyId" uuid, role text)
      on g."agencyId" = r.agency_id and g.role = r.role) as demanded`.execute(tx);
  return rows[0]?.demanded ?? false;
}

/** A secret for an authenticator app, which waits for its first code. Throws "already-done" when one is in use, "not-allowed" for a token. */
export async function beginSecondFactor(
  setting: AccountsSetting,
  asker: Asker,
): Promise<{ readonly secret: string; readonly picture: string }> {
  if (!isSession(asker)) throw notAllowed();
  const { officerId, username } = await transaction(setting.store, asker, ownAccount);
  const begun = await setting.secondFactors.begin(officerId, username);
  if (!begun) throw alreadyOn();
  return begun;
}

/** Puts the second factor in use; every other session of the officer ends. Throws "wrong-password" for a wrong password or code. */
export async function confirmSecondFactor(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly code: string; readonly network: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { officerId, session } = await provePassword(setting, asker, input.password, input.network);
  if (await setting.secondFactors.state(officerId)) throw alreadyOn();
  const recoveryCodes = await setting.secondFactors.confirm(officerId, input.code.replaceAll(/\s/g, ""));
  if (!recoveryCodes) throw invalidInput([{ field: "code", message: wrongCode().details.message }]);
  await setting.credentials.closeAll(officerId, session);
  await recordOwn(setting, asker, officerId, "second-factor-set-up");
  return { recoveryCodes };
}

/** Throws "wrong-password"; "not-allowed" while one of the officer's roles demands it. */
export async function turnOffSecondFactor(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly network: string },
): Promise<void> {
  const { officerId } = await provePassword(setting, asker, input.password, input.network);
  if (await transaction(setting.store, asker, isDemandedOfAsker)) throw demanded();
  if (await setting.secondFactors.remove(officerId))
    await recordOwn(setting, asker, officerId, "second-factor-turned-off");
}

/** New recovery codes, said once; the earlier ones are good no more. */
export async function renewRecoveryCodes(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly network: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { officerId } = await provePassword(setting, asker, input.password, input.network);
  if (!(await setting.secondFactors.state(officerId))) throw notAllowed();
  const recoveryCodes = await setting.secondFactors.renewRecoveryCodes(officerId);
  await recordOwn(setting, asker, officerId, "recovery-codes-renewed");
  return { recoveryCodes };
}

/**
 * For who lost telephone and recovery codes: the factor is taken away and every session ends. It is the way to take an
 * account over, so it waits for another administrator where there is one.
 */
export async function resetSecondFactor(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId: string },
): Promise<Outcome> {
  const { agencies } = await requireManagerOf(setting, asker, officerId);
  const change = { kind: "second-factor-reset", officerId, agencyId: agencies[0] ?? "" } as const;
  const outcome = await transaction(setting.store, asker, (tx) => proposeOrDo(tx, setting, change, agencies));
  if (outcome.outcome !== "waiting") await followChange(setting, change);
  return outcome;
}

export interface SecondFactorRule {
  readonly agencyId: string;
  readonly role: Role;
}

/** Demands a second factor of everybody who holds the role in the agency, or no longer. Who has none sets it up before anything else. */
export async function demandSecondFactor(
  setting: AccountsSetting,
  asker: Asker,
  { agencyId, role, demanded: isWanted }: SecondFactorRule & { readonly demanded: boolean },
): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "officer:manage", agencyId);
    const { numAffectedRows } = isWanted
      ? await sql`insert into second_factor_rule (agency_id, role, required_by) values (${agencyId}, ${role}, ${who.officerId}) on conflict do nothing`.execute(
          tx,
        )
      : await sql`delete from second_factor_rule where agency_id = ${agencyId} and role = ${role}`.execute(tx);
    if (numAffectedRows === 0n) return;
    const what = isWanted ? "second-factor-demanded" : "second-factor-no-longer-demanded";
    await recordAccountEvent(tx, setting, { subjectId: agencyId, what, data: { role } });
  });
}

/** What is demanded in the agencies that the asker administers. */
export async function secondFactorRules(setting: AccountsSetting, asker: Asker): Promise<readonly SecondFactorRule[]> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const mine = agenciesWhere(who.grants, "officer:manage");
    if (who.kind === "officer" && mine.length === 0) throw notAllowed();
    const { rows } = await sql<SecondFactorRule>`
      select agency_id as "agencyId", role from second_factor_rule
      where ${who.kind !== "officer"} or agency_id = any (${mine}::uuid[]) order by agency_id, role`.execute(tx);
    return rows;
  });
}

function recordOwn(
  setting: AccountsSetting,
  asker: Asker,
  subjectId: string,
  what: "second-factor-set-up" | "second-factor-turned-off" | "recovery-codes-renewed",
): Promise<void> {
  return transaction(setting.store, asker, (tx) => recordAccountEvent(tx, setting, { subjectId, what }));
}

function alreadyOn(): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Xác thực hai bước đã được bật. Muốn chuyển sang điện thoại khác, hãy tắt rồi bật lại.",
      en: "A second factor is in use. To move to another phone, turn it off and set it up again.",
    },
  });
}

function demanded(): Refused {
  return new Refused({
    code: "not-allowed",
    message: {
      vi: "Vai trò của bạn bắt buộc xác thực hai bước nên không tắt được. Nếu mất điện thoại, hãy nhờ quản trị đặt lại.",
      en: "Your role demands a second factor, so it cannot be turned off. If the phone is lost, ask the administrator to reset it.",
    },
  });
}
