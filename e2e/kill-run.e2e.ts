import { expect, test } from "vitest";
import { killRun } from "./lib/kill-run.ts";

test("killing the server and the database at random for thirty seconds loses no act that was acknowledged", async () => {
  const run = await killRun(30);
  console.info(JSON.stringify(run));
  expect(run.acknowledged).toBeGreaterThan(0);
  expect(run.serverKills).toBeGreaterThan(0);
  expect(run.databaseKills).toBeGreaterThan(0);
  expect(run).toMatchObject({ lost: 0, twice: 0, trailFaults: 0 });
});
