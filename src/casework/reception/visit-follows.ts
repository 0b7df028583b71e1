import { sql } from "kysely";
import type { VisitFollows } from "../petitions/index.ts";

/** Keeps the register's row with what became of its petitions. */
export const visitFollows: VisitFollows = {
  classified: async (tx, visitId) => {
    await sql`update visit set kinds = array(select k from unnest(array['complaint','denunciation','recommendation']) k
        where exists (select 1 from petition p where p.visit_id = ${visitId} and p.kind = k))
      where id = ${visitId}`.execute(tx);
  },
  routed: async (tx, visitId, { route, to, number }) => {
    const columns =
      route === "guide"
        ? sql`guided_to = ${to}, guidance_number = ${number}`
        : sql`transferred_to = ${to}, transfer_number = ${number}`;
    await sql`update visit set ${columns} where id = ${visitId}`.execute(tx);
  },
};
