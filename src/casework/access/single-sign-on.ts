import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { recordAccountEvent } from "./account-events.ts";
import {
  type AccountsSetting,
  type CodeAsked,
  lookIn,
  ownAccount,
  provePassword,
  type SignedIn,
  type SignInInput,
  tooManyAttempts,
} from "./accounts.ts";
import { requireManagerOf } from "./accounts-admin.ts";
import type { SignOnFlow, SignOnIdentity, SignOnProvider } from "./accounts-port.ts";

/** Where the browser is to go, and what has to be there again when it comes back. */
export interface SignOnBegun {
  readonly url: string;
  readonly flow: SignOnFlow;
}

/** Throws "not-found" where no provider is configured, "unavailable" when it does not answer. */
export async function beginSingleSignOn(setting: AccountsSetting): Promise<SignOnBegun> {
  const provider = providerOf(setting);
  return (await provider.begin()) ?? unreachable(provider);
}

/** The asker's own link; `name` is null where no provider is configured. */
export async function mySingleSignOn(
  setting: AccountsSetting,
  asker: Asker,
): Promise<{ readonly name: string | null; readonly since: Date | null }> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  return {
    name: setting.signOn.provider?.name ?? null,
    since: (await setting.signOn.links.since(officerId)) ?? null,
  };
}

/** Begins the link of one's own account for who has shown the password. Throws as `provePassword` and `beginSingleSignOn`, "already-done". */
export async function beginSignOnLink(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly network: string },
): Promise<SignOnBegun> {
  const provider = providerOf(setting);
  const { officerId } = await provePassword(setting, asker, input.password, input.network);
  if (await setting.signOn.links.since(officerId)) throw isLinked();
  return (await provider.begin(officerId)) ?? unreachable(provider);
}

/**
 * The browser comes back from the provider. Opens a session, or asks for the second factor as after a password unless the
 * provider says that it saw one; or makes the link that was begun. Throws "not-signed-in" (nothing was begun, too late, used
 * before), "wrong-password" (refused, unlinked, closed account), "already-done", "unavailable", "too-many-attempts".
 */
export async function finishSingleSignOn(
  setting: AccountsSetting,
  asker: Asker,
  input: Pick<SignInInput, "network" | "from"> & { readonly flow: SignOnFlow | undefined; readonly query: string },
): Promise<SignedIn | CodeAsked | "linked"> {
  const provider = providerOf(setting);
  const { flow } = input;
  // Nobody is known yet: what counts is how many are tried from this network.
  const name = `single ${flow?.state ?? ""}`;
  const wait = await setting.throttle.attempt(name, { network: input.network });
  if (wait > 0) throw tooManyAttempts(wait);
  if (!flow || !(await setting.signOn.links.spend(flow))) throw nothingBegun();
  if (flow.linkFor !== null) await requireSame(setting, asker, flow.linkFor);
  const proved = await provider.finish(flow, input.query);
  if (proved === "unreachable") return unreachable(provider);
  if (proved === "denied") throw refused(notConfirmed(provider.name));
  if (proved === "refused") throw refused(notTaken(provider.name));
  const answer =
    flow.linkFor === null
      ? await enter(setting, provider, proved, input.from)
      : await link(setting, asker, flow.linkFor, proved);
  await setting.throttle.succeeded(name, { network: input.network });
  return answer;
}

async function enter(
  setting: AccountsSetting,
  provider: SignOnProvider,
  proved: SignOnIdentity,
  from: string | undefined,
): Promise<SignedIn | CodeAsked> {
  const officerId = await setting.signOn.links.officerOf(proved);
  if (officerId === undefined) throw refused(notLinked(provider.name));
  const opened = await setting.credentials.openFor(officerId, from, proved.isStrong);
  const signedIn = await lookIn(setting, opened).catch((error) => {
    // A closed account answers like one that is linked to none.
    throw error instanceof Refused && error.code === "wrong-password" ? refused(notLinked(provider.name)) : error;
  });
  if (proved.isStrong || !(await setting.secondFactors.state(officerId))) return signedIn;
  await setting.credentials.close(opened.secret);
  return { challenge: await setting.secondFactors.ask(officerId) };
}

