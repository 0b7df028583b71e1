import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import type { PaperKind } from "../people/index.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type GroupClass, groupClassOf } from "./groups.ts";
import { handedOn } from "./handed-visit.ts";
import type { Kind } from "./visit-input.ts";

export interface VisitSheet {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly registerNo: number;
  readonly registerYear: number;
  readonly receivedOn: CivilDate;
  /** ISO instant; null for a visit recorded on a later day or imported. */
  readonly receivedAt: string | null;
  readonly officerName: string | null;
  readonly officerTitle: string | null;
  readonly source: "counter" | "import";
  readonly kinds: readonly Kind[];
  /** Known to the asker alone. */
  readonly sealed: boolean;
  /** Its denunciation was handed to the head: the words are no longer shown to who took it. */
  readonly handed: boolean;
  readonly pseudonym: string | null;
  /** With a denunciation: for how many custodians the identity was sealed, 0 when nothing was kept; null otherwise. */
  readonly identitySealedFor: number | null;
  readonly peopleCount: number;
  readonly groupClass: GroupClass;
  readonly people: readonly VisitPersonShown[];
  readonly content: string;
  readonly request: string | null;
  readonly priorAuthority: string | null;
  readonly followUp: string | null;
  readonly note: string | null;
  readonly withinCompetence: boolean | null;
  readonly guidedTo: string | null;
  readonly guidanceNumber: string | null;
  readonly transferredTo: string | null;
  readonly transferNumber: string | null;
  readonly hasPetitionPaper: boolean;
  readonly items: readonly VisitItem[];
  readonly petitions: readonly {
    readonly id: string;
    readonly code: string;
    readonly kind: Kind | null;
    readonly state: string;
    readonly matterId: string | null;
  }[];
  readonly corrections: readonly VisitCorrection[];
  /** The asker says now what the visit is. */
  readonly mayClassify: boolean;
  readonly mayCorrect: boolean;
  /** Receiving may be refused, by the follow-up of the reception (Điều 9 Luật Tiếp công dân). */
  readonly mayRefuse: boolean;
}

export interface VisitPersonShown {
  readonly personId: string;
  readonly role: "visitor" | "representative" | "signatory";
  readonly name: string;
  readonly address: string | null;
  readonly idKind: PaperKind | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

export interface VisitItem {
  readonly title: string;
  readonly pages: number | null;
  readonly copyType: "original" | "photocopy" | "certified-copy" | null;
  readonly condition: string | null;
  readonly fileId: string | null;
}

export interface VisitCorrection {
  readonly seq: number;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  readonly officer: string | null;
  /** ISO instant. */
  readonly at: string;
}

type VisitRow = Omit<VisitSheet, "groupClass" | "mayClassify" | "mayCorrect" | "mayRefuse">;

/** One visit with everything the asker may see of it; the look is recorded. Throws "not-found". */
export async function visit(setting: Setting, asker: Asker, input: { readonly visitId: string }): Promise<VisitSheet> {
  const { visitId } = parseInput(z.object({ visitId: z.uuid() }), input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const row = await visitRow(tx, visitId);
    if (!row) throw notFound();
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'visit', ${visitId})`.execute(
        tx,
      );
    return {
      ...row,
      groupClass: groupClassOf(row.peopleCount),
      mayClassify: row.sealed && row.kinds.length === 0,
      mayCorrect: !row.handed && row.kinds.length > 0 && can(who.grants, "visit:record", row.agencyId),
      mayRefuse: !row.sealed && can(who.grants, "reception:follow", row.agencyId),
    };
  });
}

/** The visit within the asker's rights. */
export async function visitRow(tx: Trx, visitId: string): Promise<VisitRow | undefined> {
  const { rows } = await sql<VisitRow>`
    select v.id, v.agency_id as "agencyId", coalesce(av.name, '') as "agencyName", v.register_no as "registerNo", v.register_year as "registerYear",
      v.received_on as "receivedOn", to_char(v.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
      o.display_name as "officerName", o.job_title as "officerTitle", v.source, v.kinds, v.sealed_to is not null as sealed, v.pseudonym,
      v.identity_sealed_for as "identitySealedFor",
      v.people_count as "peopleCount", coalesce(t.content, ${handedOn}) as content, t.visit_id is null as handed, t.request, t.prior_authority as "priorAuthority", t.follow_up as "followUp", t.note,
      v.within_competence as "withinCompetence", v.guided_to as "guidedTo", v.guidance_number as "guidanceNumber",
      v.transferred_to as "transferredTo", v.transfer_number as "transferNumber", v.has_petition_paper as "hasPetitionPaper",
      coalesce((select jsonb_agg(jsonb_build_object('personId', vp.person_id, 'role', vp.role, 'name', d.full_name, 'address', d.address,
          'idKind', d.id_kind, 'idNumber', d.id_number, 'phone', d.phone) order by vp.ordinal)
        from visit_party vp join person_detail d on d.person_id = vp.person_id where vp.visit_id = v.id), '[]') as people,
      coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'pages', i.pages, 'copyType', i.copy_type, 'condition', i.condition, 'fileId', i.file_id) order by i.ordinal)
        from visit_item i where i.visit_id = v.id), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'kind', p.kind, 'state', p.state, 'matterId', p.matter_id) order by p.origin_id nulls first, p.code)
        from petition p where p.visit_id = v.id), '[]') as petitions,
      coalesce((select jsonb_agg(jsonb_build_object('seq', c.seq, 'field', c.field, 'oldValue', c.old_value, 'newValue', c.new_value, 'reason', c.reason,
          'officer', co.display_name, 'at', c.corrected_at) order by c.seq, c.field)
        from visit_correction c left join officer co on co.id = c.officer_id where c.visit_id = v.id), '[]') as corrections
    from visit v left join visit_text t on t.visit_id = v.id left join officer o on o.id = v.officer_id
    left join lateral (select name from agency_version x where x.agency_id = v.agency_id and x.valid_from <= v.received_on order by x.valid_from desc limit 1) av on true
    where v.id = ${visitId}`.execute(tx);
  return rows[0];
}
