import { sql } from "kysely";
import type { FieldValue } from "../../rules/decide.ts";
import type { ActRule, DocumentRule, LawPack } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, formatCivilDate, parseCivilDate } from "../../time/civil-date.ts";
import { notFound } from "../refusal.ts";
import { earlierPapers } from "./earlier-papers.ts";
import { issuingOffice } from "./issuing-office.ts";
import type { PaperInput } from "./paper-input.ts";

export interface PaperOfMatter extends PaperContent {
  readonly matterId: string;
}
/** A paper about a petition that is in no matter. */
export interface PaperOfPetition extends PaperContent {
  readonly petitionId: string;
}
export type PaperSource = PaperOfMatter | PaperOfPetition;

interface PaperContent {
  readonly agencyId: string;
  readonly pack: LawPack;
  readonly document: DocumentRule;
  /** The act whose form fills the blanks; absent for a paper drawn up by itself. */
  readonly act?: ActRule;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly on: CivilDate;
}

interface CaseRow {
  kind: string | null;
  code: string;
  receivedOn: CivilDate;
  acceptedOn: CivilDate | null;
  settleBy: CivilDate | null;
  peopleCount: number;
  respondent: string | null;
  contestedAct: string | null;
  content: string;
  request: string | null;
  people: { name: string; address: string | null; idNumber: string | null; phone: string | null; role: string }[];
}

/** Fills a statutory form from the matter and the act's form; the forms are Vietnamese, as the law prints them. */
export async function fillPaper(tx: Trx, source: PaperSource): Promise<PaperInput> {
  const { rows } = await sql<CaseRow>`
    select coalesce(m.code, p.code) as code, p.kind, coalesce(m.received_on, p.received_on) as "receivedOn", m.accepted_on as "acceptedOn", p.people_count as "peopleCount", t.respondent,
      t.contested_act as "contestedAct", t.content, t.request,
      (select d.due_on from deadline d where d.matter_id = m.id and d.clock = 'settlement' and d.status in ('running', 'met') order by d.computed_at desc limit 1) as "settleBy",
      coalesce((select jsonb_agg(jsonb_build_object('name', d.full_name, 'address', d.address, 'idNumber', d.id_number, 'phone', d.phone, 'role', pp.role) order by pp.ordinal)
        from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), '[]') as people
    from ${caseOf(source)} join petition_text t on t.petition_id = p.id`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  const officers = await officerNames(tx, source);
  // Điều 8.3, Điều 56 Luật Tố cáo: who denounced is not even in the paper's data.
  const hidden = source.pack.subject === "denunciations" || row.kind === "denunciation";
  const named = hidden ? [] : row.people;
  const people = named.map((person) => ({
    name: person.name,
    role: person.role,
    ...(person.address ? { address: person.address } : {}),
    ...(person.idNumber ? { idNumber: person.idNumber } : {}),
    ...(person.phone ? { phone: person.phone } : {}),
  }));
  return {
    template: source.document.key,
    agency: await issuingOffice(tx, source.agencyId, source.on),
    draft: true,
    matter: {
      code: row.code,
      petitioners: people.filter((person) => person.role !== "representative"),
      representatives: people.filter((person) => person.role === "representative"),
      peopleCount: row.peopleCount,
      content: row.content,
      receivedOn: row.receivedOn,
      ...(row.respondent ? { respondent: row.respondent } : {}),
      ...(row.contestedAct ? { contestedAct: row.contestedAct } : {}),
      ...(row.request ? { request: row.request } : {}),
      ...(row.acceptedOn ? { acceptedOn: row.acceptedOn } : {}),
      ...(row.settleBy ? { settleBy: row.settleBy } : {}),
    },
    fields: {
      ...(source.document.standsAlone || !("matterId" in source) ? {} : await earlierPapers(tx, source)),
      ...displayFields(source, officers),
    },
    recipients: source.document.recipients.map((recipient) => recipient.vi),
    legalBasis: source.pack.basis,
    ...(source.act ? { act: source.act.id, article: source.act.article } : {}),
  };
}

function caseOf(source: PaperSource) {
  return "matterId" in source
    ? sql`(select * from matter where id = ${source.matterId}) m join petition p on p.id = m.lead_petition_id`
    : sql`(select * from petition where id = ${source.petitionId}) p left join matter m on false`;
}

async function officerNames(tx: Trx, source: PaperSource): Promise<ReadonlyMap<string, string>> {
  const ids = (source.act?.fields ?? [])
    .filter((field) => field.type === "officer" || field.type === "officers")
    .flatMap((field) => source.values[field.id] ?? []);
  const wanted = ids.flat().filter((id): id is string => typeof id === "string" && id !== "");
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, display_name as name from officer where id = any(${wanted}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The answers of the act's form as they stand on paper: dates as 02/07/2026, choices by their words, officers by name. */
function displayFields(source: PaperSource, officers: ReadonlyMap<string, string>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const field of source.act?.fields ?? []) {
    const value = source.values[field.id];
    if (value === undefined || value === "") continue;
    const each = (one: string): string => {
      if (field.type === "officer" || field.type === "officers") return officers.get(one) ?? "";
      if (field.type === "date") return dateOnPaper(one);
      return field.options?.find((option) => option.id === one)?.label.vi ?? one;
    };
    if (typeof value === "boolean") shown[field.id] = value ? "Có" : "Không";
    else shown[field.id] = typeof value === "string" ? each(value) : value.map(each).join("; ");
  }
  return shown;
}

function dateOnPaper(value: string): string {
  const date = parseCivilDate(value);
  return date ? formatCivilDate(date, "vi") : value;
}
