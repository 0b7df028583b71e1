import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { Setting } from "../../setting.ts";
import type { PetitionRow } from "../petition-row.ts";
import { decidedFrom } from "./transfer-petition.ts";
import { alreadyDecided, thirdTime } from "./transfer-refusals.ts";
import { decidedBy, writeTransfer } from "./transfer-row.ts";

/** The third hand-over is the common superior's, and what it decided is binding. Throws "law". */
export async function refuseThirdOutside(tx: Trx, petition: PetitionRow): Promise<void> {
  const superior = await decidedBy(tx, petition.id);
  if (superior) throw alreadyDecided(superior);
  if (petition.transfers + 1 >= decidedFrom) throw thirdTime(petition.transfers);
}

/** A letter to a body outside the system counts as a hand-over too (settled 16). Throws "law" the third time. */
export async function noteOutsideTransfer(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  petition: PetitionRow,
  letter: {
    readonly to?: string | undefined;
    readonly on: string;
    readonly reason: string;
    /** The letter itself, where it was drawn up here. */
    readonly paperId?: string;
  },
): Promise<void> {
  await refuseThirdOutside(tx, petition);
  const { rows } = await sql<{ code: string }>`
    update petition set transfers = transfers + 1 where id = ${petition.id} returning code`.execute(tx);
  await writeTransfer(tx, {
    id: setting.newId(),
    petition,
    code: rows[0]?.code ?? "",
    toAgency: null,
    body: letter.to,
    state: "outside",
    on: letter.on as CivilDate,
    officerId,
    paperId: letter.paperId ?? null,
    reason: letter.reason,
  });
}
