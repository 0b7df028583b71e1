import { sql } from "kysely";
import * as z from "zod";
import type { Calendar } from "../../rules/calendar.ts";
import type { Trx } from "../../store/index.ts";
import { whoAsks } from "../access/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { unsealPeople } from "../people/index.ts";
import { notAllowed, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { clocksOfKind } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, mayProcess, notOnceInMatter, type PetitionRow, reindex } from "./petition-row.ts";
import type { VisitFollows } from "./visit-follows.ts";

const classifyInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  kind: z.enum(["complaint", "recommendation"]),
  contestedAct: z.string().trim().max(4000).optional(),
  respondent: z.string().trim().max(400).optional(),
});
export type ClassifyInput = z.input<typeof classifyInput>;

/**
 * Says of a petition that is open to the agency what it is, by its content and not by its title. An intake that is sealed
 * to an officer is classified at its visit, which then opens it or gives up the personal columns (settled 2).
 */
export async function classifyPetition(
  setting: Setting,
  asker: Asker,
  input: ClassifyInput,
  follows: VisitFollows,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(classifyInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "classify-petition", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    if (petition.sealedTo !== null && petition.visitId !== null) throw sealedByVisit();
    if (petition.sealedTo !== null && petition.postEntryId !== null) throw sealedByPost();
    mayProcess(who, petition);
    notOnceInMatter(petition);
    await applyKind(tx, setting, calendar, who.officerId, petition, wanted);
    if (petition.sealedTo !== null) await unsealPeople(tx, await peopleOf(tx, petition.id));
    if (petition.visitId) await follows.classified(tx, petition.visitId);
    return { petitionId: petition.id };
  });
}

async function peopleOf(tx: Trx, petitionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select person_id as id from petition_party where petition_id = ${petitionId}`.execute(tx);
  return rows.map((row) => row.id);
}

function sealedByVisit(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn đang niêm phong cho người tiếp nhận. Việc phân loại làm tại lượt tiếp: ở đó có thể chọn cả tố cáo.",
      en: "The petition is sealed to the officer who took it. It is classified at its visit, where denunciation can be chosen too.",
    },
    article: "Điều 26 Luật Tiếp công dân",
    instead: [{ act: "classify-visit", name: { vi: "Phân loại tại lượt tiếp", en: "Classify at the visit" } }],
  });
}

function sealedByPost(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn đang niêm phong cho người nhận đơn. Việc phân loại làm tại sổ đơn đến: ở đó có thể chọn cả tố cáo.",
      en: "The petition is sealed to the officer who took it in. It is classified in the post book, where denunciation can be chosen too.",
    },
    article: "Điều 26 Luật Tiếp công dân",
    instead: [{ act: "classify-post", name: { vi: "Phân loại tại sổ đơn đến", en: "Classify in the post book" } }],
  });
}

export interface KindGiven {
  readonly kind: "complaint" | "recommendation";
  readonly content?: string | undefined;
  readonly request?: string | undefined;
  readonly contestedAct?: string | undefined;
  readonly respondent?: string | undefined;
}

/** Opens the petition of an unclassified intake to its agency under its kind. The caller is the officer it is sealed to. */
export async function openSealedPetition(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  petitionId: string,
  given: KindGiven,
): Promise<void> {
  const petition = await lockPetition(tx, petitionId);
  if (petition.kind !== null || petition.sealedTo !== officerId) throw notAllowed();
  await applyKind(tx, setting, await setting.calendar(), officerId, petition, given);
}

async function applyKind(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  officerId: string | null,
  petition: PetitionRow,
  given: KindGiven,
): Promise<void> {
  const { id, agencyId, receivedOn } = petition;
  if (given.kind !== petition.kind) {
    const before = clocksOfKind(setting, calendar, { petitionId: id, agencyId, receivedOn, kind: petition.kind });
    const after = clocksOfKind(setting, calendar, { petitionId: id, agencyId, receivedOn, kind: given.kind });
    const goOn = new Set(after.flatMap((each) => each.changes.map((change) => change.clock)));
    const ended = before.flatMap((each) => each.changes.filter((change) => !goOn.has(change.clock)));
    await applyClockChanges(tx, setting, [
      {
        subject: { petitionId: id, matterId: null, agencyId, lawPack: "" },
        changes: ended.map(({ clock }) => ({ clock, status: "cancelled" as const })),
      },
      ...after,
    ]);
  }
  await sql`
    update petition_text set content = coalesce(${given.content ?? null}, content), request = coalesce(${given.request ?? null}, request),
      contested_act = coalesce(${given.contestedAct ?? null}, contested_act), respondent = coalesce(${given.respondent ?? null}, respondent)
    where petition_id = ${id}`.execute(tx);
  await sql`
    update petition p set kind = ${given.kind}, state = 'screening', sealed_to = null, waiting_on = 'us',
      next_act = 'open-matter',
      next_due_on = d.due_on, next_provisional = coalesce(d.provisional, false)
    from (select min(due_on) as due_on, bool_or(provisional) as provisional from deadline where petition_id = ${id} and status = 'running') d
    where p.id = ${id}`.execute(tx);
  await appendPetitionEvents(tx, setting, [
    {
      petitionId: id,
      what: "classified",
      on: setting.today(),
      officerId,
      data: { from: petition.kind, to: given.kind },
    },
  ]);
  await reindex(tx, setting, id);
}
