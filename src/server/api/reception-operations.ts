import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { classifyVisitInput } from "../../casework/reception/classify-visit.ts";
import { correctVisitInput } from "../../casework/reception/correct-visit.ts";
import { receiptWanted } from "../../casework/reception/receipt.ts";
import { visitInput } from "../../casework/reception/visit-input.ts";
import { fileAnswer, idOf, type Operation } from "./operation.ts";

const visitBody = visitInput.omit({ key: true });
const classifyBody = classifyVisitInput.omit({ key: true, visitId: true });
const correctBody = correctVisitInput.omit({ key: true, visitId: true });
const receiptBody = receiptWanted.omit({ visitId: true }).extend({ format: z.enum(["pdf", "docx"]).default("pdf") });
const period = z.object({ agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
const registerQuery = period.extend({
  after: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const exportQuery = period.extend({ locale: z.enum(["vi", "en"]).optional() });

const text = z.object({ vi: z.string(), en: z.string() });
const recordedPetition = z.looseObject({ id: z.uuid(), code: z.string(), kind: z.string().nullable() });

/** The counter and its register. */
export const receptionOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/visits",
    id: "recordVisit",
    tag: "Reception",
    summary:
      "Records a visit: a row of the register and a petition for each kind; a denunciation is kept without the person's data",
    command: true,
    body: visitBody,
    answers: z.looseObject({
      visitId: z.uuid(),
      registerNo: z.int(),
      registerYear: z.int(),
      petitions: z.array(recordedPetition.extend({ trackingSecret: z.string().optional() })),
      sealedNotice: text.optional(),
      secretNotice: text.optional(),
    }),
    run: ({ app, asker, body, key }) => app.reception.recordVisit(asker, { ...parseInput(visitBody, body), key }),
  },
  {
    method: "get",
    path: "/visits/{id}",
    id: "openVisit",
    tag: "Reception",
    summary: "A visit with its people, papers, petitions and corrections",
    answers: z.looseObject({ registerNo: z.int() }),
    run: (call) => call.app.reception.visit(call.asker, { visitId: idOf(call) }),
  },
  {
    method: "post",
    path: "/visits/{id}/classify",
    id: "classifyVisit",
    tag: "Reception",
    summary: "Says what a visit recorded without a kind is about; one petition for each kind",
    command: true,
    body: classifyBody,
    answers: z.looseObject({ petitions: z.array(recordedPetition) }),
    run: (call) =>
      call.app.reception.classifyVisit(call.asker, {
        ...parseInput(classifyBody, call.body),
        visitId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/register",
    id: "listRegister",
    tag: "Reception",
    summary: "A page of one agency's register of reception, newest first",
    query: registerQuery,
    answers: z.object({
      lines: z.array(z.looseObject({ visitId: z.uuid(), registerNo: z.int() })),
      next: z.string().nullable(),
      count: z.int(),
      countCapped: z.boolean(),
    }),
    run: ({ app, asker, query }) => app.reception.register(asker, parseInput(registerQuery, query)),
  },
  {
    method: "post",
    path: "/visits/{id}/correct",
    id: "correctVisit",
    tag: "Reception",
    summary: "Corrects a wrong entry of the register with its reason; the old value is kept",
    command: true,
    body: correctBody,
    answers: z.looseObject({ visitId: z.uuid() }),
    run: (call) =>
      call.app.reception.correctVisit(call.asker, {
        ...parseInput(correctBody, call.body),
        visitId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/visits/{id}/receipt",
    id: "renderReceipt",
    tag: "Reception",
    summary: "The receipt 02/TCD as PDF or Word; the tracking secret goes in the body, since addresses are logged",
    body: receiptBody,
    answers: "file",
    run: async (call) => {
      const wanted = parseInput(receiptBody, call.body);
      const bytes = await call.app.reception.renderReceipt(call.asker, { ...wanted, visitId: idOf(call) });
      const mediaType =
        wanted.format === "pdf"
          ? "application/pdf"
          : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      return fileAnswer({ bytes, mediaType, name: `giay-bien-nhan.${wanted.format}` });
    },
  },
  {
    method: "get",
    path: "/register/export",
    id: "exportRegister",
    tag: "Reception",
    summary: "The register of a period as .xlsx, in the 13 columns of the form",
    query: exportQuery,
    answers: "file",
    run: async ({ app, asker, query }) => {
      const bytes = await app.reception.exportRegister(asker, parseInput(exportQuery, query));
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return fileAnswer({ bytes, mediaType, name: "so-tiep-cong-dan.xlsx" });
    },
  },
];
