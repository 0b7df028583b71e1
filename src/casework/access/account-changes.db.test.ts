import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transaction } from "../../store/index.ts";
import { civilDate } from "../../time/civil-date.ts";
import { verifyTrail } from "../audit/index.ts";
import { refuseChange } from "./account-changes.ts";
import { confirmChange, createOfficer, listOfficers, resetPassword, setActive } from "./accounts-admin.ts";
import { createToken } from "./accounts-tokens.ts";
import { listChanges } from "./list-changes.ts";
import { endRole, grantRole } from "./roles.ts";
import { resetSecondFactor } from "./second-factor.ts";
import { accountSheet } from "./sessions.ts";
import { network, openTestAccounts } from "./testing-accounts.ts";
import { whoAsks } from "./who.ts";

type Accounts = Awaited<ReturnType<typeof openTestAccounts>>;
let accounts: Accounts;
let first: Awaited<ReturnType<Accounts["hire"]>>;
let second: typeof first;
let above: typeof first;
/** The only administrator of the other commune, below the one of the province. */
let officer: typeof first;
const today = civilDate("2026-11-24");

beforeAll(async () => {
  accounts = await openTestAccounts();
  first = await accounts.hire("qt.mot", "administrator");
  second = await accounts.hire("qt.hai", "administrator");
  officer = await accounts.hire("can.bo", "reception-officer");
});
afterAll(() => accounts?.store.close());

const rolesOf = async (who: typeof first) =>
  (await transaction(accounts.store, who.asker, whoAsks)).grants.map(({ role }) => role).sort();
const give = (by: typeof first, role: Parameters<Accounts["hire"]>[1], to = officer) =>
  grantRole(accounts.setting, by.asker, {
    officerId: to.officerId,
    agencyId: accounts.agencies.commune,
    role,
    from: today,
  });
const confirm = (by: typeof first, { changeId }: { readonly changeId: string | null }) =>
  confirmChange(accounts.setting, by.asker, { changeId: changeId ?? "none" });
const trailOf = async (who: typeof first) =>
  (await accountSheet(accounts.setting, first.asker, who)).events.map(({ what, eyes }) => [what, eyes]);

