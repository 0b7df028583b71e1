import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import pg from "pg";
import { type App, createApp } from "../../src/server/app.ts";
import { readConfig } from "../../src/server/config.ts";
import { environment, folderOf } from "../data-folder.ts";
import { communes, type Labelled } from "./labelled-set.ts";

const uuid = (name: string): string => {
  const hex = createHash("md5").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
export const petitionId = (no: number): string => uuid(`labelled petition ${no}`);
const agencyIdOf = (no: number): string => uuid(`labelled agency ${no}`);
const placeId = (name: string): string => uuid(`labelled place ${name}`);
const newOrderFrom = "2025-07-01";

/** Opens the labelled set of that seed in a database of its own, always from the present generator. */
export async function openLabelled(name: string, set: readonly Labelled[]): Promise<App> {
  const label = `duplicates-${name}`;
  rmSync(folderOf(label), { recursive: true, force: true });
  const app = await createApp(readConfig(environment(label, 0)), { mode: "serve" });
  await fill(app, set);
  return app;
}

async function fill(app: App, set: readonly Labelled[]): Promise<void> {
  const client = new pg.Client({ ...app.setting.store.keeper, application_name: "minhxet bench" });
  await client.connect();
  const insert = async (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  try {
    await client.query("set session_replication_role = replica");
    await fillTree(insert);
    await fillPetitions(insert, set);
    await client.query("reset session_replication_role");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

type Insert = (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>;

/** A province of twelve communes, each of three old ones, one of which had the name already. */
async function fillTree(insert: Insert): Promise<void> {
  const places = communes.flatMap(({ today, old }) => [
    { id: placeId(today), name: today, from: newOrderFrom, to: null },
    ...old.map((name) => ({ id: placeId(`old ${name}`), name, from: "2012-01-01", to: "2025-06-30" })),
  ]);
  const tree = [{ id: placeId("province"), name: "Tỉnh Đo Trùng", from: "2012-01-01", to: null }, ...places];
  await insert(
    "place",
    tree.map(({ id }, i) => ({ id, code: `P${i}` })),
  );
  await insert(
    "place_version",
    tree.map(({ id, name, from, to }, i) => ({
      place_id: id,
      valid_from: from,
      valid_to: to,
      name: i === 0 ? name : `Xã ${name}`,
      level: i === 0 ? "province" : "commune",
      remote: false,
    })),
  );
  await insert(
    "place_succession",
    communes.flatMap(({ today, old }) =>
      old.map((name) => ({
        from_id: placeId(`old ${name}`),
        to_id: placeId(today),
        on_date: newOrderFrom,
        basis: "Dữ liệu đo, giả định",
      })),
    ),
  );
  const agencies = [
    { name: "Tỉnh Đo Trùng", place: placeId("province") },
    ...communes.map(({ today }) => ({ name: `xã ${today}`, place: placeId(today) })),
  ];
  await insert(
    "agency",
    agencies.map((_, no) => ({ id: agencyIdOf(no), code: `D${no}` })),
  );
  await insert(
    "agency_version",
    agencies.map(({ name, place }, no) => ({
      agency_id: agencyIdOf(no),
      valid_from: "2012-01-01",
      name: `Ủy ban nhân dân ${name}`,
      short_name: `UBND ${name}`,
      level: no === 0 ? "province" : "commune",
      kind: "peoples-committee",
      parent_id: no === 0 ? null : agencyIdOf(0),
      place_id: place,
      head_title: "CHỦ TỊCH",
      symbol: "UBND",
    })),
  );
}

async function fillPetitions(insert: Insert, set: readonly Labelled[]): Promise<void> {
  const person = (no: number) => uuid(`labelled person ${no}`);
  await insert(
    "person",
    set.map(({ no, agency }) => ({ id: person(no), agency_id: agencyIdOf(agency), created_at: "2026-01-01" })),
  );
  const details = set.map(({ no, agency, person: given }) => ({
    person_id: person(no),
    agency_id: agencyIdOf(agency),
    full_name: given.name,
    id_kind: given.idNumber && "citizen-card",
    id_number: given.idNumber,
    birth_year: given.birthYear,
    address: given.address,
    phone: given.phone,
  }));
  await insert("person_detail", details);
  await insert(
    "petition",
    set.map(({ no, agency, receivedOn }) => ({
      id: petitionId(no),
      code: `D${agency}-${no}`,
      agency_id: agencyIdOf(agency),
      source: "post",
      received_on: receivedOn,
      kind: "complaint",
      state: "screening",
      people_count: 1,
      next_provisional: false,
      waiting_on: "us",
      registered_at: "2026-01-01",
      restricted: false,
    })),
  );
  await insert(
    "petition_text",
    set.map(({ no, content, respondent }) => ({ petition_id: petitionId(no), content, respondent })),
  );
  await insert(
    "petition_party",
    set.map(({ no }) => ({ petition_id: petitionId(no), person_id: person(no), role: "petitioner", ordinal: 0 })),
  );
}

const network = "bench";
const password = "do-trung-khong-phai-mat-khau";

/** A petition officer of each agency, signed in. */
export async function officersOf(app: App): Promise<readonly { readonly session: string }[]> {
  const signedIn: { session: string }[] = [];
  for (let no = 0; no <= communes.length; no++) {
    const username = `do.trung${no}`;
    const made = await app.access.createOfficer(app.command, {
      username,
      displayName: `Cán bộ ${username}`,
      agencyId: agencyIdOf(no),
      role: "petition-officer",
    });
    const once = await app.access.signIn({ username, password: made.oneTimePassword, network });
    await app.access.changePassword(
      { session: once.secret },
      { current: made.oneTimePassword, next: password, network },
    );
    const { secret } = await app.access.signIn({ username, password, network });
    signedIn.push({ session: secret });
  }
  return signedIn;
}
