import { sql } from "kysely";
import * as z from "zod";
import { proceduresFor } from "../../rules/opening.ts";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { type ExplainedClock, explainedClocks } from "../calendar/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { SettledCompetence } from "./competence.ts";
import type { PetitionKind } from "./intake-clocks.ts";
import { type TransferLine, transfersOf } from "./transfers/list-transfers.ts";

export interface PetitionSheet {
  readonly id: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly visitId: string | null;
  readonly postEntryId: string | null;
  readonly source: string;
  readonly receivedOn: CivilDate;
  readonly kind: PetitionKind | null;
  readonly state: string;
  readonly sealed: boolean;
  readonly pseudonym: string | null;
  readonly peopleCount: number;
  readonly originCode: string | null;
  /** The first petition of the same content, with which this one is filed, and its matter. */
  readonly duplicateOf: {
    readonly id: string;
    readonly code: string;
    readonly matterId: string | null;
    readonly matterCode: string | null;
  } | null;
  /** Petitions filed with this one. */
  readonly duplicates: readonly { readonly id: string; readonly code: string; readonly receivedOn: CivilDate }[];
  readonly matterId: string | null;
  readonly matterCode: string | null;
  readonly nextAct: string | null;
  readonly nextDueOn: CivilDate | null;
  readonly content: string;
  readonly request: string | null;
  readonly contestedAct: string | null;
  readonly respondent: string | null;
  readonly priorAuthority: string | null;
  readonly people: readonly {
    readonly personId: string;
    readonly role: string;
    readonly name: string;
    readonly address: string | null;
    readonly idNumber: string | null;
    readonly phone: string | null;
  }[];
  readonly files: readonly {
    readonly fileId: string;
    readonly title: string;
    readonly pages: number | null;
    readonly mediaType: string;
    readonly bytes: number;
  }[];
  readonly events: readonly {
    readonly seq: number;
    readonly what: string;
    readonly on: CivilDate;
    readonly at: string;
    readonly officer: string | null;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
  readonly clocks: readonly ExplainedClock[];
  /** Every matter it was or is examined in, oldest first. */
  readonly matters: readonly {
    readonly id: string;
    readonly code: string;
    readonly procedure: string;
    readonly lawPack: string;
    readonly state: string;
    readonly closed: boolean;
  }[];
  /** Who is competent, as the officer settled it; null while nobody did. */
  readonly competence: SettledCompetence | null;
  readonly restricted: boolean;
  readonly mayProcess: boolean;
  readonly mayFileAsDuplicate: boolean;
  readonly mayUndoDuplicate: boolean;
  readonly mayTransfer: boolean;
  /** Every hand-over, legal or internal, oldest first. */
  readonly transfers: readonly TransferLine[];
  readonly mayHandOver: boolean;
  readonly maySettleCompetence: boolean;
  /** The procedures that a matter may be opened under now; empty where none, or for whoever may not. */
  readonly openings: readonly {
    readonly procedure: string;
    readonly name: Text;
    readonly todo: Text;
    readonly article: string;
    readonly role: "main" | "preliminary" | "side";
    readonly atCounter: boolean;
  }[];
}

/** One petition by its id, with everything the asker may see of it. The look is recorded. */
export async function openPetition(
  setting: Setting,
  asker: Asker,
  input: { readonly petitionId: string },
): Promise<PetitionSheet> {
  const { petitionId } = parseInput(z.object({ petitionId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<
      Omit<
        PetitionSheet,
        | "clocks"
        | "mayProcess"
        | "mayFileAsDuplicate"
        | "mayUndoDuplicate"
        | "mayTransfer"
        | "transfers"
        | "mayHandOver"
        | "maySettleCompetence"
        | "openings"
      >
    >`
      select p.id, p.code, p.agency_id as "agencyId", av.name as "agencyName", p.visit_id as "visitId", p.post_entry_id as "postEntryId", p.source, p.received_on as "receivedOn", p.kind, p.state,
        p.sealed_to is not null as sealed, p.pseudonym, p.people_count as "peopleCount", origin.code as "originCode",
        (select jsonb_build_object('id', f.id, 'code', f.code, 'matterId', x.id, 'matterCode', x.code) from petition f left join matter x on x.id = f.matter_id
          where f.id = p.duplicate_of) as "duplicateOf",
        coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'receivedOn', d.received_on) order by d.received_on, d.id)
          from petition d where d.duplicate_of = p.id), '[]') as duplicates, p.matter_id as "matterId",
        m.code as "matterCode", p.restricted,
        coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'procedure', x.procedure, 'lawPack', x.law_pack, 'state', x.state, 'closed', x.closed_on is not null) order by x.opened_on, x.id)
          from matter_petition mp join matter x on x.id = mp.matter_id where mp.petition_id = p.id), '[]') as matters,
        (select jsonb_build_object('against', c.against, 'rule', c.rule, 'lawPack', c.law_pack, 'agrees', c.agrees, 'chosen', c.chosen, 'reason', c.reason, 'officer', o.display_name, 'on', c.settled_on)
          from petition_competence c left join officer o on o.id = c.officer_id where c.petition_id = p.id) as competence, p.next_act as "nextAct", p.next_due_on as "nextDueOn", t.content, t.request, t.contested_act as "contestedAct", t.respondent, t.prior_authority as "priorAuthority",
        coalesce((select jsonb_agg(jsonb_build_object('personId', pp.person_id, 'role', pp.role, 'name', d.full_name, 'address', d.address, 'idNumber', d.id_number, 'phone', d.phone) order by pp.ordinal)
          from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), '[]') as people,
        coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'title', f.title, 'pages', f.pages, 'mediaType', x.media_type, 'bytes', x.bytes) order by f.ordinal)
          from petition_file f join file x on x.id = f.file_id where f.petition_id = p.id), '[]') as files,
        (select jsonb_agg(jsonb_build_object('seq', e.seq, 'what', e.what, 'on', e.on_date, 'at', e.recorded_at, 'officer', o.display_name, 'data', e.data) order by e.seq desc)
          from petition_event e left join officer o on o.id = e.officer_id where e.petition_id = p.id) as events
      from petition p join petition_text t on t.petition_id = p.id
      left join lateral (select name from agency_version v where v.agency_id = p.agency_id and v.valid_from <= p.received_on order by v.valid_from desc limit 1) av on true
      left join petition origin on origin.id = p.origin_id left join matter m on m.id = p.matter_id
      where p.id = ${petitionId}`.execute(tx);
    const sheet = rows[0];
    if (!sheet) throw notFound();
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'petition', ${petitionId})`.execute(
        tx,
      );
    const clocks = await explainedClocks(tx, { petitionId });
    const open = sheet.matterId === null && sheet.state !== "handed-over" && sheet.state !== "referred";
    const mine = sheet.sealed;
    const transfers = await transfersOf(tx, petitionId);
    const bound = transfers.some(({ state }) => state === "decided");
    const processes = can(who.grants, "petition:process", sheet.agencyId);
    return {
      ...sheet,
      clocks,
      transfers,
      mayProcess: open && sheet.duplicateOf === null && (mine || processes),
      mayFileAsDuplicate: open && (mine || processes) && sheet.state === "screening",
      mayUndoDuplicate: open && sheet.duplicateOf !== null && (mine || processes),
      mayTransfer:
        open &&
        !bound &&
        (sheet.state === "received" || sheet.state === "screening") &&
        sheet.kind !== null &&
        (mine || processes),
      mayHandOver: open && mine && sheet.kind === "denunciation",
      maySettleCompetence: (sheet.kind === "complaint" || sheet.kind === "denunciation") && (mine || processes),
      openings: openingsOf(setting, sheet).filter((each) =>
        can(who.grants, each.atCounter ? "reception:follow" : "matter:open", sheet.agencyId),
      ),
    };
  });
}

const openStates = new Set(["screening", "in-matter", "closed"]);

/** One matter of a procedure at a time, and one main one; the casework refuses the same. */
function openingsOf(
  setting: Setting,
  sheet: Pick<PetitionSheet, "kind" | "sealed" | "state" | "receivedOn" | "matters">,
): PetitionSheet["openings"] {
  if (sheet.kind === null || sheet.sealed || !openStates.has(sheet.state)) return [];
  const possible = proceduresFor(setting.law.packs, sheet.kind, sheet.receivedOn);
  const running = new Set(sheet.matters.filter((each) => !each.closed).map((each) => each.procedure));
  const mainRuns = possible.some(({ procedure }) => procedure.opens.role === "main" && running.has(procedure.id));
  return possible
    .filter(({ procedure }) => !running.has(procedure.id) && !(mainRuns && procedure.opens.role !== "side"))
    .map(({ procedure: { id, name, opens } }) => ({
      procedure: id,
      name,
      todo: opens.todo,
      article: opens.article,
      role: opens.role,
      atCounter: opens.atCounter ?? false,
    }));
}
