import pg from "pg";
import type { App } from "../src/server/app.ts";
import { demoPassphrase, makeCustodianKeys } from "./custodians.ts";
import { agencyId, loadAgencies } from "./load-agencies.ts";
import { createOfficers, demoPassword, officers } from "./officers.ts";
import { tellStories } from "./tell.ts";

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly agencyCode: string;
}

export interface DemoSignIns {
  readonly accounts: readonly DemoAccount[];
  /** The accounts as lines to show at the start. */
  readonly lines: readonly string[];
}

/** Shown on every page of an installation that holds the demonstration. */
export const demoBanner = {
  vi: "Dữ liệu minh họa: tỉnh Sông Mây, mọi cơ quan, con người và vụ việc đều do máy tạo ra.",
  en: "Synthetic data: the province of Sông Mây and every agency, person and matter in it are invented.",
} as const;

const accounts: readonly DemoAccount[] = officers.map(({ username, displayName, jobTitle, agency }) => ({
  username,
  password: demoPassword,
  displayName,
  jobTitle,
  agencyCode: agency,
}));

export const demoSignIns: readonly string[] = [
  `${demoBanner.vi}`,
  `${demoBanner.en}`,
  `Mật khẩu chung · password of all: ${demoPassword}`,
  `Cụm mật khẩu của người giữ danh tính (dữ liệu giả) · passphrase of the custodians (synthetic): ${demoPassphrase}`,
  ...accounts.map(
    ({ username, jobTitle, agencyCode }) => `  ${username.padEnd(18)} ${agencyCode.padEnd(6)} ${jobTitle}`,
  ),
];

/** Whether this database holds the demonstration. */
export async function isDemo(app: App): Promise<boolean> {
  return withOwner(app, async (client) => {
    const { rowCount } = await client.query("select from agency where id = $1", [agencyId("SM")]);
    return rowCount === 1;
  });
}

/** Fills an empty database with the invented province: its dated tree, its officers and half a year of their work. */
export async function loadDemo(app: App): Promise<DemoSignIns> {
  await withOwner(app, loadAgencies);
  await createOfficers(app);
  await makeCustodianKeys(app);
  await tellStories(app);
  return { accounts, lines: demoSignIns };
}

async function withOwner<T>(app: App, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...app.setting.store.migrator, application_name: "minhxet demo" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
