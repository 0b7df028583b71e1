import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { onceByKey } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { complaintClocks, earliest, intakeClocks, type PetitionKind } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";

interface PetitionRow {
  id: string;
  agencyId: string;
  kind: PetitionKind | null;
  state: string;
  sealedTo: string | null;
  receivedOn: CivilDate;
  matterId: string | null;
  peopleCount: number;
}

/** The petition, locked until the transaction ends, or "not-found" for whoever may not see it. */
async function lockPetition(tx: Trx, petitionId: string): Promise<PetitionRow> {
  const { rows } = await sql<PetitionRow>`
    select id, agency_id as "agencyId", kind, state, sealed_to as "sealedTo", received_on as "receivedOn", matter_id as "matterId", people_count as "peopleCount"
    from petition where id = ${petitionId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

function mayProcess(who: Who, petition: PetitionRow): void {
  if (petition.sealedTo !== null && petition.sealedTo !== who.officerId) throw notAllowed();
  if (petition.sealedTo === null) require(who, "petition:process", petition.agencyId);
}

function notOnceInMatter(petition: PetitionRow): void {
  if (petition.matterId === null) return;
  throw new Refused({
    code: "already-done",
    message: {
      vi: "Đơn đã thuộc một vụ việc; mọi việc tiếp theo làm tại vụ việc đó (kể cả đính chính).",
      en: "The petition already belongs to a matter; everything further, corrections too, is done there.",
    },
  });
}

const classifyInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  kind: z.enum(["complaint", "recommendation"]),
  contestedAct: z.string().trim().max(4000).optional(),
  respondent: z.string().trim().max(400).optional(),
});
export type ClassifyInput = z.input<typeof classifyInput>;

/**
 * Says what the petition is, by its content and not by its title. Lifts the seal of an unclassified intake (settled 2).
 * That it is a denunciation is said at the visit, which then gives up the personal columns.
 */
export async function classifyPetition(
  setting: Setting,
  asker: Asker,
  input: ClassifyInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(classifyInput, input);
  const calendar = await setting.calendar();
  return transaction(setting.store, asker, (tx) =>
    onceByKey(tx, wanted.key, "classify-petition", async () => {
      const who = await whoAsks(tx);
      const petition = await lockPetition(tx, wanted.petitionId);
      mayProcess(who, petition);
      notOnceInMatter(petition);
      const clocks =
        wanted.kind === "complaint" && petition.kind !== "complaint"
          ? complaintClocks(setting, calendar, {
              petitionId: petition.id,
              agencyId: petition.agencyId,
              receivedOn: petition.receivedOn,
              kind: wanted.kind,
            })
          : [];
      await applyClockChanges(tx, setting, clocks);
      if (petition.kind === "complaint" && wanted.kind !== "complaint") {
        await applyClockChanges(tx, setting, [
          {
            subject: { petitionId: petition.id, matterId: null, agencyId: petition.agencyId, lawPack: "" },
            changes: [{ clock: "acceptance", status: "cancelled" }],
          },
        ]);
      }
      await sql`
        update petition p set kind = ${wanted.kind}, state = 'screening', sealed_to = null, waiting_on = 'us',
          next_act = ${wanted.kind === "complaint" ? "open-matter" : "answer"},
          next_due_on = d.due_on, next_provisional = coalesce(d.provisional, false)
        from (select min(due_on) as due_on, bool_or(provisional) as provisional from deadline where petition_id = ${petition.id} and status = 'running') d
        where p.id = ${petition.id}`.execute(tx);
      await sql`
        update petition_text set contested_act = coalesce(${wanted.contestedAct ?? null}, contested_act), respondent = coalesce(${wanted.respondent ?? null}, respondent)
        where petition_id = ${petition.id}`.execute(tx);
      if (petition.sealedTo) {
        await sql`update person set sealed_to = null where sealed_to = ${petition.sealedTo} and id in (select person_id from petition_party where petition_id = ${petition.id})`.execute(
          tx,
        );
        await sql`update visit set sealed_to = null, kinds = ${[wanted.kind]} where id = (select visit_id from petition where id = ${petition.id})`.execute(
          tx,
        );
      }
      await appendPetitionEvents(tx, setting, [
        {
          petitionId: petition.id,
          what: "classified",
          on: setting.today(),
          officerId: who.officerId,
          data: { from: petition.kind, to: wanted.kind },
        },
      ]);
      await reindex(tx, petition.id);
      return { petitionId: petition.id };
    }),
  );
}

const routeInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  route: z.enum(["guide", "transfer", "file", "answer", "return"]),
  /** Agency guided or transferred to, in words of the letter. */
  to: z.string().trim().min(1).max(400).optional(),
  number: z.string().trim().max(60).optional(),
  reason: z.string().trim().min(1).max(4000),
  on: z.iso.date(),
});
export type RouteInput = z.input<typeof routeInput>;

const routes = {
  guide: { state: "guided", what: "guided" },
  transfer: { state: "transferred", what: "transferred" },
  file: { state: "filed", what: "filed" },
  answer: { state: "closed", what: "answered" },
  return: { state: "returned", what: "returned" },
} as const;

/** The ways out of intake that open no matter: guide, transfer, return, file, or an answer to a recommendation. */
export async function routePetition(
  setting: Setting,
  asker: Asker,
  input: RouteInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(routeInput, input);
  return transaction(setting.store, asker, (tx) =>
    onceByKey(tx, wanted.key, "route-petition", async () => {
      const who = await whoAsks(tx);
      const petition = await lockPetition(tx, wanted.petitionId);
      mayProcess(who, petition);
      notOnceInMatter(petition);
      if (petition.kind === null) {
        throw new Refused({
          code: "law",
          message: {
            vi: "Phải phân loại đơn theo nội dung trước khi hướng dẫn, chuyển hoặc lưu.",
            en: "Classify the petition by its content before guiding, transferring or filing it.",
          },
          article: "Điều 26 Luật Tiếp công dân",
          instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
        });
      }
      const { state, what } = routes[wanted.route];
      if (wanted.on < petition.receivedOn || wanted.on > setting.today()) {
        throw new Refused({
          code: "invalid-input",
          message: { vi: "Còn mục cần sửa.", en: "One entry needs mending." },
          fields: [
            {
              field: "on",
              message: { vi: "Ngày phải từ ngày nhận đơn đến hôm nay.", en: "The day lies between receipt and today." },
            },
          ],
        });
      }
      await sql`update petition set state = ${state}, waiting_on = 'nobody', next_act = null, next_due_on = null, next_provisional = false where id = ${petition.id}`.execute(
        tx,
      );
      await applyClockChanges(tx, setting, [
        {
          subject: { petitionId: petition.id, matterId: null, agencyId: petition.agencyId, lawPack: "" },
          changes: [
            { clock: "answer", status: "met", metOn: wanted.on as CivilDate },
            { clock: "acceptance", status: "cancelled" },
          ],
        },
      ]);
      if (wanted.route === "guide" || wanted.route === "transfer") {
        const column =
          wanted.route === "guide"
            ? sql`guided_to = ${wanted.to ?? null}, guidance_number = ${wanted.number ?? null}`
            : sql`transferred_to = ${wanted.to ?? null}, transfer_number = ${wanted.number ?? null}`;
        await sql`update visit set ${column} where id = (select visit_id from petition where id = ${petition.id})`.execute(
          tx,
        );
      }
      await appendPetitionEvents(tx, setting, [
        {
          petitionId: petition.id,
          what,
          on: wanted.on as CivilDate,
          officerId: who.officerId,
          data: {
            number: wanted.number ?? null,
            to: wanted.to ? textDigest(wanted.to) : null,
            reason: textDigest(wanted.reason),
          },
        },
      ]);
      return { petitionId: petition.id };
    }),
  );
}

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
  return transaction(setting.store, asker, (tx) =>
    onceByKey(tx, wanted.key, "correct-petition", async () => {
      const who = await whoAsks(tx);
      const petition = await lockPetition(tx, wanted.petitionId);
      mayProcess(who, petition);
      notOnceInMatter(petition);
      const receivedOn = (wanted.receivedOn ?? petition.receivedOn) as CivilDate;
      const moved = receivedOn !== petition.receivedOn;
      const clocks = moved
        ? intakeClocks(setting, calendar, {
            petitionId: petition.id,
            agencyId: petition.agencyId,
            receivedOn,
            kind: petition.kind,
          })
        : [];
      await applyClockChanges(
        tx,
        setting,
        clocks.map((each) => ({ ...each, reason: "corrected" })),
      );
      const due = earliest(clocks);
      await sql`update petition set received_on = ${receivedOn}, people_count = ${wanted.peopleCount ?? petition.peopleCount},
        next_due_on = case when ${moved} then ${due?.dueOn ?? null}::date else next_due_on end where id = ${petition.id}`.execute(
        tx,
      );
      await appendPetitionEvents(tx, setting, [
        {
          petitionId: petition.id,
          what: "corrected",
          on: setting.today(),
          officerId: who.officerId,
          data: {
            old: { receivedOn: petition.receivedOn, peopleCount: petition.peopleCount },
            new: { receivedOn, peopleCount: wanted.peopleCount ?? petition.peopleCount },
            reason: textDigest(wanted.reason),
          },
        },
      ]);
      await reindex(tx, petition.id);
      return { petitionId: petition.id };
    }),
  );
}

async function reindex(tx: Trx, petitionId: string): Promise<void> {
  await sql`
    select app.index_petition(p.id, p.agency_id, p.sealed_to, p.received_on,
      coalesce((select string_agg(d.full_name, ' | ' order by pp.ordinal) from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id), ''),
      concat_ws(E'\\n', p.code, t.content, t.request, t.contested_act, t.respondent))
    from petition p join petition_text t on t.petition_id = p.id where p.id = ${petitionId}`.execute(tx);
}
