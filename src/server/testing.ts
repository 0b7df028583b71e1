import { argon2, randomUUIDv7 } from "node:crypto";
import { promisify } from "node:util";
import type { Role } from "../casework/access/index.ts";
import type { Asker } from "../casework/setting.ts";
import type { Store } from "../store/index.ts";
import { openClient } from "../store/pool.ts";
import { openTestDatabase } from "../store/testing.ts";
import { civilDate } from "../time/civil-date.ts";
import { type App, createApp } from "./app.ts";
import type { Config } from "./config.ts";

/** In the commune, in the other one, or in the province above both. */
type Where = "here" | "elsewhere" | "above";

export interface TestOffice {
  readonly app: App;
  readonly communeId: string;
  readonly otherCommuneId: string;
  readonly provinceId: string;
  /** A signed-in officer with that role in the commune (or the other one, or the province). */
  as(role: Role, where?: Where, other?: string): Promise<Asker & { readonly session: string }>;
  /** `other`: one more officer with the same role, told apart by this word. */
  officerId(role: Role, where?: Where, other?: string): Promise<string>;
  close(): Promise<void>;
}

const provinceId = randomUUIDv7();

/** Every test officer's password; the username is "<role>.here". */
export const testPassword = "Mat-khau-thu-nghiem-2026";

/** The real application over a database of its own: a synthetic province with two communes, an officer for each role made when asked for. */
export async function openTestOffice(
  options: { readonly today?: string; readonly store?: Store; readonly config?: Partial<Config> } = {},
): Promise<TestOffice> {
  const store = options.store ?? (await openTestDatabase());
  const [communeId, otherCommuneId] = [randomUUIDv7(), randomUUIDv7()];
  const client = openClient(store.migrator, "test office");
  await client.connect();
  for (const [id, code, name, parent, remote] of [
    [provinceId, "TT", "tỉnh Thử Nghiệm", null, false],
    [communeId, "TT.A", "xã An Thử", provinceId, false],
    [otherCommuneId, "TT.B", "xã Bình Thử", provinceId, true],
  ] as const) {
    const level = parent === null ? "province" : "commune";
    await client.query("insert into place (id, code) values ($1, $2)", [id, code]);
    await client.query(
      "insert into place_version (place_id, valid_from, name, level, parent_id, remote) values ($1, '2010-01-01', $2, $3, $4, $5)",
      [id, name, level, parent, remote],
    );
    await client.query("insert into agency (id, code) values ($1, $2)", [id, code]);
    await client.query(
      `insert into agency_version (agency_id, valid_from, name, short_name, level, kind, parent_id, place_id, head_title, symbol)
       values ($1, '2010-01-01', $2, $2, $3, 'peoples-committee', $4, $1, 'CHỦ TỊCH', 'UBND')`,
      [id, `Ủy ban nhân dân ${name}`, level, parent],
    );
  }
  await client.end();
  const app = await createApp(
    {
      port: 0,
      host: "127.0.0.1",
      dataDir: store.dataDir,
      demo: false,
      publicUrl: "http://127.0.0.1:8080",
      trustedProxies: 0,
      logLevel: "silent",
      today: civilDate(options.today ?? "2026-11-24"),
      ...options.config,
    },
    { mode: "join", store },
  );
  const made = new Map<string, Promise<{ id: string; asker: Asker & { session: string } }>>();
  const agencyIds = { here: communeId, elsewhere: otherCommuneId, above: provinceId };
  const officer = (role: Role, where: Where, other?: string) => {
    const key = other ? `${role}.${where}.${other}` : `${role}.${where}`;
    const known = made.get(key) ?? hire(app, role, agencyIds[where], key);
    made.set(key, known);
    return known;
  };
  return {
    app,
    communeId,
    otherCommuneId,
    provinceId,
    as: async (role, where = "here", other) => (await officer(role, where, other)).asker,
    officerId: async (role, where = "here", other) => (await officer(role, where, other)).id,
    close: () => app.close(),
  };
}

async function hire(app: App, role: Role, agencyId: string, username: string) {
  const hired = await app.access.createOfficer(app.command, {
    username,
    displayName: `Cán bộ ${username}`,
    agencyId,
    role,
  });
  // A password hashed at the least cost: the real one, five times for each officer, took a tenth of the whole test run.
  const client = openClient(app.setting.store.migrator, "test office");
  await client.connect();
  await client.query('update auth.account set password = $1 where "userId" = $2', [await cheapHash, hired.officerId]);
  await client.query("update officer set must_change_password = false where id = $1", [hired.officerId]);
  await client.end();
  const network = "203.0.113.0/24";
  const { secret } = await app.access.signIn({ username, password: testPassword, network });
  return { id: hired.officerId, asker: { session: secret } };
}

const cheapHash = promisify(argon2)("argon2id", {
  message: Buffer.from(testPassword),
  nonce: Buffer.alloc(16),
  memory: 8,
  passes: 1,
  parallelism: 1,
  tagLength: 32,
}).then((tag) => `$argon2id$v=19$m=8,t=1,p=1$${unpadded(Buffer.alloc(16))}$${unpadded(tag)}`);
const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
