import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { agenciesWhere, type Who, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { foldVietnamese } from "../people/index.ts";
import type { Asker, Setting } from "../setting.ts";

export const views = ["mine", "unit", "all", "overdue", "waiting"] as const;
export type ListView = (typeof views)[number];

const filter = z.object({
  view: z.enum(views).default("unit"),
  /** Free text: a code or number, an ID number, a person's name, or words of the content. */
  q: z.string().trim().max(200).optional(),
  kind: z.enum(["complaint", "denunciation", "recommendation"]).optional(),
  state: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Cursor of the last line of the page before: "2026-07-02_<id>". */
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type ListFilter = z.input<typeof filter>;
type Filter = z.output<typeof filter>;

export interface PetitionLine {
  readonly id: string;
  readonly code: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly receivedOn: CivilDate;
  /** Which door it came by. */
  readonly source: "counter" | "import" | "post" | "online" | "forwarded";
  readonly kind: "complaint" | "denunciation" | "recommendation" | null;
  readonly state: string;
  readonly petitioner: string | null;
  readonly peopleCount: number;
  /** How many times it was handed over. */
  readonly transfers: number;
  readonly summary: string;
  readonly assignee: string | null;
  readonly matterId: string | null;
  readonly matterCode: string | null;
  readonly matterState: string | null;
  readonly procedure: string | null;
  readonly lawPack: string | null;
  readonly nextAct: string | null;
  readonly nextDueOn: CivilDate | null;
  readonly nextProvisional: boolean;
  readonly waitingOn: "us" | "petitioner" | "others" | "calendar" | "nobody";
  /** The petitioner wrote something that nobody here has marked as read. */
  readonly unread: boolean;
}

export interface PetitionPage {
  readonly lines: readonly PetitionLine[];
  /** Cursor for the next page; absent on the last. */
  readonly next?: string;
  readonly today: CivilDate;
}

/** One page of petitions, newest first (overdue: the longest overdue first), within the asker's rights. */
export async function listPetitions(setting: Setting, asker: Asker, input: ListFilter): Promise<PetitionPage> {
  const wanted = parseInput(filter, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const today = setting.today();
    // A list is planned once on a connection: with its values the planner plans anew at each call, which takes as long as
    // the list (at a million, 8 clients: 239 lists a second, 489 planned once). A search must see its values.
    if (!wanted.q) await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
    const lines = await linesOf(tx, await matching(tx, who, wanted, today, wanted.limit), wanted.view === "overdue");
    const last = lines.length === wanted.limit ? lines.at(-1) : undefined;
    return {
      lines,
      today,
      ...(last ? { next: `${wanted.view === "overdue" ? last.nextDueOn : last.receivedOn}_${last.id}` } : {}),
    };
  });
}

export const countCap = 10_000;

/** How many lines each view has, each counted to the cap at most: a count at the cap is shown as "10.000+". */
export async function countPetitions(
  setting: Setting,
  asker: Asker,
  input: ListFilter,
): Promise<Readonly<Record<ListView, number>>> {
  const wanted = parseInput(filter, { ...input, after: undefined });
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const today = setting.today();
    // One statement: five round trips cost more than the counting.
    const inners = [];
    for (const view of views) inners.push(await matching(tx, who, { ...wanted, view }, today, mostCounted(wanted) + 1));
    const columns = inners.map(
      (inner, i) => sql`(select count(*)::int from (${inner}) x) as ${sql.ref(views[i] ?? "")}`,
    );
    const { rows } = await sql<Record<ListView, number>>`select ${sql.join(columns)}`.execute(tx);
    if (!rows[0]) throw new Error("a select without a row");
    return rows[0];
  });
}

/** A search that a view or a filter narrows looks at the newest so many matches. */
const searchedMost = 500;

const mostCounted = (wanted: Filter): number => (wanted.q ? searchedMost : countCap);

function narrows(wanted: Filter): boolean {
  return (
    wanted.view !== "all" || [wanted.kind, wanted.state, wanted.from, wanted.to].some((each) => each !== undefined)
  );
}

/** Ids and sort keys as a query; the lines are joined to the page alone. */
async function matching(tx: Trx, who: Who, wanted: Filter, today: CivilDate, limit: number) {
  const agencies = agenciesWhere(who.grants, "petition:read");
  // One agency is written as equality, so that the index of the unit gives the order as well.
  const inAgencies =
    agencies.length === 1 ? sql`p.agency_id = ${agencies[0]}::uuid` : sql`p.agency_id = any(${agencies}::uuid[])`;
  const where = [viewCondition(wanted.view, who, inAgencies, agencies, today)];
  if (wanted.kind) where.push(sql`p.kind = ${wanted.kind}`);
  if (wanted.state) where.push(sql`(p.state = ${wanted.state} or p.matter_state = ${wanted.state})`);
  if (wanted.from) where.push(sql`p.received_on >= ${wanted.from}::date`);
  if (wanted.to) where.push(sql`p.received_on <= ${wanted.to}::date`);
  const cursor = cursorOf(wanted.after);
  const byDue = wanted.view === "overdue";
  if (cursor) {
    where.push(
      byDue
        ? sql`(p.next_due_on, p.id) > (${cursor.on}::date, ${cursor.id}::uuid)`
        : sql`(p.received_on, p.id) < (${cursor.on}::date, ${cursor.id}::uuid)`,
    );
  }
  if (wanted.q) where.push(await searchCondition(tx, wanted.q, cursor, narrows(wanted) ? searchedMost : limit));
  const order = byDue ? sql`p.next_due_on, p.id` : sql`p.received_on desc, p.id desc`;
  return sql`select p.id, p.received_on, p.next_due_on from petition p where ${sql.join(where, sql` and `)} order by ${order} limit ${limit}`;
}

