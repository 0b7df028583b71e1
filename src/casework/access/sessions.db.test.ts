import { randomUUIDv7 } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "../../store/index.ts";
import { resetPassword, setActive } from "./accounts-admin.ts";
import { createToken } from "./accounts-tokens.ts";
import { accountSheet, endMyOtherSessions, endMySession, endSessionsOf, mySessions } from "./sessions.ts";
import { openTestAccounts } from "./testing-accounts.ts";
import { whoAsks } from "./who.ts";

let accounts: Awaited<ReturnType<typeof openTestAccounts>>;

beforeAll(async () => {
  accounts = await openTestAccounts();
});
afterAll(() => accounts?.store.close());

const isOpen = (session: string) =>
  transaction(accounts.store, { session }, whoAsks).then(
    () => true,
    () => false,
  );

test("an officer sees their own sessions by browser family, and ends one of them at once", async () => {
  const { setting } = accounts;
  const officer = await accounts.hire("hai.noi", "reception-officer");
  const other = await accounts.enter("hai.noi", { from: "Firefox · Windows" });
  const sessions = await mySessions(setting, officer.asker);
  expect(sessions.map(({ from, isCurrent }) => [from, isCurrent])).toEqual([
    ["Firefox · Windows", false],
    ["", true],
  ]);
  expect(JSON.stringify(sessions)).not.toContain(other.secret);
  await endMySession(setting, officer.asker, { sessionId: sessions[0]?.id ?? "" });
  expect(await isOpen(other.secret)).toBe(false);
  expect(await isOpen(officer.asker.session)).toBe(true);
});

test("nobody ends a session of somebody else, and an unknown one is the same as a stranger's", async () => {
  const { setting } = accounts;
  const [officer, stranger] = [await accounts.hire("chu.phien", "head"), await accounts.hire("nguoi.la", "head")];
  const [session] = await mySessions(setting, officer.asker);
  for (const sessionId of [session?.id ?? "", randomUUIDv7(), "no id"])
    await expect(endMySession(setting, stranger.asker, { sessionId })).rejects.toMatchObject({ code: "not-found" });
  expect(await isOpen(officer.asker.session)).toBe(true);
  await expect(mySessions(setting, "nobody")).rejects.toMatchObject({ code: "not-signed-in" });
  await expect(endSessionsOf(setting, stranger.asker, { officerId: officer.officerId })).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("all others end together; a token ends every one", async () => {
  const { setting } = accounts;
  const officer = await accounts.hire("ba.noi", "head");
  const others = [await accounts.enter("ba.noi"), await accounts.enter("ba.noi")];
  expect(await endMyOtherSessions(setting, officer.asker)).toEqual({ ended: 2 });
  expect(await Promise.all(others.map(({ secret }) => isOpen(secret)))).toEqual([false, false]);
  expect(await isOpen(officer.asker.session)).toBe(true);
  const { secret } = await createToken(setting, officer.asker, { label: "kết thúc phiên" });
  expect(await endMyOtherSessions(setting, { token: secret })).toEqual({ ended: 1 });
  expect(await isOpen(officer.asker.session)).toBe(false);
});

test("an administrator ends all sessions of an officer, and sees what was done to the account", async () => {
  const { setting } = accounts;
  const [admin, stranger, officer] = [
    await accounts.hire("quan.tri", "administrator"),
    await accounts.hire("quan.tri.khac", "administrator", accounts.agencies.other),
    await accounts.hire("bi.ket.thuc", "clerk"),
  ];
  const { officerId } = officer;
  await expect(endSessionsOf(setting, stranger.asker, { officerId })).rejects.toMatchObject({ code: "not-found" });
  await expect(accountSheet(setting, stranger.asker, { officerId })).rejects.toMatchObject({ code: "not-found" });
  await expect(accountSheet(setting, officer.asker, { officerId })).rejects.toMatchObject({ code: "not-allowed" });
  expect(await endSessionsOf(setting, admin.asker, { officerId })).toEqual({ ended: 1 });
  expect(await isOpen(officer.asker.session)).toBe(false);
  await accounts.enter("bi.ket.thuc");
  await resetPassword(setting, admin.asker, { officerId });
  await setActive(setting, admin.asker, { officerId, active: false });
  const sheet = await accountSheet(setting, admin.asker, { officerId });
  expect(sheet).toMatchObject({ secondFactorSince: null, openSessions: 0 });
  expect(sheet.events.map(({ what, by }) => [what, by])).toEqual([
    ["account-closed", "Cán bộ quan.tri"],
    ["password-reset", "Cán bộ quan.tri"],
    ["sessions-ended", "Cán bộ quan.tri"],
    ["role-granted", null],
  ]);
});
