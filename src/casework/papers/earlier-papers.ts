import { sql } from "kysely";
import type { LawPack, RuleChoice } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import type { PaperOfMatter } from "./fill-paper.ts";

/** What a blank may refer to, and the papers that can be it: "decision" fills decisionNumber, decisionDate, … */
const referred: Readonly<Record<string, readonly string[]>> = {
  decision: ["kn-15", "kn-16"],
  stay: ["kn-11"],
  expert: ["kn-09"],
  report: ["kn-13", "tc-10", "tc-11"],
  acceptance: ["tc-04"],
  team: ["tc-07"],
  assignment: ["tc-assignment"],
  suspension: ["tc-suspension"],
  conclusion: ["tc-12"],
  demand: ["tc-report-demand"],
  protection: ["bv-decision"],
};

/** What was written down in an act before, "act.field"; the latest of them fills the blank. */
const told: Readonly<Record<string, readonly string[]>> = {
  findings: ["report.findings", "report-team.findings", "report-agency.findings"],
  accused: ["accept.accused", "settle-own-competence.accused", "resettle.accused", "take-over.accused"],
  acceptedContent: ["accept.content", "settle-own-competence.content", "resettle.content", "take-over.content"],
  assignedAgency: ["assign-verification.agency"],
  resolver: ["open-review.resolver", "demand-report.resolver"],
};

const agreed = "hold-dialogue.agreed";
const disputed = "hold-dialogue.disputed";
const wanted = [...Object.values(told).flat(), agreed, disputed];

interface IssuedPaper {
  readonly template: string;
  readonly own: boolean;
  readonly number: string | null;
  readonly issuedOn: CivilDate | null;
  readonly signer: string | null;
  readonly agency: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

interface FileRow {
  procedure: string;
  facts: Readonly<Record<string, unknown>>;
  limitOn: CivilDate | null;
  said: { key: string; body: string }[];
  papers: IssuedPaper[];
}

/**
 * Blanks that refer to what is already in the file: the decision enforced, the report it rests on, what was accepted.
 * The first decision of a second complaint is looked for in the matter that shares its petition.
 */
export async function earlierPapers(tx: Trx, source: PaperOfMatter): Promise<Record<string, string>> {
  const { rows } = await sql<FileRow>`
    select m.procedure, m.facts,
      (select d.raw_on from deadline d where d.matter_id = m.id and d.clock = 'settlement' and d.status in ('running', 'met') order by d.computed_at desc limit 1) as "limitOn",
      coalesce((select jsonb_agg(jsonb_build_object('key', e.act || '.' || t.field, 'body', t.body) order by t.seq)
        from matter_text t join matter_event e using (matter_id, seq)
        where t.matter_id = m.id and e.act || '.' || t.field = any(${wanted}::text[])), '[]') as said,
      coalesce((select jsonb_agg(jsonb_build_object('template', x.template, 'own', x.matter_id = m.id, 'number', x.number, 'issuedOn', x.issued_on, 'signer', o.display_name,
          'agency', t.input->'paper'->'agency'->>'name', 'fields', coalesce(t.input->'paper'->'fields', '{}')) order by x.issued_on)
        from paper x join paper_text t on t.paper_id = x.id and t.version = x.version left join officer o on o.id = coalesce(x.signed_by, x.drafted_by)
        where x.matter_id = any(array(select m.id union select other.matter_id from matter_petition mine join matter_petition other using (petition_id) where mine.matter_id = m.id))
          and x.state in ('numbered', 'sent') and (x.matter_id = m.id or x.template = 'kn-15')), '[]') as papers
    from matter m where m.id = ${source.matterId}`.execute(tx);
  const row = rows[0];
  if (!row) return {};
  const latest = (keys: readonly string[]) => row.said.findLast(({ key }) => keys.includes(key))?.body;
  const found: Record<string, string | null | undefined> = {
    ...numbersOf(row.papers.filter((paper) => paper.own)),
    ...firstDecision(row.papers.findLast((paper) => !paper.own)),
    ...Object.fromEntries(Object.entries(told).map(([blank, keys]) => [blank, latest(keys)])),
    dialogueResult: dialogueResult(latest([agreed]), latest([disputed])),
    limitEndsOn: onPaper(row.limitOn),
    appealDays: appealDays(source, row),
    settlementDays: daysOf(source.pack, startOf(source.act?.clocks, "settlement"), row.facts),
    forwarded: yesOrNo(row.facts.forwarded),
    dismissal: yesOrNo(row.facts.dismissal),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );
}

function dialogueResult(same: string | undefined, different: string | undefined): string {
  return [same && `Đã thống nhất: ${same}`, different && `Còn ý kiến khác nhau: ${different}`]
    .filter(Boolean)
    .join("\n");
}

function numbersOf(papers: readonly IssuedPaper[]): Record<string, string | null | undefined> {
  const numbers = Object.entries(referred).flatMap(([what, templates]) => {
    const paper = papers.findLast(({ template }) => templates.includes(template));
    if (!paper) return [];
    return [
      [`${what}Number`, paper.number],
      [`${what}Date`, onPaper(paper.issuedOn)],
      [`${what}Signer`, paper.signer],
      [`${what}Form`, paper.template],
      [`${what}Outcome`, paper.fields.conclusion],
    ];
  });
  const order = papers.findLast(({ template }) => template === "kn-05");
  return {
    ...Object.fromEntries(numbers),
    verificationDecision: order?.number && order.issuedOn ? `${order.number} ngày ${onPaper(order.issuedOn)}` : null,
  };
}

function firstDecision(paper: IssuedPaper | undefined): Record<string, string | null> {
  if (!paper) return {};
  const { conclusion, measure, content } = paper.fields;
  return {
    firstDecisionNumber: paper.number,
    firstDecisionDate: onPaper(paper.issuedOn),
    firstDecisionAgency: paper.agency,
    firstResult: [conclusion && `Kết luận: ${conclusion}`, measure, content].filter(Boolean).join("\n"),
  };
}

/** The days within which a second complaint may follow, as the pack counts them from the receipt of this paper. */
function appealDays(source: PaperOfMatter, { procedure, facts }: FileRow): string | undefined {
  const acts = source.pack.procedures.find((each) => each.id === procedure)?.acts ?? [];
  const receipt = acts.find((act) => act.receiptOf === source.document.key);
  return daysOf(source.pack, startOf(receipt?.clocks, "second-complaint"), facts);
}

type Clocks = LawPack["procedures"][number]["acts"][number]["clocks"];

function startOf(clocks: Clocks | undefined, clock: string): RuleChoice {
  const start = clocks?.find((effect) => effect.do === "start" && effect.clock === clock);
  return start?.do === "start" ? start.rules : [];
}

/** Only for choices whose conditions are facts of the same name: "remote", "dismissal". */
function daysOf(pack: LawPack, choice: RuleChoice, facts: FileRow["facts"]): string | undefined {
  const chosen = choice.find(({ when }) => when === undefined || facts[when] === true);
  const rule = pack.rules.find(({ id }) => id === chosen?.rule);
  return rule && String(rule.amount);
}

function yesOrNo(fact: unknown): string | null {
  if (typeof fact !== "boolean") return null;
  return fact ? "Có" : "Không";
}

function onPaper(date: CivilDate | null | undefined): string | null {
  return date ? formatCivilDate(date, "vi") : null;
}
