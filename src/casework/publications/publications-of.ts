import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { inWords, type Publication, type PublicationRow, publicationRows } from "./publication.ts";

/** A publication as the office sees it beside its matter. */
export interface MatterPublication extends Publication {
  readonly withdrawnOn: CivilDate | null;
  /** Why it was taken down; never published. */
  readonly reason: string | null;
  readonly mayWrite: boolean;
}

/** What was made public of a matter, the oldest first. Throws "not-found" for whoever may not see the matter. */
export async function publicationsOf(
  setting: Setting,
  asker: Asker,
  input: { readonly matterId: string },
): Promise<{ readonly code: string; readonly publications: readonly MatterPublication[] }> {
  const { matterId } = parseInput(z.object({ matterId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const matter = await sql<{ code: string; agencyId: string }>`
        select code, agency_id as "agencyId" from matter where id = ${matterId}`.execute(tx);
      const found = matter.rows[0];
      if (!found) throw notFound();
      const { rows } = await sql<PublicationRow & Pick<MatterPublication, "withdrawnOn" | "reason">>`
        with mine as materialized (${publicationRows} join publication_source s on s.publication_id = p.id and s.matter_id = ${matterId})
        select m.*, (select t.reason from publication_text t where t.publication_id = m.id order by t.seq desc limit 1) as reason
        from mine m order by m."publishedOn", m.id`.execute(tx);
      const mayWrite = can(whoAsks(tx).grants, "publication:write", found.agencyId);
      return {
        code: found.code,
        publications: rows.map((row) => ({
          ...inWords(setting.law.packs, row),
          withdrawnOn: row.withdrawnOn,
          reason: row.reason,
          mayWrite: mayWrite && row.withdrawnOn === null,
        })),
      };
    },
    { readOnly: true },
  );
}
