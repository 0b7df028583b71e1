import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { invalidInput, notAllowed, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { recordAccountEvent } from "./account-events.ts";
import type {
  BreachedPasswords,
  Credentials,
  OpenedSession,
  Passkeys,
  SecondFactors,
  SignOnLinks,
  SignOnProvider,
  Throttle,
} from "./accounts-port.ts";
import { passwordProblem } from "./password-rules.ts";
import { agenciesWhere } from "./policy.ts";
import { type Who, whoAsks } from "./who.ts";

/** What accounts need of the composition root. */
export interface AccountsSetting extends Pick<Setting, "store" | "today" | "now" | "newId"> {
  readonly credentials: Credentials;
  readonly secondFactors: SecondFactors;
  readonly passkeys: Passkeys;
  /** `provider`: only where one is configured. */
  readonly signOn: { readonly provider?: SignOnProvider | undefined; readonly links: SignOnLinks };
  readonly breached: BreachedPasswords;
  readonly throttle: Throttle;
  /** Background work's own asker: sees roles in agencies that the administrator asking does not see. */
  readonly task: Asker;
}

export interface SignedIn {
  /** The session's secret; it goes into a cookie and nowhere else. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly officer: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly mustChangePassword: boolean;
}

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  /** Tells networks apart, not people, and is kept only as a keyed digest. */
  readonly network: string;
  /** Browser and system by their family, for the officer's own list of sessions. */
  readonly from?: string;
  /** The mark of this browser for a user name, when its owner has come in from here before. */
  readonly deviceOf?: (username: string) => string | undefined;
}

/** The password was right, and no session is open yet: `finishSignIn` takes this secret with a code. */
export interface CodeAsked {
  readonly challenge: string;
}

/**
 * Opens a session, or asks for the second factor. Throws "wrong-password" (unknown name, wrong password and closed account
 * alike), "too-many-attempts".
 */
export async function beginSignIn(setting: AccountsSetting, input: SignInInput): Promise<SignedIn | CodeAsked> {
  const username = normalUsername(input.username);
  const from = { network: input.network, device: input.deviceOf?.(username), everywhere: true };
  const wait = await setting.throttle.attempt(username, from);
  if (wait > 0) throw tooManyAttempts(wait);
  const opened = await setting.credentials.open(username, input.password, input.from);
  if (!opened) throw wrongPassword();
  const signedIn = await lookIn(setting, opened);
  await setting.throttle.succeeded(username, from);
  if (!(await setting.secondFactors.state(opened.officerId))) return signedIn;
  await setting.credentials.close(opened.secret);
  return { challenge: await setting.secondFactors.ask(opened.officerId) };
}

/** Where a password alone opens a session; an account with a second factor is refused as by a wrong password. */
export async function signIn(setting: AccountsSetting, input: SignInInput): Promise<SignedIn> {
  const answer = await beginSignIn(setting, input);
  if ("challenge" in answer) throw wrongPassword();
  return answer;
}

/** The second step: a one-time code or a recovery code. Throws "not-signed-in" (too late), "wrong-password", "too-many-attempts". */
export async function finishSignIn(
  setting: AccountsSetting,
  input: Omit<SignInInput, "username" | "password"> & { readonly challenge: string; readonly code: string },
): Promise<SignedIn> {
  const officerId = await setting.secondFactors.asked(input.challenge);
  if (officerId === undefined) throw tooLate();
  // By the account of the challenge, never by a name that the form gives: a mark of one's own must not count here.
  const username = await usernameOf(setting, officerId);
  const from = { network: input.network, device: input.deviceOf?.(username), everywhere: true };
  const wait = await setting.throttle.attempt(`code ${officerId}`, from);
  if (wait > 0) throw tooManyAttempts(wait);
  const taken = await setting.secondFactors.take(officerId, input.code);
  if (!taken) throw wrongCode();
  if (!(await setting.secondFactors.answered(input.challenge))) throw tooLate();
  const opened = await setting.credentials.openFor(officerId, input.from);
  const signedIn = await lookIn(setting, opened);
  await setting.throttle.succeeded(`code ${officerId}`, from);
  if (taken === "recovery-code") {
    await transaction(setting.store, { session: opened.secret }, (tx) =>
      recordAccountEvent(tx, setting, { subjectId: officerId, what: "recovery-code-used" }),
    );
  }
  return signedIn;
}

async function usernameOf(setting: AccountsSetting, officerId: string): Promise<string> {
  return transaction(setting.store, setting.task, async (tx) => {
    const { rows } = await sql<{ username: string }>`select username from officer where id = ${officerId}`.execute(tx);
    return rows[0]?.username ?? "";
  });
}

/** What the opened session shows; a closed account's is ended again. */
export async function lookIn(setting: AccountsSetting, opened: OpenedSession): Promise<SignedIn> {
  const found = await transaction(setting.store, { session: opened.secret }, async (tx) => ({
    ...whoAsks(tx),
    ...(await ownAccount(tx)),
  })).catch(async (error) => {
    await setting.credentials.close(opened.secret);
    throw error instanceof Refused && error.code === "not-signed-in" ? wrongPassword() : error;
  });
  return {
    secret: opened.secret,
    expiresAt: opened.expiresAt,
    officer: { id: opened.officerId, username: found.username, displayName: found.displayName },
    mustChangePassword: found.mustChangePassword,
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
  const { officerId, username, session } = await provePassword(setting, asker, input.current, input.network);
  const problem = passwordProblem(input.next, username) ?? sameAsBefore(input.current, input.next);
  if (problem) throw invalidInput([{ field: "next", message: problem }]);
  if (await setting.breached.isKnown(input.next)) throw invalidInput([{ field: "next", message: knownFromBreach }]);
  await setting.credentials.setPassword(officerId, input.next);
  await setting.credentials.closeAll(officerId, session);
  await transaction(setting.store, asker, (tx) =>
    sql`update officer set must_change_password = false where id = ${officerId}`.execute(tx),
  );
}

/** Whoever sits at an open session must show the password again. Throws "not-allowed" (a token), "wrong-password", "too-many-attempts". */
export async function provePassword(
  setting: AccountsSetting,
  asker: Asker,
  password: string,
  network: string,
): Promise<{ readonly officerId: string; readonly username: string; readonly session: string }> {
  if (!isSession(asker)) throw notAllowed();
  const own = await transaction(setting.store, asker, ownAccount);
  const wait = await setting.throttle.attempt(`change ${own.username}`, { network });
  if (wait > 0) throw tooManyAttempts(wait);
  if (!(await setting.credentials.matches(own.officerId, password))) throw wrongPassword();
  await setting.throttle.succeeded(`change ${own.username}`, { network });
  return { ...own, session: asker.session };
}

/** The asker's own account. Throws "not-allowed" for background work. */
export async function ownAccount(tx: Trx): Promise<{ officerId: string; username: string }> {
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

const knownFromBreach: Text = {
  vi: "Mật khẩu này có trong danh sách mật khẩu đã bị lộ ở nơi khác. Hãy chọn mật khẩu khác.",
  en: "This password is on a list of passwords that leaked elsewhere. Choose another one.",
};

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

/** The code shown is not the one of now, was used before, or is no recovery code. */
export function wrongCode(): Refused {
  return new Refused({
    code: "wrong-password",
    message: {
      vi: "Mã chưa đúng hoặc đã dùng. Đợi mã mới trên điện thoại, hoặc dùng một mã khôi phục.",
      en: "The code is not right or was used before. Wait for the next one on the phone, or use a recovery code.",
    },
  });
}

function tooLate(): Refused {
  return new Refused({
    code: "not-signed-in",
    message: {
      vi: "Đã quá lâu từ khi nhập mật khẩu. Hãy đăng nhập lại.",
      en: "Too much time passed since the password. Sign in again.",
    },
  });
}

/** "too-many-attempts" with the time to wait in words. */
export function tooManyAttempts(seconds: number): Refused {
  const { vi, en } = waitInWords(seconds);
  return new Refused({
    code: "too-many-attempts",
    retryAfterSeconds: seconds,
    message: {
      vi: `Đã thử quá nhiều lần từ mạng này. Hãy đợi ${vi} rồi thử lại.`,
      en: `Too many attempts from this network. Wait ${en} and try again.`,
    },
  });
}

export function waitInWords(seconds: number): Text {
  if (seconds < 90) return { vi: `${seconds} giây`, en: `${seconds} seconds` };
  const minutes = Math.ceil(seconds / 60);
  return { vi: `${minutes} phút`, en: `${minutes} minutes` };
}

export function isSession(asker: Asker): asker is { readonly session: string } {
  return asker !== "nobody" && "session" in asker;
}

/** Who asks, with the name of the agency in which the first of today's roles holds. Throws "not-signed-in". */
export async function whoAmI(
  setting: AccountsSetting,
  asker: Asker,
): Promise<Who & { readonly agencyName: string; readonly hasSubordinates: boolean }> {
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const today = setting.today();
    const { rows } = await sql<{ name: string | null; below: boolean }>`
      select (select name from agency_version where agency_id = ${who.grants[0]?.agencyId ?? null}::uuid
          and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})) as name,
        exists (select from agency_version where parent_id = any(${agenciesWhere(who.grants, "subordinate:read")}::uuid[])
          and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})) as below`.execute(tx);
    return { ...who, agencyName: rows[0]?.name ?? "", hasSubordinates: rows[0]?.below ?? false };
  });
}