async function link(setting: AccountsSetting, asker: Asker, officerId: string, proved: SignOnIdentity) {
  if (!(await setting.signOn.links.link(officerId, proved))) throw isLinked();
  await transaction(setting.store, asker, (tx) =>
    recordAccountEvent(tx, setting, { subjectId: officerId, what: "single-sign-on-linked" }),
  );
  return "linked" as const;
}

/** Who began a link has to be who comes back. */
async function requireSame(setting: AccountsSetting, asker: Asker, begunBy: string): Promise<void> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  if (officerId !== begunBy) throw nothingBegun();
}

/** Throws as `provePassword`, "not-found" without a link. */
export async function unlinkSingleSignOn(
  setting: AccountsSetting,
  asker: Asker,
  input: { readonly password: string; readonly network: string },
): Promise<void> {
  const { officerId } = await provePassword(setting, asker, input.password, input.network);
  await unlink(setting, asker, officerId);
}

/** An administrator takes the link of an officer away; the officer's sessions end. Throws "not-found", "not-allowed". */
export async function unlinkSingleSignOnOf(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId: string },
): Promise<void> {
  await requireManagerOf(setting, asker, officerId);
  await unlink(setting, asker, officerId);
  await setting.credentials.closeAll(officerId);
}

async function unlink(setting: AccountsSetting, asker: Asker, officerId: string): Promise<void> {
  if (!(await setting.signOn.links.unlink(officerId))) throw notFound();
  await transaction(setting.store, asker, (tx) =>
    recordAccountEvent(tx, setting, { subjectId: officerId, what: "single-sign-on-unlinked" }),
  );
}

function providerOf(setting: AccountsSetting): SignOnProvider {
  if (!setting.signOn.provider) throw notFound();
  return setting.signOn.provider;
}

function unreachable({ name }: SignOnProvider): never {
  throw new Refused({
    code: "unavailable",
    message: {
      vi: `${name} hiện không trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.`,
      en: `${name} does not answer now. Try again in some minutes, or sign in with the password.`,
    },
  });
}

const refused = (message: Text) => new Refused({ code: "wrong-password", message });

const notTaken = (name: string): Text => ({
  vi: `Không xác nhận được kết quả từ ${name}. Hãy bắt đầu lại, hoặc đăng nhập bằng mật khẩu.`,
  en: `The answer of ${name} was not accepted. Begin again, or sign in with the password.`,
});
const notConfirmed = (name: string): Text => ({
  vi: `Bạn chưa xác nhận tại ${name}. Hãy bắt đầu lại, hoặc đăng nhập bằng mật khẩu.`,
  en: `You did not confirm at ${name}. Begin again, or sign in with the password.`,
});
const notLinked = (name: string): Text => ({
  vi: `Tài khoản ${name} này chưa liên kết với tài khoản nào đang mở ở đây. Hãy đăng nhập bằng mật khẩu, rồi liên kết ở mục “Đăng nhập một lần”.`,
  en: `This account of ${name} is linked to no open account here. Sign in with the password, then link it under “Single sign-on”.`,
});

function nothingBegun(): Refused {
  return new Refused({
    code: "not-signed-in",
    message: {
      vi: "Lần đăng nhập này đã quá lâu, đã dùng, hoặc bắt đầu ở cửa sổ khác. Hãy bắt đầu lại.",
      en: "This sign-in took too long, was used before, or began in another window. Begin again.",
    },
  });
}

function isLinked(): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Tài khoản này đã được liên kết. Hãy gỡ liên kết cũ trước, hoặc hỏi quản trị.",
      en: "This account is linked already. Remove the earlier link first, or ask the administrator.",
    },
  });
}
