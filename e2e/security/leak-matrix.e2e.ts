import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { can } from "../../src/casework/access/index.ts";
import type { App } from "../../src/server/app.ts";
import { openLog } from "../../src/server/http/log.ts";
import { builtPages } from "../../src/server/pages.ts";
import { type Serving, serve } from "../../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../../src/server/testing.ts";
import { openClient } from "../../src/store/pool.ts";
import routes from "../../src/web/routes.ts";
import { type Actor, hireActors } from "./matrix/actors.ts";
import { existing, unclassified } from "./matrix/doors.ts";
import { idsOf } from "./matrix/ids.ts";
import { type Probe, probesOf } from "./matrix/probes.ts";
import { markFinder } from "./matrix/reading.ts";
import { ask, type Outcome } from "./matrix/run.ts";
import { sheetOf } from "./matrix/sheet.ts";
import { type MarkedWorld, markWorld } from "./matrix/world.ts";

const sheetFile = path.resolve(import.meta.dirname, "../../docs/leak-matrix.md");
let office: TestOffice;
let serving: Serving;
let actors: readonly Actor[];
let world: MarkedWorld;
let probes: readonly Probe[];
let outcome: Outcome;
let logged = "";
let outbox = "";
let before: unknown;

const at = ({ port }: Serving) => `http://127.0.0.1:${port}`;

beforeAll(async () => {
  outbox = await mkdtemp(path.join(tmpdir(), "minhxet-matrix-"));
  office = await openTestOffice({ today: "2026-11-24", config: { notices: { folder: outbox } } });
  const lines = new PassThrough();
  lines.on("data", (part: Buffer) => {
    logged += part.toString("utf8");
  });
  // The pages as they are served, without what React adds for whoever develops them.
  vi.stubEnv("NODE_ENV", "production");
  const pages = await builtPages(office.app);
  serving = await serve(office.app, { log: openLog({ logLevel: "info" }, lines), ...pages });
  actors = await hireActors(office, can);
  world = await markWorld(office, can);
  probes = probesOf(await idsOf(office), world);
  before = await chains(office);
  outcome = await ask(at(serving), actors, probes, world.secrets);
}, 600_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await serving?.stop();
  await office?.close();
  await rm(outbox, { recursive: true, force: true });
});

/** How long each chain is, and how many petitions, matters and papers there are. */
async function chains(of: TestOffice): Promise<unknown> {
  const client = openClient(of.app.setting.store.migrator, "matrix");
  await client.connect();
  try {
    const kinds = [
      "petition_event",
      "matter_event",
      "paper_event",
      "head_session_event",
      "account_event",
      "petition",
      "paper",
      "visit",
      "file",
      "officer",
      "petition_message",
      "delegation",
      "account_change",
      "conflict_of_interest",
      "post_entry",
      "intake_draft",
      "intake_draft_text",
      "petition_transfer",
      "queue_ticket",
      "paper_text",
      "signatory",
      "reply_change",
      "vault.identity",
      "vault.custodian",
      "vault.release",
    ];
    const counts = kinds.map((kind) => `(select count(*)::int from ${kind}) as "${kind}"`);
    return (await client.query(`select ${counts.join(", ")}`)).rows[0];
  } finally {
    await client.end();
  }
}

interface Route {
  readonly path?: string;
  readonly index?: boolean;
  readonly children?: readonly Route[];
}

function addresses(tree: readonly Route[], above = ""): string[] {
  return tree.flatMap(({ path, index, children = [] }) => {
    const here = path ? `${above}/${path}` : above;
    return [...(path || index ? [here === "" ? "/" : here] : []), ...addresses(children, here)];
  });
}

