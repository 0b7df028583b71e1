import type { App } from "../src/server/app.ts";
import { addDays, type CivilDate } from "../src/time/civil-date.ts";
import { knownId } from "./known-ids.ts";
import type { DemoSession } from "./officers.ts";
import { answers, type Step } from "./stories.ts";

/** The officers of one commune at work. */
export interface Office {
  readonly app: App;
  readonly commune: string;
  readonly address: string;
  readonly counter: DemoSession;
  readonly sorter: DemoSession;
  /** Who signs for the unit what the sorter proposes; in a small office the head. */
  readonly unit?: DemoSession;
  readonly head: DemoSession;
  readonly clerk: DemoSession;
  readonly verifiers: readonly DemoSession[];
}

interface Course {
  readonly matterId: string;
  readonly receivedOn: CivilDate;
  readonly name: string;
  readonly verifier: DemoSession;
  /** Who alone takes every step, where nobody else sees the matter. */
  readonly only?: DemoSession;
}

export async function takeSteps(office: Office, steps: readonly Step[], course: Course): Promise<void> {
  const { app } = office;
  let seq = 0;
  let day = course.receivedOn;
  for (const [number, step] of steps.entries()) {
    day = notLater(workday(addDays(day, step.after)), app.today());
    const taken = await take(office, { ...course, seq, day, name: `${course.name} ${number}` }, step).catch(
      refusedByLaw,
    );
    // On a day for which the law says no to a step (an older version, a holiday), the story ends before it.
    if (taken === "refused") return;
    seq = taken;
  }
}

function refusedByLaw(error: unknown): "refused" {
  if (error instanceof Error && "code" in error && error.code === "law") return "refused";
  throw error;
}

interface At extends Course {
  readonly seq: number;
  readonly day: CivilDate;
}

/** One act, and for a binding one its paper from draft to number, each step by whose task it is. Returns the new sequence number. */
async function take(office: Office, at: At, step: Step): Promise<number> {
  const { app } = office;
  const sheet = await app.matters.openMatterSheet(office.head.asker, { matterId: at.matterId });
  const pack = app.setting.law.packs.find((each) => each.id === sheet.lawPack);
  const act = pack?.procedures.flatMap((each) => each.acts).find((each) => each.id === step.act);
  if (!act) throw new Error(`the law of the matter has no act ${step.act}`);
  const given = Object.fromEntries(
    Object.entries(step.values ?? {}).filter(([id]) => act.fields.some((field) => field.id === id)),
  );
  const values = answers(act.fields, given, {
    officerIds: at.only ? [at.verifier.officerId, at.only.officerId] : [at.verifier.officerId],
    dayAfter: (days) => addDays(at.day, days),
  });
  const who = at.only ?? whoActs(office, act, at.verifier);
  const done = await app.matters.performAct(who.asker, {
    key: knownId(`act ${at.name}`),
    matterId: at.matterId,
    seq: at.seq,
    act: step.act,
    on: at.day,
    values,
  });
  const paperId = done.waitsFor ?? (step.paper && (await newestPaper(office, at.matterId)));
  if (!paperId) return done.seq;
  const steps = [
    { step: "check", by: at.only ?? (done.waitsFor ? office.sorter : (office.unit ?? office.head)), state: "draft" },
    { step: "approve", by: office.head, state: "checked" },
    { step: "sign", by: office.head, state: "approved" },
    { step: "number", by: at.only ?? office.clerk, state: "signed" },
  ] as const;
  let seq = done.seq;
  for (const next of steps) {
    if (next.state === step.paper) return seq;
    const stepped = await app.matters.stepPaper(next.by.asker, {
      key: knownId(`${next.step} ${at.name}`),
      paperId,
      step: next.step,
      on: at.day,
    });
    seq = stepped.act?.seq ?? seq;
  }
  return seq;
}

/** An act that takes effect at once may draw up the paper by which a later one will. */
async function newestPaper({ app, head }: Office, matterId: string): Promise<string | undefined> {
  return (await app.matters.openMatterSheet(head.asker, { matterId })).papers.at(-1)?.id;
}

function whoActs(
  office: Office,
  act: { readonly bindingDocument?: string; readonly actors: readonly string[] },
  verifier: DemoSession,
): DemoSession {
  if (act.actors.includes("settlement-officer")) return verifier;
  if (act.actors.includes("clerk")) return office.clerk;
  if (act.bindingDocument) return verifier;
  if (act.actors.includes("head")) return office.head;
  return act.actors.includes("petition-officer") ? office.sorter : office.counter;
}

export const notLater = (day: CivilDate, limit: CivilDate): CivilDate => (day > limit ? limit : day);

/** Saturdays and Sundays go back to Friday: few offices receive then. */
export function workday(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}
