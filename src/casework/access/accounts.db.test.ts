import { randomBytes, randomUUIDv7 } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBreachedPasswords } from "../../server/auth/breached-passwords.ts";
import { openCredentials } from "../../server/auth/credentials.ts";
import { databasePasskeys } from "../../server/auth/passkeys.ts";
import { databaseSecondFactors } from "../../server/auth/second-factor.ts";
import { databaseSignOnLinks } from "../../server/auth/single-sign-on.ts";
import { databaseThrottle } from "../../server/auth/throttle.ts";
import { prepareAccess } from "../../server/prepare-database.ts";
import { readSecrets } from "../../server/secrets.ts";
import type { Store } from "../../store/index.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { openTestDatabase } from "../../store/testing.ts";
import { civilDate } from "../../time/civil-date.ts";
import type { Asker } from "../setting.ts";
import { type AccountsSetting, changePassword, signIn, signOut } from "./accounts.ts";
import { confirmChange, createOfficer, listOfficers, resetPassword, setActive } from "./accounts-admin.ts";
import { createToken, listTokens, revokeToken } from "./accounts-tokens.ts";
import { endRole, grantRole } from "./roles.ts";
import { whoAsks } from "./who.ts";

let store: Store;
let setting: AccountsSetting;
let command: Asker;
let clock = new Date();
const [communeId, otherCommuneId] = [randomUUIDv7(), randomUUIDv7()];
const network = "203.0.113.0/24";

beforeAll(async () => {
  store = await openTestDatabase();
  const secrets = readSecrets(store.dataDir);
  await prepareAccess(store, secrets);
  await addAgencies();
  command = { job: secrets.command };
  setting = {
    store,
    today: () => civilDate("2026-11-24"),
    now: () => new Date(),
    newId: () => randomUUIDv7(),
    credentials: await openCredentials(store.authPool, secrets.library),
    secondFactors: databaseSecondFactors(store.authPool, secrets.secondFactor, () => clock),
    passkeys: databasePasskeys(store.authPool, "http://localhost:8080", () => clock),
    signOn: { links: databaseSignOnLinks(store.authPool) },
    breached: noBreachedPasswords,
    throttle: databaseThrottle(store.authPool, randomBytes(32), () => clock),
    task: { job: secrets.task },
  };
});
afterAll(() => store?.close());

async function addAgencies() {
  const client = openClient(store.migrator, "test");
  await client.connect();
  for (const [id, code] of [
    [communeId, "XA-A"],
    [otherCommuneId, "XA-B"],
  ]) {
    await client.query("insert into agency (id, code) values ($1, $2)", [id, code]);
  }
  await client.end();
}

async function officer(username: string, role: "administrator" | "reception-officer" | "head", agencyId = communeId) {
  const made = await createOfficer(setting, command, { username, displayName: `Cán bộ ${username}`, agencyId, role });
  return { ...made, username };
}

const enter = (username: string, password: string, from = network) =>
  signIn(setting, { username, password, network: from });
const goodPassword = "thuyền nan qua sông rộng";

async function settled(username: string, role: "administrator" | "reception-officer" | "head", agencyId = communeId) {
  const made = await officer(username, role, agencyId);
  const first = await enter(username, made.oneTimePassword);
  await changePassword(
    setting,
    { session: first.secret },
    { current: made.oneTimePassword, next: goodPassword, network },
  );
  return { ...made, asker: { session: first.secret } as const };
}

