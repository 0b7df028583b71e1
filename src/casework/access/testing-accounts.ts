import { randomBytes, randomUUIDv7 } from "node:crypto";
import { noBreachedPasswords } from "../../server/auth/breached-passwords.ts";
import { openCredentials } from "../../server/auth/credentials.ts";
import { databasePasskeys } from "../../server/auth/passkeys.ts";
import { databaseSecondFactors } from "../../server/auth/second-factor.ts";
import { databaseSignOnLinks } from "../../server/auth/single-sign-on.ts";
import { databaseThrottle } from "../../server/auth/throttle.ts";
import { prepareAccess } from "../../server/prepare-database.ts";
import { readSecrets } from "../../server/secrets.ts";
import type { Store } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { openTestDatabase } from "../../store/testing.ts";
import { civilDate } from "../../time/civil-date.ts";
import { type AccountsSetting, changePassword, type SignedIn, type SignInInput, signIn } from "./accounts.ts";
import { createOfficer } from "./accounts-admin.ts";
import type { Role } from "./policy.ts";

export const network = "203.0.113.0/24";
export const goodPassword = "thuyền nan qua sông rộng";

/** Accounts over a database of their own with a clock that the test moves: a province and two communes, without officers. */
export async function openTestAccounts() {
  const store = await openTestDatabase();
  const secrets = readSecrets(store.dataDir);
  await prepareAccess(store, secrets);
  const agencies = { province: randomUUIDv7(), commune: randomUUIDv7(), other: randomUUIDv7() };
  await addAgencies(store, agencies);
  const clock = { now: new Date("2026-11-24T02:00:00Z") };
  const setting: AccountsSetting = {
    store,
    today: () => civilDate("2026-11-24"),
    now: () => clock.now,
    newId: () => randomUUIDv7(),
    credentials: await openCredentials(store.authPool, secrets.library),
    secondFactors: databaseSecondFactors(store.authPool, secrets.secondFactor, () => clock.now),
    passkeys: databasePasskeys(store.authPool, "http://localhost:8080", () => clock.now),
    signOn: { links: databaseSignOnLinks(store.authPool) },
    breached: noBreachedPasswords,
    throttle: databaseThrottle(store.authPool, randomBytes(32), () => clock.now),
    task: { job: secrets.task },
  };
  const command = { job: secrets.command };
  const enter = (username: string, more: Partial<SignInInput> = {}): Promise<SignedIn> =>
    signIn(setting, { username, password: goodPassword, network, ...more });
  /** An officer who has changed the one-time password. */
  const hire = async (username: string, role: Role, agencyId = agencies.commune) => {
    const made = await createOfficer(setting, command, { username, displayName: `Cán bộ ${username}`, agencyId, role });
    const first = await enter(username, { password: made.oneTimePassword });
    const asker = { session: first.secret } as const;
    await changePassword(setting, asker, { current: made.oneTimePassword, next: goodPassword, network });
    return { officerId: made.officerId, username, asker };
  };
  const later = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };
  return { store, setting, command, agencies, clock, later, enter, hire };
}

async function addAgencies(
  store: Store,
  { province, commune, other }: Record<"province" | "commune" | "other", string>,
) {
  const client = openClient(store.migrator, "test");
  await client.connect();
  for (const [id, code, name, parent] of [
    [province, "TH", "tỉnh Thử", null],
    [commune, "TH.A", "xã Thử A", province],
    [other, "TH.B", "xã Thử B", province],
  ] as const) {
    const level = parent === null ? "province" : "commune";
    await client.query("insert into place (id, code) values ($1, $2)", [id, code]);
    await client.query("insert into agency (id, code) values ($1, $2)", [id, code]);
    await client.query(
      `insert into agency_version (agency_id, valid_from, name, short_name, level, kind, parent_id, place_id, head_title, symbol)
       values ($1, '2010-01-01', $2, $2, $3, 'peoples-committee', $4, $1, 'CHỦ TỊCH', 'UBND')`,
      [id, name, level, parent],
    );
  }
  await client.end();
}
