import * as z from "zod";
import { procedureOf } from "../../rules/decide.ts";
import type { DocumentRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { deliveryMethods, recipientRoles, recordDeliveries, recordReceipt } from "../deliveries/index.ts";
import {
  fillPaper,
  lockPaper,
  type PaperRow,
  type PaperState,
  type PaperStep,
  paperSteps,
  refuseSameHand,
  refuseSentBack,
  rewriteDraft,
  stepRules,
  takeStep,
} from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { countHandOver, withRecord } from "./hand-overs.ts";
import { underLawOf } from "./law-moves.ts";
import { loadMatter, type MatterRow, packOf } from "./load-matter.ts";
import { decideOrRefuse, recordAct } from "./record-act.ts";

const stepInput = z.object({
  key: z.uuid(),
  paperId: z.uuid(),
  step: z.enum(paperSteps),
  /** The day of issue with "number", of sending with "send"; today otherwise. */
  on: z.iso.date().optional(),
  recipients: z.array(z.enum(recipientRoles)).default([]),
  method: z.enum(deliveryMethods).default("post"),
});
export type PaperStepInput = z.input<typeof stepInput>;

export interface SteppedPaper {
  readonly paperId: string;
  readonly state: PaperState;
  readonly number: string | null;
  /** The act that the number brought into being, when the paper carries one. */
  readonly act?: { readonly matterId: string; readonly seq: number; readonly state: string };
}

/**
 * Takes a paper one step on. Issuing the number of a binding document records its act on that day, in the same
 * transaction: a decision exists when it is signed and numbered (settled 27). What the law refuses gets no number.
 */
export async function stepPaper(setting: Setting, asker: Asker, input: PaperStepInput): Promise<SteppedPaper> {
  const wanted = parseInput(stepInput, input);
  const calendar = await setting.calendar();
  const on = (wanted.on ?? setting.today()) as CivilDate;
  if (on > setting.today()) throw badDay();
  return runOnce(setting, asker, wanted.key, `paper-${wanted.step}`, async (tx) => {
    const who = whoAsks(tx);
    const letter = await lockPaper(tx, wanted.paperId);
    const { matterId } = letter;
    if (!matterId) return stepLetter(tx, setting, who, letter, wanted, on);
    // The matter first, then the paper: the order in which acts take their locks.
    const matter = await underLawOf(tx, setting, calendar, await loadMatter(tx, matterId, "lock"), on);
    const paper = await lockPaper(tx, wanted.paperId);
    const rule = stepRules[wanted.step];
    require(who, rule.permission, paper.agencyId);
    const pack = packOf(setting, matter);
    const procedure = procedureOf(pack, matter.procedure);
    if (wanted.step === "send") refuseIfActSends(procedure.acts, paper);
    const document = procedure.documents.find((each) => each.key === paper.template);
    await mayTake(tx, setting, who, paper, wanted.step, document);
    const symbol = document?.symbol ?? "CV";
    const { number } = await takeStep(tx, paper, wanted.step, { officerId: who.officerId, on, symbol });
    if (wanted.step === "send") await recordDeliveries(tx, setting, deliveriesOf(paper, wanted, who, on));
    if (wanted.step !== "number" || paper.forAct === null) return { paperId: paper.id, state: rule.to, number };
    const act = procedure.acts.find((each) => each.id === paper.forAct);
    if (!act) throw notFound();
    const command = { act: act.id, on, values: paper.body.values, actors: act.actors };
    const known = await withRecord(tx, matter, act);
    const decision = decideOrRefuse(setting, calendar, known, command);
    await countHandOver(tx, setting, who.officerId, matter, { act, on, values: command.values, paperId: paper.id });
    const recorded = await recordAct(tx, setting, matter, command, decision, {
      officerId: paper.signedBy ?? who.officerId,
      paperId: paper.id,
    });
    return { paperId: paper.id, state: rule.to, number, act: recorded };
  });
}

type WantedStep = z.output<typeof stepInput>;

function deliveriesOf(paper: PaperRow, wanted: WantedStep, who: Who, on: CivilDate) {
  return wanted.recipients.map((recipient) => ({
    paperId: paper.id,
    agencyId: paper.agencyId,
    recipient,
    method: wanted.method,
    sentOn: on,
    receivedOn: wanted.method === "in-person" ? on : null,
    officerId: who.officerId,
  }));
}

/** A letter about a petition that is in no matter: the same chain, and no act comes into being by its number. */
async function stepLetter(
  tx: Trx,
  setting: Setting,
  who: Who,
  paper: PaperRow,
  wanted: WantedStep,
  on: CivilDate,
): Promise<SteppedPaper> {
  const rule = stepRules[wanted.step];
  require(who, rule.permission, paper.agencyId);
  const documents = setting.law.packs.flatMap((pack) => pack.procedures).flatMap((each) => each.documents);
  const document = documents.find((each) => each.key === paper.template);
  await mayTake(tx, setting, who, paper, wanted.step, document);
  const symbol = document?.symbol ?? "CV";
  const { number } = await takeStep(tx, paper, wanted.step, { officerId: who.officerId, on, symbol });
  if (wanted.step === "send") await recordDeliveries(tx, setting, deliveriesOf(paper, wanted, who, on));
  return { paperId: paper.id, state: rule.to, number };
}

/** Four eyes, and of what three sign, six; a draft that was sent back goes no further before it is written anew. */
async function mayTake(
  tx: Trx,
  setting: Setting,
  who: Who,
  paper: PaperRow,
  step: PaperStep,
  document: DocumentRule | undefined,
): Promise<void> {
  if (step === "check") await refuseSentBack(tx, paper);
  if (!document?.threeSignatures) return;
  if (step === "check") require(who, "paper:vouch", paper.agencyId);
  await refuseSameHand(tx, paper, step, { officerId: who.officerId, today: setting.today() });
}

function refuseIfActSends(acts: ReturnType<typeof procedureOf>["acts"], paper: PaperRow): void {
  const act = acts.find((each) => each.sends === paper.template);
  if (!act) return;
  throw new Refused({
    code: "law",
    message: {
      vi: `Văn bản này được phát hành bằng việc "${act.name.vi}" của vụ việc.`,
      en: `This paper goes out with the act "${act.name.en}" of the matter.`,
    },
    article: act.article,
    instead: [{ act: act.id, name: act.name }],
  });
}

function badDay(): Refused {
  return new Refused({
    code: "invalid-input",
    message: { vi: "Còn mục cần sửa.", en: "One entry needs mending." },
    fields: [{ field: "on", message: { vi: "Ngày không được sau hôm nay.", en: "The day cannot be after today." } }],
  });
}

const rewriteInput = z.object({
  key: z.uuid(),
  paperId: z.uuid(),
  values: z.record(z.string().max(60), z.union([z.string().max(20_000), z.boolean(), z.array(z.string())])),
});
export type RewritePaperInput = z.input<typeof rewriteInput>;

/** Changes what a draft says; checked or approved, it goes back to draft as a new version. */
export async function rewritePaper(
  setting: Setting,
  asker: Asker,
  input: RewritePaperInput,
): Promise<{ readonly paperId: string }> {
  const wanted = parseInput(rewriteInput, input);
  return runOnce(setting, asker, wanted.key, "rewrite-paper", async (tx) => {
    const who = whoAsks(tx);
    const paper = await lockPaper(tx, wanted.paperId);
    require(who, "paper:draft", paper.agencyId);
    if (!paper.matterId) throw notFound();
    const matter: MatterRow = await loadMatter(tx, paper.matterId, "look");
    const pack = packOf(setting, matter);
    const procedure = procedureOf(pack, matter.procedure);
    const document = procedure.documents.find((each) => each.key === paper.template);
    const act = procedure.acts.find((each) =>
      paper.forAct ? each.id === paper.forAct : each.documents.includes(paper.template),
    );
    if (!document) throw notFound();
    const filled = await fillPaper(tx, {
      matterId: matter.id,
      agencyId: matter.agencyId,
      pack,
      document,
      act,
      values: wanted.values,
      on: setting.today(),
    });
    await rewriteDraft(tx, paper, { paper: filled, values: wanted.values }, who.officerId);
    return { paperId: paper.id };
  });
}

const receiptInput = z.object({
  key: z.uuid(),
  paperId: z.uuid(),
  recipient: z.enum(recipientRoles),
  receivedOn: z.iso.date(),
});
export type DeliveryReceiptInput = z.input<typeof receiptInput>;

/** The proof of delivery of any paper came back. */
export async function recordDeliveryReceipt(
  setting: Setting,
  asker: Asker,
  input: DeliveryReceiptInput,
): Promise<{ readonly paperId: string }> {
  const wanted = parseInput(receiptInput, input);
  if (wanted.receivedOn > setting.today()) throw badDay();
  return runOnce(setting, asker, wanted.key, "delivery-receipt", async (tx) => {
    const who = whoAsks(tx);
    const paper = await lockPaper(tx, wanted.paperId);
    require(who, "paper:send", paper.agencyId);
    await recordReceipt(tx, paper.id, wanted.recipient, wanted.receivedOn as CivilDate);
    return { paperId: paper.id };
  });
}
