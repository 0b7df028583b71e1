import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOfStep, stepAt } from "../../server/auth/one-time-code.ts";
import { transaction } from "../../store/index.ts";
import { verifyTrail } from "../audit/index.ts";
import { beginSignIn, finishSignIn } from "./accounts.ts";
import { confirmChange } from "./accounts-admin.ts";
import { createToken } from "./accounts-tokens.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  demandSecondFactor,
  ownSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  secondFactorRules,
  turnOffSecondFactor,
} from "./second-factor.ts";
import { goodPassword, network, openTestAccounts } from "./testing-accounts.ts";
import { whoAsks } from "./who.ts";

type Accounts = Awaited<ReturnType<typeof openTestAccounts>>;
let accounts: Accounts;

beforeAll(async () => {
  accounts = await openTestAccounts();
});
afterAll(() => accounts?.store.close());

const own = { password: goodPassword, network };

/** An officer with a telephone; `code()` is what it shows now. */
async function withPhone(username: string, role: Parameters<Accounts["hire"]>[1] = "head") {
  const officer = await accounts.hire(username, role);
  const { secret } = await beginSecondFactor(accounts.setting, officer.asker);
  const code = () => codeOfStep(fromBase32(secret), stepAt(accounts.clock.now));
  const { recoveryCodes } = await confirmSecondFactor(accounts.setting, officer.asker, { ...own, code: code() });
  accounts.later(30);
  return { ...officer, code, recoveryCodes };
}

async function passwordStep(username: string): Promise<string> {
  const answer = await beginSignIn(accounts.setting, { username, ...own });
  if (!("challenge" in answer)) throw new Error("no code was asked");
  return answer.challenge;
}
const codeStep = (challenge: string, code: string, from = network) =>
  finishSignIn(accounts.setting, { challenge, code, network: from });

async function eventsOf(subjectId: string): Promise<readonly string[]> {
  const { rows } = await accounts.store.appPool.query("select 1 as unseen from account_event");
  expect(rows, "nobody reads the trail of accounts").toEqual([]);
  return transaction(accounts.store, accounts.command, async (tx) => {
    const found = await tx
      .selectFrom("account_event")
      .select("what")
      .where("subject_id", "=", subjectId)
      .orderBy("seq")
      .execute();
    return found.map(({ what }) => what);
  });
}

