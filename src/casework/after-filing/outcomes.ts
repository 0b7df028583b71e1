import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { chainHash, textDigest } from "../audit/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import type { PetitionKind } from "../petitions/index.ts";
import { notAllowed, notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { Solved } from "./rate.ts";

/** What a petitioner said of the outcome, as the second person reads it. */
export interface Outcome {
  readonly id: string;
  readonly code: string;
  readonly kind: PetitionKind | null;
  readonly solved: Solved;
  readonly body: string;
  readonly on: CivilDate;
  readonly readOn: CivilDate | null;
  readonly reader: string | null;
  readonly note: string | null;
}

const filter = z.object({
  /** Those that nobody has read alone. */
  unread: z.boolean().default(false),
  /** Cursor of the last line of the page before: "2026-07-02_<id>". */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type OutcomesFilter = z.input<typeof filter>;

/** Newest first; whoever settles or settled a matter does not see what is said of it. Throws "not-allowed". */
export async function listOutcomes(
  setting: Setting,
  asker: Asker,
  input: OutcomesFilter,
): Promise<{ readonly lines: readonly Outcome[]; readonly next?: string }> {
  const { unread, after, limit } = parseInput(filter, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const agencies = agenciesWhere(whoAsks(tx).grants, "outcome:read");
      if (agencies.length === 0) throw notAllowed();
      const before = after
        ? sql`and (r.given_on, r.id) < (${after.slice(0, 10)}::date, ${after.slice(11)}::uuid)`
        : sql``;
      const { rows } = await sql<Outcome & { petitionId: string }>`
        with page as materialized (select r.* from petition_rating r
          where r.agency_id = any(${agencies}::uuid[]) ${unread ? sql`and r.read_on is null` : sql``} ${before}
          order by r.given_on desc, r.id desc limit ${limit})
        select r.id, p.code, p.kind, r.solved, r.body, r.given_on as "on", r.read_on as "readOn", o.display_name as reader, r.note
        from page r join app.rated_petitions(array(select petition_id from page)) p on p.id = r.petition_id
        left join officer o on o.id = r.read_by order by r.given_on desc, r.id desc`.execute(tx);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { lines: rows, ...(last ? { next: `${last.on}_${last.id}` } : {}) };
    },
    { readOnly: true },
  );
}

const reading = z.object({ key: z.uuid(), outcomeId: z.uuid(), note: z.string().trim().max(2000).default("") });
export type ReadOutcomeInput = z.input<typeof reading>;

/** The second person has read it, and notes what is done about it. Throws "not-found" for whoever may not. */
export async function readOutcome(
  setting: Setting,
  asker: Asker,
  input: ReadOutcomeInput,
): Promise<{ readonly outcomeId: string }> {
  const { key, outcomeId, note } = parseInput(reading, input);
  return runOnce(setting, asker, key, "read-outcome", async (tx) => {
    const { officerId } = whoAsks(tx);
    const { rows } = await sql<{ end: { petitionId: string; seq: number; hash: string } | null }>`
      select app.end_of_rated_chain(${outcomeId}::uuid) as "end"`.execute(tx);
    const end = rows[0]?.end;
    if (!end) throw notFound();
    const today = setting.today();
    await sql`update petition_rating set read_by = ${officerId}, read_on = ${today}, note = ${note || null}
      where id = ${outcomeId}`.execute(tx);
    const at = setting.now().toISOString();
    const seq = end.seq + 1;
    const data = { rating: outcomeId, digest: textDigest(note) };
    const entry = { id: end.petitionId, seq, what: "outcome-read", on: today, at, officer: officerId, data };
    const event = {
      seq,
      on_date: today,
      recorded_at: at,
      data,
      prev_hash: end.hash,
      hash: chainHash(Buffer.from(end.hash, "hex"), entry).toString("hex"),
    };
    await sql`select app.rating_was_read(${outcomeId}::uuid, ${JSON.stringify(event)}::jsonb)`.execute(tx);
    return { outcomeId };
  });
}
