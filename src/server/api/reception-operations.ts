import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { classifyVisitInput } from "../../casework/reception/classify-visit.ts";
import { visitInput } from "../../casework/reception/visit-input.ts";
import { idOf, type Operation } from "./operation.ts";

const visitBody = visitInput.omit({ key: true });
const classifyBody = classifyVisitInput.omit({ key: true, visitId: true });
const period = z.object({ agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
const registerQuery = period.extend({
  after: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

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
];