describe("a second factor", () => {
  test("is set up with the first right code and the password, and ends the officer's other sessions", async () => {
    const { setting } = accounts;
    const officer = await accounts.hire("bat.hai.buoc", "head");
    const elsewhere = await accounts.enter("bat.hai.buoc");
    const begun = await beginSecondFactor(setting, officer.asker);
    expect(begun.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await beginSecondFactor(setting, officer.asker)).secret).toBe(begun.secret);
    const code = codeOfStep(fromBase32(begun.secret), stepAt(accounts.clock.now));
    const confirm = (more: object) => confirmSecondFactor(setting, officer.asker, { ...own, code, ...more });
    await expect(confirm({ password: "not the password" })).rejects.toMatchObject({ code: "wrong-password" });
    await expect(confirm({ code: code === "000000" ? "000001" : "000000" })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "code" }] },
    });
    expect((await ownSecondFactor(setting, officer.asker)).state).toBeUndefined();
    const { recoveryCodes } = await confirm({ code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await ownSecondFactor(setting, officer.asker)).state?.recoveryCodesLeft).toBe(10);
    await expect(transaction(accounts.store, { session: elsewhere.secret }, whoAsks)).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(beginSecondFactor(setting, officer.asker)).rejects.toMatchObject({ code: "already-done" });
    await expect(confirm({})).rejects.toMatchObject({ code: "already-done" });
  });

  test("is asked after the password: no session is open before the code", async () => {
    const officer = await withPhone("hoi.ma");
    const sessions = async () =>
      (await accounts.store.authPool.query('select 1 from auth.session where "userId" = $1', [officer.officerId]))
        .rowCount;
    const before = await sessions();
    await expect(accounts.enter("hoi.ma")).rejects.toMatchObject({ code: "wrong-password" });
    const challenge = await passwordStep("hoi.ma");
    expect(await sessions()).toBe(before);
    await expect(transaction(accounts.store, { session: challenge }, whoAsks)).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(codeStep(challenge, "abcdef")).rejects.toMatchObject({ code: "wrong-password" });
    const signedIn = await codeStep(challenge, officer.code());
    expect((await transaction(accounts.store, { session: signedIn.secret }, whoAsks)).officerId).toBe(
      officer.officerId,
    );
    await expect(codeStep(challenge, officer.code())).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("takes no code twice, none of another officer, and none after ten minutes", async () => {
    const [officer, other] = [await withPhone("mot.lan"), await withPhone("nguoi.khac")];
    const used = officer.code();
    await codeStep(await passwordStep("mot.lan"), used);
    await expect(codeStep(await passwordStep("mot.lan"), used)).rejects.toMatchObject({ code: "wrong-password" });
    accounts.later(30);
    await expect(codeStep(await passwordStep("mot.lan"), other.code())).rejects.toMatchObject({
      code: "wrong-password",
    });
    const challenge = await passwordStep("mot.lan");
    accounts.later(601);
    await expect(codeStep(challenge, officer.code())).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(codeStep("made up", officer.code())).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("slows down who tries codes", async () => {
    const officer = await withPhone("doan.ma");
    const challenge = await passwordStep("doan.ma");
    for (let i = 0; i < 6; i++)
      await expect(codeStep(challenge, "zz")).rejects.toMatchObject({ code: "wrong-password" });
    await expect(codeStep(challenge, officer.code())).rejects.toMatchObject({ code: "too-many-attempts" });
    accounts.later(3);
    await expect(codeStep(challenge, officer.code())).resolves.toMatchObject({ mustChangePassword: false });
  });

  test("takes each recovery code once, as it was printed or without the dash, and writes it down", async () => {
    const officer = await withPhone("mat.may");
    const [first = "", second = ""] = officer.recoveryCodes;
    await codeStep(await passwordStep("mat.may"), first);
    await expect(codeStep(await passwordStep("mat.may"), first)).rejects.toMatchObject({ code: "wrong-password" });
    await codeStep(await passwordStep("mat.may"), ` ${second.replace("-", "").toUpperCase()} `);
    expect((await ownSecondFactor(accounts.setting, officer.asker)).state?.recoveryCodesLeft).toBe(8);
    const renewed = await renewRecoveryCodes(accounts.setting, officer.asker, own);
    const third = officer.recoveryCodes[2] ?? "";
    await expect(codeStep(await passwordStep("mat.may"), third)).rejects.toMatchObject({ code: "wrong-password" });
    await codeStep(await passwordStep("mat.may"), renewed.recoveryCodes[0] ?? "");
    expect(await eventsOf(officer.officerId)).toEqual([
      "role-granted",
      "second-factor-set-up",
      "recovery-code-used",
      "recovery-code-used",
      "recovery-codes-renewed",
      "recovery-code-used",
    ]);
  });

  test("is turned off with the password, and never by a token", async () => {
    const officer = await withPhone("tat.di");
    const token = await createToken(accounts.setting, officer.asker, { label: "báo cáo" });
    await expect(turnOffSecondFactor(accounts.setting, { token: token.secret }, own)).rejects.toMatchObject({
      code: "not-allowed",
    });
    const wrong = turnOffSecondFactor(accounts.setting, officer.asker, { ...own, password: "not the password" });
    await expect(wrong).rejects.toMatchObject({ code: "wrong-password" });
    await turnOffSecondFactor(accounts.setting, officer.asker, own);
    await expect(accounts.enter("tat.di")).resolves.toMatchObject({ mustChangePassword: false });
  });

  test("is kept so that the database alone makes no code", async () => {
    const officer = await withPhone("giu.kin");
    const { rows } = await accounts.store.authPool.query<{ sealed_secret: Buffer }>(
      "select sealed_secret from auth.second_factor where user_id = $1",
      [officer.officerId],
    );
    expect(rows[0]?.sealed_secret).toHaveLength(12 + 16 + 20);
    for (const step of [-1, 0, 1])
      expect(
        codeOfStep(rows[0]?.sealed_secret.subarray(28) ?? Buffer.alloc(0), stepAt(accounts.clock.now) + step),
      ).not.toBe(officer.code());
    await expect(accounts.store.appPool.query("select * from auth.second_factor")).rejects.toThrow(/permission denied/);
    await expect(accounts.store.appPool.query("select * from auth.recovery_code")).rejects.toThrow(/permission denied/);
  });
});

describe("an administrator", () => {
  test("demands it of a role: who has none must set it up, and cannot turn it off", async () => {
    const { setting } = accounts;
    const [admin, clerk] = [
      await accounts.hire("qt.bat.buoc", "administrator"),
      await accounts.hire("van.thu", "clerk"),
    ];
    const rule = { agencyId: accounts.agencies.commune, role: "clerk" } as const;
    const who = () => transaction(accounts.store, clerk.asker, whoAsks);
    expect((await who()).secondFactorDue).toBe(false);
    await demandSecondFactor(setting, admin.asker, { ...rule, demanded: true });
    await demandSecondFactor(setting, admin.asker, { ...rule, demanded: true });
    expect(await secondFactorRules(setting, admin.asker)).toEqual([rule]);
    expect((await who()).secondFactorDue).toBe(true);
    const begun = await beginSecondFactor(setting, clerk.asker);
    const code = codeOfStep(fromBase32(begun.secret), stepAt(accounts.clock.now));
    await confirmSecondFactor(setting, clerk.asker, { ...own, code });
    expect((await who()).secondFactorDue).toBe(false);
    await expect(turnOffSecondFactor(setting, clerk.asker, own)).rejects.toMatchObject({ code: "not-allowed" });
    await demandSecondFactor(setting, admin.asker, { ...rule, demanded: false });
    await turnOffSecondFactor(setting, clerk.asker, own);
    expect(await eventsOf(rule.agencyId)).toEqual(["second-factor-demanded", "second-factor-no-longer-demanded"]);
  });

  test("demands nothing in agencies of others, and nobody else demands anything", async () => {
    const admin = await accounts.hire("qt.noi.khac", "administrator", accounts.agencies.other);
    const head = await accounts.hire("truong.don.vi", "head");
    const rule = { agencyId: accounts.agencies.commune, role: "head", demanded: true } as const;
    for (const { asker } of [admin, head])
      await expect(demandSecondFactor(accounts.setting, asker, rule)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(secondFactorRules(accounts.setting, head.asker)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(secondFactorRules(accounts.setting, "nobody")).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("resets it for who lost everything: sessions end, the trail says who did it", async () => {
    const [admin, stranger] = [
      await accounts.hire("qt.dat.lai", "administrator"),
      await accounts.hire("qt.xa.la", "administrator", accounts.agencies.other),
    ];
    const officer = await withPhone("mat.het");
    const { officerId } = officer;
    for (const [asker, code] of [
      [stranger.asker, "not-found"],
      [officer.asker, "not-allowed"],
    ] as const)
      await expect(resetSecondFactor(accounts.setting, asker, { officerId })).rejects.toMatchObject({ code });
    // Other tests made more administrators here: one of them confirms.
    const second = await accounts.hire("qt.thu.hai", "administrator");
    const { changeId } = await resetSecondFactor(accounts.setting, admin.asker, { officerId });
    await confirmChange(accounts.setting, second.asker, { changeId: changeId ?? "" });
    await expect(transaction(accounts.store, officer.asker, whoAsks)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(accounts.enter("mat.het")).resolves.toMatchObject({ mustChangePassword: false });
    expect(await eventsOf(officerId)).toEqual([
      "role-granted",
      "second-factor-set-up",
      "change-proposed",
      "second-factor-reset",
    ]);
    const trail = await verifyTrail(accounts.setting, accounts.command);
    expect(trail.faults).toEqual([]);
    expect(trail.rows).toBeGreaterThan(10);
  });
});

function fromBase32(text: string): Buffer {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
