import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { lockDesk, lockTicket, markCalled, requireFreeDesk, type Ticket, ticketsWhere } from "./queue-rows.ts";

const desk = z.coerce.number().int().min(1).max(99);
export const callNextInput = z.object({ key: z.uuid(), agencyId: z.uuid(), desk });
export type CallNextInput = z.input<typeof callNextInput>;

/** Null: nobody waits. */
export interface CalledNumber {
  readonly ticket: Ticket | null;
}

/**
 * Calls whoever is next to a desk: priority first, then by number. Two desks at the same instant never get the same number:
 * each skips what the other is about to take. Throws "not-allowed", "conflict" while the desk is taken.
 */
export async function callNext(setting: Setting, asker: Asker, input: CallNextInput): Promise<CalledNumber> {
  const wanted = parseInput(callNextInput, input);
  return runOnce(setting, asker, wanted.key, "call-next-number", async (tx) => {
    const who = whoAsks(tx);
    require(who, "queue:serve", wanted.agencyId);
    const on = setting.today();
    await lockDesk(tx, wanted.agencyId, wanted.desk);
    await requireFreeDesk(tx, wanted.agencyId, on, wanted.desk);
    const { rows } = await sql<{ id: string }>`
      select id from queue_ticket where agency_id = ${wanted.agencyId} and on_date = ${on} and state = 'waiting'
      order by priority desc, number limit 1 for update skip locked`.execute(tx);
    const next = rows[0];
    if (!next) return { ticket: null };
    const [ticket] = await ticketsWhere(tx, sql`t.id = ${next.id}`);
    return { ticket: ticket ? await markCalled(tx, ticket, wanted.desk, who.officerId) : null };
  });
}

export const ticketSteps = ["call", "recall", "skip", "done"] as const;
export type TicketStep = (typeof ticketSteps)[number];

export const stepTicketInput = z.object({
  key: z.uuid(),
  ticketId: z.uuid(),
  step: z.enum(ticketSteps),
  /** Of "call": out of turn, or somebody who was skipped and came back. */
  desk: desk.optional(),
});
export type StepTicketInput = z.input<typeof stepTicketInput>;

/** Calls again, skips who did not come, ends, or calls out of turn. Throws "not-found", "not-allowed", "conflict". */
export async function stepTicket(setting: Setting, asker: Asker, input: StepTicketInput): Promise<CalledNumber> {
  const wanted = parseInput(stepTicketInput, input);
  return runOnce(setting, asker, wanted.key, "step-number", async (tx) => {
    const who = whoAsks(tx);
    const ticket = await lockTicket(tx, wanted.ticketId);
    require(who, "queue:serve", ticket.agencyId);
    if (ticket.on !== setting.today()) throw ofAnotherDay();
    const isCalled = ticket.state === "called";
    if (wanted.step === "call") {
      if (isCalled || ticket.state === "done") throw elsewhere(ticket);
      const at = wanted.desk ?? ticket.desk ?? 1;
      await lockDesk(tx, ticket.agencyId, at);
      await requireFreeDesk(tx, ticket.agencyId, ticket.on, at);
      return { ticket: await markCalled(tx, ticket, at, who.officerId) };
    }
    if (!isCalled) throw elsewhere(ticket);
    if (wanted.step === "recall") return { ticket: await markCalled(tx, ticket, ticket.desk ?? 1, who.officerId) };
    const state = wanted.step === "skip" ? "skipped" : "done";
    await sql`update queue_ticket set state = ${state}, ended_at = clock_timestamp() where id = ${ticket.id}`.execute(
      tx,
    );
    return { ticket: { ...ticket, state } };
  });
}

export const finishTicketInput = z.object({ ticketId: z.uuid(), visitId: z.uuid() });

/**
 * The visit is recorded: its number is done and is kept beside it, for whoever may see the visit. The same again does
 * nothing. Throws "not-found", "not-allowed".
 */
export async function finishTicket(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof finishTicketInput>,
): Promise<void> {
  const { ticketId, visitId } = parseInput(finishTicketInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    require(whoAsks(tx), "queue:serve", ticket.agencyId);
    await sql`insert into queue_visit (ticket_id, visit_id)
      select ${ticketId}, v.id from visit v where v.id = ${visitId} and v.agency_id = ${ticket.agencyId} on conflict do nothing`.execute(
      tx,
    );
    if (ticket.state === "called")
      await sql`update queue_ticket set state = 'done', ended_at = clock_timestamp() where id = ${ticketId}`.execute(
        tx,
      );
  });
}

const ofAnotherDay = () =>
  new Refused({
    code: "conflict",
    message: { vi: "Đây là số của ngày khác.", en: "This number is of another day." },
  });

function elsewhere({ number, state, desk: at }: Ticket): Refused {
  const said = {
    waiting: { vi: "đang chờ, chưa được gọi", en: "is waiting and was not called" },
    called: { vi: `đang ở bàn ${at}`, en: `is at desk ${at}` },
    skipped: { vi: "đã bị bỏ qua vì không có mặt", en: "was skipped because nobody came" },
    done: { vi: "đã xong", en: "is done" },
  }[state];
  return new Refused({
    code: "conflict",
    message: { vi: `Số ${number} ${said.vi}. Hãy tải lại trang.`, en: `Number ${number} ${said.en}. Reload the page.` },
  });
}
