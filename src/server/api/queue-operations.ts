import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import {
  callNextInput,
  kioskNumberInput,
  queueInput,
  stepTicketInput,
  takeNumberInput,
} from "../../casework/reception/queue/index.ts";
import { networkOf } from "../http/network.ts";
import { idOf, type Operation } from "./operation.ts";

const takeBody = takeNumberInput.omit({ key: true });
const kioskBody = kioskNumberInput.omit({ key: true, agency: true });
const callBody = callNextInput.omit({ key: true });
const stepBody = stepTicketInput.omit({ key: true, ticketId: true });

const ticket = z.looseObject({ id: z.uuid(), number: z.int(), state: z.string(), desk: z.int().nullable() });
const called = z.object({ ticket: ticket.nullable() });
const taken = z.object({ ticketId: z.uuid(), number: z.int() });

/** The waiting room of a place of reception. */
export const queueOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/queue",
    id: "readQueue",
    tag: "Reception",
    summary: "Today's queue: who waits, in the order of calling, who is at which desk, who was skipped",
    query: queueInput,
    answers: z.looseObject({ waiting: z.array(ticket), called: z.array(ticket), skipped: z.array(ticket) }),
    run: ({ app, asker, query }) => app.queue.queue(asker, parseInput(queueInput, query)),
  },
  {
    method: "post",
    path: "/queue/numbers",
    id: "takeNumber",
    tag: "Reception",
    summary: "Gives the next number of the day at the counter",
    command: true,
    body: takeBody,
    answers: taken,
    run: ({ app, asker, body, key }) => app.queue.takeNumber(asker, { ...parseInput(takeBody, body), key }),
  },
  {
    method: "post",
    path: "/queue/call-next",
    id: "callNextNumber",
    tag: "Reception",
    summary: "Calls whoever is next to a desk; two desks never get the same number",
    command: true,
    body: callBody,
    answers: called,
    run: ({ app, asker, body, key }) => app.queue.callNext(asker, { ...parseInput(callBody, body), key }),
  },
  {
    method: "post",
    path: "/queue/numbers/{id}/step",
    id: "stepNumber",
    tag: "Reception",
    summary: "Calls a number again or out of turn, skips it, or ends it",
    command: true,
    body: stepBody,
    answers: called,
    run: (call) =>
      call.app.queue.stepTicket(call.asker, {
        ...parseInput(stepBody, call.body),
        ticketId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/queue/kiosk",
    id: "openKiosk",
    tag: "Reception",
    summary: "Opens the device that gives numbers for today and tells its code once",
    body: queueInput,
    answers: z.object({ code: z.string() }),
    run: ({ app, asker, body }) => app.queue.openKiosk(asker, parseInput(queueInput, body)),
  },
  {
    method: "delete",
    path: "/queue/kiosk",
    id: "closeKiosk",
    tag: "Reception",
    summary: "Closes the device that gives numbers",
    query: queueInput,
    answers: "nothing",
    run: ({ app, asker, query }) => app.queue.closeKiosk(asker, parseInput(queueInput, query)),
  },
  {
    method: "get",
    path: "/waiting-rooms/{code}",
    id: "readWaitingRoom",
    tag: "Reception",
    summary: "The screen of a waiting room: numbers and desks",
    isPublic: true,
    answers: z.looseObject({ waiting: z.int(), called: z.array(z.object({ number: z.int(), desk: z.int() })) }),
    run: ({ app, params }) => app.queue.waitingRoom({ agency: params.code ?? "" }),
  },
  {
    method: "post",
    path: "/waiting-rooms/{code}/numbers",
    id: "takeNumberAtKiosk",
    tag: "Reception",
    summary: "Takes a number at the device of the waiting room, with the code that opens it today",
    isPublic: true,
    command: true,
    body: kioskBody,
    answers: taken,
    run: ({ app, params, body, key, c }) =>
      app.queue.takeNumberAtKiosk({
        ...parseInput(kioskBody, body),
        agency: params.code ?? "",
        key,
        network: networkOf(c.env.incoming, app.config.trustedProxies),
      }),
  },
];
