import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword } from "../../casework/access/accounts.ts";
import { goodPassword, network, openTestAccounts } from "../../casework/access/testing-accounts.ts";
import { breachedPasswords } from "./breached-passwords.ts";

const known = "con cò bay lả bay la";
const digest = createHash("sha1").update(known.normalize("NFC")).digest("hex").toUpperCase();
const asked: string[] = [];
let answer: "right" | "broken" | "endless" = "right";
let server: Server;
let accounts: Awaited<ReturnType<typeof openTestAccounts>>;
const notices: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (answer === "endless") return;
    response.statusCode = answer === "right" ? 200 : 500;
    const padding = `${"0".repeat(35)}:0`;
    response.end(request.url === `/range/${digest.slice(0, 5)}` ? `${padding}\r\n${digest.slice(5)}:42\r\n` : padding);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  accounts = await openTestAccounts();
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await accounts?.store.close();
});

async function change(username: string, next: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const { asker } = await accounts.hire(username, "clerk");
  const service = breachedPasswords(`http://127.0.0.1:${port}/range/`, (line) => notices.push(line));
  const setting = { ...accounts.setting, breached: service };
  await changePassword(setting, asker, { current: goodPassword, next, network });
}

test("a password that is known from a breach is refused, and the service learns five digits of a digest", async () => {
  const refusal = { code: "invalid-input", details: { fields: [{ field: "next" }] } };
  await expect(change("da.lo", known)).rejects.toMatchObject(refusal);
  expect(asked).toEqual([`/range/${digest.slice(0, 5)}`]);
  await change("chua.lo", "thuyền về bến cũ chiều nay");
  expect(asked.every((path) => /^\/range\/[0-9A-F]{5}$/.test(path))).toBe(true);
  expect(notices).toEqual([]);
});

test.each(["broken", "endless"] as const)("a service that is %s locks nobody out, and a line says so", async (how) => {
  answer = how;
  notices.length = 0;
  await change(`dich.vu.${how}`, known);
  await expect(accounts.enter(`dich.vu.${how}`, { password: known })).resolves.toMatchObject({
    mustChangePassword: false,
  });
  expect(notices).toHaveLength(1);
  expect(notices[0]).not.toContain(digest.slice(0, 5));
});
