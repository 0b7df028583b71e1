import type { TestOffice } from "../../../src/server/testing.ts";
import { openClient } from "../../../src/store/pool.ts";
import { type Maker, mark } from "./secrets.ts";

/**
 * A marked address and a waiting notice for every petition, against the rules for denunciations and what is unsorted too:
 * the sender must leave those alone by itself. One in three was given up before.
 */
export async function plantNotices(office: TestOffice, maker: Maker): Promise<void> {
  const client = openClient(office.app.setting.store.migrator, "matrix");
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>("select id from petition order by id");
    const traces = rows.map(() => mark());
    maker.nobody("told-at", "where a petitioner asked to be told of news", traces);
    for (const [no, { id }] of rows.entries()) {
      await client.query("insert into notice_address values ($1, 'email', $2, '2026-11-24')", [
        id,
        `${traces[no]}@vidu.vn`,
      ]);
      await client.query(
        `insert into notice (id, petition_id, agency_id, kind, state, ended_at, failure)
         select gen_random_uuid(), id, agency_id, 'progress', $2, $3, $4 from petition where id = $1`,
        no % 3 === 0 ? [id, "undelivered", new Date(), "HTTP 500"] : [id, "waiting", null, null],
      );
    }
  } finally {
    await client.end();
  }
}
