import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";

/** Background: the search row of a matter's petitions takes in what the acts said since. May run any number of times. */
export async function indexMatter(setting: Setting, asker: Asker, input: { readonly matterId: string }): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    await sql`
      select app.index_petition(p.id, p.agency_id, p.sealed_to, p.received_on,
        coalesce((select string_agg(d.full_name, ' | ' order by pp.ordinal) from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), ''),
        concat_ws(E'\\n', p.code, m.code, t.content, t.request, t.contested_act, t.respondent,
          (select string_agg(x.body, E'\\n' order by x.seq) from matter_text x where x.matter_id = m.id)))
      from matter_petition mp join petition p on p.id = mp.petition_id join matter m on m.id = mp.matter_id join petition_text t on t.petition_id = p.id
      where mp.matter_id = ${input.matterId}`.execute(tx);
  });
}
