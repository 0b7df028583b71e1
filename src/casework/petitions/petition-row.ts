import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, type Who } from "../access/index.ts";
import { keyPetitions } from "../duplicates/index.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import type { PetitionKind } from "./intake-clocks.ts";

export interface PetitionRow {
  id: string;
  agencyId: string;
  kind: PetitionKind | null;
  state: string;
  sealedTo: string | null;
  visitId: string | null;
  postEntryId: string | null;
  receivedOn: CivilDate;
  matterId: string | null;
  duplicateOf: string | null;
  peopleCount: number;
  /** How many times it was handed over. */
  transfers: number;
}

/** The petition, locked until the transaction ends, or "not-found" for whoever may not see it. */
export async function lockPetition(tx: Trx, petitionId: string): Promise<PetitionRow> {
  const { rows } = await sql<PetitionRow>`
    select id, agency_id as "agencyId", kind, state, sealed_to as "sealedTo", visit_id as "visitId", post_entry_id as "postEntryId", received_on as "receivedOn", matter_id as "matterId", duplicate_of as "duplicateOf", people_count as "peopleCount", transfers
    from petition where id = ${petitionId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

export function mayProcess(who: Who, petition: PetitionRow): void {
  notWhileMoving(petition.state);
  if (petition.sealedTo !== null && petition.sealedTo !== who.officerId) throw notAllowed();
  if (petition.sealedTo === null) require(who, "petition:process", petition.agencyId);
}

export function notOnceInMatter(petition: PetitionRow): void {
  if (petition.duplicateOf !== null) {
    throw new Refused({
      code: "already-done",
      message: {
        vi: "Đơn đã được lưu cùng đơn trùng trước đó. Muốn xử lý riêng thì gỡ khỏi đơn đó trước.",
        en: "The petition is filed as a duplicate. Take it out of that file before anything else is done with it.",
      },
    });
  }
  if (petition.matterId === null) return;
  throw new Refused({
    code: "already-done",
    message: {
      vi: "Đơn đã thuộc một vụ việc; mọi việc tiếp theo làm tại vụ việc đó (kể cả đính chính).",
      en: "The petition already belongs to a matter; everything further, corrections too, is done there.",
    },
  });
}

/** Nothing is done with a petition that was handed over before it is taken in, sent back or given to somebody. */
export function notWhileMoving(state: string): void {
  if (state === "handed-over") {
    throw new Refused({
      code: "law",
      message: {
        vi: "Đơn đang chờ cơ quan nhận chuyển tiếp nhận hoặc trả lại; chưa xử lý được.",
        en: "The petition was handed over and waits to be taken in or sent back; nothing is done with it before.",
      },
      instead: [
        { act: "accept-transfer", name: { vi: "Tiếp nhận đơn", en: "Take the petition in" } },
        { act: "return-transfer", name: { vi: "Trả lại đơn", en: "Send it back" } },
      ],
    });
  }
  if (state === "referred") {
    throw new Refused({
      code: "law",
      message: {
        vi: "Đơn đã chuyển đến lần thứ ba; cơ quan cấp trên chung phải quyết định cơ quan thụ lý trước.",
        en: "The petition was handed over for the third time; the common superior first decides who handles it.",
      },
      instead: [{ act: "decide-handler", name: { vi: "Quyết định cơ quan thụ lý", en: "Decide who handles it" } }],
    });
  }
}

/** Writes the search row and the keys of duplicates anew from what is stored now. */
export async function reindex(tx: Trx, setting: Setting, petitionId: string): Promise<void> {
  await sql`
    select app.index_petition(p.id, p.agency_id, p.sealed_to, p.received_on,
      coalesce((select string_agg(d.full_name, ' | ' order by pp.ordinal) from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), ''),
      concat_ws(E'\\n', p.code, t.content, t.request, t.contested_act, t.respondent))
    from petition p join petition_text t on t.petition_id = p.id where p.id = ${petitionId}`.execute(tx);
  await keyPetitions(tx, setting, [petitionId]);
}
