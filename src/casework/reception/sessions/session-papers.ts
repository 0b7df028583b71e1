import { sql } from "kysely";
import * as z from "zod";
import type { FieldValue } from "../../../rules/decide.ts";
import type { Text } from "../../../rules/pack.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import { type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { can, whoAsks } from "../../access/index.ts";
import { type PaperState, type PaperStep, paperSteps, stepRules } from "../../papers/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { agencyTime, participantsAt } from "./positions.ts";
import { type SessionRow, sessionsWhere } from "./session-rows.ts";

export const sessionTemplates = ["tcd-session-minutes", "tcd-session-conclusion"] as const;
export type SessionTemplate = (typeof sessionTemplates)[number];

/** One visit of the day, as the paper would say it. */
export interface SessionPaperLine {
  readonly visitId: string;
  readonly no: string;
  /** Name and address; of a denunciation its pseudonym. */
  readonly who: string;
  readonly denunciation: boolean;
  /** Received at this session: chosen before, else by the hour of the visit. */
  readonly chosen: boolean;
  readonly content: string;
  readonly opinions: string;
  readonly conclusion: string;
  readonly unit: string;
  /** YYYY-MM-DD, or empty. */
  readonly doBy: string;
  readonly contact: string;
}

export interface SessionPaper {
  readonly template: SessionTemplate;
  readonly name: Text;
  readonly article: string;
  /** Null until it is drawn up. */
  readonly paper: {
    readonly id: string;
    readonly state: PaperState;
    readonly number: string | null;
    readonly issuedOn: CivilDate | null;
    readonly version: number;
    readonly step: { readonly id: PaperStep; readonly name: Text; readonly may: boolean } | null;
  } | null;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly secretary: string;
  readonly attending: string;
  readonly lines: readonly SessionPaperLine[];
}

export interface SessionPapers {
  readonly sessionId: string;
  readonly papers: readonly SessionPaper[];
  readonly mayDraft: boolean;
  /** Visits of the day that nobody has classified yet: they stand on no paper. */
  readonly unclassified: number;
}

/** The states in which the head, or somebody for the head, was there to receive. */
export const sat: readonly SessionRow["state"][] = ["held", "held-without-visitors", "delegated"];

/**
 * The minutes of a session and the notice of what was concluded, each with where it stands and what fills it: what was
 * written before, else the day's visits that the asker may see. A Party committee's papers follow another format and are
 * not drawn up here. Throws "not-found".
 */
