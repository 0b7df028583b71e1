import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../../access/index.ts";
import { letterhead } from "../../agencies/index.ts";
import { textDigest } from "../../audit/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import type { Asker, Setting } from "../../setting.ts";
import { appendPetitionEvents } from "../petition-events.ts";
import { lockPetition, type PetitionRow } from "../petition-row.ts";
import { passToNextClocks } from "./transfer-clocks.ts";
import { answeredBefore, badAgency, badDay, nobodyThere } from "./transfer-refusals.ts";
import { agencyTakes, movePetition, readTransfer, type TransferRow, writeTexts } from "./transfer-row.ts";

const acceptInput = z.object({ key: z.uuid(), transferId: z.uuid(), on: z.iso.date().optional() });
export type AcceptTransferInput = z.input<typeof acceptInput>;

export interface AnsweredTransfer {
  readonly transferId: string;
  readonly petitionId: string;
}

/** The recipient takes the petition in. Throws "not-found", "not-allowed", "already-done", "invalid-input". */
export async function acceptTransfer(
  setting: Setting,
  asker: Asker,
  input: AcceptTransferInput,
): Promise<AnsweredTransfer> {
  const wanted = parseInput(acceptInput, input);
  return runOnce(setting, asker, wanted.key, "accept-transfer", async (tx) => {
    const { who, transfer, petition, on } = await toAnswer(tx, setting, wanted, "proposed");
    require(who, "petition:process", transfer.toAgency);
    await answer(tx, transfer.id, { state: "accepted", on, officerId: who.officerId });
    await sql`update petition set state = 'screening', next_act = 'open-matter' where id = ${petition.id}`.execute(tx);
    await noteAnswer(tx, setting, who, transfer, {
      what: "transfer-accepted",
      on,
      data: { agency: transfer.toAgency },
    });
    return { transferId: transfer.id, petitionId: petition.id };
  });
}

const returnInput = acceptInput.extend({ reason: z.string().trim().min(1).max(4000) });
export type ReturnTransferInput = z.input<typeof returnInput>;

/** The recipient sends it back; the hand-over still counts. Throws as `acceptTransfer`. */
export async function returnTransfer(
  setting: Setting,
  asker: Asker,
  input: ReturnTransferInput,
): Promise<AnsweredTransfer> {
  const wanted = parseInput(returnInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "return-transfer", async (tx) => {
    const { who, transfer, petition, on } = await toAnswer(tx, setting, wanted, "proposed");
    require(who, "petition:process", transfer.toAgency);
    await answer(tx, transfer.id, { state: "returned", on, officerId: who.officerId, words: wanted.reason });
    const due = await passToNextClocks(tx, setting, calendar, petition, {
      agencyId: transfer.fromAgency,
      reason: "transfer-returned",
    });
    const next = transfer.sealedTo === null ? "open-matter" : "hand-over";
    await sql`update petition set state = 'screening', next_act = ${next}, next_due_on = ${due?.dueOn ?? null}::date,
      next_provisional = ${due?.provisional ?? false} where id = ${petition.id}`.execute(tx);
    await noteAnswer(tx, setting, who, transfer, {
      what: "transfer-returned",
      on,
      data: { to: transfer.fromAgency, reason: textDigest(wanted.reason) },
    });
    await movePetition(tx, setting, petition.id, transfer.id);
    return { transferId: transfer.id, petitionId: petition.id };
  });
}

const decideInput = returnInput.extend({ handlerId: z.uuid() });
export type DecideHandlerInput = z.input<typeof decideInput>;

/**
 * The head of the common superior says which agency handles a petition that was sent round: binding, whichever it is. Throws
 * as `acceptTransfer`, and "law" where that agency has nobody who could take it.
 */
export async function decideHandler(
  setting: Setting,
  asker: Asker,
  input: DecideHandlerInput,
): Promise<AnsweredTransfer> {
  const wanted = parseInput(decideInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "decide-handler", async (tx) => {
    const { who, transfer, petition, on } = await toAnswer(tx, setting, wanted, "referred");
    require(who, "transfer:decide", transfer.toAgency);
    const handler = await letterhead(tx, wanted.handlerId, on);
    if (!handler) throw badAgency("handlerId");
    const permission = transfer.restricted ? "denunciation:read" : "petition:process";
    if (!(await agencyTakes(tx, handler.id, petition.id, permission)))
      throw nobodyThere(handler.name, transfer.restricted);
    await answer(tx, transfer.id, {
      state: "decided",
      on,
      officerId: who.officerId,
      words: wanted.reason,
      handlerId: handler.id,
    });
    const due = await passToNextClocks(tx, setting, calendar, petition, {
      agencyId: handler.id,
      countFrom: on,
      reason: "transfer-decided",
    });
    await sql`update petition set state = 'screening', next_act = 'open-matter', next_due_on = ${due?.dueOn ?? null}::date,
      next_provisional = ${due?.provisional ?? false} where id = ${petition.id}`.execute(tx);
    await noteAnswer(tx, setting, who, transfer, {
      what: "transfer-decided",
      on,
      data: { handler: handler.id, reason: textDigest(wanted.reason) },
    });
    await movePetition(tx, setting, petition.id, transfer.id);
    return { transferId: transfer.id, petitionId: petition.id };
  });
}

interface ToAnswer {
  readonly who: Who;
  readonly transfer: TransferRow;
  readonly petition: PetitionRow;
  readonly on: CivilDate;
}

async function toAnswer(
  tx: Trx,
  setting: Setting,
  wanted: { readonly transferId: string; readonly on?: string | undefined },
  state: "proposed" | "referred",
): Promise<ToAnswer> {
  const who = whoAsks(tx);
  const seen = await readTransfer(tx, wanted.transferId);
  if (seen.state !== state) throw answeredBefore();
  const petition = await lockPetition(tx, seen.petitionId);
  // Somebody may have answered while this waited for the petition.
  const transfer = await readTransfer(tx, wanted.transferId);
  if (transfer.state !== state) throw answeredBefore();
  const on = (wanted.on ?? setting.today()) as CivilDate;
  if (on < transfer.onDate || on > setting.today()) throw badDay(transfer.onDate);
  return { who, transfer, petition, on };
}

async function answer(
  tx: Trx,
  transferId: string,
  given: {
    readonly state: "accepted" | "returned" | "decided";
    readonly on: CivilDate;
    readonly officerId: string | null;
    readonly words?: string;
    readonly handlerId?: string;
  },
): Promise<void> {
  if (given.words) await writeTexts(tx, transferId, { answer: given.words });
  await sql`update petition_transfer set state = ${given.state}, answered_on = ${given.on}, answered_by = ${given.officerId},
    handler_agency = ${given.handlerId ?? null} where id = ${transferId}`.execute(tx);
}

async function noteAnswer(
  tx: Trx,
  setting: Setting,
  who: Who,
  transfer: TransferRow,
  note: {
    readonly what: "transfer-accepted" | "transfer-returned" | "transfer-decided";
    readonly on: CivilDate;
    readonly data: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { what, on, data } = note;
  await appendPetitionEvents(tx, setting, [
    {
      petitionId: transfer.petitionId,
      what,
      on,
      officerId: who.officerId,
      data: { transfer: transfer.id, ...data },
    },
  ]);
}
