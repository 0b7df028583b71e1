import { sql } from "kysely";
import * as z from "zod";
import { type PossibleAct, possibleActs, procedureOf } from "../../rules/decide.ts";
import type { Actor, DocumentRule, StageRule, StateRule, Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { type ExplainedClock, explainedClocks } from "../calendar/index.ts";
import {
  type PaperLine,
  type PaperStep,
  paperSteps,
  papersOfMatter,
  signatureNames,
  stepRules,
} from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { lawMoved, moveDue } from "./law-moves.ts";
import { actorsOf, factsOf, loadMatter, packOf } from "./load-matter.ts";
import { answerText, movedEntry, type TimelineEntry, type TimelineEvent, timelineEntry } from "./matter-timeline.ts";

export interface MatterSheet {
  readonly id: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly procedure: Text;
  readonly lawPack: string;
  readonly lawBasis: readonly string[];
  /** A transition rule takes the matter to another version with its next act. */
  readonly lawMove: { readonly what: Text; readonly article: string } | null;
  /** Nobody but the head and those assigned by name sees it. */
  readonly restricted: boolean;
  /** The other matters of its petitions: what came before, what goes on beside it. */
  readonly related: readonly {
    readonly id: string;
    readonly code: string;
    readonly procedure: Text;
    readonly state: Text;
    readonly closed: boolean;
  }[];
  readonly receivedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly seq: number;
  readonly state: StateRule;
  readonly stages: readonly StageRule[];
  readonly facts: Readonly<Record<string, string | boolean | number>>;
  /** What was stated when the matter was opened, in the words of the procedure's opening. */
  readonly stated: readonly { readonly label: Text; readonly value: Text }[];
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly petitions: readonly {
    readonly id: string;
    readonly code: string;
    readonly receivedOn: CivilDate;
    readonly peopleCount: number;
    readonly content: string;
    readonly request: string | null;
    readonly contestedAct: string | null;
    readonly respondent: string | null;
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    readonly address: string | null;
    readonly phone: string | null;
  }[];
  readonly acts: readonly PossibleAct[];
  readonly documents: readonly DocumentRule[];
  readonly clocks: readonly ExplainedClock[];
  readonly timeline: readonly TimelineEntry[];
  readonly papers: readonly (PaperLine & {
    readonly name: Text;
    readonly form: string | null;
    readonly threeSignatures: boolean;
    /** Sent back, and not written anew since: why, and by whom. */
    readonly sentBack?: { readonly reason: string; readonly officer: string | null };
    readonly nextStep?: { readonly step: PaperStep; readonly name: Text; readonly allowed: boolean };
  })[];
  readonly files: readonly {
    readonly fileId: string;
    readonly title: string;
    readonly pages: number | null;
    readonly mediaType: string;
  }[];
  /** Recordings of the online reception, newest first. */
  readonly recordings: readonly {
    readonly fileId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly addedAt: string;
    readonly addedBy: string | null;
  }[];
  readonly gaps: readonly { readonly id: string; readonly question: Text; readonly default: Text }[];
  readonly officers: readonly { readonly id: string; readonly name: string; readonly jobTitle: string | null }[];
  readonly today: CivilDate;
}

interface RelatedRow {
  id: string;
  code: string;
  procedure: string;
  lawPack: string;
  state: string;
  closed: boolean;
}

interface HeaderRow {
  agencyName: string;
  restricted: boolean;
  related: RelatedRow[];
  assignee: { id: string; name: string } | null;
  petitions: MatterSheet["petitions"];
  people: MatterSheet["people"];
  files: MatterSheet["files"];
  recordings: MatterSheet["recordings"];
  officers: MatterSheet["officers"];
  events: TimelineEvent[];
}

/** Everything the matter page shows, within the asker's rights. The look is recorded. */
export async function openMatterSheet(
  setting: Setting,
  asker: Asker,
  input: { readonly matterId: string },
): Promise<MatterSheet> {
  const { matterId } = parseInput(z.object({ matterId: z.uuid() }), input);
  const calendar = await setting.calendar();
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const matter = await loadMatter(tx, matterId, "look");
      const move = moveDue(setting, calendar, matter, setting.today());
      const pack = move?.to ?? packOf(setting, matter);
      const procedure = procedureOf(pack, matter.procedure);
      const state = procedure.states.find((each) => each.id === matter.state);
      if (!state) throw notFound();
      const header = await headerOf(tx, matterId, setting.today());
      if (who.officerId)
        await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'matter', ${matterId})`.execute(
          tx,
        );
      const clocks = await explainedClocks(tx, { matterId });
      const papers = await papersOfMatter(tx, matterId);
      const acts = actsFor(actorsOf(who, matter), can(who.grants, "paper:draft", matter.agencyId), (actors) =>
        possibleActs(pack, factsOf(matter), actors, calendar, setting.today()),
      );
      const officerNames = new Map(header.officers.map((officer) => [officer.id, officer.name]));
      return {
        id: matter.id,
        code: matter.code,
        agencyId: matter.agencyId,
        agencyName: header.agencyName,
        procedure: procedure.name,
        lawPack: pack.id,
        lawBasis: pack.basis,
        lawMove: move ? { what: move.rule.what, article: move.rule.article } : null,
        restricted: header.restricted,
        related: header.related.map((each) => relatedMatter(setting, each)),
        receivedOn: matter.receivedOn,
        acceptedOn: matter.acceptedOn,
        closedOn: matter.closedOn,
        seq: matter.seq,
        state,
        stages: procedure.stages,
        facts: matter.facts,
        stated: procedure.opens.fields.flatMap((field) => {
          const value = matter.facts[field.id];
          if (value === undefined || value === "") return [];
          return [
            {
              label: field.label,
              value: answerText(field, typeof value === "number" ? `${value}` : value, officerNames),
            },
          ];
        }),
        assignee: header.assignee,
        petitions: header.petitions,
        people: header.people,
        acts,
        documents: procedure.documents,
        clocks,
        files: header.files,
        recordings: header.recordings,
        officers: header.officers,
        today: setting.today(),
        timeline: header.events.map((event) =>
          event.act === lawMoved ? movedEntry(event, setting) : timelineEntry(event, procedure.acts, officerNames),
        ),
        papers: papers.map((paper) => {
          const document = procedure.documents.find((each) => each.key === paper.template);
          const next = paperSteps.find((step) => stepRules[step].from === paper.state);
          const last = paper.steps.at(-1);
          const sentBack = last?.step === "returned" ? { reason: last.note ?? "", officer: last.officer } : undefined;
          const threeSignatures = document?.threeSignatures ?? false;
          const sentByAct = next === "send" && procedure.acts.some((each) => each.sends === paper.template);
          return {
            ...paper,
            name: document?.name ?? { vi: paper.template, en: paper.template },
            form: document?.form ?? null,
            threeSignatures,
            ...(sentBack ? { sentBack } : {}),
            ...(next && !sentByAct
              ? {
                  nextStep: {
                    step: next,
                    name: (threeSignatures && signatureNames[next]) || stepRules[next].name,
                    allowed:
                      can(who.grants, stepRules[next].permission, matter.agencyId) &&
                      (!threeSignatures || next !== "check" || can(who.grants, "paper:vouch", matter.agencyId)),
                  },
                }
              : {}),
          };
        }),
        gaps: pack.gaps,
      };
    },
    { matterId },
  );
}

/** Whoever may draft prepares what the head will sign: acts that stand by a document are shown to them as to the head. */
function actsFor(
  actors: readonly Actor[],
  mayDraft: boolean,
  possible: (actors: readonly Actor[]) => MatterSheet["acts"],
): MatterSheet["acts"] {
  const own = possible(actors);
  if (!mayDraft || actors.includes("head")) return own;
  const asSigner = possible([...actors, "head"]);
  return own.map((each, i) => (each.act.bindingDocument ? (asSigner[i] ?? each) : each));
}

async function headerOf(tx: Parameters<typeof loadMatter>[0], matterId: string, today: CivilDate): Promise<HeaderRow> {
  const { rows } = await sql<HeaderRow>`
    select (select v.name from agency_version v where v.agency_id = m.agency_id and v.valid_from <= ${today} order by v.valid_from desc limit 1) as "agencyName",
      m.restricted,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'procedure', r.procedure, 'lawPack', r.law_pack, 'state', r.state, 'closed', r.closed_on is not null) order by r.opened_on, r.id)
        from matter r where r.id <> m.id and r.id in (select other.matter_id from matter_petition own join matter_petition other on other.petition_id = own.petition_id where own.matter_id = m.id)), '[]') as related,
      (select jsonb_build_object('id', o.id, 'name', o.display_name) from officer o where o.id = m.assignee_id) as assignee,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'receivedOn', p.received_on, 'peopleCount', p.people_count, 'content', t.content,
          'request', t.request, 'contestedAct', t.contested_act, 'respondent', t.respondent) order by p.received_on, p.id)
        from petition p join petition_text t on t.petition_id = p.id where p.id in (select mp.petition_id from matter_petition mp where mp.matter_id = m.id
          union all select d.id from matter_petition mp join petition d on d.duplicate_of = mp.petition_id where mp.matter_id = m.id)), '[]') as petitions,
      coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'role', pp.role, 'address', d.address, 'phone', d.phone) order by pp.ordinal)
        from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = m.lead_petition_id), '[]') as people,
      coalesce((select jsonb_agg(x) from (
        select f.file_id as "fileId", f.title, f.pages, y.media_type as "mediaType" from matter_file f join file y on y.id = f.file_id where f.matter_id = m.id and f.for_act is null
        union all select f.file_id, f.title, f.pages, y.media_type from petition_file f join file y on y.id = f.file_id where f.petition_id = m.lead_petition_id) x), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('fileId', f.id, 'name', n.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'),
          'addedAt', f.added_at, 'addedBy', (select o.display_name from officer o where o.id = f.added_by)) order by f.added_at desc, f.id)
        from matter_file x join file f on f.id = x.file_id join file_name n on n.file_id = f.id where x.matter_id = m.id and x.for_act is not null), '[]') as recordings,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.display_name, 'jobTitle', o.job_title)) from role_grant g join officer o on o.id = g.officer_id and o.active
        where g.agency_id = m.agency_id and g.role in ('petition-officer','settlement-officer','head') and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})), '[]') as officers,
      coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'act', e.act, 'on', e.on_date, 'at', e.recorded_at, 'officer', o.display_name, 'from', e.from_state, 'to', e.to_state,
          'move', e.data->'move', 'values', e.data->'values', 'texts', coalesce((select jsonb_object_agg(t.field, t.body) from matter_text t where t.matter_id = e.matter_id and t.seq = e.seq), '{}')) order by e.seq desc)
        from matter_event e left join officer o on o.id = e.officer_id where e.matter_id = m.id), '[]') as events
    from matter m where m.id = ${matterId}`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

function relatedMatter(setting: Setting, row: RelatedRow): MatterSheet["related"][number] {
  const pack = setting.law.packs.find((each) => each.id === row.lawPack);
  const procedure = pack?.procedures.find((each) => each.id === row.procedure);
  const state = procedure?.states.find((each) => each.id === row.state);
  const asIs = (id: string): Text => ({ vi: id, en: id });
  return {
    id: row.id,
    code: row.code,
    procedure: procedure?.name ?? asIs(row.procedure),
    state: state?.name ?? asIs(row.state),
    closed: row.closed,
  };
}