export async function sessionPapers(
  setting: Setting,
  asker: Asker,
  input: { readonly sessionId: string },
): Promise<SessionPapers> {
  const { sessionId } = parseInput(z.object({ sessionId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const [session] = await sessionsWhere(tx, sql`s.id = ${sessionId}`);
      if (!session) throw notFound();
      const mayDraft =
        session.host === "authority" &&
        sat.includes(session.state) &&
        (who.kind !== "officer" || can(who.grants, "session-paper:draft", session.agencyId));
      if (!mayDraft) return { sessionId, papers: [], mayDraft, unclassified: 0 };
      const documents = documentsOf(setting, session.on);
      const drawn = await drawnUp(tx, sessionId);
      const [minutes] = drawn.filter(({ template }) => template === "tcd-session-minutes");
      const visits = await visitsOf(tx, session);
      const sitting = await whoSat(tx, setting, session);
      return {
        sessionId,
        mayDraft,
        unclassified: visits.filter(({ kinds }) => kinds.length === 0).length,
        papers: documents.map(({ key, name, article }) => {
          const row = drawn.find(({ template }) => template === key);
          const values = { ...minutes?.values, ...row?.values };
          return {
            template: key,
            name,
            article,
            paper: row ? { ...row.paper, step: nextStep(row.paper.state, (step) => may(step)) } : null,
            startedAt: textOf(values, "startedAt") || session.startsAt,
            endedAt: textOf(values, "endedAt") || session.endsAt,
            secretary: textOf(values, "secretary"),
            attending: textOf(values, "attending") || sitting,
            lines: visits
              .filter(({ kinds }) => kinds.length > 0)
              .map((visit) => lineOf(visit, values, session))
              .filter((line) => key === "tcd-session-minutes" || !line.denunciation),
          };
        }),
      };

      function may(step: PaperStep): boolean {
        return who.kind !== "officer" || can(who.grants, stepRules[step].permission, session?.agencyId ?? "");
      }
    },
    { readOnly: true },
  );
}

/** The two papers by the law of the day of the session. */
export function documentsOf(setting: Setting, on: CivilDate) {
  const { procedures } = selectVersion(setting.law.packs, "reception", on);
  const known = procedures.flatMap(({ documents }) => documents);
  return sessionTemplates.flatMap((key) =>
    known.filter((document) => document.key === key).map((document) => ({ ...document, key })),
  );
}

function nextStep(state: PaperState, may: (step: PaperStep) => boolean) {
  const step = paperSteps.find((each) => stepRules[each].from === state);
  return step ? { id: step, name: stepRules[step].name, may: may(step) } : null;
}

type Values = Readonly<Record<string, FieldValue>>;

function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

async function drawnUp(tx: Trx, sessionId: string) {
  const { rows } = await sql<{
    template: string;
    values: Values;
    paper: Omit<NonNullable<SessionPaper["paper"]>, "step">;
  }>`
    select p.template, t.input -> 'values' as values,
      jsonb_build_object('id', p.id, 'state', p.state, 'number', p.number, 'issuedOn', p.issued_on, 'version', p.version) as paper
    from paper p join paper_text t on t.paper_id = p.id and t.version = p.version
    where p.session_id = ${sessionId}`.execute(tx);
  return rows;
}

interface VisitOfDay {
  readonly id: string;
  readonly no: string;
  readonly kinds: readonly string[];
  readonly pseudonym: string | null;
  /** HH:MM in Viet Nam; null for a visit recorded on a later day. */
  readonly at: string | null;
  readonly content: string;
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
}

async function visitsOf(tx: Trx, session: SessionRow): Promise<readonly VisitOfDay[]> {
  const { rows } = await sql<VisitOfDay>`
    select v.id, v.register_no || '/' || v.register_year as no, v.kinds, v.pseudonym, to_char(v.received_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as at,
      case when v.kinds && array['denunciation'] then '' else left(coalesce(t.content, ''), 4000) end as content,
      coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'address', d.address) order by vp.ordinal)
        from visit_party vp join person_detail d on d.person_id = vp.person_id where vp.visit_id = v.id and not v.kinds && array['denunciation']), '[]') as people
    from visit v left join visit_text t on t.visit_id = v.id
    where v.agency_id = ${session.agencyId} and v.received_on = ${session.on} order by v.register_year, v.register_no limit 100`.execute(
    tx,
  );
  return rows;
}

function lineOf(visit: VisitOfDay, values: Values, session: SessionRow): SessionPaperLine {
  const { visits } = values;
  const of = (name: string) => textOf(values, `${visit.id}.${name}`);
  const denunciation = visit.kinds.includes("denunciation");
  return {
    visitId: visit.id,
    no: visit.no,
    who: nameOf(visit),
    denunciation,
    chosen: Array.isArray(visits)
      ? visits.includes(visit.id)
      : visit.at === null || (visit.at >= session.startsAt && visit.at <= session.endsAt),
    content: denunciation ? "" : of("content") || visit.content,
    opinions: of("opinions"),
    conclusion: of("conclusion"),
    unit: of("unit"),
    doBy: of("doBy"),
    contact: of("contact"),
  };
}

function nameOf({ kinds, pseudonym, people }: VisitOfDay): string {
  if (kinds.includes("denunciation")) return pseudonym ?? "Người tố cáo";
  const [first, ...others] = people;
  if (!first) return "Công dân không nêu tên";
  const named = [first.name, first.address].filter(Boolean).join(", ");
  return others.length > 0 ? `${named} và ${others.length} người khác` : named;
}

/** Who took part by the calendar, and the bodies that the law names there and that sat in. */
async function whoSat(tx: Trx, setting: Setting, session: SessionRow): Promise<string> {
  const { level } = await agencyTime(tx, session.agencyId, session.on);
  const bodies = participantsAt(setting.law.packs, level, session.on).filter(({ id }) => session.bodies.includes(id));
  return [session.attending, ...bodies.map(({ name }) => name.vi)].filter(Boolean).join("\n");
}
