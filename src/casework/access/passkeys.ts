import { transaction } from "../../store/index.ts";
import { invalidInput, notFound, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { recordAccountEvent } from "./account-events.ts";
import {
  type AccountsSetting,
  isSession,
  lookIn,
  ownAccount,
  provePassword,
  type SignedIn,
  type SignInInput,
  tooManyAttempts,
} from "./accounts.ts";
import type { PasskeyLine } from "./accounts-port.ts";
import { whoAsks } from "./who.ts";

export interface OwnPasskeys {
  /** The public address has a name and is safe (https, or this machine): browsers make no passkeys for others. */
  readonly isPossible: boolean;
  readonly passkeys: readonly PasskeyLine[];
}

export async function myPasskeys(setting: AccountsSetting, asker: Asker): Promise<OwnPasskeys> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  return { isPossible: setting.passkeys.isPossible, passkeys: await setting.passkeys.list(officerId) };
}

/** What the browser is to make a passkey from, for who has shown the password. Throws as `provePassword`, "unavailable". */
export async function beginPasskey(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly network: string },
): Promise<object> {
  if (!setting.passkeys.isPossible) throw notPossible();
  const { officerId, username } = await provePassword(setting, asker, input.password, input.network);
  const { displayName } = await transaction(setting.store, asker, whoAsks);
  return setting.passkeys.begin(officerId, username, displayName);
}

/** Keeps what the browser made under a name of the officer's choice. Throws "invalid-input", "not-allowed". */
export async function finishPasskey(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly name: string; readonly response: unknown },
): Promise<void> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  const name = input.name.normalize("NFC").trim();
  if (name === "" || name.length > 60) {
    const message = { vi: "Đặt tên, tối đa 60 ký tự.", en: "Give it a name of at most 60 characters." };
    throw invalidInput([{ field: "name", message }]);
  }
  // The challenge was made for this officer after the password was shown: nobody else's answer fits it.
  if (!isSession(asker) || (await setting.passkeys.finish(officerId, name, input.response)) === undefined)
    throw notTaken();
  await transaction(setting.store, asker, (tx) =>
    recordAccountEvent(tx, setting, { subjectId: officerId, what: "passkey-added" }),
  );
}

/** From now on it opens nothing. Throws as `provePassword`, "not-found" for one of somebody else too. */
export async function removePasskey(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly passkeyId: string; readonly password: string; readonly network: string },
): Promise<void> {
  const { officerId } = await provePassword(setting, asker, input.password, input.network);
  if (!(await setting.passkeys.remove(officerId, input.passkeyId))) throw notFound();
  await transaction(setting.store, asker, (tx) =>
    recordAccountEvent(tx, setting, { subjectId: officerId, what: "passkey-removed" }),
  );
}

/** What the browser is to answer with any passkey of this address. Throws "unavailable". */
export async function passkeyChallenge(setting: AccountsSetting): Promise<object> {
  if (!setting.passkeys.isPossible) throw notPossible();
  return setting.passkeys.challenge();
}

/**
 * Opens a session by a passkey: the device and what unlocked it are two factors, so no code is asked. Throws
 * "wrong-password" (unknown, answered before, closed account, without user verification), "too-many-attempts".
 */
export async function signInWithPasskey(
  setting: AccountsSetting,
  input: Pick<SignInInput, "network" | "from"> & { readonly response: unknown },
): Promise<SignedIn> {
  const id = idOf(input.response);
  const wait = await setting.throttle.attempt(`passkey ${id}`, { network: input.network });
  if (wait > 0) throw tooManyAttempts(wait);
  const officerId = await setting.passkeys.take(input.response);
  if (officerId === undefined) throw notTaken();
  await setting.throttle.succeeded(`passkey ${id}`, { network: input.network });
  return lookIn(setting, await setting.credentials.openFor(officerId, input.from, true));
}

function idOf(response: unknown): string {
  const id = typeof response === "object" && response !== null && "id" in response ? response.id : undefined;
  return typeof id === "string" ? id.slice(0, 200) : "";
}

function notTaken(): Refused {
  return new Refused({
    code: "wrong-password",
    message: {
      vi: "Không dùng được khóa truy cập này. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.",
      en: "This passkey was not accepted. Try again, or sign in with the password.",
    },
  });
}

function notPossible(): Refused {
  return new Refused({
    code: "unavailable",
    message: {
      vi: "Khóa truy cập cần địa chỉ https có tên miền. Quản trị máy chủ đặt MINHXET_PUBLIC_URL.",
      en: "Passkeys need an https address with a name. Whoever runs the server sets MINHXET_PUBLIC_URL.",
    },
  });
}
