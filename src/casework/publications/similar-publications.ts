import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import { syllablePairs } from "../people/index.ts";
import type { Setting } from "../setting.ts";
import { inWords, type Publication, type PublicationRow, publicationRows } from "./publication.ts";

const shownMost = 3;
const lookedAt = 20;
/** Fewer words in common are chance. */
const sharedLeast = 3;
/** Letters of what was written that are looked for: a matter is told at the beginning. */
const readMost = 4000;

/** Up to three published decisions whose words share the most with what was written, the best first. */
export async function similarPublications(setting: Setting, written: string): Promise<readonly Publication[]> {
  const asked = syllablePairs(written);
  if (asked.size < sharedLeast) return [];
  const rows = await transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const found = await sql<PublicationRow>`
        ${publicationRows} join app.similar_publications(${written.slice(0, readMost)}, ${lookedAt}) s on s.id = p.id
        order by s.rank desc, p.id desc`.execute(tx);
      return found.rows;
    },
    { readOnly: true },
  );
  return rows
    .map((row) => ({ row, shared: sharedWith(asked, `${row.field}. ${row.extract}`) }))
    .filter(({ shared }) => shared >= sharedLeast)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, shownMost)
    .map(({ row }) => inWords(setting.law.packs, row));
}

function sharedWith(asked: ReadonlySet<string>, text: string): number {
  return [...syllablePairs(text)].filter((pair) => asked.has(pair)).length;
}
