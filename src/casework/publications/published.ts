import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { parseInput } from "../parse-input.ts";
import { foldVietnamese } from "../people/index.ts";
import { notFound } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { inWords, type Publication, type PublicationRow, publicationRows } from "./publication.ts";

export const publishedInput = z.object({
  /** Words and numbers, with or without diacritics; all of them have to stand there. */
  q: z.string().trim().max(200).optional(),
  /** Code of an agency. */
  agency: z.string().trim().max(20).optional(),
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  /** Cursor of the last line of the page before: "2026-07-02_<id>". */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PublishedInput = z.input<typeof publishedInput>;

const wordsMost = 12;

/** What stands public, newest first, open to anyone. Throws "invalid-input". */
export async function listPublished(
  setting: Setting,
  input: PublishedInput,
): Promise<{ readonly lines: readonly Publication[]; readonly next?: string }> {
  const { q = "", agency, year, after, limit } = parseInput(publishedInput, input);
  const [from, to] = year === undefined ? [null, null] : [`${year}-01-01`, `${year}-12-31`];
  const [beforeOn, beforeId] = after ? [after.slice(0, 10), after.slice(11)] : [null, null];
  const rows = await transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const found = await sql<PublicationRow>`
        ${publicationRows}
        where p.id = any (array(select f.id from app.search_publications(${wordsQuery(q)}, ${
          agency
            ? sql`(select coalesce(
          (select id from agency where code = ${agency}), '00000000-0000-0000-0000-000000000000'::uuid))`
            : sql`null`
        }::uuid,
          ${from}::date, ${to}::date, ${beforeOn}::date, ${beforeId}::uuid, ${limit + 1}) f))
        order by p.published_on desc, p.id desc`.execute(tx);
      return found.rows;
    },
    { readOnly: true },
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    lines: page.map((row) => inWords(setting.law.packs, row)),
    ...(last ? { next: `${last.publishedOn}_${last.id}` } : {}),
  };
}

/** All words, the last one perhaps not finished; null when nothing is looked for. */
function wordsQuery(q: string): string | null {
  const words =
    foldVietnamese(q)
      .match(/[a-z0-9]+/g)
      ?.slice(0, wordsMost) ?? [];
  if (words.length === 0) return null;
  return words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(" & ");
}

/**
 * One thing that stands public, or stood and was replaced by another that does. Throws "not-found", also for what was
 * taken down.
 */
export async function openPublished(setting: Setting, input: { readonly id: string }): Promise<Publication> {
  const { id } = parseInput(z.object({ id: z.uuid() }), input);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<PublicationRow>`
        ${publicationRows} where p.id = ${id} and p.withdrawn_on is null
          and (p.replaced_on is null or app.stands(p.replaced_by))`.execute(tx);
      if (!rows[0]) throw notFound();
      return inWords(setting.law.packs, rows[0]);
    },
    { readOnly: true },
  );
}

/** Since when anything stands public: the years that can be chosen. */
export async function firstPublishedOn(setting: Setting): Promise<CivilDate | null> {
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{ on: CivilDate }>`
        select published_on as "on" from publication where withdrawn_on is null and replaced_on is null order by published_on, id limit 1`.execute(
        tx,
      );
      return rows[0]?.on ?? null;
    },
    { readOnly: true },
  );
}
