import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { invalidInput, notAllowed, notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
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
  return createAccount(setting, asker, input, permitted, async (tx, who, officerId) => {
    await insertGrant(tx, setting, who, { officerId, agencyId, role, from: setting.today() });
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
  return createAccount(setting, asker, input, permitted, () => Promise.resolve());
}

export interface NewAccount {
  readonly officerId: string;
  readonly oneTimePassword: string;
}

async function createAccount(
  setting: AccountsSetting,
  asker: Asker,
  input: Pick<NewOfficer, "username" | "displayName" | "jobTitle">,
  permitted: (who: Who) => void,
  withRoles: (tx: Trx, who: Who, officerId: string) => Promise<void>,
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
    await transaction(setting.store, asker, async (tx) => {
      const who = whoAsks(tx);
      permitted(who);
      await sql`insert into officer (id, username, display_name, job_title) values (${officerId}, ${username}, ${displayName}, ${input.jobTitle ?? null})`.execute(
        tx,
      );
      await withRoles(tx, who, officerId);
    });
  } catch (error) {
    await setting.credentials.remove(officerId);
    throw error;
  }
  return { officerId, oneTimePassword };
}

/** A new one-time password; every session of the officer ends and the next sign-in must choose a password. */
export async function resetPassword(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly officerId: string },
): Promise<{ readonly oneTimePassword: string }> {
  await requireManagerOf(setting, asker, input.officerId);
  await transaction(setting.store, asker, async (tx) => {
    await sql`update officer set must_change_password = true where id = ${input.officerId}`.execute(tx);
    await recordAccountEvent(tx, setting, { subjectId: input.officerId, what: "password-reset" });
  });
  const oneTimePassword = newOneTimePassword();
  await setting.credentials.setPassword(input.officerId, oneTimePassword);
  await setting.credentials.closeAll(input.officerId);
  return { oneTimePassword };
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

export interface NewGrant {
  readonly officerId: string;
  readonly agencyId: string;
  readonly role: Role;
  readonly from: CivilDate;
  /** The last day on which the role holds. */
  readonly to?: CivilDate;
}

/** Gives a role in an agency from a day on. Throws "not-allowed", "not-found", "invalid-input". */
export async function grantRole(
  setting: AccountsSetting,
  asker: Asker,
  input: NewGrant,
): Promise<{ readonly grantId: string }> {
  if (input.to !== undefined && input.to < input.from) {
    throw invalidInput([
      { field: "to", message: { vi: "Ngày cuối trước ngày đầu.", en: "The last day is before the first." } },
    ]);
  }
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "officer:manage", input.agencyId);
    const { rows } = await sql`select from officer where id = ${input.officerId}`.execute(tx);
    if (rows.length === 0) throw notFound();
    return { grantId: await insertGrant(tx, setting, who, input) };
  });
}

/** The role holds for the last time on that day. */
export async function endRole(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly grantId: string; readonly lastDay: CivilDate },
): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      agency_id: string;
    }>`select agency_id from role_grant where id = ${input.grantId}`.execute(tx);
    const grant = rows[0];
    if (!grant) throw notFound();
    require(who, "officer:manage", grant.agency_id);
    // A role that ends before it began never held: it ends on its first day's eve, which the table writes as one day.
    await sql`update role_grant set valid_to = greatest(valid_from, ${input.lastDay}::date) where id = ${input.grantId}`.execute(
      tx,
    );
  });
}

async function insertGrant(tx: Trx, setting: AccountsSetting, who: Who, grant: NewGrant): Promise<string> {
  const id = setting.newId();
  await sql`insert into role_grant (id, officer_id, agency_id, role, valid_from, valid_to, granted_by)
    values (${id}, ${grant.officerId}, ${grant.agencyId}, ${grant.role}, ${grant.from}, ${grant.to ?? null}, ${who.officerId})`.execute(
    tx,
  );
  return id;
}

/**
 * Only who administers every agency in which the officer holds a role (or, holding none any more, has ever held one) may
 * reset or close the account. Of an officer of other agencies alone the answer is that there is none.
 */
export async function requireManagerOf(setting: AccountsSetting, asker: Asker, officerId: string): Promise<void> {
  const who = await transaction(setting.store, asker, whoAsks);
  if (who.kind === "officer" && agenciesWhere(who.grants, "officer:manage").length === 0) throw notAllowed();
  const held = await transaction(setting.store, setting.task, async (tx) => {
    const { rows } = await sql<{ agencies: string[] | null }>`
      select coalesce(
        (select array_agg(distinct g.agency_id) from role_grant g where g.officer_id = o.id
          and (g.valid_to is null or g.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)),
        (select array_agg(distinct g.agency_id) from role_grant g where g.officer_id = o.id)) as agencies
      from officer o where o.id = ${officerId}`.execute(tx);
    return rows[0];
  });
  if (!held) throw notFound();
  if (who.kind !== "officer") return;
  const mine = new Set(agenciesWhere(who.grants, "officer:manage"));
  const agencies = held.agencies ?? [];
  if (!agencies.some((agency) => mine.has(agency))) throw notFound();
  if (!agencies.every((agency) => mine.has(agency))) throw notAllowed();
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

/** Officers who hold or held a role in the agencies in which the asker may see colleagues, with those roles. */
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
        jsonb_agg(jsonb_build_object('id', g.id, 'agencyId', g.agency_id, 'agencyCode', a.code, 'role', g.role, 'from', g.valid_from, 'to', g.valid_to)
          order by g.valid_from, g.id) as grants
      from officer o join role_grant g on g.officer_id = o.id join agency a on a.id = g.agency_id
      where (${everywhere} or g.agency_id = any (${inside}::uuid[]))
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
