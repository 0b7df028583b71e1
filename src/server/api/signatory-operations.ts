import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { replyStates, replySteps } from "../../casework/signatories/index.ts";
import { networkOf } from "../http/network.ts";
import { fileAnswer, idOf, missing, type Operation, uploadOf } from "./operation.ts";

const person = z.object({
  name: z.string(),
  address: z.string(),
  idNumber: z.string().optional(),
  phone: z.string().optional(),
});
const addBody = z.object({ person: person.optional(), pasted: z.string().optional() });
const changeBody = z.object({
  representative: z.boolean().optional(),
  person: person.optional(),
  remove: z.boolean().optional(),
  reason: z.string().optional(),
});
const slipsBody = z.object({
  to: z.enum(["representatives", "all"]).optional(),
  signatoryIds: z.array(z.uuid()).optional(),
});
const paperBody = z.object({ paperId: z.uuid() });
const recordBody = paperBody.extend({
  step: z.enum(replySteps),
  replyIds: z.array(z.uuid()).optional(),
  method: z.enum(["in-person", "post", "electronic"]).optional(),
  on: z.iso.date(),
});
const pageQuery = z.object({
  after: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().optional(),
});
const repliesQuery = pageQuery.extend({ paperId: z.uuid(), state: z.enum(replyStates).optional() });
const printQuery = z.object({
  paperId: z.uuid(),
  state: z.enum(replyStates).exclude(["waiting"]).optional(),
  after: z.coerce.number().int().optional(),
});
const codes = z.object({ code: z.string().catch(""), secret: z.string().catch("") });
const added = z.object({
  rows: z.int(),
  added: z.int(),
  alreadyThere: z.int(),
  rejected: z.array(z.looseObject({ row: z.int(), column: z.string(), value: z.string() })),
});

const tag = "Mass petitions";

/** Petitions that many people signed, and the replies to each of them. */
export const signatoryOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/petitions/{id}/signatories",
    id: "listSignatories",
    tag,
    summary: "Who signed a petition, who represents them, and the papers that may be sent to each",
    query: pageQuery,
    answers: z.looseObject({ people: z.int(), lines: z.array(z.looseObject({ id: z.uuid(), code: z.string() })) }),
    run: (call) =>
      call.app.signatories.listSignatories(call.asker, {
        ...parseInput(pageQuery, call.query),
        petitionId: idOf(call),
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/signatories",
    id: "addSignatories",
    tag,
    summary: "Adds one signatory, or a pasted list; who stands there already is not added again",
    command: true,
    body: addBody,
    answers: added,
    run: (call) =>
      call.app.signatories.addSignatories(call.asker, {
        ...parseInput(addBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/signatories/list",
    id: "uploadSignatories",
    tag,
    summary: "Adds a list in .xlsx; multipart form with file. Rejected rows are told by row, column, value and reason",
    command: true,
    answers: added,
    run: async (call) => {
      const { bytes } = await uploadOf(call);
      return call.app.signatories.addSignatories(call.asker, { petitionId: idOf(call), key: call.key }, bytes);
    },
  },
  {
    method: "post",
    path: "/signatories/{id}/change",
    id: "changeSignatory",
    tag,
    summary: "Corrects a signatory, says whether they represent the others, or takes them off the list",
    command: true,
    body: changeBody,
    answers: z.object({ signatoryId: z.uuid(), petitionId: z.uuid() }),
    run: (call) =>
      call.app.signatories.changeSignatory(call.asker, {
        ...parseInput(changeBody, call.body),
        signatoryId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/slips",
    id: "giveSlips",
    tag,
    summary:
      "Slips with code and secret for those who have none, or anew for some, whose earlier slip then ends; up to 200, eight on a page",
    command: true,
    body: slipsBody,
    answers: "file",
    run: async (call) => {
      const { fileName, ...file } = await call.app.signatories.giveSlips(call.asker, {
        ...parseInput(slipsBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      });
      return fileAnswer({ ...file, name: fileName });
    },
  },
  {
    method: "get",
    path: "/petitions/{id}/replies",
    id: "listReplies",
    tag,
    summary: "The copies of one paper: progress, counts by state, and what became of each",
    query: repliesQuery,
    answers: z.looseObject({ counts: z.looseObject({}), lines: z.array(z.looseObject({ id: z.uuid() })) }),
    run: (call) =>
      call.app.signatories.listReplies(call.asker, { ...parseInput(repliesQuery, call.query), petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/replies",
    id: "startReplies",
    tag,
    summary: "Makes a copy of an issued paper for each signatory in the background; again, it goes on where it stopped",
    command: true,
    body: paperBody,
    answers: z.object({ batchId: z.uuid(), replies: z.int() }),
    run: (call) =>
      call.app.signatories.startReplies(call.asker, {
        ...parseInput(paperBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/replies/stop",
    id: "stopReplies",
    tag,
    summary: "Stops making copies; what is made stays",
    command: true,
    body: paperBody,
    answers: z.object({ petitionId: z.uuid() }),
    run: (call) =>
      call.app.signatories.stopReplies(call.asker, {
        ...parseInput(paperBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/replies/record",
    id: "recordDeliveries",
    tag,
    summary: "Copies were sent, arrived, were refused or came back; without replyIds all that are made were sent",
    command: true,
    body: recordBody,
    answers: z.object({ recorded: z.int() }),
    run: (call) =>
      call.app.signatories.recordDeliveries(call.asker, {
        ...parseInput(recordBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/petitions/{id}/replies/document",
    id: "printReplies",
    tag,
    summary: "Up to a hundred copies in one PDF, from a place on the list on",
    query: printQuery,
    answers: "file",
    run: async (call) => {
      const input = { ...parseInput(printQuery, call.query), petitionId: idOf(call) };
      const { fileName, ...file } = await call.app.signatories.printReplies(call.asker, input);
      return fileAnswer({ ...file, name: fileName });
    },
  },
  {
    method: "get",
    path: "/replies/{id}/document",
    id: "openReply",
    tag,
    summary: "One copy as it was made",
    answers: "file",
    run: async (call) => {
      const { fileName, ...file } = await call.app.signatories.openReply(call.asker, { replyId: idOf(call) });
      return fileAnswer({ ...file, name: fileName });
    },
  },
  {
    method: "post",
    path: "/track/signatory",
    id: "trackSignatory",
    tag: "Citizens",
    summary: "Where the petition is, and one's own replies, by the code and the secret of one signatory",
    isPublic: true,
    body: z.object({ code: z.string(), secret: z.string() }),
    answers: z.looseObject({ code: z.string(), replies: z.array(z.looseObject({ id: z.uuid() })) }),
    run: async ({ app, body, c }) => {
      const network = networkOf(c.env.incoming, app.config.trustedProxies);
      const found = await app.signatories.trackSignatory({ ...codes.parse(body), network });
      if (!found) throw missing();
      return found;
    },
  },
];
