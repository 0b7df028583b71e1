import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "../../store/index.ts";
import { addDays, civilDate } from "../../time/civil-date.ts";
import { systemClock } from "../../time/clock.ts";
import { setActive } from "./accounts-admin.ts";
import { delegateHead, endDelegation, listDelegations, type NewDelegation } from "./delegations.ts";
import { agenciesWhere, can } from "./policy.ts";
import { openTestAccounts } from "./testing-accounts.ts";
import { whoAsks } from "./who.ts";

type Accounts = Awaited<ReturnType<typeof openTestAccounts>>;
type Officer = Awaited<ReturnType<Accounts["hire"]>>;
let accounts: Accounts;
let head: Officer;
let deputy: Officer;
let clerk: Officer;
/** The database begins and ends roles by its own day. */
const today = systemClock.today();

beforeAll(async () => {
  accounts = await openTestAccounts();
  head = await accounts.hire("chu.tich", "head");
  deputy = await accounts.hire("pho.chu.tich", "clerk");
  clerk = await accounts.hire("van.thu", "clerk");
  await titled(deputy, "Phó Chủ tịch");
});
afterAll(() => accounts?.store.close());

const setting = () => ({ ...accounts.setting, today: () => today });
const titled = (who: Officer, title: string) =>
  transaction(accounts.store, accounts.command, (tx) =>
    sql`update officer set job_title = ${title} where id = ${who.officerId}`.execute(tx),
  );
const hand = (by: Officer, more: Partial<NewDelegation> = {}) =>
  delegateHead(setting(), by.asker, {
    agencyId: accounts.agencies.commune,
    officerId: deputy.officerId,
    form: "KT",
    from: today,
    to: addDays(today, 3),
    reason: "Thông báo số 12/TB-UBND, đi công tác",
    ...more,
  });
const grantsOf = async (who: Officer) => (await transaction(accounts.store, who.asker, whoAsks)).grants;
const isActing = async (who: Officer) => (await grantsOf(who)).some(({ acting }) => acting);
/** What the database itself would let this officer do, by the sealed rights of the transaction. */
const mayInDatabase = (who: Officer, resource: string, action: string) =>
  transaction(accounts.store, who.asker, async (tx) => {
    const { rows } = await sql<{ may: boolean }>`
      select app.may(${resource}, ${action}, ${accounts.agencies.commune}) as may`.execute(tx);
    return rows[0]?.may;
  });

test("a deputy holds the head's rights in the policy table and in the database, and gives them back", async () => {
  expect(await mayInDatabase(deputy, "paper", "sign")).toBe(false);
  const { delegationId } = await hand(head);
  const grants = await grantsOf(deputy);
  expect(can(grants, "paper:sign", accounts.agencies.commune)).toBe(true);
  expect(await mayInDatabase(deputy, "paper", "sign")).toBe(true);
  expect(await mayInDatabase(deputy, "denunciation", "read")).toBe(true);
  expect(await listDelegations(setting(), deputy.asker)).toMatchObject([
    { state: "now", isMine: true, mayEnd: true, form: "KT" },
  ]);
  expect(await listDelegations(setting(), head.asker)).toMatchObject([{ isMine: false, mayEnd: true }]);
  expect(await listDelegations(setting(), clerk.asker)).toEqual([]);
  await expect(endDelegation(setting(), clerk.asker, { delegationId })).rejects.toMatchObject({ code: "not-allowed" });
  await endDelegation(setting(), deputy.asker, { delegationId });
  expect(await mayInDatabase(deputy, "paper", "sign")).toBe(false);
  await expect(endDelegation(setting(), head.asker, { delegationId })).rejects.toMatchObject({ code: "already-done" });
});

test("whoever acts hands nothing on, by the use case or by a statement", async () => {
  const { delegationId } = await hand(head);
  expect(agenciesWhere(await grantsOf(deputy), "head:delegate")).toEqual([]);
  expect(await mayInDatabase(deputy, "head", "delegate")).toBe(false);
  await titled(clerk, "Công chức Văn phòng");
  const on = hand(deputy, {
    officerId: clerk.officerId,
    form: "TUQ",
    from: addDays(today, 10),
    to: addDays(today, 11),
  });
  await expect(on).rejects.toMatchObject({ code: "not-allowed" });
  const injected = transaction(accounts.store, deputy.asker, (tx) =>
    sql`insert into delegation (id, agency_id, from_officer, to_officer, form, valid_from, valid_to, reason, made_on)
      values (gen_random_uuid(), ${accounts.agencies.commune}, ${deputy.officerId}, ${clerk.officerId}, 'TUQ', ${today}, ${today}, 'x', ${today})`.execute(
      tx,
    ),
  );
  await expect(injected).rejects.toThrow(/row-level security/);
  const longer = transaction(accounts.store, deputy.asker, (tx) =>
    sql`update delegation set valid_to = '2099-01-01' where id = ${delegationId}`.execute(tx),
  );
  await expect(longer).rejects.toThrow(/permission denied/);
  await endDelegation(setting(), head.asker, { delegationId });
});

test("it begins and ends by itself, and with the head's own role or account", async () => {
  const coming = await hand(head, { from: addDays(today, 1), to: addDays(today, 2) });
  expect(await isActing(deputy)).toBe(false);
  await endDelegation(setting(), head.asker, coming);
  const past = await delegateHead({ ...setting(), today: () => addDays(today, -2) }, head.asker, {
    agencyId: accounts.agencies.commune,
    officerId: deputy.officerId,
    form: "KT",
    from: addDays(today, -2),
    to: addDays(today, -1),
    reason: "Đã qua",
  });
  expect(await isActing(deputy)).toBe(false);
  const lines = await listDelegations(setting(), head.asker);
  expect(lines.find(({ id }) => id === past.delegationId)).toMatchObject({ state: "over", mayEnd: false });

  const other = await accounts.hire("chu.tich.hai", "head");
  await hand(other);
  expect(await isActing(deputy)).toBe(true);
  await setActive(accounts.setting, accounts.command, { officerId: other.officerId, active: false });
  expect(await isActing(deputy)).toBe(false);
});

test.each([
  ["by who is no head", () => hand(clerk), { code: "not-allowed" }],
  ["in another agency", () => hand(head, { agencyId: accounts.agencies.other }), { code: "not-allowed" }],
  [
    "to oneself",
    () => hand(head, { officerId: head.officerId }),
    { details: { fields: [{ field: "officerId" }, {}] } },
  ],
  ["without a reason", () => hand(head, { reason: " " }), { details: { fields: [{ field: "reason" }] } }],
  ["backwards", () => hand(head, { to: addDays(today, -1) }), { details: { fields: [{ field: "to" }] } }],
  [
    "for days that are over",
    () => hand(head, { from: civilDate("2020-01-01") }),
    { details: { fields: [{ field: "from" }] } },
  ],
  [
    "in place of the head to who is no deputy (khoản 1 Điều 13 NĐ 30/2020)",
    () => hand(head, { officerId: clerk.officerId }),
    { details: { fields: [{ field: "form" }] } },
  ],
  ["for days that somebody has already", () => hand(head), { code: "conflict" }],
])("it is refused %s", async (_why, attempt, refusal) => {
  await expect(attempt()).rejects.toMatchObject(refusal);
});
