import type { ClientBase } from "pg";
import { knownId } from "./known-ids.ts";
import { agencies, agencySuccessions, mergerBasis, newOrderFrom, placeSuccessions, places } from "./province.ts";

export const placeId = (code: string): string => knownId(`place ${code}`);
export const agencyId = (code: string): string => knownId(`agency ${code}`);

/** Writes the dated tree of the province in one transaction, as the owner of the schema. */
export async function loadAgencies(client: ClientBase): Promise<void> {
  await client.query("begin");
  await insert(
    client,
    "place",
    places.map((each) => ({ id: placeId(each.code), code: each.code })),
  );
  await insert(
    client,
    "place_version",
    places.map((each) => ({
      place_id: placeId(each.code),
      valid_from: each.from,
      valid_to: each.to,
      name: each.name,
      level: each.level,
      parent_id: each.parent && placeId(each.parent),
      remote: each.remote,
    })),
  );
  await insert(
    client,
    "place_succession",
    placeSuccessions.flatMap(([from, to]) =>
      to.map((each) => ({ from_id: placeId(from), to_id: placeId(each), on_date: newOrderFrom, basis: mergerBasis })),
    ),
  );
  await insert(
    client,
    "agency",
    agencies.map((each) => ({ id: agencyId(each.code), code: each.code })),
  );
  await insert(
    client,
    "agency_version",
    agencies.map((each) => ({
      agency_id: agencyId(each.code),
      valid_from: each.from,
      valid_to: each.to,
      name: each.name,
      short_name: each.shortName,
      level: each.level,
      kind: each.kind,
      parent_id: each.parent && agencyId(each.parent),
      place_id: placeId(each.place),
      head_title: each.headTitle,
      symbol: each.symbol,
    })),
  );
  await insert(
    client,
    "agency_succession",
    agencySuccessions.map((each) => ({
      from_id: agencyId(each.from),
      to_id: agencyId(each.to),
      on_date: each.on,
      basis: mergerBasis,
    })),
  );
  await client.query("commit");
}

type Table = "place" | "place_version" | "place_succession" | "agency" | "agency_version" | "agency_succession";

async function insert(client: ClientBase, table: Table, rows: readonly Readonly<Record<string, unknown>>[]) {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
