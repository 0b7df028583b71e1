import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

const filter = z.object({
  /** A subordinate agency; all of them when absent. */
  agencyId: z.uuid().optional(),
  overdue: z.boolean().default(false),
  /** Cursor of the last line of the page before: "2026-07-02_<code>". */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[\w.-]{1,60}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type SubordinatesFilter = z.input<typeof filter>;

/** A matter as its superior sees it: that it exists, and when. No id: nothing leads from here to its content. */
export interface SubordinateMatter {
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly procedure: Text;
  readonly state: Text;
  readonly openedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly closed: boolean;
  readonly overdue: boolean;
}

export interface SubordinateMatters {
  readonly lines: readonly SubordinateMatter[];
  /** Cursor for the next page; absent on the last. */
  readonly next?: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly today: CivilDate;
}

type Row = Omit<SubordinateMatter, "procedure" | "state"> & {
  readonly procedure: string;
  readonly state: string;
  readonly lawPack: string;
  readonly restricted: boolean;
};

/** The matters of the agencies below those where the asker leads or inspects, newest first. Throws "not-allowed", "invalid-input". */
export async function subordinateMatters(
  setting: Setting,
  asker: Asker,
  input: SubordinatesFilter,
): Promise<SubordinateMatters> {
  const { agencyId, overdue, after, limit } = parseInput(filter, input);
  const today = setting.today();
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      if (agenciesWhere(whoAsks(tx).grants, "subordinate:read").length === 0) throw notAllowed();
      const { rows: agencies } = await sql<{ id: string; name: string }>`
        select v.agency_id as id, v.short_name as name from agency_version v
        where v.agency_id = any (app.subordinate_agencies(${today}::date)) and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to >= ${today})
        order by v.short_name collate "vi-x-icu", v.agency_id`.execute(tx);
      const [beforeOn, beforeCode] = [after?.slice(0, 10) ?? null, after?.slice(11) ?? null];
      const { rows } = await sql<Row>`
        select m.code, m.agency_id as "agencyId", v.short_name as "agencyName", m.procedure, m.law_pack as "lawPack", m.state, m.restricted,
          m.opened_on as "openedOn", m.due_on as "dueOn", m.provisional, m.closed, m.overdue
        from app.subordinate_matters(${agencyId ?? null}::uuid, ${overdue}, ${today}::date, ${limit}, ${beforeOn}::date, ${beforeCode}) m
        left join lateral (select short_name from agency_version v where v.agency_id = m.agency_id and v.valid_from <= ${today}
          order by v.valid_from desc limit 1) v on true
        order by m.opened_on desc, m.code desc`.execute(tx);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        lines: rows.map((row) => inWords(setting, row)),
        ...(last ? { next: `${last.openedOn}_${last.code}` } : {}),
        agencies,
        today,
      };
    },
    { readOnly: true },
  );
}

const denunciation: Text = { vi: "Tố cáo", en: "Denunciation" };
const open: Text = { vi: "Đang giải quyết", en: "Under way" };
const closed: Text = { vi: "Đã kết thúc", en: "Closed" };

/** Of a denunciation only that it is one and whether it is closed: its states tell of the denouncer's identity being checked. */
function inWords(setting: Setting, { lawPack, restricted, procedure, state, ...line }: Row): SubordinateMatter {
  if (restricted) return { ...line, procedure: denunciation, state: line.closed ? closed : open };
  const known = setting.law.packs.find((pack) => pack.id === lawPack)?.procedures.find((each) => each.id === procedure);
  const stateName = known?.states.find((each) => each.id === state)?.name;
  return { ...line, procedure: known?.name ?? { vi: procedure, en: procedure }, state: stateName ?? open };
}
