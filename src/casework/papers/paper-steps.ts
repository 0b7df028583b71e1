import { sql } from "kysely";
import type { FieldValue } from "../../rules/decide.ts";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";
import type { Permission } from "../access/index.ts";
import { canonicalJson, textDigest } from "../audit/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import type { PaperInput } from "./paper-input.ts";

export const paperSteps = ["check", "approve", "sign", "number", "send"] as const;
export type PaperStep = (typeof paperSteps)[number];
export type PaperState = "draft" | "checked" | "approved" | "signed" | "numbered" | "sent" | "replaced";

/** Draft, checked, approved, signed, number issued, sent (settled 27): from, to, and who may. */
export const stepRules: Readonly<
  Record<
    PaperStep,
    { readonly from: PaperState; readonly to: PaperState; readonly permission: Permission; readonly name: Text }
  >
> = {
  check: { from: "draft", to: "checked", permission: "paper:check", name: { vi: "Kiểm tra", en: "Check" } },
  approve: { from: "checked", to: "approved", permission: "paper:approve", name: { vi: "Duyệt", en: "Approve" } },
  sign: { from: "approved", to: "signed", permission: "paper:sign", name: { vi: "Ký", en: "Sign" } },
  number: { from: "signed", to: "numbered", permission: "paper:number", name: { vi: "Cấp số", en: "Issue number" } },
  send: { from: "numbered", to: "sent", permission: "paper:send", name: { vi: "Phát hành", en: "Send" } },
};

const unsigned: readonly PaperState[] = ["draft", "checked", "approved"];

export interface PaperRow {
  readonly id: string;
  readonly agencyId: string;
  readonly matterId: string | null;
  readonly template: string;
  readonly forAct: string | null;
  readonly state: PaperState;
  readonly version: number;
  readonly number: string | null;
  readonly issuedOn: CivilDate | null;
  readonly signedBy: string | null;
  readonly prints: number;
  readonly body: PaperBody;
}

