import { sql } from "kysely";
import * as z from "zod";
import type { FieldValue } from "../../rules/decide.ts";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type PaperBody, type PaperState, paperSteps, stepRules } from "./paper-steps.ts";

export interface WaitingPaper {
  readonly id: string;
  /** Null for the letter with which a petition was handed to another agency. */
  readonly matterId: string | null;
  readonly transferId: string | null;
  /** Of the minutes of a head's session and of the notice of what was concluded. */
  readonly sessionId: string | null;
  /** Of the letter with which a forwarded petition goes back. */
  readonly postEntryId: string | null;
  /** The code of the matter, or of the petition that is in none; of a session its day. */
  readonly code: string;
  readonly name: Text;
  readonly step: Text;
  readonly since: string;
}

/** Papers of which the next step is the asker's to take, the longest waiting first; 50 at most. */
export async function papersWaiting(setting: Setting, asker: Asker): Promise<readonly WaitingPaper[]> {
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const mine = paperSteps.flatMap((step) =>
        agenciesWhere(who.grants, stepRules[step].permission).map((agency) => ({
          agency,
          state: stepRules[step].from,
        })),
      );
      const { rows } = await sql<{
        id: string;
        matterId: string | null;
        transferId: string | null;
        sessionId: string | null;
        postEntryId: string | null;
        code: string;
        lawPack: string | null;
        procedure: string | null;
        template: string;
        state: PaperState;
        since: string;
      }>`
        select p.id, m.id as "matterId", t.id as "transferId", s.id as "sessionId", b.id as "postEntryId", coalesce(m.code, t.code, b.code, to_char(s.on_date, 'DD/MM/YYYY')) as code, m.law_pack as "lawPack", m.procedure, p.template, p.state,
          to_char(p.changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as since
        from paper p left join matter m on m.id = p.matter_id left join head_session s on s.id = p.session_id
        left join lateral (select x.id, x.code from petition_transfer x where x.paper_id = p.id and x.from_agency = p.agency_id
          order by x.ordinal desc limit 1) t on m.id is null
        left join lateral (select e.id, c.code from post_entry e join petition c on c.post_entry_id = e.id
          where e.return_paper_id = p.id and c.id = p.petition_id) b on m.id is null
        join jsonb_to_recordset(${JSON.stringify(mine)}::jsonb) as x(agency uuid, state text)
          on x.agency = p.agency_id and x.state = p.state
        where coalesce(m.id, t.id, s.id, b.id) is not null
        order by p.changed_at, p.id limit 50`.execute(tx);
      return rows.flatMap((row) => {
        const procedure = setting.law.packs
          .find((pack) => pack.id === row.lawPack)
          ?.procedures.find((each) => each.id === row.procedure);
        const step = paperSteps.find((each) => stepRules[each].from === row.state);
        // A paper that goes out with an act waits for that act, which the list shows.
        if (!step || (step === "send" && procedure?.acts.some((act) => act.sends === row.template))) return [];
        const procedures = procedure ? [procedure] : setting.law.packs.flatMap((pack) => pack.procedures);
        const name = procedures.flatMap((each) => each.documents).find((each) => each.key === row.template)?.name;
        return [
          {
            id: row.id,
            matterId: row.matterId,
            transferId: row.transferId,
            sessionId: row.sessionId,
            postEntryId: row.postEntryId,
            code: row.code,
            name: name ?? { vi: row.template, en: row.template },
            step: stepRules[step].name,
            since: row.since,
          },
        ];
      });
    },
    { readOnly: true },
  );
}

export interface DraftSheet {
  readonly id: string;
  readonly matterId: string;
  readonly template: string;
  readonly forAct: string | null;
  readonly state: PaperState;
  readonly version: number;
  /** The answers the draft was filled from. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** A paper with the answers it was filled from, for whoever changes the draft. Throws "not-found". */
export async function openDraft(
  setting: Setting,
  asker: Asker,
  input: { readonly paperId: string },
): Promise<DraftSheet> {
  const { paperId } = parseInput(z.object({ paperId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const { rows } = await sql<Omit<DraftSheet, "values"> & { body: PaperBody }>`
        select p.id, p.matter_id as "matterId", p.template, p.for_act as "forAct", p.state, p.version, t.input as body
        from paper p join paper_text t on t.paper_id = p.id and t.version = p.version
        where p.id = ${paperId} and p.matter_id is not null`.execute(tx);
      const row = rows[0];
      if (!row) throw notFound();
      const { body, ...draft } = row;
      return { ...draft, values: body.values };
    },
    { readOnly: true },
  );
}
