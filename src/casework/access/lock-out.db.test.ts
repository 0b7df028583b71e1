import { afterAll, beforeAll, expect, test } from "vitest";
import { goodPassword, network, openTestAccounts } from "./testing-accounts.ts";

let accounts: Awaited<ReturnType<typeof openTestAccounts>>;

beforeAll(async () => {
  accounts = await openTestAccounts();
});
afterAll(() => accounts?.store.close());

const wrong = { password: "not the password" };
const known = { deviceOf: (username: string) => `browser of ${username}` };
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "opened",
    (error) => error.code,
  );

test("whoever tries a name from the owner's own network does not keep the owner's browser out", async () => {
  await accounts.hire("chung.mang", "head");
  for (let i = 0; i < 6; i++) await refusal(accounts.enter("chung.mang", wrong));
  expect(await refusal(accounts.enter("chung.mang"))).toBe("too-many-attempts");
  expect(await refusal(accounts.enter("chung.mang", known))).toBe("opened");
});

test("whoever tries a name from many networks is slowed down, and the owner's browser still comes in", async () => {
  await accounts.hire("nhieu.mang", "head");
  const from = (i: number) => ({ network: `198.51.100.${i}` });
  const codes: string[] = [];
  for (let i = 0; i < 32; i++) codes.push(await refusal(accounts.enter("nhieu.mang", { ...wrong, ...from(i) })));
  expect(codes.slice(0, 31)).toEqual(Array(31).fill("wrong-password"));
  expect(codes[31]).toBe("too-many-attempts");
  expect(await refusal(accounts.enter("nhieu.mang", from(200)))).toBe("too-many-attempts");
  expect(await refusal(accounts.enter("nhieu.mang", { ...from(200), ...known }))).toBe("opened");
  accounts.later(61);
  expect(await refusal(accounts.enter("nhieu.mang", from(201)))).toBe("opened");
});

test("a whole network that is slowed down lets known browsers in", async () => {
  await accounts.hire("ca.co.quan", "head");
  const office = { network: "192.0.2.1" };
  for (let i = 0; i < 101; i++) await refusal(accounts.enter(`ten.bia.${i}`, { ...wrong, ...office }));
  expect(await refusal(accounts.enter("ca.co.quan", office))).toBe("too-many-attempts");
  expect(await refusal(accounts.enter("ca.co.quan", { ...office, ...known }))).toBe("opened");
});

test("a known browser has no more guesses than anybody", async () => {
  await accounts.hire("may.quen", "head");
  for (let i = 0; i < 6; i++)
    expect(await refusal(accounts.enter("may.quen", { ...wrong, ...known }))).toBe("wrong-password");
  expect(await refusal(accounts.enter("may.quen", { ...known, password: goodPassword }))).toBe("too-many-attempts");
  expect(await refusal(accounts.enter("may.quen", { network }))).toBe("opened");
});