/** What a paper is made from: the filled form, and the act's answers when the paper carries an act. */
export interface PaperBody {
  readonly paper: PaperInput;
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface NewPaper {
  readonly agencyId: string;
  readonly matterId: string | null;
  /** Of a paper about a petition that is in no matter. */
  readonly petitionId?: string;
  /** Of a paper about a head's session. */
  readonly sessionId?: string;
  readonly template: string;
  readonly forAct: string | null;
  readonly officerId: string | null;
  readonly body: PaperBody;
}

/** Puts a draft into the file. Returns its id. */
export async function draftPaper(tx: Trx, setting: Setting, paper: NewPaper): Promise<string> {
  const id = setting.newId();
  await sql`
    insert into paper (id, agency_id, matter_id, petition_id, session_id, template, for_act, state, drafted_by)
    values (${id}, ${paper.agencyId}, ${paper.matterId}, ${paper.petitionId ?? null}, ${paper.sessionId ?? null}, ${paper.template}, ${paper.forAct}, 'draft', ${paper.officerId})`.execute(
    tx,
  );
  await writeVersion(tx, id, 1, paper.body, paper.officerId, "drafted");
  return id;
}

async function writeVersion(
  tx: Trx,
  paperId: string,
  version: number,
  body: PaperBody,
  officerId: string | null,
  step: string,
): Promise<void> {
  await sql`
    with text as (
      insert into paper_text (paper_id, version, input, written_by)
      values (${paperId}, ${version}, ${JSON.stringify(body)}::jsonb, ${officerId}))
    insert into paper_event (paper_id, seq, step, officer_id, version, digest)
    select ${paperId}::uuid, coalesce(max(seq), 0) + 1, ${step}, ${officerId}::uuid, ${version}::int, decode(${textDigest(canonicalJson(body))}, 'hex')
    from paper_event where paper_id = ${paperId}`.execute(tx);
}

async function appendPaperEvent(
  tx: Trx,
  paperId: string,
  version: number,
  step: string,
  officerId: string | null,
  body: PaperBody,
): Promise<void> {
  await sql`
    insert into paper_event (paper_id, seq, step, officer_id, version, digest)
    select ${paperId}::uuid, coalesce(max(seq), 0) + 1, ${step}, ${officerId}::uuid, ${version}::int, decode(${textDigest(canonicalJson(body))}, 'hex')
    from paper_event where paper_id = ${paperId}`.execute(tx);
}

export async function lockPaper(tx: Trx, paperId: string): Promise<PaperRow> {
  const { rows } = await sql<PaperRow>`
    select p.id, p.agency_id as "agencyId", p.matter_id as "matterId", p.template, p.for_act as "forAct", p.state, p.version, p.number,
      p.issued_on as "issuedOn", p.signed_by as "signedBy", p.prints, t.input as body
    from paper p join paper_text t on t.paper_id = p.id and t.version = p.version where p.id = ${paperId} for update of p`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

/** Takes one step; throws when the paper is not where the step begins, and says what comes next. */
export async function takeStep(
  tx: Trx,
  paper: PaperRow,
  step: PaperStep,
  by: { readonly officerId: string | null; readonly on: CivilDate; readonly symbol: string },
): Promise<{ readonly number: string | null }> {
  const rule = stepRules[step];
  if (paper.state !== rule.from) throw wrongStep(paper.state);
  const number = step === "number" ? await nextNumber(tx, paper, by.symbol, by.on) : paper.number;
  await sql`
    update paper set state = ${rule.to}, changed_at = now(), number = ${number},
      signed_by = case when ${step === "sign"} then ${by.officerId}::uuid else signed_by end,
      issued_on = case when ${step === "number"} then ${by.on}::date else issued_on end
    where id = ${paper.id}`.execute(tx);
  await appendPaperEvent(tx, paper.id, paper.version, step, by.officerId, paper.body);
  return { number };
}

/** A letter (công văn) bears the agency's symbol alone, "12/UBND"; every other paper its kind as well (Phụ lục I, III NĐ 30/2020). */
const letter = "CV";

/** One series per agency, kind of paper and year (Điều 8 NĐ 30/2020): "12/QĐ-UBND". */
async function nextNumber(tx: Trx, paper: PaperRow, symbol: string, on: CivilDate): Promise<string> {
  const { rows } = await sql<{
    n: number;
  }>`select app.next_number(${paper.agencyId}, ${`paper:${symbol}`}, ${yearOf(on)}) as n`.execute(tx);
  const kind = symbol === letter ? "" : `${symbol}-`;
  return `${String(rows[0]?.n ?? 0).padStart(2, "0")}/${kind}${paper.body.paper.agency.symbol}`;
}

/** A draft is written anew as its next version; checked or approved, it goes back to draft. Signed papers do not change. */
export async function rewriteDraft(tx: Trx, paper: PaperRow, body: PaperBody, officerId: string | null): Promise<void> {
  if (!unsigned.includes(paper.state)) {
    throw new Refused({
      code: "law",
      message: {
        vi: "Văn bản đã ký không sửa được; hãy lập văn bản mới thay thế.",
        en: "A signed paper cannot be changed; draw up a new one that replaces it.",
      },
      article: "Điều 13 Nghị định 30/2020/NĐ-CP",
    });
  }
  await sql`update paper set version = version + 1, state = 'draft', changed_at = now() where id = ${paper.id}`.execute(
    tx,
  );
  await writeVersion(tx, paper.id, paper.version + 1, body, officerId, "rewritten");
}

/** Sends a draft back to whoever wrote it, with the reason; what was checked or approved is a draft again. */
export async function sendBack(
  tx: Trx,
  setting: Setting,
  paper: PaperRow,
  by: { readonly officerId: string | null; readonly reason: string },
): Promise<void> {
  if (!unsigned.includes(paper.state)) throw wrongStep(paper.state);
  await sql`update paper set state = 'draft', changed_at = ${setting.now().toISOString()} where id = ${paper.id}`.execute(
    tx,
  );
  await appendPaperEvent(tx, paper.id, paper.version, "returned", by.officerId, paper.body);
  await sql`insert into paper_note (paper_id, seq, body)
    select paper_id, max(seq), ${by.reason} from paper_event where paper_id = ${paper.id} group by paper_id`.execute(
    tx,
  );
}

/** Drafts for an act that can no more happen from where the matter stands are put aside. */
export async function putAside(tx: Trx, matterId: string, act: string, officerId: string | null): Promise<void> {
  await sql`
    with aside as (
      update paper set state = 'replaced', changed_at = now() where matter_id = ${matterId} and for_act = ${act} and state in ('draft', 'checked', 'approved')
      returning id, version)
    insert into paper_event (paper_id, seq, step, officer_id, version)
    select a.id, (select coalesce(max(e.seq), 0) + 1 from paper_event e where e.paper_id = a.id), 'replaced', ${officerId}::uuid, a.version from aside a`.execute(
    tx,
  );
}

function wrongStep(state: PaperState): Refused {
  const next = paperSteps.find((step) => stepRules[step].from === state);
  return new Refused({
    code: "law",
    message: {
      vi: next ? `Văn bản đang ở bước khác; bước tiếp theo là: ${stepRules[next].name.vi}.` : "Văn bản đã hoàn tất.",
      en: next
        ? `The paper is at another step; the next one is: ${stepRules[next].name.en}.`
        : "The paper is complete.",
    },
    article: "Điều 14 đến Điều 18 Nghị định 30/2020/NĐ-CP",
    ...(next ? { instead: [{ act: next, name: stepRules[next].name }] } : {}),
  });
}

/** The paper went out with an act of its matter; sent again, nothing changes. */
export async function markSent(tx: Trx, paper: PaperRow, officerId: string | null): Promise<void> {
  if (paper.state !== "numbered") return;
  await sql`update paper set state = 'sent', changed_at = now() where id = ${paper.id}`.execute(tx);
  await appendPaperEvent(tx, paper.id, paper.version, "send", officerId, paper.body);
}
