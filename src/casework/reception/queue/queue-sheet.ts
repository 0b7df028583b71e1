import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { type Ticket, ticketsWhere } from "./queue-rows.ts";

export const queueInput = z.object({ agencyId: z.uuid() });

/** The day's queue as the desks see it. */
export interface Queue {
  readonly agencyCode: string;
  /** In the order in which they will be called. */
  readonly waiting: readonly Ticket[];
  readonly called: readonly Ticket[];
  readonly skipped: readonly Ticket[];
  readonly done: number;
  readonly kioskOpen: boolean;
}

/** Today's queue of a place of reception. Throws "not-allowed". */
export async function queue(setting: Setting, asker: Asker, input: z.input<typeof queueInput>): Promise<Queue> {
  const { agencyId } = parseInput(queueInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      require(whoAsks(tx), "queue:serve", agencyId);
      const on = setting.today();
      const tickets = await ticketsWhere(
        tx,
        sql`t.agency_id = ${agencyId} and t.on_date = ${on} and t.state <> 'done'`,
      );
      const { rows } = await sql<{ agencyCode: string; done: number; kioskOpen: boolean }>`
        select a.code as "agencyCode", exists (select 1 from queue_kiosk k where k.agency_id = a.id and k.on_date = ${on}) as "kioskOpen",
          (select count(*)::int from queue_ticket t where t.agency_id = a.id and t.on_date = ${on} and t.state = 'done') as done
        from agency a where a.id = ${agencyId}`.execute(tx);
      const row = rows[0];
      if (!row) throw notFound();
      const of = (state: Ticket["state"]) => tickets.filter((each) => each.state === state);
      return { ...row, waiting: of("waiting"), called: of("called"), skipped: of("skipped") };
    },
    { readOnly: true },
  );
}

export const ticketInput = z.object({ ticketId: z.uuid() });

/** One number, for the form of the visit. Throws "not-found". */
export async function ticket(setting: Setting, asker: Asker, input: z.input<typeof ticketInput>): Promise<Ticket> {
  const { ticketId } = parseInput(ticketInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const [found] = await ticketsWhere(tx, sql`t.id = ${ticketId}`);
      if (!found) throw notFound();
      return found;
    },
    { readOnly: true },
  );
}

/** What hangs on the wall: numbers and desks, nobody's name. */
export interface WaitingRoom {
  readonly agencyName: string;
  readonly waiting: number;
  /** Called last comes first. */
  readonly called: readonly { readonly number: number; readonly desk: number; readonly calls: number }[];
  readonly skipped: readonly number[];
}

export const waitingRoomInput = z.object({ agency: z.string().max(20) });

/** The screen of the waiting room, open to anyone. Throws "not-found". */
export async function waitingRoom(setting: Setting, input: z.input<typeof waitingRoomInput>): Promise<WaitingRoom> {
  const { agency } = parseInput(waitingRoomInput, input);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{ room: WaitingRoom | null }>`
        select app.waiting_room(${agency}, ${setting.today()}::date) as room`.execute(tx);
      const room = rows[0]?.room;
      if (!room) throw notFound();
      return room;
    },
    { readOnly: true },
  );
}
