import { sql } from "kysely";
import * as z from "zod";
import { selectVersion } from "../../rules/select-version.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, mayProcess, notOnceInMatter, type PetitionRow } from "./petition-row.ts";
import { noteOutsideTransfer } from "./transfers/outside.ts";
import type { VisitFollows } from "./visit-follows.ts";

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
  follows: VisitFollows,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(routeInput, input);
  return runOnce(setting, asker, wanted.key, "route-petition", async (tx) => {
    const who = whoAsks(tx);
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
    if (petition.state !== "received" && petition.state !== "screening") throw doneBefore(setting, petition);
    const { state, what } = routes[wanted.route];
    if (wanted.route === "transfer") await noteOutsideTransfer(tx, setting, who.officerId, petition, wanted);
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
        changes: intakeEnds(wanted.on as CivilDate),
      },
    ]);
    if (petition.visitId && (wanted.route === "guide" || wanted.route === "transfer")) {
      await follows.routed(tx, petition.visitId, {
        route: wanted.route,
        to: wanted.to ?? null,
        number: wanted.number ?? null,
      });
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
  });
}

const intakeEnds = (on: CivilDate) => [
  { clock: "answer", status: "met" as const, metOn: on },
  { clock: "acceptance", status: "cancelled" as const },
  { clock: "alarm", status: "met" as const, metOn: on },
];

/** Petitions still in intake that the post book gave back to the forwarder: their way here ends with it. */
export async function leaveAsReturned(
  tx: Trx,
  setting: Setting,
  petitions: { readonly ids: readonly string[]; readonly agencyId: string; readonly on: CivilDate },
): Promise<void> {
  const { ids, agencyId, on } = petitions;
  const { rows } = await sql<{ id: string }>`
    update petition set state = 'returned', waiting_on = 'nobody', next_act = null, next_due_on = null, next_provisional = false
    where id = any(${ids}::uuid[]) and matter_id is null and state in ('received', 'screening') returning id`.execute(
    tx,
  );
  const changes = intakeEnds(on);
  await applyClockChanges(
    tx,
    setting,
    rows.map(({ id }) => ({ subject: { petitionId: id, matterId: null, agencyId, lawPack: "" }, changes })),
  );
}

/** Guided once, transferred once (R3-09): what left intake is not answered the same way again. */
function doneBefore(setting: Setting, petition: PetitionRow): Refused {
  const since2021 = selectVersion(setting.law.packs, "petitions", petition.receivedOn).validFrom >= "2021-11-15";
  return new Refused({
    code: "already-done",
    message: {
      vi: "Đơn đã được hướng dẫn, chuyển, trả, lưu hoặc trả lời. Cùng nội dung chỉ hướng dẫn, chuyển một lần; đơn gửi lại thì lưu cùng đơn này.",
      en: "The petition was already guided, transferred, returned, filed or answered. The same content is guided and transferred once; what comes again is filed with it.",
    },
    article: since2021
      ? "Điều 6, khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP"
      : "Khoản 2 Điều 6, khoản 1 Điều 8 Thông tư 07/2014/TT-TTCP",
    instead: [{ act: "duplicate", name: { vi: "Lưu đơn gửi lại cùng đơn này", en: "File what comes again with it" } }],
  });
}