describe("a role, where two administer", () => {
  test("holds when another administrator confirms it, and the trail names both", async () => {
    const proposed = await give(first, "clerk");
    expect(proposed.outcome).toBe("waiting");
    expect(await rolesOf(officer)).toEqual(["reception-officer"]);
    expect(await listChanges(accounts.setting, second.asker)).toMatchObject([
      {
        id: proposed.changeId,
        kind: "grant",
        role: "clerk",
        state: "waiting",
        mayConfirm: true,
        lapsesOn: "2026-12-08",
      },
    ]);
    expect(await listChanges(accounts.setting, first.asker)).toMatchObject([{ isMine: true, mayConfirm: false }]);
    await expect(give(second, "clerk")).rejects.toMatchObject({ code: "already-done" });
    await confirm(second, proposed);
    expect(await rolesOf(officer)).toEqual(["clerk", "reception-officer"]);
    await expect(confirm(second, proposed)).rejects.toMatchObject({ code: "conflict" });
    expect(await trailOf(officer)).toEqual([
      ["role-granted", "two"],
      ["change-proposed", null],
      ["role-granted", "command"],
    ]);
    const ended = await endRole(accounts.setting, second.asker, {
      grantId: proposed.grantId,
      lastDay: civilDate("2026-11-23"),
    });
    expect(await rolesOf(officer)).toEqual(["clerk", "reception-officer"]);
    await confirm(first, ended);
  });

  test("is confirmed neither by who proposed it, nor by who gains it, nor by a token, nor from elsewhere", async () => {
    const proposed = await give(first, "petition-officer");
    await expect(confirm(first, proposed)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(confirm(officer, proposed)).rejects.toMatchObject({ code: "not-found" });
    const token = await createToken(accounts.setting, second.asker, { label: "báo cáo" });
    const byToken = confirmChange(accounts.setting, { token: token.secret }, { changeId: proposed.changeId ?? "" });
    await expect(byToken).rejects.toMatchObject({ code: "not-allowed" });
    const stranger = await accounts.hire("qt.noi.khac", "administrator", accounts.agencies.other);
    await expect(confirm(stranger, proposed)).rejects.toMatchObject({ code: "not-found" });
    await expect(give(stranger, "clerk")).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listChanges(accounts.setting, officer.asker)).rejects.toMatchObject({ code: "not-allowed" });
    await refuseChange(accounts.setting, first.asker, { changeId: proposed.changeId ?? "", reason: "" });
    expect(await rolesOf(officer)).not.toContain("petition-officer");
  });

  test("is refused with a reason, which whoever proposed it reads", async () => {
    const proposed = await give(first, "inspectorate");
    const refuse = (reason: string) =>
      refuseChange(accounts.setting, second.asker, { changeId: proposed.changeId ?? "", reason });
    await expect(refuse(" ")).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "reason" }] },
    });
    await refuse("Chưa có quyết định phân công");
    await expect(confirm(second, proposed)).rejects.toMatchObject({ code: "conflict" });
    const line = (await listChanges(accounts.setting, first.asker)).find(({ id }) => id === proposed.changeId);
    expect(line).toMatchObject({ state: "refused", reason: "Chưa có quyết định phân công" });
  });

  test("lapses after fourteen days", async () => {
    const proposed = await give(first, "inspectorate");
    const on = (day: string) => ({ ...accounts.setting, today: () => civilDate(day) });
    const input = { changeId: proposed.changeId ?? "" };
    await expect(confirmChange(on("2026-12-09"), second.asker, input)).rejects.toMatchObject({ code: "conflict" });
    const line = (await listChanges(on("2026-12-09"), second.asker)).find(({ id }) => id === input.changeId);
    expect(line?.state).toBe("lapsed");
    await confirmChange(on("2026-12-08"), second.asker, input);
    expect(await rolesOf(officer)).toContain("inspectorate");
  });

  test("is not had by way of a new account, a closed colleague or a colleague's password", async () => {
    const made = await createOfficer(accounts.setting, first.asker, {
      username: "dong.loa",
      displayName: "Đồng lõa",
      agencyId: accounts.agencies.commune,
      role: "administrator",
    });
    expect(made.outcome).toBe("waiting");
    const entered = await accounts.enter("dong.loa", { password: made.oneTimePassword });
    expect((await transaction(accounts.store, { session: entered.secret }, whoAsks)).grants).toEqual([]);
    const seen = await listOfficers(accounts.setting, second.asker, {});
    expect(seen.find(({ username }) => username === "dong.loa")?.grants).toEqual([]);

    // Only the colleague could confirm, and it is the colleague's account: neither is done here.
    for (const reset of [resetPassword, resetSecondFactor])
      await expect(reset(accounts.setting, first.asker, second)).rejects.toMatchObject({ code: "not-allowed" });
    await setActive(accounts.setting, first.asker, { officerId: second.officerId, active: false });
    await expect(give(first, "head")).rejects.toMatchObject({ code: "not-allowed" });
    await setActive(accounts.setting, first.asker, { officerId: second.officerId, active: true });
    second = { ...second, asker: { session: (await accounts.enter(second.username)).secret } };
    await expect(give(second, "head", first)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("is not written by an injected statement in the name of one administrator", async () => {
    const { commune } = accounts.agencies;
    const alone = transaction(accounts.store, first.asker, (tx) =>
      sql`insert into role_grant (id, officer_id, agency_id, role, valid_from, granted_by)
        values (gen_random_uuid(), ${officer.officerId}, ${commune}, 'administrator', '2026-01-01', ${first.officerId})`.execute(
        tx,
      ),
    );
    await expect(alone).rejects.toThrow(/row-level security/);
    const forged = transaction(accounts.store, first.asker, (tx) =>
      sql`insert into account_change (id, kind, officer_id, agency_id, grant_id, role, valid_from, proposed_by, proposed_on, lapses_on)
        values (gen_random_uuid(), 'grant', ${officer.officerId}, ${commune}, gen_random_uuid(), 'administrator', '2026-01-01', ${second.officerId}, '2026-11-24', '2026-12-24')`.execute(
        tx,
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const { changeId } = await give(first, "settlement-officer");
    const own = transaction(accounts.store, first.asker, (tx) =>
      sql`update account_change set state = 'confirmed', decided_by = ${first.officerId} where id = ${changeId}`.execute(
        tx,
      ),
    );
    await expect(own).rejects.toThrow(/row-level security/);
    const widened = transaction(accounts.store, second.asker, (tx) =>
      sql`update account_change set role = 'administrator' where id = ${changeId}`.execute(tx),
    );
    await expect(widened).rejects.toThrow(/permission denied/);
    const longer = transaction(accounts.store, first.asker, (tx) =>
      sql`update role_grant set role = 'administrator' where officer_id = ${officer.officerId}`.execute(tx),
    );
    await expect(longer).rejects.toThrow(/row-level security/);
  });
});

describe("the reset of a second factor", () => {
  test("waits for another administrator; the sessions end when it is confirmed", async () => {
    const lost = await accounts.hire("mat.dien.thoai", "head");
    const proposed = await resetSecondFactor(accounts.setting, first.asker, lost);
    expect(proposed.outcome).toBe("waiting");
    expect(await rolesOf(lost)).toEqual(["head"]);
    await expect(confirm(first, proposed)).rejects.toMatchObject({ code: "not-allowed" });
    await confirm(second, proposed);
    await expect(rolesOf(lost)).rejects.toMatchObject({ code: "not-signed-in" });
    expect((await trailOf(lost))[0]).toEqual(["second-factor-reset", "two"]);
  });

  test("an administrator's password is replaced by two others, and said to the one who confirms", async () => {
    const third = await accounts.hire("qt.ba", "administrator");
    const proposed = await resetPassword(accounts.setting, first.asker, third);
    expect(proposed).toMatchObject({ outcome: "waiting", oneTimePassword: null });
    await expect(confirm(third, proposed)).rejects.toMatchObject({ code: "not-allowed" });
    const { oneTimePassword } = await confirm(second, proposed);
    const entered = await accounts.enter("qt.ba", { password: oneTimePassword ?? "", network });
    expect(entered.mustChangePassword).toBe(true);
  });
});

describe("where only one administers", () => {
  test("it is done at once, and the trail says that nobody else looked; an administrator above makes it two", async () => {
    const { other, province } = accounts.agencies;
    const sole = await accounts.enter("qt.noi.khac");
    const clerk = await accounts.hire("van.thu.khac", "clerk", other);
    const grant = (role: "head" | "inspectorate") =>
      grantRole(
        accounts.setting,
        { session: sole.secret },
        { officerId: clerk.officerId, agencyId: other, role, from: today },
      );
    expect((await grant("inspectorate")).outcome).toBe("done-alone");
    expect(await rolesOf(clerk)).toEqual(["clerk", "inspectorate"]);
    const { events } = await accountSheet(accounts.setting, { session: sole.secret }, clerk);
    expect(events[0]).toMatchObject({ what: "role-granted", eyes: "one" });

    above = await accounts.hire("qt.tinh", "administrator", province);
    const proposed = await grant("head");
    expect(proposed.outcome).toBe("waiting");
    await confirm(above, proposed);
    expect(await rolesOf(clerk)).toContain("head");
  });

  test("every row of it is in the chain", async () => {
    expect((await verifyTrail(accounts.setting, accounts.command)).faults).toEqual([]);
  });
});
