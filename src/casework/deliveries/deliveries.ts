import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";

export const recipientRoles = [
  "petitioner",
  "representative",
  "respondent",
  "superior",
  "inspectorate",
  "forwarder",
  "related",
  "other",
] as const;
export type RecipientRole = (typeof recipientRoles)[number];
export const deliveryMethods = ["in-person", "post", "electronic", "posting"] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];

export interface NewDelivery {
  readonly paperId: string;
  readonly agencyId: string;
  readonly recipient: RecipientRole;
  readonly method: DeliveryMethod;
  readonly sentOn: CivilDate;
  /** Handed over in person: received the same day. */
  readonly receivedOn: CivilDate | null;
  readonly officerId: string | null;
}

/** Writes down to whom a paper was sent, how and when. */
export async function recordDeliveries(tx: Trx, setting: Setting, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((each) => ({
    id: setting.newId(),
    paper_id: each.paperId,
    agency_id: each.agencyId,
    recipient_role: each.recipient,
    method: each.method,
    sent_on: each.sentOn,
    received_on: each.receivedOn,
    recorded_by: each.officerId,
  }));
  await sql`
    insert into delivery (id, paper_id, agency_id, recipient_role, method, sent_on, received_on, recorded_by)
    select id, paper_id, agency_id, recipient_role, method, sent_on, received_on, recorded_by from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, paper_id uuid, agency_id uuid, recipient_role text, method text, sent_on date, received_on date, recorded_by uuid)`.execute(
    tx,
  );
}

/** The proof came back: the petitioner has it since that day. */
export async function recordReceipt(
  tx: Trx,
  paperId: string,
  recipient: RecipientRole,
  receivedOn: CivilDate,
): Promise<void> {
  await sql`update delivery set received_on = ${receivedOn} where paper_id = ${paperId} and recipient_role = ${recipient} and received_on is null`.execute(
    tx,
  );
}
