import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { Setting } from "../setting.ts";
import { type ComparedPerson, type KeyMaker, keyMaker } from "./keys.ts";
import { knownPlaces } from "./place-rows.ts";

interface PetitionToKey {
  readonly id: string;
  readonly kind: string | null;
  readonly placeId: string | null;
  readonly content: string;
  readonly request: string | null;
  readonly contestedAct: string | null;
  readonly respondent: string | null;
  readonly people: readonly ComparedPerson[];
}

const makers = new WeakMap<Buffer, KeyMaker>();

export function keyMakerOf(setting: Pick<Setting, "lookUpKey">): KeyMaker {
  const known = makers.get(setting.lookUpKey) ?? keyMaker(setting.lookUpKey);
  makers.set(setting.lookUpKey, known);
  return known;
}

/** Petitions as they are compared, of those the asker may see. Who denounces is never among the people. */
export async function petitionsToCompare(tx: Trx, ids: readonly string[]): Promise<readonly PetitionToKey[]> {
  const { rows } = await sql<PetitionToKey>`
    select p.id, p.kind, av.place_id as "placeId", t.content, t.request, t.contested_act as "contestedAct", t.respondent,
      case when p.kind = 'denunciation' then '[]'::jsonb else coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'idNumber', d.id_number,
          'phone', d.phone, 'birthYear', d.birth_year, 'address', d.address) order by x.ordinal)
        from (select * from petition_party pp where pp.petition_id = p.id order by pp.ordinal limit 5) x
        join person_detail d on d.person_id = x.person_id), '[]') end as people
    from petition p join petition_text t on t.petition_id = p.id
    left join lateral (select v.place_id from agency_version v where v.agency_id = p.agency_id and v.valid_from <= p.received_on
      order by v.valid_from desc limit 1) av on true
    where p.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** Writes the keys of petitions from what is stored now, in the transaction that changed them. */
export async function keyPetitions(tx: Trx, setting: Setting, ids: readonly string[]): Promise<void> {
  const maker = keyMakerOf(setting);
  const book = await knownPlaces(tx, setting);
  const petitions = await petitionsToCompare(tx, ids);
  const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;
  const rows = petitions.map((petition) => {
    const { keys, marks, sketch } = maker.keysOf(petition, book);
    return {
      petition_id: petition.id,
      version: maker.version,
      keys: list(keys),
      marks: list(marks),
      sketch: list([sketch.pairs, ...sketch.least]),
    };
  });
  if (rows.length > 0) await sql`select app.store_petition_keys(${JSON.stringify(rows)}::jsonb)`.execute(tx);
}
