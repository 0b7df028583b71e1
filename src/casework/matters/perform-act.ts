import { sql } from "kysely";
import * as z from "zod";
import { type ActCommand, type FieldValue, procedureOf } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { type DeliveryMethod, recordDeliveries, recordReceipt } from "../deliveries/index.ts";
import { draftPaper, fillPaper, lockPaper, markSent } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { officersChosen, refuseConflicted } from "./conflicts.ts";
import { correctEntry } from "./correct-entry.ts";
import { refuseThirdHandOver, withRecord } from "./hand-overs.ts";
import { underLawOf } from "./law-moves.ts";
import { actorsOf, loadMatter, type MatterRow, packOf } from "./load-matter.ts";
import { decideOrRefuse, type RecordedAct, recordAct } from "./record-act.ts";
import { asksForRecording, recordingDigests, tieRecordings } from "./recordings.ts";

const value = z.union([z.string().max(20_000), z.boolean(), z.array(z.string().max(200)).max(200)]);
const actInput = z.object({
  key: z.uuid(),
  matterId: z.uuid(),
  /** The sequence number the asker saw; another one since then is a conflict that shows what stands now. */
  seq: z.coerce.number().int().min(0),
  act: z.string().max(60),
  on: z.iso.date(),
  values: z.record(z.string().max(60), value).default({}),
});
export type ActInput = z.input<typeof actInput>;

export interface PerformedAct extends RecordedAct {
  /** Drafts the act put into the file. */
  readonly papers: readonly string[];
  /** Set when the act waits for this paper to be signed and numbered: nothing has happened in law yet (settled 27). */
  readonly waitsFor?: string;
}

/**
 * Performs one act of the procedure. An act that stands only by a signed and numbered document draws that document
 * up as a draft and is recorded when its number is issued; every other act is recorded at once.
 * Refusals: "law" with article and what is possible instead, "invalid-input", "not-allowed", "conflict".
 */
export async function performAct(setting: Setting, asker: Asker, input: ActInput): Promise<PerformedAct> {
  const wanted = parseInput(actInput, input);
  const calendar = await setting.calendar();
  return runOnce(
    setting,
    asker,
    wanted.key,
    "perform-act",
    async (tx) => {
      const who = whoAsks(tx);
      const found = await loadMatter(tx, wanted.matterId, "lock");
      if (found.assigneeId !== who.officerId || who.officerId === null) {
        const { opens } = procedureOf(packOf(setting, found), found.procedure);
        require(who, opens.atCounter ? "reception:follow" : "matter:act", found.agencyId);
      }
      if (found.seq !== wanted.seq) throw changedSince(found);
      const matter = await underLawOf(tx, setting, calendar, found, wanted.on as CivilDate);
      const act = procedureOf(packOf(setting, matter), matter.procedure).acts.find((each) => each.id === wanted.act);
      if (act) await refuseConflicted(tx, found, officersChosen(act, wanted.values));
      const command: ActCommand = {
        act: wanted.act,
        on: wanted.on as CivilDate,
        values: wanted.values,
        actors: actorsOf(who, matter),
      };
      if (act?.bindingDocument) return prepare(tx, setting, calendar, matter, act, act.bindingDocument, command, who);
      const decision = decideOrRefuse(setting, calendar, act ? await withRecord(tx, matter, act) : matter, command);
      const recorded = act?.id === "correct" ? await correctEntry(tx, setting, calendar, matter, command) : command;
      const files = act && asksForRecording(act) ? await recordingDigests(tx, matter.id) : undefined;
      const done = await recordAct(tx, setting, matter, recorded, decision, { officerId: who.officerId, files });
      if (files) await tieRecordings(tx, matter.id, done.seq);
      const papers: string[] = [];
      for (const document of decision.documents)
        papers.push(await draft(tx, setting, matter, decision.act, document, command, who));
      await carryOut(tx, setting, matter, decision.act, command, who);
      return { ...done, papers };
    },
    { matterId: wanted.matterId },
  );
}

