import { sql } from "kysely";
import type * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { bookCountCap, type bookExportInput, bookPageInput } from "../reception/index.ts";
import type { Asker, Setting } from "../setting.ts";
import type { Forwarder, PostKind, PostSource } from "./post-input.ts";

/** One row of the post book. */
export interface PostLine {
  readonly entryId: string;
  readonly bookYear: number;
  readonly bookNo: number;
  readonly receivedOn: CivilDate;
  readonly postmarkOn: CivilDate | null;
  readonly source: PostSource;
  readonly forwarder: Forwarder | null;
  readonly forwarderName: string | null;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly kinds: readonly PostKind[];
  /** Known to the asker alone. */
  readonly sealed: boolean;
  readonly pseudonym: string | null;
  readonly sender: string | null;
  readonly address: string | null;
  /** Null when the asker no longer sees it. */
  readonly content: string | null;
  readonly signatureCount: number;
  readonly originalCount: number;
  readonly originalsReturnedOn: CivilDate | null;
  readonly forwarderReturnedOn: CivilDate | null;
  readonly unmetCount: number;
  readonly note: string | null;
  readonly codes: readonly string[];
}

/** Whether a book and the petitions agree, for one door and period. */
export interface DoorBalance {
  readonly door: "register" | "post" | "portal";
  readonly entries: number;
  readonly withoutPetition: number;
  readonly petitions: number;
  readonly withoutEntry: number;
}

export interface PostBookPage {
  /** Newest first. */
  readonly lines: readonly PostLine[];
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null;
  /** Rows of the whole period, at most `bookCountCap`. */
  readonly count: number;
  readonly countCapped: boolean;
  readonly balance: readonly DoorBalance[];
}

export type PostBookInput = z.input<typeof bookPageInput>;
export type ExportPostInput = z.input<typeof bookExportInput>;

/** A page of one agency's post book, newest first, with whether the books agree. Throws "not-allowed", "invalid-input". */
export async function postBook(setting: Setting, asker: Asker, input: PostBookInput): Promise<PostBookPage> {
  const wanted = parseInput(bookPageInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      require(whoAsks(tx), "post:read", wanted.agencyId);
      const [on = null, no = null] = wanted.after?.split(".") ?? [];
      const before = on === null ? sql`` : sql`and (e.received_on, e.book_no) < (${on}::date, ${Number(no)}::int)`;
      const inPeriod = sql`e.agency_id = ${wanted.agencyId} and e.received_on between ${wanted.from}::date and ${wanted.to}::date`;
      const lines = await postLines(tx, {
        where: sql`${inPeriod} ${before}`,
        order: sql`e.received_on desc, e.book_no desc`,
        limit: wanted.limit + 1,
      });
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from (select 1 from post_entry e where ${inPeriod} limit ${bookCountCap + 1}) x`.execute(
        tx,
      );
      const n = rows[0]?.n ?? 0;
      const shown = lines.slice(0, wanted.limit);
      const last = shown.at(-1);
      const { rows: balance } = await sql<DoorBalance>`
        select door, entries, without_petition as "withoutPetition", petitions, without_entry as "withoutEntry"
        from app.intake_balance(${wanted.agencyId}, ${wanted.from}::date, ${wanted.to}::date)`.execute(tx);
      return {
        lines: shown,
        next: last && lines.length > wanted.limit ? `${last.receivedOn}.${last.bookNo}` : null,
        count: Math.min(n, bookCountCap),
        countCapped: n > bookCountCap,
        balance,
      };
    },
    { readOnly: true },
  );
}

type Sql = ReturnType<typeof sql>;

/** Rows of the book in the given order; the page is cut before senders and petitions are looked up. */
export async function postLines(
  tx: Trx,
  { where, order, limit }: { where: Sql; order: Sql; limit: number },
): Promise<readonly PostLine[]> {
  const { rows } = await sql<PostLine>`
    select e.id as "entryId", e.book_year as "bookYear", e.book_no as "bookNo", e.received_on as "receivedOn", e.postmark_on as "postmarkOn",
      e.source, e.forwarder, x.forwarder_name as "forwarderName", x.letter_number as "letterNumber", e.letter_on as "letterOn", e.kinds,
      e.sealed_to is not null as sealed, e.pseudonym, who.full_name as sender, who.address, p.content, e.signature_count as "signatureCount",
      e.original_count as "originalCount", e.originals_returned_on as "originalsReturnedOn", e.forwarder_returned_on as "forwarderReturnedOn",
      cardinality(e.unmet) as "unmetCount", x.note, coalesce(p.codes, '[]') as codes
    from (select * from post_entry e where ${where} order by ${order} limit ${limit}) e
    left join post_entry_text x on x.entry_id = e.id
    left join lateral (select jsonb_agg(p.code order by p.code) as codes, (array_agg(p.id order by p.code))[1] as first_id,
        (array_agg(t.content order by p.code))[1] as content
      from petition p join petition_text t on t.petition_id = p.id where p.post_entry_id = e.id) p on true
    left join lateral (select d.full_name, d.address from petition_party pp join person_detail d on d.person_id = pp.person_id
      where pp.petition_id = p.first_id order by pp.ordinal limit 1) who on true
    order by ${order}`.execute(tx);
  return rows;
}
