import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { invalidInput, notAllowed, notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { type Change, decideChange, type Outcome, proposeOrDo } from "./account-changes.ts";
import { recordAccountEvent } from "./account-events.ts";
import { type AccountsSetting, normalUsername } from "./accounts.ts";
import { agenciesWhere, type Role } from "./policy.ts";
import { require, type Who, whoAsks } from "./who.ts";

export interface NewOfficer {
  readonly username: string;
  readonly displayName: string;
  readonly jobTitle?: string;
  /** The agency and role to begin with; an administrator gives roles only where they administer. */
  readonly agencyId: string;
  readonly role: Role;
}

/** Makes an account with a one-time password, which is returned once and kept nowhere. Throws "invalid-input", "not-allowed". */
export async function createOfficer(setting: AccountsSetting, asker: Asker, input: NewOfficer): Promise<NewAccount> {
  const { agencyId, role } = input;
  const permitted = (who: Who) => require(who, "officer:manage", agencyId);
  return createAccount(setting, asker, input, permitted, (tx, officerId) => {
    const grant = {
      kind: "grant",
      officerId,
      agencyId,
      grantId: setting.newId(),
      role,
      from: setting.today(),
      to: null,
    } as const;
    return proposeOrDo(tx, setting, grant, [agencyId]);
  });
}

/** The first account of an installation, before there is any agency: by the command line only. Its role comes with the agency. */
export async function createAdministrator(
  setting: AccountsSetting,
  asker: Asker,
  input: Pick<NewOfficer, "username" | "displayName">,
): Promise<NewAccount> {
  const permitted = (who: Who) => {
    if (who.kind !== "command") throw notAllowed();
  };
  return createAccount(setting, asker, input, permitted, async () => ({ outcome: "done", changeId: null }));
}

/** The account opens at once; `outcome` says whether its first role waits for another administrator. */
export interface NewAccount extends Outcome {
  readonly officerId: string;
  readonly oneTimePassword: string;
}

async function createAccount(
  setting: AccountsSetting,
  asker: Asker,
  input: Pick<NewOfficer, "username" | "displayName" | "jobTitle">,
  permitted: (who: Who) => void,
  withRoles: (tx: Trx, officerId: string) => Promise<Outcome>,
): Promise<NewAccount> {
  const username = normalUsername(input.username);
  if (!usernameShape.test(username)) throw invalidInput([{ field: "username", message: usernameRule }]);
  const displayName = input.displayName.normalize("NFC").trim();
  if (displayName === "")
    throw invalidInput([{ field: "displayName", message: { vi: "Cần có họ và tên.", en: "A name is needed." } }]);
  await transaction(setting.store, asker, async (tx) => permitted(whoAsks(tx)));

  const oneTimePassword = newOneTimePassword();
  const officerId = await setting.credentials.create({ username, name: displayName, password: oneTimePassword });
  if (!officerId) throw invalidInput([{ field: "username", message: usernameTaken }]);
  try {
    const outcome = await transaction(setting.store, asker, async (tx) => {
      permitted(whoAsks(tx));
      await sql`insert into officer (id, username, display_name, job_title) values (${officerId}, ${username}, ${displayName}, ${input.jobTitle ?? null})`.execute(
        tx,
      );
      return withRoles(tx, officerId);
    });
    return { officerId, oneTimePassword, ...outcome };
  } catch (error) {
    await setting.credentials.remove(officerId);
    throw error;
  }
}

/**
 * A new one-time password; every session of the officer ends and the next sign-in must choose a password. Who takes over an
 * administrator would be two administrators at once: that waits for another one.
 */
export async function resetPassword(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId: string },
): Promise<Outcome & { readonly oneTimePassword: string | null }> {
  const { agencies, administers } = await requireManagerOf(setting, asker, officerId);
  const outcome = await transaction(setting.store, asker, async (tx): Promise<Outcome> => {
    const change = { kind: "password-reset", officerId, agencyId: agencies[0] ?? "" } as const;
    if (administers) return proposeOrDo(tx, setting, change, agencies);
    await sql`update officer set must_change_password = true where id = ${officerId}`.execute(tx);
    await recordAccountEvent(tx, setting, { subjectId: officerId, what: "password-reset" });
    return { outcome: "done", changeId: null };
  });
  return {
    ...outcome,
    oneTimePassword: outcome.outcome === "waiting" ? null : await replacePassword(setting, officerId),
  };
}

/** Another administrator says yes: it holds from now on. A one-time password is said to who confirms, once. Throws as `decideChange`. */
export async function confirmChange(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly changeId: string },
): Promise<{ readonly oneTimePassword: string | null }> {
  return { oneTimePassword: await followChange(setting, await decideChange(setting, asker, input)) };
}

/** Takes a second factor away, or puts a one-time password in the place of the password; every session of the officer ends. */
export async function followChange(setting: AccountsSetting, { kind, officerId }: Change): Promise<string | null> {
  if (kind === "password-reset") return replacePassword(setting, officerId);
  if (kind !== "second-factor-reset") return null;
  await setting.secondFactors.remove(officerId);
  await setting.passkeys.removeAll(officerId);
  await setting.signOn.links.unlink(officerId);
  await setting.credentials.closeAll(officerId);
  return null;
}

