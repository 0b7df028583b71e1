import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { Hider } from "./hide-denouncer.ts";
import type { VisitSheet } from "./visit-sheet.ts";

type Texts = Pick<
  VisitSheet,
  | "id"
  | "content"
  | "request"
  | "priorAuthority"
  | "followUp"
  | "note"
  | "guidedTo"
  | "guidanceNumber"
  | "transferredTo"
  | "transferNumber"
  | "items"
>;

/** Takes traces out of every free text of the visit and out of the titles of its papers. */
export async function hideInVisit(tx: Trx, sheet: Texts, hide: Hider): Promise<void> {
  await sql`update visit_text set content = ${hide(sheet.content)}, request = ${hide(sheet.request)}, prior_authority = ${hide(sheet.priorAuthority)},
      follow_up = ${hide(sheet.followUp)}, note = ${hide(sheet.note)} where visit_id = ${sheet.id}`.execute(tx);
  await sql`update visit set guided_to = ${hide(sheet.guidedTo)}, guidance_number = ${hide(sheet.guidanceNumber)},
      transferred_to = ${hide(sheet.transferredTo)}, transfer_number = ${hide(sheet.transferNumber)} where id = ${sheet.id}`.execute(
    tx,
  );
  const items = sheet.items.map((one, ordinal) => ({
    ordinal,
    title: hide(one.title),
    condition: hide(one.condition),
  }));
  await sql`update visit_item i set title = r.title, condition = r.condition
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(ordinal smallint, title text, condition text)
    where i.visit_id = ${sheet.id} and i.ordinal = r.ordinal`.execute(tx);
}
