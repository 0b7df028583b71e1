import { createHash } from "node:crypto";
import type { App } from "../src/server/app.ts";

export type BenchAsker = ReturnType<App["sessionOf"]>;

/** Eight petition officers: four of the agency with a fifth of all petitions, four of communes. */
export const officerAgencies = [0, 0, 0, 0, 7, 23, 42, 81] as const;

/** Eight who sit at counters of communes; these agencies' ids have the shape that the visit's form asks for. */
const counterAgencies: readonly number[] = [7, 22, 26, 33, 42, 46, 54, 57];

const password = "do-toc-do-khong-phai-mat-khau";
const network = "bench";

export function benchAgencyId(n: number): string {
  const hex = createHash("md5").update(`agency ${n}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

interface Account {
  readonly username: string;
  readonly agencyNo: number;
  readonly roles: readonly ["petition-officer", "settlement-officer"] | readonly ["reception-officer"];
}

const accounts: readonly Account[] = [
  ...officerAgencies.map((agencyNo, i) => ({
    username: `do.tocdo${i}`,
    agencyNo,
    roles: ["petition-officer", "settlement-officer"] as const,
  })),
  ...counterAgencies.map((agencyNo, i) => ({
    username: `do.quay${i}`,
    agencyNo,
    roles: ["reception-officer"] as const,
  })),
];

export async function prepareOfficers(app: App): Promise<void> {
  for (const { username, agencyNo, roles } of accounts) {
    const agencyId = benchAgencyId(agencyNo);
    const [role, ...others] = roles;
    const made = await app.access.createOfficer(app.command, {
      username,
      displayName: `Cán bộ ${username}`,
      agencyId,
      role,
    });
    for (const other of others) {
      await app.access.grantRole(app.command, { officerId: made.officerId, agencyId, role: other, from: app.today() });
    }
    const session = await app.access.signIn({ username, password: made.oneTimePassword, network });
    await app.access.changePassword(
      { session: session.secret },
      { current: made.oneTimePassword, next: password, network },
    );
    await app.access.signOut({ session: session.secret });
  }
}

export interface BenchClient {
  readonly index: number;
  readonly agencyNo: number;
  readonly agencyId: string;
  readonly officerId: string;
  readonly asker: BenchAsker;
  /** `name=value`, for requests over HTTP. */
  readonly cookie: string;
}

/** The eight petition officers, signed in. */
export const signInAll = (app: App): Promise<readonly BenchClient[]> =>
  signIn(app, accounts.slice(0, officerAgencies.length));

/** The eight officers at the counters. */
export const signInCounters = (app: App): Promise<readonly BenchClient[]> =>
  signIn(app, accounts.slice(officerAgencies.length));

function signIn(app: App, who: readonly Account[]): Promise<readonly BenchClient[]> {
  return Promise.all(
    who.map(async ({ username, agencyNo }, index) => {
      const { secret, expiresAt, officer } = await app.access.signIn({ username, password, network });
      const cookie = app.cookie.write(secret, expiresAt).split(";")[0] ?? "";
      return {
        index,
        agencyNo,
        agencyId: benchAgencyId(agencyNo),
        officerId: officer.id,
        asker: { session: secret },
        cookie,
      };
    }),
  );
}