describe("the leak matrix", () => {
  test("knows the channel of every door; a new one has to be given its channel", () => {
    const found = existing(addresses(routes));
    expect(unclassified(found)).toEqual({ unknown: [], gone: [] });
    expect(unclassified([...found, "GET /api/v1/whatever"]).unknown).toEqual(["GET /api/v1/whatever"]);
  });

  test("no answer, header, page, file or refusal tells anybody what the policy does not give them", () => {
    expect(outcome.leaks.slice(0, 40)).toEqual([]);
    expect(outcome.faults).toEqual([]);
  });

  test("asking changed nothing: everybody is still signed in, and every chain of the trail is as it was", async () => {
    for (const { id, cookie } of actors.filter(({ cookie }) => cookie !== "")) {
      const headers = { cookie, "sec-fetch-site": "same-origin" };
      expect((await fetch(`${at(serving)}/api/v1/me`, { headers })).status, id).toBe(200);
    }
    expect(await chains(office)).toEqual(before);
  });

  test("whoever may know a secret does meet it, so that the marks are where they are thought to be", () => {
    const unmet = world.secrets.filter(
      (secret) => actors.some((actor) => secret.mayKnow(actor)) && !outcome.met.get(secret.id)?.size,
    );
    expect(unmet.map(({ id }) => id)).toEqual([]);
  });

  test("looking for what one may not know answers as looking for what is not there", () => {
    const differing: string[] = [];
    for (const { actor, q, where, same } of outcome.looked)
      if (
        // Who holds identities is told whether a number is among them.
        !(where.includes("identity-look-up") && actor.role === "custodian" && actor.where === "here") &&
        !world.secrets.some(
          (secret) => secret.mayKnow(actor) && secret.traces.some((each) => q.toLowerCase().includes(each)),
        ) &&
        !same
      )
        differing.push(`${where} ${q}`);
    expect(outcome.looked.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });

  test("the log holds none of them", () => {
    expect(logged.split("\n").length).toBeGreaterThan(outcome.asked * 0.9);
    expect([...markFinder(world.secrets.flatMap(({ traces }) => traces))(logged)]).toEqual([]);
  });

  test("what is sent to petitioners holds their address and none of the marks, and tells of no denunciation", async () => {
    await office.app.notices.sendNotices(office.app.task);
    const letters = await Promise.all((await readdir(outbox)).map((name) => readFile(path.join(outbox, name), "utf8")));
    const told = world.secrets.find(({ id }) => id === "told-at")?.traces ?? [];
    const find = markFinder(world.secrets.flatMap(({ traces }) => traces));
    expect(letters.length).toBeGreaterThan(0);
    const client = openClient(office.app.setting.store.migrator, "matrix");
    await client.connect();
    const { rows } = await client.query<{ code: string }>(
      "select code from petition where kind is null or kind = 'denunciation' or sealed_to is not null",
    );
    await client.end();
    for (const letter of letters) {
      const [head = "", body = ""] = letter.split("\r\n\r\n");
      const subject = head.match(/Subject: =\?utf-8\?B\?(.+)\?=/)?.[1] ?? "";
      const said = [head, Buffer.from(subject, "base64"), Buffer.from(body, "base64")].join("\n");
      const met = [...find(said)];
      expect(met.filter((each) => !told.includes(each))).toEqual([]);
      expect(met).toHaveLength(1);
      expect(rows.filter(({ code }) => said.includes(code))).toEqual([]);
    }
  });

  test("stands in docs/leak-matrix.md as it came out", () => {
    const sheet = sheetOf(world.secrets, actors, outcome);
    if (process.env.WRITE_LEAK_MATRIX) writeFileSync(sheetFile, sheet);
    expect(readFileSync(sheetFile, "utf8")).toBe(sheet);
  });
});

describe("the matrix catches", () => {
  const some = (...ids: readonly string[]) => actors.filter(({ id }) => ids.includes(id));
  const ofPetitions = () =>
    probes.filter(({ url, method }) => method === "GET" && /^\/api\/v1\/(petitions|files)\/[0-9a-f]/.test(url));

  test("a use case that asks as somebody else than who asks", async () => {
    const head = await office.as("head");
    const petitions = { ...office.app.petitions, openPetition: leaky(office.app, head) };
    const wrong = await serve({ ...office.app, petitions }, { log: openLog({ logLevel: "silent" }) });
    try {
      const { leaks, faults } = await ask(at(wrong), some("head.elsewhere"), ofPetitions(), world.secrets);
      expect(faults).toEqual([]);
      expect(new Set(leaks.map(({ secret }) => secret))).toContain("restricted-content");
    } finally {
      await wrong.stop();
    }
  });

  test("a policy of the database that lets everyone read", async () => {
    const client = openClient(office.app.setting.store.migrator, "planted leak");
    await client.connect();
    try {
      await client.query("create policy planted on petition for select to minhxet_app using (true)");
      const { leaks } = await ask(at(serving), some("head.elsewhere"), ofPetitions(), world.secrets);
      expect(leaks.map(({ secret }) => secret)).toEqual(
        expect.arrayContaining([
          "sealed-denunciation",
          "unclassified",
          "handed",
          "restricted-content",
          "redacted-copy",
          "pseudonym-handed",
          "pseudonym-restricted",
          "conflict-lifted",
          "complaint-here",
        ]),
      );
    } finally {
      await client.query("drop policy planted on petition");
      await client.end();
    }
    const { leaks } = await ask(at(serving), some("head.elsewhere"), ofPetitions(), world.secrets);
    expect(leaks).toEqual([]);
  });

  test("the vault keeps out whoever is barred from the denunciation, and the matrix sees when it does not", async () => {
    const barred = actors.filter(({ id }) => ["head.here.accused", "custodian.here.accused"].includes(id));
    const ofVault = probes.filter(({ url }) => /^\/api\/v1\/(identit|releases)/.test(url));
    const client = openClient(office.app.setting.store.migrator, "planted leak");
    await client.connect();
    const { rows } = await client.query<{ name: string; rule: string }>(
      `select polrelid::regclass::text as name, pg_get_expr(polqual, polrelid) as rule from pg_policy
     where polname = 'no_conflict' and polrelid::regclass::text like 'vault.%'`,
    );
    const set = async (rule: (row: { rule: string }) => string) => {
      for (const row of rows) await client.query(`alter policy no_conflict on ${row.name} using (${rule(row)})`);
    };
    try {
      expect(rows).toHaveLength(5);
      await set(() => "true");
      const { leaks } = await ask(at(serving), barred, ofVault, world.secrets);
      const met = new Set(leaks.map(({ secret, actor }) => `${actor} ${secret}`));
      expect([...met]).toEqual(
        expect.arrayContaining([
          "custodian.here.accused sealed-body",
          "custodian.here.accused sealed-original",
          "custodian.here.accused purpose-decided",
          "head.here.accused purpose-decided",
        ]),
      );
    } finally {
      await set(({ rule }) => rule);
      await client.end();
    }
    expect((await ask(at(serving), barred, ofVault, world.secrets)).leaks).toEqual([]);
  });
});

function leaky(app: App, head: Parameters<App["petitions"]["openPetition"]>[0]): App["petitions"]["openPetition"] {
  return (_asker, input) => app.petitions.openPetition(head, input);
}
