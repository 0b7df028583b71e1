import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { type PlaceBook, type PlaceSuccession, type PlaceVersion, placeBook } from "./places.ts";

/** How long a process goes on with the tree it read: communes are merged once in years. */
const milliseconds = 60_000;

const kept = new WeakMap<object, { readonly book: PlaceBook; readonly until: number }>();

/** The dated tree of places, read in the caller's transaction when it was not read lately. */
export async function knownPlaces(tx: Trx, setting: Setting): Promise<PlaceBook> {
  const known = kept.get(setting.store);
  if (known && performance.now() < known.until) return known.book;
  const book = await readPlaces(tx, setting.today());
  kept.set(setting.store, { book, until: performance.now() + milliseconds });
  return book;
}

async function readPlaces(tx: Trx, today: CivilDate): Promise<PlaceBook> {
  const versions = await sql<PlaceVersion>`
    select place_id as id, name, level, not bool_or(valid_to is null or valid_to >= ${today}::date) over (partition by place_id) as gone
    from place_version`.execute(tx);
  const successions = await sql<PlaceSuccession>`
    select distinct from_id as "fromId", to_id as "toId" from place_succession where on_date <= ${today}::date`.execute(
    tx,
  );
  return placeBook(versions.rows, successions.rows);
}