function viewCondition(
  view: ListView,
  who: Who,
  inAgencies: ReturnType<typeof sql>,
  agencies: readonly string[],
  today: CivilDate,
) {
  switch (view) {
    case "mine":
      return sql`p.assignee_id = ${who.officerId}::uuid and p.waiting_on <> 'nobody'`;
    case "unit":
      return sql`${inAgencies} and p.waiting_on <> 'nobody'`;
    case "all":
      return agencies.length === 1 ? inAgencies : sql`true`;
    case "overdue":
      return sql`${inAgencies} and p.next_due_on < ${today}::date and p.waiting_on <> 'nobody'`;
    case "waiting":
      return sql`${inAgencies} and p.waiting_on in ('petitioner', 'others')`;
  }
}

/**
 * Codes and ID numbers are looked up first, by indexes of their own; then whole words of names, also of who signed; then words of the
 * content; and names whose last word is not finished, only when nothing else was found.
 */
async function searchCondition(tx: Trx, q: string, cursor: Cursor | undefined, limit: number) {
  const compact = q.replace(/\s+/g, "").toUpperCase();
  if (/\d/.test(compact)) {
    const { rows } = await sql<{ id: string }>`
      select p.id from petition p where p.code = ${compact}
      union select p.id from matter m join petition p on p.matter_id = m.id where m.code = ${compact}
      union select p.id from paper x join petition p on p.matter_id = x.matter_id where x.number = ${q}
      union select pp.petition_id from person_detail d join petition_party pp on pp.person_id = d.person_id
        where ${/^\d{8,12}$/.test(compact) ? sql`d.id_number in (${compact}, ${`0${compact}`})` : sql`false`}
      union select petition_id from app.find_signatories('', ${/^\d{8,12}$/.test(compact) ? [compact, `0${compact}`] : []}::text[], 200, null, null)
      limit 200`.execute(tx);
    if (rows.length > 0) return among(rows);
  }
  const before = cursor ? sql`${cursor.on}::date, ${cursor.id}::uuid` : sql`null::date, null::uuid`;
  const page = Math.min(limit, countCap + 1);
  const { rows } = await sql<{ id: string }>`
    select petition_id as id from app.search(${q}, ${page}, ${before})
    union select petition_id from app.find_signatories(${signatoryName(q)}, '{}', ${page}, ${before})`.execute(tx);
  return rows.length > 0 ? among(rows) : sql`false`;
}

/** Two syllables at least: one alone is shared by thousands. */
const signatoryName = (q: string): string => (/\S\s+\S/.test(q) && !/\d/.test(q) ? foldVietnamese(q) : "");

function among(rows: readonly { readonly id: string }[]) {
  return sql`p.id = any(${rows.map((row) => row.id)}::uuid[])`;
}

interface Cursor {
  readonly on: string;
  readonly id: string;
}

function cursorOf(after: string | undefined): Cursor | undefined {
  const match = after?.match(/^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/);
  return match ? { on: match[1] as string, id: match[2] as string } : undefined;
}

async function linesOf(
  tx: Trx,
  page: Awaited<ReturnType<typeof matching>>,
  byDue: boolean,
): Promise<readonly PetitionLine[]> {
  const { rows } = await sql<PetitionLine>`
    select p.id, p.code, a.code as "agencyCode", av.short_name as "agencyName", p.received_on as "receivedOn", p.source, p.kind, p.state,
      coalesce(p.pseudonym, who.full_name) as petitioner, p.people_count as "peopleCount", p.transfers, left(t.content, 240) as summary,
      o.display_name as assignee, p.matter_id as "matterId", m.code as "matterCode", p.matter_state as "matterState",
      m.procedure, m.law_pack as "lawPack", p.next_act as "nextAct", p.next_due_on as "nextDueOn",
      p.next_provisional as "nextProvisional", p.waiting_on as "waitingOn", p.unread
    from (${page}) page join petition p on p.id = page.id
    join agency a on a.id = p.agency_id
    left join lateral (select short_name from agency_version v where v.agency_id = a.id and v.valid_from <= p.received_on
      order by v.valid_from desc limit 1) av on true
    left join petition_text t on t.petition_id = p.id
    left join matter m on m.id = p.matter_id
    left join officer o on o.id = p.assignee_id
    left join lateral (select d.full_name from petition_party pp join person_detail d on d.person_id = pp.person_id
      where pp.petition_id = p.id order by pp.ordinal limit 1) who on true
    order by ${byDue ? sql`page.next_due_on, page.id` : sql`page.received_on desc, page.id desc`}`.execute(tx);
  return rows;
}
