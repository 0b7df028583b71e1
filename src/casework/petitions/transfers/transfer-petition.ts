import { sql } from "kysely";
import * as z from "zod";
import type { Calendar } from "../../../rules/calendar.ts";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../../access/index.ts";
import { letterhead } from "../../agencies/index.ts";
import { textDigest } from "../../audit/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { notAllowed } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { appendPetitionEvents } from "../petition-events.ts";
import { lockPetition, notOnceInMatter, notWhileMoving, type PetitionRow } from "../petition-row.ts";
import type { VisitFollows } from "../visit-follows.ts";
import { passToNextClocks } from "./transfer-clocks.ts";
import { letterOf, letterRule } from "./transfer-letter.ts";
import {
  alreadyDecided,
  alreadyLeft,
  badAgency,
  badDay,
  nobodyThere,
  noSuperior,
  notClassified,
  stillSealed,
} from "./transfer-refusals.ts";
import { agencyTakes, commonSuperior, decidedBy, movePetition, writeTransfer } from "./transfer-row.ts";

/** From this hand-over on the common superior decides who handles the petition. */
export const decidedFrom = 3;

const transferInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  toAgencyId: z.uuid(),
  /** Read by the recipient and by the petitioner. */
  reason: z.string().trim().min(1).max(4000),
  on: z.iso.date(),
});
export type TransferPetitionInput = z.input<typeof transferInput>;

export interface TransferredPetition {
  readonly transferId: string;
  /** The agency that has it now: the recipient, or from the third time on the common superior. */
  readonly agencyId: string;
  readonly referred: boolean;
}

/**
 * Hands a petition to another agency of the tree, file, history and rights with it, and drafts the letter. The third time it
 * goes to the nearest agency above all that had it, which decides. Throws "not-found", "not-allowed", "already-done",
 * "invalid-input" and "law".
 */
export async function transferPetition(
  setting: Setting,
  asker: Asker,
  input: TransferPetitionInput,
  follows: VisitFollows,
): Promise<TransferredPetition> {
  const wanted = parseInput(transferInput, input);
  const on = wanted.on as CivilDate;
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "transfer-petition", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    await mayTransfer(tx, who, petition);
    const earliestDay = await lastMoved(tx, petition);
    if (on < earliestDay || on > setting.today()) throw badDay(earliestDay);
    const wished = await letterhead(tx, wanted.toAgencyId, on);
    if (!wished || wished.id === petition.agencyId) throw badAgency("toAgencyId");
    const rule = letterRule(setting, petition);
    const referred = petition.transfers + 1 >= decidedFrom;
    const to = referred ? await superiorOf(tx, petition, wished.id, on) : wished;
    await refuseWithoutTaker(tx, petition, to, referred);

    // An officer who holds a sealed denunciation because every head is barred drafts no letter: nobody there could sign it.
    const paperId =
      petition.sealedTo === null
        ? await letterOf(tx, setting, petition, rule, { to: to.name, on, officerId: who.officerId })
        : null;
    const transferId = setting.newId();
    const { rows } = await sql<{ code: string }>`select code from petition where id = ${petition.id}`.execute(tx);
    await writeTransfer(tx, {
      id: transferId,
      petition,
      code: rows[0]?.code ?? "",
      toAgency: to.id,
      wishedAgency: referred ? wished.id : undefined,
      state: referred ? "referred" : "proposed",
      on,
      officerId: who.officerId,
      paperId,
      reason: wanted.reason,
    });
    await leave(tx, setting, calendar, petition, { to: to.id, on, referred });
    if (petition.visitId) await follows.routed(tx, petition.visitId, { route: "transfer", to: to.name, number: null });
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: petition.id,
        what: referred ? "transfer-referred" : "handed-over",
        on,
        officerId: who.officerId,
        data: { transfer: transferId, from: petition.agencyId, to: to.id, reason: textDigest(wanted.reason) },
      },
    ]);
    await movePetition(tx, setting, petition.id, transferId);
    return { transferId, agencyId: to.id, referred };
  });
}

async function leave(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  petition: PetitionRow,
  { to, on, referred }: { readonly to: string; readonly on: CivilDate; readonly referred: boolean },
): Promise<void> {
  // No rule gives the superior a limit to say who handles it: none is shown.
  const due = await passToNextClocks(tx, setting, calendar, petition, {
    agencyId: referred ? null : to,
    countFrom: on,
    reason: referred ? "transfer-referred" : "handed-over",
  });
  await sql`update petition set state = ${referred ? "referred" : "handed-over"}, waiting_on = 'us', next_act = ${referred ? "decide-handler" : "accept-transfer"},
    next_due_on = ${due?.dueOn ?? null}::date, next_provisional = ${due?.provisional ?? false} where id = ${petition.id}`.execute(
    tx,
  );
}

async function mayTransfer(tx: Trx, who: Who, petition: PetitionRow): Promise<void> {
  notWhileMoving(petition.state);
  if (petition.sealedTo === null) require(who, "petition:process", petition.agencyId);
  else if (petition.sealedTo !== who.officerId) throw notAllowed();
  if (petition.kind === null) throw notClassified();
  notOnceInMatter(petition);
  if (petition.state !== "received" && petition.state !== "screening") throw alreadyLeft();
  if (petition.sealedTo !== null && (await agencyTakes(tx, petition.agencyId, petition.id, "denunciation:read")))
    throw stillSealed();
  const superior = await decidedBy(tx, petition.id);
  if (superior) throw alreadyDecided(superior);
}

/** The day from which the agency has had it. */
async function lastMoved(tx: Trx, petition: PetitionRow): Promise<CivilDate> {
  const { rows } = await sql<{ on: CivilDate | null }>`
    select max(coalesce(answered_on, on_date)) as "on" from petition_transfer where petition_id = ${petition.id}`.execute(
    tx,
  );
  return rows[0]?.on ?? petition.receivedOn;
}

async function superiorOf(tx: Trx, petition: PetitionRow, wished: string, on: CivilDate) {
  const { rows } = await sql<{ id: string }>`
    select from_agency as id from petition_transfer where petition_id = ${petition.id}
    union select to_agency from petition_transfer where petition_id = ${petition.id} and to_agency is not null`.execute(
    tx,
  );
  const superior = await commonSuperior(tx, [...rows.map(({ id }) => id), petition.agencyId, wished], on);
  if (!superior) throw noSuperior();
  return superior;
}

async function refuseWithoutTaker(
  tx: Trx,
  petition: PetitionRow,
  to: { readonly id: string; readonly name: string },
  referred: boolean,
): Promise<void> {
  const restricted = petition.kind === "denunciation";
  if (referred) {
    if (!(await agencyTakes(tx, to.id, petition.id, "transfer:decide"))) throw noSuperior();
    return;
  }
  const permission = restricted ? "denunciation:read" : "petition:process";
  if (!(await agencyTakes(tx, to.id, petition.id, permission))) throw nobodyThere(to.name, restricted);
}
