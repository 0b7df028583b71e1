import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { can, type Who } from "../access/index.ts";
import type { Setting } from "../setting.ts";
import { type PaperState, type PaperStep, paperSteps, stepRules } from "./paper-steps.ts";

/** A letter about a petition that is in no matter: where it stands, and the step that comes next. */
export interface LetterSheet {
  readonly paperId: string;
  readonly name: Text;
  readonly state: PaperState;
  readonly number: string | null;
  readonly step: { readonly id: PaperStep; readonly name: Text; readonly may: boolean } | null;
}

/** Null for whoever may not see it. */
export async function letterSheet(
  tx: Trx,
  setting: Setting,
  paperId: string,
  grants: Who["grants"],
): Promise<LetterSheet | null> {
  const { rows } = await sql<{ agencyId: string; template: string; state: PaperState; number: string | null }>`
    select agency_id as "agencyId", template, state, number from paper where id = ${paperId}`.execute(tx);
  const paper = rows[0];
  if (!paper) return null;
  const documents = setting.law.packs.flatMap((pack) => pack.procedures).flatMap((each) => each.documents);
  const id = paperSteps.find((step) => stepRules[step].from === paper.state);
  return {
    paperId,
    name: documents.find((each) => each.key === paper.template)?.name ?? { vi: paper.template, en: paper.template },
    state: paper.state,
    number: paper.number,
    step: id ? { id, name: stepRules[id].name, may: can(grants, stepRules[id].permission, paper.agencyId) } : null,
  };
}
