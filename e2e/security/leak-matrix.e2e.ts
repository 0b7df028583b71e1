import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can } from "../../src/casework/access/index.ts";
import { openLog } from "../../src/server/http/log.ts";
import { builtPages } from "../../src/server/pages.ts";
import { type Serving, serve } from "../../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../../src/server/testing.ts";
import routes from "../../src/web/routes.ts";
import { type Actor, hireActors } from "./matrix/actors.ts";
import { existing, unclassified } from "./matrix/doors.ts";
import { idsOf, type Probe, probesOf } from "./matrix/probes.ts";
import { markFinder } from "./matrix/reading.ts";
import { ask, type Outcome } from "./matrix/run.ts";
import { type MarkedWorld, markWorld } from "./matrix/world.ts";

let office: TestOffice;
let serving: Serving;
let origin: string;
let actors: readonly Actor[];
let world: MarkedWorld;
let probes: readonly Probe[];
let outcome: Outcome;
let logged = "";

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  const lines = new PassThrough();
  lines.on("data", (part: Buffer) => {
    logged += part.toString("utf8");
  });
  serving = await serve(office.app, {
    log: openLog({ logLevel: "info" }, lines),
    ...(await builtPages(office.app)),
  });
  origin = `http://127.0.0.1:${serving.port}`;
  actors = await hireActors(office);
  world = await markWorld(office, can);
  probes = probesOf(await idsOf(office), world.lookedFor);
  const started = performance.now();
  if (process.env.FEW) actors = actors.filter(({ id }) => (process.env.FEW ?? "").split(",").includes(id));
  outcome = await ask(origin, actors, probes, world.secrets);
  console.log(outcome.asked, Math.round(performance.now() - started));
}, 600_000);
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

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

  test("whoever may know a secret does meet it, so that the marks are where they are thought to be", () => {
    const unmet = world.secrets.filter(
      (secret) => actors.some((actor) => secret.mayKnow(actor)) && !outcome.met.get(secret.id)?.size,
    );
    expect(unmet.map(({ id }) => id)).toEqual([]);
  });

  test("the log holds none of them", () => {
    expect(logged.split("\n").length).toBeGreaterThan(outcome.asked);
    expect([...markFinder(world.secrets.flatMap(({ traces }) => traces))(logged)]).toEqual([]);
  });
});
