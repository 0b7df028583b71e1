import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { compare, type Evidence, samePerson, sorted } from "./evidence.ts";
import { keyMakerOf } from "./key-petitions.ts";
import type { Compared } from "./keys.ts";
import { likelihood, shownFrom } from "./likelihood.ts";
import { knownPlaces } from "./place-rows.ts";

export interface Candidate {
  readonly id: string;
  /** False: of another agency, of which the asker learns no more than that it exists. */
  readonly seen: boolean;
  readonly code: string;
  readonly agencyId: string;
  readonly receivedOn: CivilDate;
  readonly kind: "complaint" | "denunciation" | "recommendation" | null;
  readonly evidence: Evidence;
  readonly likelihood: number;
}

interface Row extends Omit<Candidate, "evidence" | "likelihood"> {
  /** Joined by commas: the driver reads arrays letter by letter. */
  readonly keys: string;
  readonly marks: string;
  readonly sketch: string;
}

const candidatesMax = 25;

/** Petitions that share something with this one, as far as the asker may know of them, with what speaks for each; `blind`: it is a denunciation. */
export async function candidatesOf(
  tx: Trx,
  setting: Setting,
  petition: Compared,
  leave: string | null,
  blind: boolean,
): Promise<readonly Candidate[]> {
  const keyed = keyMakerOf(setting).keysOf(petition, await knownPlaces(tx, setting));
  const { rows } = await sql<Row>`
    select petition_id as id, seen, code, agency_id as "agencyId", received_on as "receivedOn", kind, array_to_string(keys, ',') as keys, array_to_string(marks, ',') as marks, array_to_string(sketch, ',') as sketch
    from app.duplicate_candidates(${`{${keyed.keys.join(",")}}`}::bigint[], ${leave}::uuid, ${candidatesMax})`.execute(
    tx,
  );
  const mine = sorted(keyed);
  return rows.map(({ keys, marks, sketch, ...row }) => {
    const [pairs = 0, ...least] = sketch.split(",").map(Number);
    const theirs = sorted({ keys: keys.split(","), marks: marks.split(","), sketch: { pairs, least } });
    const evidence = compare(mine, theirs);
    return { ...row, evidence, likelihood: likelihood(evidence, blind || row.kind === "denunciation") };
  });
}

/** Those to show, likeliest first. Of another agency only what the same person handed in there (settled 3). */
export function shownOf(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  return candidates
    .filter((each) => each.likelihood >= shownFrom && (each.seen || samePerson(each.evidence)))
    .toSorted((a, b) => b.likelihood - a.likelihood)
    .slice(0, most);
}
