import { sql } from "kysely";
import type { Calendar } from "../../rules/calendar.ts";
import { type ActCommand, type Decision, decide, type FieldValue, procedureOf } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, parseCivilDate } from "../../time/civil-date.ts";
import { chainHash, chainStart, textDigest } from "../audit/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { queueNotices } from "../notices/index.ts";
import { putAside } from "../papers/index.ts";
import { endAlarm, nextStepShown } from "../petitions/index.ts";
import { recordPublication } from "../publications/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { officersChosen, refuseConflicted } from "./conflicts.ts";
import { factsOf, type MatterRow, packOf } from "./load-matter.ts";

export interface RecordedAct {
  readonly matterId: string;
  readonly seq: number;
  readonly state: string;
}

type Allowed = Extract<Decision, { ok: true }>;

/** The engine's word on an act; its refusal, with article and way out, becomes ours. */
export function decideOrRefuse(setting: Setting, calendar: Calendar, matter: MatterRow, command: ActCommand): Allowed {
  const decision = decide(packOf(setting, matter), factsOf(matter), command, calendar, setting.today());
  if (decision.ok) return decision;
  const { refusal } = decision;
  throw new Refused({
    code:
      refusal.code === "field-missing" || refusal.code === "field-invalid"
        ? "invalid-input"
        : refusal.code === "wrong-actor"
          ? "not-allowed"
          : "law",
    message: refusal.message,
    article: refusal.article,
    rule: refusal.rule,
    instead: refusal.instead,
    ...(refusal.field ? { fields: [{ field: refusal.field, message: refusal.message }] } : {}),
  });
}

/**
 * Writes an act that the law allows, inside the caller's transaction on the locked matter: the event and its texts,
 * the matter, its clocks, and what the list shows. Returns the new sequence number and state.
 */
export async function recordAct(
  tx: Trx,
  setting: Setting,
  matter: MatterRow,
  command: ActCommand,
  decision: Allowed,
  by: {
    readonly officerId: string | null;
    readonly paperId?: string;
    /** Digests of the files the act rests on: the trail covers them. */
    readonly files?: readonly string[] | undefined;
  },
): Promise<RecordedAct> {
  const chosen = officersChosen(decision.act, command.values);
  await refuseConflicted(tx, matter, chosen);
  const seq = matter.seq + 1;
  const { open, texts } = splitValues(decision.act, command.values);
  const data = {
    values: open,
    digests: Object.fromEntries(Object.entries(texts).map(([field, body]) => [field, textDigest(body)])),
    clocks: decision.clocks.map((change) => ({
      clock: change.clock,
      status: change.status,
      dueOn: change.answer?.dueOn ?? null,
    })),
    paper: by.paperId ?? null,
    ...(by.files ? { files: by.files } : {}),
  };
  const at = setting.now().toISOString();
  const previous = matter.lastHash ?? chainStart;
  const hash = chainHash(previous, {
    id: matter.id,
    seq,
    act: command.act,
    on: command.on,
    at,
    officer: by.officerId,
    from: decision.from,
    to: decision.to,
    data,
  });
  const procedure = procedureOf(packOf(setting, matter), matter.procedure);
  const state = procedure.states.find((each) => each.id === decision.to);
  const assigneeId = assigneeAfter(matter, decision, command);
  const closed = state?.final ?? false;
  const receivedOn = correctedReceipt(decision, command) ?? matter.receivedOn;

  if (decision.clocks.length > 0) {
    await applyClockChanges(tx, setting, [
      {
        subject: {
          matterId: matter.id,
          petitionId: matter.leadPetitionId,
          agencyId: matter.agencyId,
          lawPack: matter.lawPack,
        },
        changes: decision.clocks,
        pauses: decision.pauses,
        reason: command.act,
      },
    ]);
  }
  if (assigneeId && assigneeId !== matter.assigneeId) {
    await sql`update matter_assignment set to_on = ${command.on} where matter_id = ${matter.id} and role = 'settlement-officer' and to_on is null`.execute(
      tx,
    );
    await sql`insert into matter_assignment (matter_id, officer_id, role, from_on) values (${matter.id}, ${assigneeId}, 'settlement-officer', ${command.on})
      on conflict (matter_id, officer_id, role, from_on) do update set to_on = null`.execute(tx);
  }
  if (decision.act.fields.some((field) => field.type === "officers"))
    await assignTeam(tx, matter.id, chosen, command.on);
  const due = dueAfter(matter, decision, state?.next?.clock);
  const line = nextStepShown(matter.id, {
    matterState: decision.to,
    act: closed ? null : (state?.next?.act ?? null),
    dueOn: closed ? null : (due?.dueOn ?? null),
    provisional: due?.provisional ?? false,
    waitingOn: closed ? "nobody" : (state?.next?.waitingOn ?? "us"),
    assigneeId,
    closed,
  });
  if (closed && procedure.opens.role !== "side")
    await endAlarm(tx, setting, { petitionId: matter.leadPetitionId, agencyId: matter.agencyId, on: command.on });
  for (const { prepares } of procedure.acts) {
    const left = procedure.acts.find((each) => each.id === prepares);
    if (left && left.id !== command.act && left.from.includes(decision.from) && !left.from.includes(decision.to))
      await putAside(tx, matter.id, left.id, by.officerId);
  }
  // One statement: each round trip costs as much as a row.
  await sql`
    with event as (
      insert into matter_event (matter_id, seq, act, on_date, recorded_at, officer_id, from_state, to_state, data, prev_hash, hash)
      values (${matter.id}, ${seq}, ${command.act}, ${command.on}, ${at}, ${by.officerId}, ${decision.from}, ${decision.to}, ${JSON.stringify(data)}::jsonb, ${previous}, ${hash})),
    texts as (
      insert into matter_text (matter_id, seq, field, body)
      select ${matter.id}::uuid, ${seq}::int, key, value from jsonb_each_text(${JSON.stringify(texts)}::jsonb)),
    line as (${line}),
    stands as (
      update matter set state = ${decision.to}, previous_state = ${decision.previousState ?? null}, seq = ${seq}, facts = ${JSON.stringify(decision.facts)}::jsonb,
        pauses = ${JSON.stringify(decision.pauses)}::jsonb, assignee_id = ${assigneeId}::uuid, received_on = ${receivedOn}::date,
        accepted_on = coalesce(${acceptedOn(decision)}::date, accepted_on),
        closed_on = case when ${closed} then ${command.on}::date else null end, changed_at = ${at}
      where id = ${matter.id})
    select graphile_worker.add_job('index-matter', json_build_object('matterId', ${matter.id}::text), job_key := ${`index-matter:${matter.id}`}::text)`.execute(
    tx,
  );
  const { agencyId, lawPack } = matter;
  const from = { matterId: matter.id, agencyId, lawPack, procedure: matter.procedure, seq, officerId: by.officerId };
  await recordPublication(tx, setting, from, decision.act, command, decision.clocks);
  if (decision.from !== decision.to) await queueNotices(tx, { matterId: matter.id }, "progress");
  return { matterId: matter.id, seq, state: decision.to };
}

