import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { Setting } from "../setting.ts";
import { compare, sorted } from "./evidence.ts";
import { keyMakerOf } from "./key-petitions.ts";
import type { Compared } from "./keys.ts";
import { likelihood, shownFrom } from "./likelihood.ts";
import { knownPlaces } from "./place-rows.ts";

interface TrackedKeys {
  readonly kind: string | null;
  readonly keys: string;
  readonly marks: string;
  readonly sketch: string;
}

/**
 * Whether what is about to be sent looks like the petition that a receipt opens; `null` for a wrong receipt, and while the
 * petition has no keys yet. Nobody is compared with a denunciation (settled 3).
 */
export async function sameAsTracked(
  tx: Trx,
  setting: Setting,
  receipt: { readonly code: string; readonly secretHash: Buffer },
  draft: Omit<Compared, "placeId"> & { readonly agencyCode: string; readonly kind: string | undefined },
): Promise<boolean | null> {
  const { rows } = await sql<{ theirs: TrackedKeys | null; placeId: string | null }>`
    select app.tracked_keys(${receipt.code}, ${receipt.secretHash}) as theirs, (select v.place_id from agency a join agency_version v on v.agency_id = a.id
      where a.code = ${draft.agencyCode} order by v.valid_from desc limit 1) as "placeId"`.execute(tx);
  const { theirs, placeId } = rows[0] ?? {};
  if (!theirs) return null;
  const blind = draft.kind === "denunciation" || theirs.kind === "denunciation";
  const book = await knownPlaces(tx, setting);
  const mine = keyMakerOf(setting).keysOf(
    { ...draft, people: blind ? [] : draft.people, placeId: placeId ?? null },
    book,
  );
  const [pairs = 0, ...least] = theirs.sketch.split(",").map(Number);
  const other = { keys: theirs.keys.split(","), marks: theirs.marks.split(","), sketch: { pairs, least } };
  return likelihood(compare(sorted(mine), sorted(other)), blind) >= shownFrom;
}
