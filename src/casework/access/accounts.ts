import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { invalidInput, notAllowed, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { Credentials, Throttle } from "./accounts-port.ts";
import { passwordProblem } from "./password-rules.ts";
import { type Who, whoAsks } from "./who.ts";

/** What accounts need of the composition root. */
export interface AccountsSetting extends Pick<Setting, "store" | "today" | "newId"> {
  readonly credentials: Credentials;
  readonly throttle: Throttle;
  /** Background work's own asker: sees roles in agencies that the administrator asking does not see. */
  readonly task: Asker;
}

export interface SignedIn {
  /** The session's secret; it goes into a cookie and nowhere else. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly officer: { readonly id: string; readonly displayName: string };
  readonly mustChangePassword: boolean;
}

/**
 * Opens a session. `network` tells networks apart, not people, and is kept only as a keyed digest. Throws
 * "wrong-password" (unknown name, wrong password and closed account alike), "too-many-attempts".
 */
export async function signIn(
  setting: AccountsSetting,
  input: { readonly username: string; readonly password: string; readonly network: string },
): Promise<SignedIn> {
  const username = normalUsername(input.username);
  const wait = await setting.throttle.attempt(username, input.network);
  if (wait > 0) throw tooManyAttempts(wait);
  const opened = await setting.credentials.open(username, input.password);
  if (!opened) throw wrongPassword();
  const who = await transaction(setting.store, { session: opened.secret }, whoAsks).catch(async (error) => {
    await setting.credentials.close(opened.secret);
    throw error instanceof Refused && error.code === "not-signed-in" ? wrongPassword() : error;
  });
  await setting.throttle.succeeded(username, input.network);
  return {
    secret: opened.secret,
    expiresAt: opened.expiresAt,
    officer: { id: opened.officerId, displayName: who.displayName },
    mustChangePassword: who.mustChangePassword,
  };
}

export async function signOut(setting: AccountsSetting, asker: Asker): Promise<void> {
  if (isSession(asker)) await setting.credentials.close(asker.session);
}

/** Changes one's own password; every other session of the officer ends. Throws "wrong-password", "invalid-input". */
export async function changePassword(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly current: string; readonly next: string; readonly network: string },
): Promise<void> {
  if (!isSession(asker)) throw notAllowed();
  const { officerId, username } = await transaction(setting.store, asker, ownAccount);
  const wait = await setting.throttle.attempt(`change ${username}`, input.network);
  if (wait > 0) throw tooManyAttempts(wait);
  if (!(await setting.credentials.matches(officerId, input.current))) throw wrongPassword();
  await setting.throttle.succeeded(`change ${username}`, input.network);
  const problem = passwordProblem(input.next, username) ?? sameAsBefore(input.current, input.next);
  if (problem) throw invalidInput([{ field: "next", message: problem }]);
  await setting.credentials.setPassword(officerId, input.next);
  await setting.credentials.closeAll(officerId, asker.session);
  await transaction(setting.store, asker, (tx) =>
    sql`update officer set must_change_password = false where id = ${officerId}`.execute(tx),
  );
}

async function ownAccount(tx: Trx): Promise<{ officerId: string; username: string }> {
  const who = whoAsks(tx);
  const { rows } = await sql<{
    id: string;
    username: string;
  }>`select id, username from officer where id = ${who.officerId}`.execute(tx);
  const row = rows[0];
  if (!row) throw notAllowed();
  return { officerId: row.id, username: row.username };
}

/** How a user name is compared: lower case, NFC, no blanks around. */
export function normalUsername(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

function sameAsBefore(current: string, next: string): Text | undefined {
  if (current.normalize("NFC") !== next.normalize("NFC")) return undefined;
  return { vi: "Mật khẩu mới phải khác mật khẩu cũ.", en: "The new password must differ from the old one." };
}

function wrongPassword(): Refused {
  return new Refused({
    code: "wrong-password",
    message: {
      vi: "Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên mật khẩu, hãy nhờ quản trị cấp lại.",
      en: "The user name or the password is not right. If you forgot it, ask the administrator for a new one.",
    },
  });
}

/** "too-many-attempts" with the time to wait in words. */
export function tooManyAttempts(seconds: number): Refused {
  const [vi, en] =
    seconds < 90
      ? [`${seconds} giây`, `${seconds} seconds`]
      : [`${Math.ceil(seconds / 60)} phút`, `${Math.ceil(seconds / 60)} minutes`];
  return new Refused({
    code: "too-many-attempts",
    message: {
      vi: `Đã thử quá nhiều lần từ mạng này. Hãy đợi ${vi} rồi thử lại.`,
      en: `Too many attempts from this network. Wait ${en} and try again.`,
    },
  });
}

function isSession(asker: Asker): asker is { readonly session: string } {
  return asker !== "nobody" && "session" in asker;
}

/** Who asks, with the name of the agency in which the first of today's roles holds. Throws "not-signed-in". */
export async function whoAmI(setting: AccountsSetting, asker: Asker): Promise<Who & { readonly agencyName: string }> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ name: string }>`
      select name from agency_version where agency_id = ${who.grants[0]?.agencyId ?? null}::uuid
        and valid_from <= ${setting.today()} and (valid_to is null or valid_to >= ${setting.today()})`.execute(tx);
    return { ...who, agencyName: rows[0]?.name ?? "" };
  });
}