/** Whoever is in the team is assigned by name, and sees what the task needs; whoever left it, no more (settled 4). */
async function assignTeam(tx: Trx, matterId: string, members: readonly string[], on: string): Promise<void> {
  await sql`
    with gone as (
      update matter_assignment set to_on = ${on} where matter_id = ${matterId} and role = 'verifier' and to_on is null
        and officer_id::text <> all(${members}::text[]))
    insert into matter_assignment (matter_id, officer_id, role, from_on)
    select ${matterId}::uuid, o.id, 'verifier', ${on}::date from officer o where o.id::text = any(${members}::text[])
      and not exists (select from matter_assignment a where a.matter_id = ${matterId} and a.officer_id = o.id and a.role = 'verifier' and a.to_on is null)
    on conflict (matter_id, officer_id, role, from_on) do update set to_on = null`.execute(tx);
}

/** Choices, dates and yes-or-no stay with the event; free text and what is personal goes to rows of its own (settled 1). */
function splitValues(
  act: ActRule,
  values: Readonly<Record<string, FieldValue>>,
): { open: Record<string, FieldValue>; texts: Record<string, string> } {
  const open: Record<string, FieldValue> = {};
  const texts: Record<string, string> = {};
  for (const field of act.fields) {
    const value = values[field.id];
    if (value === undefined || value === "") continue;
    if (field.personal || field.type === "text" || field.type === "long-text")
      texts[field.id] = Array.isArray(value) ? value.join("\n") : String(value);
    else open[field.id] = value;
  }
  return { open, texts };
}

function assigneeAfter(matter: MatterRow, decision: Allowed, command: ActCommand): string | null {
  const field = decision.act.fields.find((each) => each.type === "officer");
  const chosen = field ? command.values[field.id] : undefined;
  return typeof chosen === "string" && chosen !== "" ? chosen : matter.assigneeId;
}

/** The day of acceptance is the day from which the limit of settlement runs. */
function acceptedOn(decision: Allowed): CivilDate | null {
  return decision.clocks.find((change) => change.clock === "settlement")?.answer?.startOn ?? null;
}

/** Settled 26: the act "correct" may carry the right day of receipt. */
function correctedReceipt(decision: Allowed, command: ActCommand): CivilDate | undefined {
  if (decision.act.id !== "correct" || command.values["what"] !== "received-on") return undefined;
  const value = command.values["newDate"];
  return typeof value === "string" ? parseCivilDate(value) : undefined;
}

function dueAfter(
  matter: MatterRow,
  decision: Allowed,
  clock: string | undefined,
): { dueOn: CivilDate; provisional: boolean } | undefined {
  const running = new Map(
    matter.clocks
      .filter((each) => each.status === "running")
      .map((each) => [each.clock, { dueOn: each.dueOn, provisional: each.provisional }]),
  );
  for (const change of decision.clocks) {
    if (change.status === "running" && change.answer)
      running.set(change.clock, { dueOn: change.answer.dueOn, provisional: change.answer.provisional });
    else running.delete(change.clock);
  }
  return clock === undefined ? undefined : running.get(clock);
}
