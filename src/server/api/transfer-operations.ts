import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { transferViews } from "../../casework/petitions/index.ts";
import { idOf, type Operation } from "./operation.ts";

const transferBody = z.object({ toAgencyId: z.uuid(), reason: z.string(), on: z.iso.date() });
const acceptBody = z.object({ on: z.iso.date().optional() });
const returnBody = acceptBody.extend({ reason: z.string() });
const decideBody = returnBody.extend({ handlerId: z.uuid() });
const listQuery = z.object({
  view: z.enum(transferViews).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().optional(),
});
const line = z.looseObject({
  id: z.uuid(),
  petitionId: z.uuid(),
  code: z.string(),
  ordinal: z.int(),
  state: z.string(),
});
const answered = z.object({ transferId: z.uuid(), petitionId: z.uuid() });

/** Petitions handed from one agency to another. */
export const transferOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/petitions/{id}/transfers",
    id: "transferPetition",
    tag: "Transfers",
    summary:
      "Hands a petition to another agency, file, history and rights with it; the third time it goes to the common superior, who decides",
    command: true,
    body: transferBody,
    answers: z.object({ transferId: z.uuid(), agencyId: z.uuid(), referred: z.boolean() }),
    run: (call) =>
      call.app.transfers.transferPetition(call.asker, {
        ...parseInput(transferBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/transfers",
    id: "listTransfers",
    tag: "Transfers",
    summary:
      "What waits for an answer here, what was handed over from here, or what the caller decides as the superior",
    query: listQuery,
    answers: z.object({
      lines: z.array(line),
      next: z.uuid().optional(),
      waiting: z.object({ incoming: z.int(), deciding: z.int() }),
    }),
    run: ({ app, asker, query }) => app.transfers.listTransfers(asker, parseInput(listQuery, query)),
  },
  {
    method: "get",
    path: "/transfers/{id}",
    id: "transferSheet",
    tag: "Transfers",
    summary: "One hand-over with its reason, its answer and its letter",
    answers: line,
    run: (call) => call.app.transfers.transferSheet(call.asker, { transferId: idOf(call) }),
  },
  {
    method: "post",
    path: "/transfers/{id}/accept",
    id: "acceptTransfer",
    tag: "Transfers",
    summary: "The recipient takes the petition in",
    command: true,
    body: acceptBody,
    answers: answered,
    run: (call) =>
      call.app.transfers.acceptTransfer(call.asker, {
        ...parseInput(acceptBody, call.body),
        transferId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/transfers/{id}/return",
    id: "returnTransfer",
    tag: "Transfers",
    summary: "The recipient sends the petition back with the reason; the hand-over still counts",
    command: true,
    body: returnBody,
    answers: answered,
    run: (call) =>
      call.app.transfers.returnTransfer(call.asker, {
        ...parseInput(returnBody, call.body),
        transferId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/transfers/{id}/decide",
    id: "decideHandler",
    tag: "Transfers",
    summary: "The common superior says which agency handles a petition that was sent round; binding",
    command: true,
    body: decideBody,
    answers: answered,
    run: (call) =>
      call.app.transfers.decideHandler(call.asker, {
        ...parseInput(decideBody, call.body),
        transferId: idOf(call),
        key: call.key,
      }),
  },
];
