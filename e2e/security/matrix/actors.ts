import type { Grant, Permission, Role } from "../../../src/casework/access/index.ts";
import type { TestOffice } from "../../../src/server/testing.ts";
import { openClient } from "../../../src/store/pool.ts";
import { mark } from "./secrets.ts";

/** Each role once; a new one does not compile before it is here. */
const roleTable = {
  "reception-officer": true,
  "petition-officer": true,
  clerk: true,
  "settlement-officer": true,
  head: true,
  inspectorate: true,
  administrator: true,
  custodian: true,
} as const satisfies Record<Role, true>;
export const roles = Object.keys(roleTable) as readonly Role[];

export type Where = "here" | "elsewhere" | "above";
/** Officers told apart from others with their role: by an assignment, by being the accused, or by acting for the head. */
export type Other = "named" | "accused" | "acting";

type Can = (grants: readonly Grant[], permission: Permission, agencyId: string) => boolean;

/** One who asks. `nobody` has no session; nor has who holds a receipt, but the secrets on them. */
export interface Actor {
  readonly id: string;
  readonly role: Role | "nobody" | "receipt-holder";
  readonly where: Where;
  readonly other?: Other;
  readonly officerId: string | null;
  readonly grants: readonly Grant[];
  readonly cookie: string;
  /** False for roles that find nobody by any word: six of the words prove it. */
  readonly searches: boolean;
}

const special: readonly (readonly [Role, Other])[] = [
  ["settlement-officer", "named"],
  ["petition-officer", "accused"],
  ["head", "accused"],
  ["custodian", "accused"],
  ["clerk", "acting"],
];

/** Why the head's role was handed over. */
export const delegationReason = mark();

/** Every role in the commune, in another commune and in the province above; those told apart; and nobody. */
export async function hireActors(office: TestOffice, can: Can): Promise<readonly Actor[]> {
  const places: readonly Where[] = ["here", "elsewhere", "above"];
  const wanted: readonly (readonly [Role, Where, Other?])[] = [
    ...places.flatMap((where) => roles.map((role) => [role, where] as const)),
    ...special.map(([role, other]) => [role, "here", other] as const),
  ];
  await delegate(office);
  const actors = await Promise.all(wanted.map(([role, where, other]) => hire(office, can, role, where, other)));
  const without = (["nobody", "receipt-holder"] as const).map(
    (role): Actor => ({ id: role, role, where: "elsewhere", officerId: null, grants: [], cookie: "", searches: false }),
  );
  return [...without, ...actors];
}

async function hire(office: TestOffice, can: Can, role: Role, where: Where, other?: Other): Promise<Actor> {
  const asker = await office.as(role, where, other);
  const { grants } = await office.app.access.me(asker);
  const written = office.app.cookie.write(asker.session, new Date(Date.now() + 3_600_000));
  return {
    id: [role, where, ...(other ? [other] : [])].join("."),
    role,
    where,
    ...(other ? { other } : {}),
    officerId: await office.officerId(role, where, other),
    grants,
    cookie: written.split(";")[0] ?? "",
    searches: grants.some((each) =>
      (["petition:read", "person:read"] as const).some((it) => can(grants, it, each.agencyId)),
    ),
  };
}

/** The database ends a delegation by its own day: whatever day the test runs on lies in this one. */
async function delegate(office: TestOffice): Promise<void> {
  const officerId = await office.officerId("clerk", "here", "acting");
  const client = openClient(office.app.setting.store.migrator, "matrix");
  await client.connect();
  try {
    await client.query("update officer set job_title = 'Phó Chủ tịch' where id = $1", [officerId]);
    const day = office.app.today();
    await office.app.access.delegateHead(await office.as("head"), {
      agencyId: office.communeId,
      officerId,
      form: "KT",
      from: day,
      to: day,
      reason: `Thông báo số 1 ${delegationReason}`,
    });
    await client.query("update delegation set valid_from = '2010-01-01', valid_to = '2099-12-31'");
  } finally {
    await client.end();
  }
}
