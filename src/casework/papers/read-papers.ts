import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { PaperBody, PaperState } from "./paper-steps.ts";
import { proposerOf } from "./signatures.ts";

export interface PaperLine {
  readonly id: string;
  readonly template: string;
  readonly forAct: string | null;
  readonly state: PaperState;
  readonly version: number;
  readonly number: string | null;
  readonly issuedOn: CivilDate | null;
  readonly draftedBy: string | null;
  readonly signedBy: string | null;
  readonly createdAt: string;
  readonly steps: readonly {
    readonly step: string;
    readonly officer: string | null;
    readonly at: string;
    readonly version: number;
    /** Why it was sent back. */
    readonly note: string | null;
  }[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly recipient: string;
    readonly method: string;
    readonly sentOn: CivilDate;
    readonly receivedOn: CivilDate | null;
  }[];
}

/** The papers of a matter, oldest first, each with who took which step and to whom it went. */
export async function papersOfMatter(tx: Trx, matterId: string): Promise<readonly PaperLine[]> {
  const { rows } = await sql<PaperLine>`
    select p.id, p.template, p.for_act as "forAct", p.state, p.version, p.number, p.issued_on as "issuedOn", d.display_name as "draftedBy",
      s.display_name as "signedBy", p.created_at as "createdAt",
      (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'officer', o.display_name, 'at', e.at, 'version', e.version, 'note', n.body) order by e.seq), '[]')
        from paper_event e left join officer o on o.id = e.officer_id left join paper_note n on n.paper_id = e.paper_id and n.seq = e.seq where e.paper_id = p.id) as steps,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'recipient', x.recipient_role, 'method', x.method, 'sentOn', x.sent_on, 'receivedOn', x.received_on) order by x.sent_on, x.id), '[]')
        from delivery x where x.paper_id = p.id) as deliveries
    from paper p left join officer d on d.id = p.drafted_by left join officer s on s.id = p.signed_by
    where p.matter_id = ${matterId} order by p.created_at, p.id`.execute(tx);
  return rows;
}

/** A paper as bytes. A signed and sent one that is printed again is marked as a reprint. The look is recorded. */
export async function renderPaper(
  setting: Setting,
  asker: Asker,
  input: { readonly paperId: string; readonly format: "pdf" | "docx" },
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }> {
  const wanted = parseInput(z.object({ paperId: z.uuid(), format: z.enum(["pdf", "docx"]) }), input);
  const paper = await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      template: string;
      state: PaperState;
      number: string | null;
      issuedOn: CivilDate | null;
      prints: number;
      body: PaperBody;
      signer: string | null;
      signers: { proposer: string | null; unit: string | null; unitIsHead: boolean };
    }>`
      select p.template, p.state, p.number, p.issued_on as "issuedOn", p.prints, t.input as body, s.display_name as signer,
        (select jsonb_build_object('proposer', w.display_name, 'unit', c.display_name, 'unitIsHead', coalesce(c.id = p.signed_by, false)) from (select 1) one
          left join officer w on w.id = ${proposerOf} left join officer c on c.id = (select e.officer_id from paper_event e
            where e.paper_id = p.id and e.version = p.version and e.step = 'check' order by e.seq desc limit 1)) as signers
      from paper p join paper_text t on t.paper_id = p.id and t.version = p.version left join officer s on s.id = p.signed_by
      where p.id = ${wanted.paperId}`.execute(tx);
    const row = rows[0];
    if (!row) throw notFound();
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'paper', ${wanted.paperId})`.execute(
        tx,
      );
    if (issued(row.state)) await sql`update paper set prints = prints + 1 where id = ${wanted.paperId}`.execute(tx);
    return row;
  });
  const final = issued(paper.state);
  const bytes = await setting.renderer.render(
    {
      ...paper.body.paper,
      draft: !final,
      agency: { ...paper.body.paper.agency, ...(paper.signer ? { headName: paper.signer } : {}) },
      signers: {
        ...(paper.signers.proposer ? { proposer: paper.signers.proposer } : {}),
        ...(paper.signers.unit ? { unit: paper.signers.unit } : {}),
        ...(paper.signers.unitIsHead ? { unitIsHead: true } : {}),
      },
      ...(paper.number ? { number: paper.number } : {}),
      ...(paper.issuedOn ? { issuedOn: paper.issuedOn } : {}),
      ...(final && paper.prints > 0 ? { reprint: paper.prints } : {}),
    },
    wanted.format,
  );
  const mediaType =
    wanted.format === "pdf"
      ? "application/pdf"
      : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return {
    bytes,
    fileName: `${paper.template}${paper.number ? `-${paper.number.replaceAll("/", "-")}` : ""}.${wanted.format}`,
    mediaType,
  };
}

function issued(state: PaperState): boolean {
  return state === "numbered" || state === "sent";
}