describe("signing in", () => {
  test("opens a session with the one-time password, which must then be changed", async () => {
    const made = await officer("lan.tiepdan", "reception-officer");
    const signedIn = await enter(" LAN.TiepDan ", made.oneTimePassword);
    expect(signedIn).toMatchObject({ mustChangePassword: true, officer: { displayName: "Cán bộ lan.tiepdan" } });
    const who = await transaction(store, { session: signedIn.secret }, whoAsks);
    expect(who.grants).toEqual([{ agencyId: communeId, role: "reception-officer" }]);

    await changePassword(
      setting,
      { session: signedIn.secret },
      { current: made.oneTimePassword, next: goodPassword, network },
    );
    expect((await enter("lan.tiepdan", goodPassword)).mustChangePassword).toBe(false);
    await expect(enter("lan.tiepdan", made.oneTimePassword)).rejects.toMatchObject({ code: "wrong-password" });
  });

  test("answers the same for an unknown name and a wrong password", async () => {
    await officer("minh", "head");
    const answers = await Promise.all(
      ["minh", "nobody.at.all"].map((name) => enter(name, "not the password").catch((error) => error.details)),
    );
    expect(answers[0]).toMatchObject({ code: "wrong-password" });
    expect(answers[0]).toEqual(answers[1]);
  });

  test("ends with signing out", async () => {
    const { asker } = await settled("thoat", "head");
    await signOut(setting, asker);
    await expect(transaction(store, asker, whoAsks)).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("is slowed down after five wrong passwords from one network, and stays open from another", async () => {
    const { oneTimePassword } = await officer("bi.do", "head");
    for (let i = 0; i < 6; i++) await expect(enter("bi.do", "wrong")).rejects.toMatchObject({ code: "wrong-password" });
    await expect(enter("bi.do", oneTimePassword)).rejects.toMatchObject({ code: "too-many-attempts" });
    await expect(enter("bi.do", oneTimePassword, "198.51.100.0/24")).resolves.toMatchObject({
      mustChangePassword: true,
    });
    clock = new Date(clock.getTime() + 3_000);
    await expect(enter("bi.do", oneTimePassword)).resolves.toMatchObject({ mustChangePassword: true });
  });

  test("looks at no more passwords when many are tried at once", async () => {
    await officer("dong.loat", "head");
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => enter("dong.loat", "wrong").catch((error) => error.code)),
    );
    const lookedAt = codes.filter((code) => code === "wrong-password").length;
    expect(lookedAt).toBeGreaterThan(0);
    // Fewer when the machine is slow: a pause begun by one attempt refuses those that arrive during it.
    expect(lookedAt).toBeLessThanOrEqual(6);
  });
});

