import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import { whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { earliest, intakeClocks } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, mayProcess, notOnceInMatter, type PetitionRow } from "./petition-row.ts";

const article = "Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP";

const fileInput = z.object({ key: z.uuid(), petitionId: z.uuid(), firstId: z.uuid() });
export type FileAsDuplicateInput = z.input<typeof fileInput>;

/**
 * Files a petition with the first one of the same content, and so with its matter: two petitions, one matter (R3-09,
 * R3-11). Throws "law" when they are of different agencies or kinds, "already-done" when it left intake, "not-found".
 */
export async function fileAsDuplicate(
  setting: Setting,
  asker: Asker,
  input: FileAsDuplicateInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(fileInput, input);
  return runOnce(setting, asker, wanted.key, "file-as-duplicate", async (tx) => {
    const who = whoAsks(tx);
    const { petition, first } = await lockBoth(tx, wanted.petitionId, wanted.firstId);
    mayProcess(who, petition);
    notOnceInMatter(petition);
    refuseUnlike(petition, first);
    const { rows } = await sql<{ id: string; matterId: string | null }>`
      select r.id, r.matter_id as "matterId" from petition f join petition r on r.id = coalesce(f.duplicate_of, f.id) where f.id = ${first.id}`.execute(
      tx,
    );
    const root = rows[0];
    if (!root || root.id === petition.id) throw notTheSame();
    // Those that were filed with this one go along: the first is never itself a duplicate.
    await sql`update petition set duplicate_of = ${root.id} where duplicate_of = ${petition.id}`.execute(tx);
    await sql`update petition set duplicate_of = ${root.id}, state = 'filed', waiting_on = 'nobody', next_act = null, next_due_on = null,
      next_provisional = false where id = ${petition.id}`.execute(tx);
    await endClocks(tx, setting, petition);
    const event = { on: setting.today(), officerId: who.officerId };
    await appendPetitionEvents(tx, setting, [
      {
        ...event,
        petitionId: petition.id,
        what: "filed-as-duplicate",
        data: { first: root.id, matter: root.matterId },
      },
      { ...event, petitionId: root.id, what: "duplicate-filed", data: { petition: petition.id } },
    ]);
    return { petitionId: petition.id };
  });
}

const undoInput = z.object({ key: z.uuid(), petitionId: z.uuid(), reason: z.string().trim().min(5).max(2000) });
export type UndoDuplicateInput = z.input<typeof undoInput>;

/** Takes a petition back out of the file it was filed with, with the reason; its clocks run again from the day of receipt. */
export async function undoDuplicate(
  setting: Setting,
  asker: Asker,
  input: UndoDuplicateInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(undoInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "undo-duplicate", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    mayProcess(who, petition);
    const first = petition.duplicateOf;
    if (!first) throw noDuplicate();
    const clocks = intakeClocks(setting, calendar, { petitionId: petition.id, ...petition });
    await applyClockChanges(
      tx,
      setting,
      clocks.map((each) => ({ ...each, reason: "duplicate-undone" })),
    );
    const due = earliest(clocks);
    await sql`update petition set duplicate_of = null, state = 'screening', waiting_on = 'us', next_act = 'open-matter',
      next_due_on = ${due?.dueOn ?? null}::date, next_provisional = ${due?.provisional ?? false} where id = ${petition.id}`.execute(
      tx,
    );
    const data = { first, reason: textDigest(wanted.reason) };
    await appendPetitionEvents(tx, setting, [
      { petitionId: petition.id, what: "duplicate-undone", on: setting.today(), officerId: who.officerId, data },
    ]);
    return { petitionId: petition.id };
  });
}

/** In one order everywhere, so that two filings never wait for each other. */
async function lockBoth(tx: Trx, petitionId: string, firstId: string) {
  if (petitionId === firstId) throw notTheSame();
  const [a, b] = petitionId < firstId ? [petitionId, firstId] : [firstId, petitionId];
  const locked = [await lockPetition(tx, a), await lockPetition(tx, b)] as const;
  const [petition, first] = a === petitionId ? locked : ([locked[1], locked[0]] as const);
  return { petition, first };
}

function refuseUnlike(petition: PetitionRow, first: PetitionRow): void {
  if (petition.kind === null || first.kind !== petition.kind || first.agencyId !== petition.agencyId) {
    throw new Refused({
      code: "law",
      message: {
        vi: "Chỉ lưu đơn trùng với đơn cùng loại, do cùng cơ quan tiếp nhận. Hãy phân loại đơn trước, hoặc chuyển đơn đến cơ quan đã thụ lý.",
        en: "A duplicate is filed with a petition of the same kind in the same agency. Classify it first, or transfer it to the agency that has the other.",
      },
      article,
      instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
    });
  }
  if (petition.state !== "screening") {
    throw new Refused({
      code: "already-done",
      message: {
        vi: "Đơn đã được hướng dẫn, chuyển, trả hoặc lưu.",
        en: "The petition was already guided, transferred, returned or filed.",
      },
    });
  }
}

function notTheSame(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn không thể là đơn trùng của chính nó. Hãy chọn đơn đã nhận trước.",
      en: "A petition is no duplicate of itself. Choose the one that came first.",
    },
    article,
  });
}

function noDuplicate(): Refused {
  return new Refused({
    code: "already-done",
    message: { vi: "Đơn này không được lưu như đơn trùng.", en: "This petition is not filed as a duplicate." },
  });
}

/** The answer is that it was filed; whatever else was running ends. */
async function endClocks(tx: Trx, setting: Setting, petition: PetitionRow): Promise<void> {
  const { rows } = await sql<{ clock: string }>`
    select clock from deadline where petition_id = ${petition.id} and matter_id is null and status = 'running'`.execute(
    tx,
  );
  const on = setting.today();
  await applyClockChanges(tx, setting, [
    {
      subject: { petitionId: petition.id, matterId: null, agencyId: petition.agencyId, lawPack: "" },
      changes: rows.map(({ clock }) =>
        clock === "answer" ? { clock, status: "met" as const, metOn: on } : { clock, status: "cancelled" as const },
      ),
    },
  ]);
}
