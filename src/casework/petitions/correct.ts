import { sql } from "kysely";
import * as z from "zod";
import type { Calendar } from "../../rules/calendar.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { earliest, intakeClocks } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, mayProcess, notOnceInMatter, type PetitionRow, reindex } from "./petition-row.ts";

const correctInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  receivedOn: z.iso.date().optional(),
  peopleCount: z.coerce.number().int().min(1).max(100_000).optional(),
  reason: z.string().trim().min(5).max(2000),
});
export type CorrectPetitionInput = z.input<typeof correctInput>;

/** A wrong entry of intake is corrected with its reason; the old value stays in the trail and the clocks are computed anew (settled 26). */
export async function correctPetition(
  setting: Setting,
  asker: Asker,
  input: CorrectPetitionInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(correctInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "correct-petition", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    mayProcess(who, petition);
    notOnceInMatter(petition);
    await applyCorrection(tx, setting, calendar, who.officerId, petition, wanted);
    return { petitionId: petition.id };
  });
}

export interface IntakeCorrection {
  readonly receivedOn?: string | undefined;
  readonly peopleCount?: number | undefined;
  readonly reason: string;
}

/** Corrects the petitions of a corrected visit, by the same rules. Throws "already-done" for one that is in a matter. */
export async function correctPetitionsOfVisit(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  petitionIds: readonly string[],
  correction: IntakeCorrection,
): Promise<void> {
  const calendar = await setting.calendar();
  for (const id of petitionIds) {
    const petition = await lockPetition(tx, id);
    notOnceInMatter(petition);
    await applyCorrection(tx, setting, calendar, officerId, petition, correction);
  }
}

/** Writes the search rows anew after the people or the text of a visit were corrected. */
export async function reindexPetitions(tx: Trx, setting: Setting, petitionIds: readonly string[]): Promise<void> {
  for (const id of petitionIds) await reindex(tx, setting, id);
}

async function applyCorrection(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  officerId: string | null,
  petition: PetitionRow,
  wanted: IntakeCorrection,
): Promise<void> {
  const receivedOn = (wanted.receivedOn ?? petition.receivedOn) as CivilDate;
  const peopleCount = wanted.peopleCount ?? petition.peopleCount;
  const moved = receivedOn !== petition.receivedOn && runs(petition.state);
  const { id, agencyId, kind } = petition;
  const clocks = moved ? intakeClocks(setting, calendar, { petitionId: id, agencyId, receivedOn, kind }) : [];
  await applyClockChanges(
    tx,
    setting,
    clocks.map((each) => ({ ...each, reason: "corrected" })),
  );
  const due = earliest(clocks);
  await sql`update petition set received_on = ${receivedOn}, people_count = ${peopleCount},
    next_due_on = case when ${moved} then ${due?.dueOn ?? null}::date else next_due_on end where id = ${id}`.execute(
    tx,
  );
  await appendPetitionEvents(tx, setting, [
    {
      petitionId: id,
      what: "corrected",
      on: setting.today(),
      officerId,
      data: {
        old: { receivedOn: petition.receivedOn, peopleCount: petition.peopleCount },
        new: { receivedOn, peopleCount },
        reason: textDigest(wanted.reason),
      },
    },
  ]);
  await reindex(tx, setting, id);
}

/** A petition that was guided, transferred, filed, returned or answered has no clock to compute anew. */
const runs = (state: string): boolean => state === "received" || state === "screening";
