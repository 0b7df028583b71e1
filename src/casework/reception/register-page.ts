import { sql } from "kysely";
import type * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { bookCountCap, type bookExportInput, bookPageInput } from "./book-workbook.ts";
import { handedOn } from "./handed-visit.ts";
import type { Kind } from "./visit-input.ts";

/** One row of the register: what Mẫu 03/TCD has columns for. */
export interface RegisterLine {
  readonly visitId: string;
  readonly registerYear: number;
  readonly registerNo: number;
  readonly receivedOn: CivilDate;
  /** Empty under a pseudonym. */
  readonly people: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly idNumber: string | null;
  }[];
  readonly pseudonym: string | null;
  /** Known to the asker alone. */
  readonly sealed: boolean;
  readonly content: string;
  readonly kinds: readonly Kind[];
  readonly peopleCount: number;
  readonly priorAuthority: string | null;
  readonly withinCompetence: boolean | null;
  readonly guidedTo: string | null;
  readonly guidanceNumber: string | null;
  readonly transferredTo: string | null;
  readonly transferNumber: string | null;
  readonly followUp: string | null;
  readonly note: string | null;
  readonly petitions: readonly { readonly id: string; readonly code: string; readonly state: string }[];
  /** Reception was refused: on the spot, or in writing, with the number of the notice 01/TCD once it has one. */
  readonly refusal: { readonly state: RefusalState; readonly number: string | null } | null;
}

/** States of the law's procedure of reception. */
const refusalStates = ["REFUSED_ORAL", "REFUSAL_DUE", "REFUSED_WRITTEN"] as const;
export type RefusalState = (typeof refusalStates)[number];

export interface RegisterPage {
  /** Newest first. */
  readonly lines: readonly RegisterLine[];
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null;
  /** Rows of the whole period, at most `bookCountCap`. */
  readonly count: number;
  /** There are more than `count`. */
  readonly countCapped: boolean;
}

export type RegisterInput = z.input<typeof bookPageInput>;
export type ExportRegisterInput = z.input<typeof bookExportInput>;

/** A page of one agency's register, newest first, within the asker's rights. Throws "not-allowed", "invalid-input". */
export async function register(setting: Setting, asker: Asker, input: RegisterInput): Promise<RegisterPage> {
  const wanted = parseInput(bookPageInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      require(whoAsks(tx), "visit:read", wanted.agencyId);
      const [on = null, no = null] = wanted.after?.split(".") ?? [];
      const before = on === null ? sql`` : sql`and (v.received_on, v.register_no) < (${on}::date, ${Number(no)}::int)`;
      const lines = await registerLines(tx, {
        where: sql`v.agency_id = ${wanted.agencyId} and v.received_on between ${wanted.from}::date and ${wanted.to}::date ${before}`,
        order: sql`v.received_on desc, v.register_no desc`,
        limit: wanted.limit + 1,
      });
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from (select 1 from visit v where v.agency_id = ${wanted.agencyId}
          and v.received_on between ${wanted.from}::date and ${wanted.to}::date limit ${bookCountCap + 1}) x`.execute(
        tx,
      );
      const n = rows[0]?.n ?? 0;
      const shown = lines.slice(0, wanted.limit);
      const last = shown.at(-1);
      return {
        lines: shown,
        next: last && lines.length > wanted.limit ? `${last.receivedOn}.${last.registerNo}` : null,
        count: Math.min(n, bookCountCap),
        countCapped: n > bookCountCap,
      };
    },
    { readOnly: true },
  );
}

type Sql = ReturnType<typeof sql>;

/** Rows of the register in the given order; the page is cut before names and petitions are looked up. */
export async function registerLines(
  tx: Trx,
  { where, order, limit }: { where: Sql; order: Sql; limit: number },
): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`
    select v.id as "visitId", v.register_year as "registerYear", v.register_no as "registerNo", v.received_on as "receivedOn",
      coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'address', d.address, 'idNumber', d.id_number) order by vp.ordinal)
        from visit_party vp join person_detail d on d.person_id = vp.person_id where vp.visit_id = v.id), '[]') as people,
      v.pseudonym, v.sealed_to is not null as sealed, coalesce(t.content, ${handedOn}) as content, v.kinds, v.people_count as "peopleCount", t.prior_authority as "priorAuthority",
      v.within_competence as "withinCompetence", v.guided_to as "guidedTo", v.guidance_number as "guidanceNumber",
      v.transferred_to as "transferredTo", v.transfer_number as "transferNumber", t.follow_up as "followUp", t.note,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'state', p.state) order by p.code) from petition p where p.visit_id = v.id), '[]') as petitions,
      (select jsonb_build_object('state', m.state, 'number', (select max(n.number) from paper n where n.matter_id = m.id and n.template = 'tcd-01'))
        from petition p join matter_petition mp on mp.petition_id = p.id join matter m on m.id = mp.matter_id
        where p.visit_id = v.id and m.procedure = 'reception' and m.state = any(${refusalStates}) order by m.id desc limit 1) as refusal
    from (select * from visit v where ${where} order by ${order} limit ${limit}) v left join visit_text t on t.visit_id = v.id
    order by ${order}`.execute(tx);
  return rows;
}
