import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { keyMakerOf, keyPetitions } from "./key-petitions.ts";
import { keySignatories } from "./key-signatories.ts";

const page = 500;
const nobody = "00000000-0000-0000-0000-000000000000";

/** Background: keys for every petition that has none of this edition, and for its signatories; then which keys are too common to look for. May run any number of times; says how many it wrote. */
export async function keyMissingPetitions(setting: Setting, asker: Asker): Promise<{ readonly keyed: number }> {
  const { version } = keyMakerOf(setting);
  let keyed = 0;
  let after = nobody;
  for (;;) {
    const ids = await transaction(setting.store, asker, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from app.petitions_to_key(${version}, ${after}::uuid, ${page}) id`.execute(tx);
      const found = rows.map((row) => row.id);
      await keyPetitions(tx, setting, found);
      await keySignatories(tx, setting, { petitionIds: found });
      return found;
    });
    keyed += ids.length;
    if (ids.length < page) break;
    after = ids.at(-1) ?? after;
  }
  await transaction(setting.store, asker, (tx) => sql`select app.note_common_keys()`.execute(tx));
  return { keyed };
}
