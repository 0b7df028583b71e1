import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openClient } from "../store/pool.ts";
import type { App } from "./app.ts";
import { isLoopback } from "./config.ts";

const demoFile = path.resolve(import.meta.dirname, "../../demo/load.ts");

/**
 * Fills an empty installation: the demonstration in an embedded database on loopback (or with MINHXET_DEMO=1), otherwise
 * one administrator with a one-time password, shown once. Returns the lines to show.
 */
export async function firstStart(app: App): Promise<readonly string[]> {
  const { config } = app;
  const wantsDemo = config.demo || (app.setting.store.embedded && isLoopback(config.host));
  const isEmpty = await hasNoOfficer(app);
  if (wantsDemo && existsSync(demoFile)) {
    const demo: Demo = await import(pathToFileURL(demoFile).href);
    if (isEmpty) await demo.loadDemo(app);
    return (await demo.isDemo?.(app)) === false ? [] : demo.demoSignIns;
  }
  return isEmpty ? makeAdministrator(app) : [];
}

interface Demo {
  readonly loadDemo: (app: App) => Promise<unknown>;
  readonly isDemo?: (app: App) => Promise<boolean>;
  readonly demoSignIns: readonly string[];
}

async function hasNoOfficer(app: App): Promise<boolean> {
  const client = openClient(app.setting.store.migrator, "minhxet first start");
  await client.connect();
  try {
    const { rowCount } = await client.query("select from officer limit 1");
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

async function makeAdministrator(app: App): Promise<readonly string[]> {
  const agencyId = await rootAgency(app);
  const made = await app.access.createOfficer(app.command, {
    username: "admin",
    displayName: "Quản trị hệ thống",
    agencyId,
    role: "administrator",
  });
  return [
    "First start: sign in once as admin with this one-time password, then choose your own.",
    `  admin  ${made.oneTimePassword}`,
  ];
}

/** The agency an installation begins with: the one that runs it. Its name and the tree below are entered by the administrator. */
async function rootAgency(app: App): Promise<string> {
  const client = openClient(app.setting.store.migrator, "minhxet first start");
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "select agency_id as id from agency_version where valid_to is null and parent_id is null order by valid_from limit 1",
    );
    if (rows[0]) return rows[0].id;
    const [placeId, agencyId] = [app.setting.newId(), app.setting.newId()];
    await client.query("begin");
    await client.query("insert into place (id, code) values ($1, 'TINH')", [placeId]);
    await client.query(
      "insert into place_version (place_id, valid_from, name, level) values ($1, '2025-07-01', 'Tỉnh', 'province')",
      [placeId],
    );
    await client.query("insert into agency (id, code) values ($1, 'UBND-TINH')", [agencyId]);
    await client.query(
      `insert into agency_version (agency_id, valid_from, name, short_name, level, kind, place_id, head_title, symbol)
       values ($1, '2025-07-01', 'Ủy ban nhân dân tỉnh', 'UBND tỉnh', 'province', 'peoples-committee', $2, 'Chủ tịch', 'UBND')`,
      [agencyId, placeId],
    );
    await client.query("commit");
    return agencyId;
  } finally {
    await client.end();
  }
}