async function replacePassword(setting: AccountsSetting, officerId: string): Promise<string> {
  const oneTimePassword = newOneTimePassword();
  await setting.credentials.setPassword(officerId, oneTimePassword);
  await setting.credentials.closeAll(officerId);
  return oneTimePassword;
}

/** Closes or opens an account again; closing ends its sessions, and its tokens open nothing. */
export async function setActive(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly officerId: string; readonly active: boolean },
): Promise<void> {
  await requireManagerOf(setting, asker, input.officerId);
  await transaction(setting.store, asker, async (tx) => {
    await sql`update officer set active = ${input.active} where id = ${input.officerId}`.execute(tx);
    const what = input.active ? "account-reopened" : "account-closed";
    await recordAccountEvent(tx, setting, { subjectId: input.officerId, what });
  });
  if (!input.active) await setting.credentials.closeAll(input.officerId);
}

/**
 * Only who administers every agency in which the officer holds a role (or, holding none any more, has ever held one) may
 * reset or close the account. Of an officer of other agencies alone the answer is that there is none. Answers those
 * agencies and whether the officer is an administrator.
 */
export async function requireManagerOf(
  setting: AccountsSetting,
  asker: Asker,
  officerId: string,
): Promise<{ readonly agencies: readonly string[]; readonly administers: boolean }> {
  const who = await transaction(setting.store, asker, whoAsks);
  const mine = agenciesWhere(who.grants, "officer:manage");
  if (who.kind === "officer" && mine.length === 0) throw notAllowed();
  const held = await transaction(setting.store, setting.task, async (tx) => {
    const { rows } = await sql<{ agencyId: string | null; role: Role; today: boolean }>`
      select g.agency_id as "agencyId", g.role,
        coalesce(g.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date, true) as today
      from officer o left join role_grant g on g.officer_id = o.id where o.id = ${officerId}`.execute(tx);
    return rows;
  });
  if (held.length === 0) throw notFound();
  const ever = held.flatMap(({ agencyId, role, today }) => (agencyId === null ? [] : [{ agencyId, role, today }]));
  const now = ever.filter(({ today }) => today);
  const agencies = [...new Set((now.length > 0 ? now : ever).map(({ agencyId }) => agencyId))];
  if (who.kind === "officer") {
    if (!agencies.some((agency) => mine.includes(agency))) throw notFound();
    if (!agencies.every((agency) => mine.includes(agency))) throw notAllowed();
  }
  return { agencies, administers: agenciesWhere(now, "officer:manage").length > 0 };
}

export interface OfficerLine {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  readonly grants: readonly {
    readonly id: string;
    readonly agencyId: string;
    readonly agencyCode: string;
    readonly role: Role;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  }[];
}

/** Officers who hold or held a role in the agencies in which the asker may see colleagues, with those roles; for administrators also those whose first role waits. */
export async function listOfficers(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly agencyId?: string },
): Promise<readonly OfficerLine[]> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const seen = agenciesWhere(who.grants, "officer:see").filter(
      (id) => input.agencyId === undefined || id === input.agencyId,
    );
    if (who.kind === "officer" && seen.length === 0) throw notAllowed();
    const everywhere = who.kind !== "officer" && input.agencyId === undefined;
    const inside = who.kind === "officer" ? seen : input.agencyId === undefined ? [] : [input.agencyId];
    const { rows } = await sql<OfficerLine>`
      select o.id, o.username, o.display_name as "displayName", o.job_title as "jobTitle", o.active, o.must_change_password as "mustChangePassword",
        coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'agencyId', g.agency_id, 'agencyCode', a.code, 'role', g.role, 'from', g.valid_from, 'to', g.valid_to)
          order by g.valid_from, g.id) filter (where g.id is not null), '[]') as grants
      from officer o left join role_grant g on g.officer_id = o.id and (${everywhere} or g.agency_id = any (${inside}::uuid[]))
      left join agency a on a.id = g.agency_id
      where g.id is not null or exists (select from account_change c where c.officer_id = o.id and c.kind = 'grant' and c.state = 'waiting'
        and (${everywhere} or c.agency_id = any (${inside}::uuid[])))
      group by o.id order by o.display_name collate "vi-x-icu", o.username`.execute(tx);
    return rows;
  });
}

/** The officer of that user name, for commands. Throws "not-found". */
export async function officerByUsername(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly username: string },
): Promise<{ readonly officerId: string }> {
  return transaction(setting.store, asker, async (tx) => {
    whoAsks(tx);
    const { rows } = await sql<{
      id: string;
    }>`select id from officer where username = ${normalUsername(input.username)}`.execute(tx);
    if (!rows[0]) throw notFound();
    return { officerId: rows[0].id };
  });
}

const usernameShape = /^[a-z0-9][a-z0-9._-]{2,29}$/;
const usernameRule: Text = {
  vi: "Tên đăng nhập có 3–30 ký tự: chữ không dấu, số, dấu chấm, gạch nối.",
  en: "A user name has 3 to 30 characters: letters without marks, digits, dots, hyphens.",
};
const usernameTaken: Text = { vi: "Tên đăng nhập này đã có người dùng.", en: "This user name is taken." };

/** 20 letters and digits that cannot be mistaken for each other when read from paper: about 99 bits. */
function newOneTimePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join("");
  return [group(), group(), group(), group()].join("-");
}