/** Draws up the document an act stands by. Whoever prepares need not be the one who signs; the law is asked as for the signer. */
async function prepare(
  tx: Trx,
  setting: Setting,
  calendar: Awaited<ReturnType<Setting["calendar"]>>,
  matter: MatterRow,
  act: ActRule,
  document: string,
  command: ActCommand,
  who: Who,
): Promise<PerformedAct> {
  require(who, "paper:draft", matter.agencyId);
  decideOrRefuse(setting, calendar, await withRecord(tx, matter, act), { ...command, actors: act.actors });
  if (act.handsOver) await refuseThirdHandOver(tx, matter.leadPetitionId);
  const { rows } = await sql<{ id: string }>`
    select id from paper where matter_id = ${matter.id} and for_act = ${act.id} and state in ('draft', 'checked', 'approved', 'signed') limit 1`.execute(
    tx,
  );
  if (rows[0]) {
    throw new Refused({
      code: "already-done",
      message: {
        vi: "Dự thảo cho việc này đã có trong hồ sơ. Hãy sửa dự thảo đó hoặc tiếp tục kiểm tra, duyệt, ký.",
        en: "A draft for this act is already in the file. Change that draft, or go on to check, approve and sign it.",
      },
    });
  }
  const paperId = await draft(tx, setting, matter, act, document, command, who);
  return { matterId: matter.id, seq: matter.seq, state: matter.state, papers: [paperId], waitsFor: paperId };
}

async function draft(
  tx: Trx,
  setting: Setting,
  matter: MatterRow,
  act: ActRule,
  document: string,
  command: ActCommand,
  who: Who,
): Promise<string> {
  const pack = packOf(setting, matter);
  const rule = procedureOf(pack, matter.procedure).documents.find((each) => each.key === document);
  if (!rule) throw new Error(`the pack names a document it does not describe: ${document}`);
  const paper = await fillPaper(tx, {
    matterId: matter.id,
    agencyId: matter.agencyId,
    pack,
    document: rule,
    act,
    values: command.values,
    on: command.on,
  });
  return draftPaper(tx, setting, {
    agencyId: matter.agencyId,
    matterId: matter.id,
    template: document,
    forAct: act.bindingDocument === document ? act.id : (act.prepares ?? null),
    officerId: who.officerId,
    body: { paper, values: command.values },
  });
}

const methods: Readonly<Record<string, DeliveryMethod>> = { post: "post", hand: "in-person", electronic: "electronic" };

/** What an act does to papers already in the file: they go out, or their arrival is written down. */
async function carryOut(
  tx: Trx,
  setting: Setting,
  matter: MatterRow,
  act: ActRule,
  command: ActCommand,
  who: Who,
): Promise<void> {
  const document = act.sends ?? act.receiptOf;
  if (!document) return;
  const { rows } = await sql<{ id: string }>`
    select id from paper where matter_id = ${matter.id} and template = ${document} and state in ('numbered', 'sent') order by issued_on desc, created_at desc limit 1`.execute(
    tx,
  );
  const paperId = rows[0]?.id;
  if (!paperId) return;
  if (act.receiptOf) {
    const on = command.values["receivedOn"];
    if (typeof on === "string") await recordReceipt(tx, paperId, "petitioner", on as CivilDate);
    return;
  }
  const paper = await lockPaper(tx, paperId);
  await markSent(tx, paper, who.officerId);
  const way: FieldValue = command.values["way"] ?? "post";
  const method = methods[String(way)] ?? "post";
  const receivedOn = method === "in-person" ? command.on : null;
  await recordDeliveries(tx, setting, [
    {
      paperId,
      agencyId: matter.agencyId,
      recipient: "petitioner",
      method,
      sentOn: command.on,
      receivedOn,
      officerId: who.officerId,
    },
    {
      paperId,
      agencyId: matter.agencyId,
      recipient: "superior",
      method,
      sentOn: command.on,
      receivedOn: null,
      officerId: who.officerId,
    },
    {
      paperId,
      agencyId: matter.agencyId,
      recipient: "inspectorate",
      method,
      sentOn: command.on,
      receivedOn: null,
      officerId: who.officerId,
    },
  ]);
}

export function changedSince(matter: MatterRow): Refused {
  return new Refused({
    code: "conflict",
    message: {
      vi: "Vụ việc vừa được người khác cập nhật. Hãy xem lại diễn biến mới rồi làm lại; những gì bạn nhập vẫn còn.",
      en: "Somebody else has just updated the matter. Look at what is new and do it again; what you typed is kept.",
    },
    current: { seq: matter.seq, state: matter.state },
  });
}
