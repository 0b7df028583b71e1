import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canary, openTarget, type Planted, plant, type Target } from "./target.ts";

let target: Target;
let planted: Planted;
/** Where this process, the server in it included, went. */
const connected: string[] = [];
const printed: string[] = [];
const seen = (message: unknown) => {
  const { socket } = message as { socket: Socket };
  socket.once("connect", () => connected.push(socket.remoteAddress ?? "a socket of this machine"));
  socket.once("error", () => connected.push("somewhere in vain"));
};
const own = { out: process.stdout.write, error: console.error };

beforeAll(async () => {
  subscribe("net.client.socket", seen);
  console.error = (...words: unknown[]) => void printed.push(words.map(String).join(" "));
  target = await openTarget();
  planted = await plant(target);
});
afterAll(async () => {
  unsubscribe("net.client.socket", seen);
  console.error = own.error;
  await target?.close();
});

const denounced = {
  name: "Lê Văn Kín Tiếng",
  idNumber: "001185077777",
  phone: "0912345678",
  content: "Cán bộ nhận tiền của nhiều hộ",
};
const guessed = "mat-khau-doan-mo";

test("after I have tried everything, the log holds no name, number, word, secret, address or network", async () => {
  const { url, communeId: agencyId } = target;
  const authorization = await target.bearer("reception-officer");
  const cookie = await target.cookie("head");
  const from = {
    authorization,
    "x-forwarded-for": "203.0.113.77",
    referer: `https://x.example/${canary.phone}`,
    "user-agent": `Curl ${encodeURIComponent(denounced.name)}`,
  };
  const body = (value: object) => ({
    method: "POST",
    headers: { ...from, "content-type": "application/json" },
    body: JSON.stringify(value),
  });
  const visitor = {
    name: denounced.name,
    address: canary.address,
    idNumber: denounced.idNumber,
    phone: denounced.phone,
  };
  const form = (fields: Record<string, string>) => ({
    method: "POST",
    headers: { origin: url, cookie },
    body: new URLSearchParams(fields),
    redirect: "manual" as const,
  });
  const asked: readonly [string, RequestInit][] = [
    [
      "/api/v1/visits",
      body({
        agencyId,
        visitor,
        kinds: ["denunciation"],
        content: `${denounced.name}: ${denounced.content}`,
        readBack: true,
      }),
    ],
    [
      "/api/v1/visits",
      body({
        agencyId,
        visitor: { ...visitor, idNumber: `${denounced.idNumber}\u0000` },
        content: denounced.content,
        readBack: true,
      }),
    ],
    ["/api/v1/people/search", body({ agencyId, query: canary.name })],
    ["/api/v1/petitions/search", body({ q: `${denounced.content}\u0000`, view: "all" })],
    ["/api/v1/track", body({ code: planted.code, secret: planted.secret })],
    [`/api/v1/petitions?state=${encodeURIComponent(canary.name)}`, { headers: from }],
    [`/api/v1/${encodeURIComponent(canary.name)}`, { headers: from }],
    [`/api/v1/petitions/${encodeURIComponent(canary.name)}`, { headers: from }],
    [`/office/list?q=${encodeURIComponent(canary.name)}`, { headers: { cookie } }],
    [
      `/office/list?q=${encodeURIComponent(`${canary.name}\u0000`)}&after=${denounced.idNumber}`,
      { headers: { cookie } },
    ],
    [`/office/petitions/${encodeURIComponent(denounced.name)}`, { headers: { cookie } }],
    [`/thu-tuc/${encodeURIComponent(denounced.name)}?on=${denounced.phone}`, {}],
    [`/thoi-han?start=${encodeURIComponent(denounced.name)}`, {}],
    ["/sign-in", form({ username: denounced.name, password: guessed })],
    ["/sign-in", form({ username: `${denounced.name}\u0000`, password: guessed })],
    ["/track", form({ code: `${planted.code}\u0000`, secret: planted.secret })],
    [
      "/office/reception",
      form({ "visitor.name": denounced.name, content: `${denounced.content}\u0000`, intent: "save" }),
    ],
    [
      `/office/matters/${planted.matterId}/acts/suspend`,
      form({ on: `${denounced.name}\u0000`, reason: denounced.content }),
    ],
    [`/office/matters/${planted.matterId}`, { headers: { cookie } }],
  ];
  const before = target.log.length;
  for (const [path, init] of asked) await (await fetch(url + path, init)).text();
  const all = [...target.log, ...printed].join("\n");
  expect(target.log.length - before).toBeGreaterThanOrEqual(asked.length);
  const secrets = [
    ...Object.values(canary),
    ...Object.values(denounced),
    guessed,
    planted.code,
    planted.secret,
    authorization.slice(7),
    cookie.split("=")[1] ?? "",
    "203.0.113.77",
    "127.0.0.1",
    agencyId,
    "Curl",
    "x.example",
    "head.here",
  ];
  for (const secret of secrets)
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      expect(all.includes(form), `${secret} is in the log`).toBe(false);
  for (const line of target.log)
    for (const key of Object.keys(JSON.parse(line)))
      expect(["level", "time", "msg", "requestId", "method", "route", "status", "ms", "err"]).toContain(key);
});

test("(the search of the log can find)", () => {
  expect(target.log.join("\n")).toContain("/api/v1/people/search");
  expect(target.log.join("\n")).toContain("/office/*");
});

test("the fault of a page is told by its place in the code, without its message and without the address", async () => {
  const { handleError } = (await import(`${process.cwd()}/build/server/index.js`)).entry.module;
  const error = new Error(`no such person\n    ${denounced.name}\n  at the office`);
  printed.length = 0;
  handleError(error, { request: new Request(`http://x.example/office/${encodeURIComponent(denounced.name)}?q=1`) });
  expect(printed).toHaveLength(1);
  expect(printed[0]).not.toMatch(/Kín|K%C3|office\/|the office|no such/);
  expect(JSON.parse(printed[0] ?? "").code).toMatch(/attacks-log/);
});

test("in all of this the server went nowhere but to its database", () => {
  expect(connected.length).toBeGreaterThan(3);
  expect([...new Set(connected)].filter((each) => each !== "127.0.0.1" && each !== "a socket of this machine")).toEqual(
    [],
  );
});