describe("passwords", () => {
  test.each([
    ["short", "ngắn quá"],
    ["of the user name", "cham.hoc.2026"],
    ["widely used", "MatKhau@123456"],
    ["a run", "abcdefghijklmnop"],
    ["the old one", "one-time"],
  ])("that are %s are refused", async (_why, next) => {
    const made = await officer(`cham.hoc${randomBytes(3).toString("hex")}`, "head");
    const first = await enter(made.username, made.oneTimePassword);
    const wanted = next === "one-time" ? made.oneTimePassword : next.replace("cham.hoc", made.username);
    const change = changePassword(
      setting,
      { session: first.secret },
      { current: made.oneTimePassword, next: wanted, network },
    );
    await expect(change).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ field: "next" }] } });
  });

  test("are kept as Argon2id and never as text", async () => {
    await officer("kin.dao", "head");
    const { rows } = await store.authPool.query(`select password from auth.account`);
    for (const row of rows) expect(row.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("administrators", () => {
  test("reset a password: sessions end, and the new one-time password must be changed", async () => {
    const admin = await settled("quan.tri", "administrator");
    const reset = await settled("quen.roi", "head");
    const { oneTimePassword } = await resetPassword(setting, admin.asker, { officerId: reset.officerId });
    await expect(transaction(store, reset.asker, whoAsks)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(enter("quen.roi", goodPassword)).rejects.toMatchObject({ code: "wrong-password" });
    expect((await enter("quen.roi", oneTimePassword ?? "")).mustChangePassword).toBe(true);
  });

  test("do nothing outside the agencies they administer", async () => {
    const admin = await settled("quan.tri.a", "administrator");
    const stranger = await officer("nguoi.xa.b", "head", otherCommuneId);
    const make = createOfficer(setting, admin.asker, {
      username: "lan.quyen",
      displayName: "Lấn quyền",
      agencyId: otherCommuneId,
      role: "head",
    });
    await expect(make).rejects.toMatchObject({ code: "not-allowed" });
    await expect(resetPassword(setting, admin.asker, { officerId: stranger.officerId })).rejects.toMatchObject({
      code: "not-found",
    });
    // A role at home for a colleague of another agency does not open that account.
    await grantRole(setting, command, {
      officerId: stranger.officerId,
      agencyId: communeId,
      role: "head",
      from: civilDate("2026-11-01"),
    });
    await expect(resetPassword(setting, admin.asker, { officerId: stranger.officerId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      setActive(setting, admin.asker, { officerId: stranger.officerId, active: false }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("are the only ones who make accounts", async () => {
    const head = await settled("chu.tich", "head");
    const make = createOfficer(setting, head.asker, {
      username: "them.nguoi",
      displayName: "Thêm",
      agencyId: communeId,
      role: "head",
    });
    await expect(make).rejects.toMatchObject({ code: "not-allowed" });
    const nobody = createOfficer(setting, "nobody", {
      username: "them.nguoi",
      displayName: "Thêm",
      agencyId: communeId,
      role: "head",
    });
    await expect(nobody).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(listOfficers(setting, "nobody", {})).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("give a role for a time, and end it", async () => {
    const admin = await settled("quan.tri.c", "administrator");
    const second = await settled("quan.tri.c.hai", "administrator");
    const acting = await settled("quyen.chu.tich", "reception-officer");
    const confirm = ({ changeId }: { readonly changeId: string | null }) =>
      confirmChange(setting, second.asker, { changeId: changeId ?? "" });
    const inFuture = {
      officerId: acting.officerId,
      agencyId: communeId,
      role: "head",
      from: civilDate("2099-01-01"),
    } as const;
    await confirm(await grantRole(setting, admin.asker, inFuture));
    const clerk = await grantRole(setting, admin.asker, { ...inFuture, role: "clerk", from: civilDate("2026-01-01") });
    await confirm(clerk);
    const rolesNow = async () =>
      (await transaction(store, acting.asker, whoAsks)).grants.map(({ role }) => role).sort();
    expect(await rolesNow()).toEqual(["clerk", "reception-officer"]);
    await confirm(await endRole(setting, admin.asker, { grantId: clerk.grantId, lastDay: civilDate("2026-01-31") }));
    expect(await rolesNow()).toEqual(["reception-officer"]);
    const line = (await listOfficers(setting, admin.asker, {})).find(({ username }) => username === "quyen.chu.tich");
    expect(line?.grants.map(({ role, to }) => [role, to])).toContainEqual(["clerk", "2026-01-31"]);
  });

  test("close an account: neither its session nor its password nor its token opens anything", async () => {
    const admin = await settled("quan.tri.d", "administrator");
    const leaver = await settled("nghi.viec", "head");
    const { secret } = await createToken(setting, leaver.asker, { label: "báo cáo" });
    await setActive(setting, admin.asker, { officerId: leaver.officerId, active: false });
    await expect(enter("nghi.viec", goodPassword)).rejects.toMatchObject({ code: "wrong-password" });
    await expect(transaction(store, { token: secret }, whoAsks)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

describe("tokens", () => {
  test("act with the officer's rights until they are revoked", async () => {
    const owner = await settled("co.ma", "reception-officer");
    const { tokenId, secret } = await createToken(setting, owner.asker, { label: "liên thông" });
    const who = await transaction(store, { token: secret }, whoAsks);
    expect(who.officerId).toBe(owner.officerId);
    expect(await listTokens(setting, owner.asker)).toMatchObject([
      { id: tokenId, label: "liên thông", revokedAt: null },
    ]);
    await revokeToken(setting, owner.asker, { tokenId });
    await expect(transaction(store, { token: secret }, whoAsks)).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("make no further tokens, and nobody makes or revokes one for somebody else", async () => {
    const [owner, other] = [await settled("ma.mot", "head"), await settled("ma.hai", "head")];
    const { tokenId, secret } = await createToken(setting, owner.asker, { label: "một" });
    await expect(createToken(setting, { token: secret }, { label: "hai" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(createToken(setting, other.asker, { label: "ba", officerId: owner.officerId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(revokeToken(setting, other.asker, { tokenId })).rejects.toMatchObject({ code: "not-found" });
  });
});
