import { z } from "@hono/zod-openapi";
import { deliveryMethods, recipientRoles } from "../../casework/deliveries/index.ts";
import { paperSteps } from "../../casework/papers/index.ts";
import { parseInput } from "../../casework/parse-input.ts";
import { fileAnswer, idOf, type Operation, streamAnswer } from "./operation.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const values = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

const openBody = z.object({
  procedure: z.string().optional().describe("A procedure of the law; the usual one of the petition's kind without it"),
  values: z
    .record(z.string(), z.union([z.string(), z.boolean()]))
    .optional()
    .describe("Answers to the fields of the procedure's opening"),
  remote: z.boolean().optional(),
  assigneeId: z.uuid().optional(),
});
const actBody = z.object({
  seq: z.int().describe("The sequence number of the sheet the caller saw; another one since then is a conflict"),
  act: z.string(),
  on: z.iso.date(),
  values: values.optional().describe("Answers by field id; the sheet names each act's fields"),
});
const stepBody = z.object({
  step: z.enum(paperSteps),
  on: z.iso.date().optional(),
  recipients: z.array(z.enum(recipientRoles)).optional(),
  method: z.enum(deliveryMethods).optional(),
});
const rewriteBody = z.object({ values });
const returnBody = z.object({ reason: z.string().trim().min(5).max(4000) });
const receiptBody = z.object({ recipient: z.enum(recipientRoles), receivedOn: z.iso.date() });
const format = z.object({ format: z.enum(["pdf", "docx"]).default("pdf") });

const actAnswer = z.object({ matterId: z.uuid(), seq: z.int(), state: z.string() });

/** The matter, its acts and its papers. */
export const matterOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/petitions/{id}/matter",
    id: "openMatter",
    tag: "Matters",
    summary: "Opens a matter from a petition under one procedure, by the law of the day it was received",
    command: true,
    body: openBody,
    answers: z.object({ matterId: z.uuid(), code: z.string() }),
    run: (call) =>
      call.app.matters.openMatter(call.asker, {
        ...parseInput(openBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/petitions/{id}/openings/{procedure}",
    id: "openingForm",
    tag: "Matters",
    summary: "The fields that the opening of a matter of that procedure asks for",
    answers: z.looseObject({ name: text, todo: text, article: z.string(), lawPack: z.string() }),
    run: (call) =>
      call.app.matters.openingForm(call.asker, { petitionId: idOf(call), procedure: call.params["procedure"] ?? "" }),
  },
  {
    method: "get",
    path: "/matters/{id}",
    id: "openMatterSheet",
    tag: "Matters",
    summary: "The whole matter: state, clocks with their reasons, acts (possible or refused with the article), papers",
    answers: z.looseObject({
      id: z.uuid(),
      code: z.string(),
      seq: z.int(),
      lawPack: z.string(),
      state: z.looseObject({ id: z.string(), name: text }),
      acts: z.array(
        z.looseObject({ act: z.looseObject({ id: z.string(), name: text }), refusal: z.looseObject({}).optional() }),
      ),
      clocks: z.array(z.looseObject({ clock: z.string(), dueOn: z.iso.date() })),
      papers: z.array(z.looseObject({ id: z.uuid(), template: z.string(), state: z.string() })),
    }),
    run: (call) => call.app.matters.openMatterSheet(call.asker, { matterId: idOf(call) }),
  },
  {
    method: "post",
    path: "/matters/{id}/acts",
    id: "performAct",
    tag: "Matters",
    summary:
      "Performs one act of the procedure; an act that stands by a signed document draws up its draft (waitsFor) and is recorded when the number is issued",
    command: true,
    body: actBody,
    answers: actAnswer.extend({ papers: z.array(z.uuid()), waitsFor: z.uuid().optional() }),
    run: (call) =>
      call.app.matters.performAct(call.asker, {
        ...parseInput(actBody, call.body),
        matterId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/matters/{id}/recordings",
    id: "addRecording",
    tag: "Matters",
    summary:
      "Adds the recording of an online reception (multipart form with `file`: MP4, WebM, MP3, M4A, OGG), for whoever may do the act that asks for it; never of a denunciation",
    answers: z.object({ fileId: z.uuid(), mediaType: z.string(), bytes: z.int(), sha256: z.string() }),
    run: (call) => call.app.recordings.addRecording(call.asker, { matterId: idOf(call), request: call.c.req.raw }),
  },
  {
    method: "get",
    path: "/matters/{id}/recordings/{file}",
    id: "readRecording",
    tag: "Matters",
    summary: "A recording of the matter as a stream; the look is recorded, and Repr-Digest is what was stored",
    answers: "file",
    run: async (call) =>
      streamAnswer(
        await call.app.recordings.openRecording(call.asker, {
          matterId: idOf(call),
          fileId: call.params["file"] ?? "",
        }),
      ),
  },
  {
    method: "post",
    path: "/papers/{id}/steps",
    id: "stepPaper",
    tag: "Papers",
    summary: "Takes a paper one step on: check, approve, sign, number, send",
    command: true,
    body: stepBody,
    answers: z.object({
      paperId: z.uuid(),
      state: z.string(),
      number: z.string().nullable(),
      act: actAnswer.optional(),
    }),
    run: (call) =>
      call.app.matters.stepPaper(call.asker, {
        ...parseInput(stepBody, call.body),
        paperId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/papers/{id}/rewrite",
    id: "rewritePaper",
    tag: "Papers",
    summary: "Changes what a draft says; it becomes a new version and is a draft again",
    command: true,
    body: rewriteBody,
    answers: z.object({ paperId: z.uuid() }),
    run: (call) =>
      call.app.matters.rewritePaper(call.asker, {
        ...parseInput(rewriteBody, call.body),
        paperId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/papers/{id}/return",
    id: "returnPaper",
    tag: "Papers",
    summary: "Sends a draft back with the reason; it goes no further before it is written anew",
    command: true,
    body: returnBody,
    answers: z.object({ paperId: z.uuid() }),
    run: (call) =>
      call.app.matters.returnPaper(call.asker, {
        ...parseInput(returnBody, call.body),
        paperId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/papers/{id}/receipts",
    id: "recordDeliveryReceipt",
    tag: "Papers",
    summary: "The proof of delivery of a paper came back",
    command: true,
    body: receiptBody,
    answers: z.object({ paperId: z.uuid() }),
    run: (call) =>
      call.app.matters.recordDeliveryReceipt(call.asker, {
        ...parseInput(receiptBody, call.body),
        paperId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/papers/{id}/document",
    id: "renderPaper",
    tag: "Papers",
    summary: "The paper as PDF/A or Word; without its number it is marked as a draft",
    query: format,
    answers: "file",
    run: async (call) => {
      const wanted = parseInput(format, call.query);
      const { bytes, fileName, mediaType } = await call.app.papers.renderPaper(call.asker, {
        ...wanted,
        paperId: idOf(call),
      });
      return fileAnswer({ bytes, mediaType, name: fileName });
    },
  },
];
