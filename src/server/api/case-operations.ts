import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { fileAnswer, idOf, type Operation, uploadOf } from "./operation.ts";

const classifyBody = z.object({
  kind: z.enum(["complaint", "recommendation"]),
  contestedAct: z.string().optional(),
  respondent: z.string().optional(),
});
const competenceBody = z.object({
  against: z.string(),
  agrees: z.boolean(),
  chosen: z.string().optional(),
  reason: z.string().optional(),
});
const routeBody = z.object({
  route: z.enum(["guide", "transfer", "file", "answer", "return"]),
  to: z.string().optional(),
  number: z.string().optional(),
  reason: z.string(),
  on: z.iso.date(),
});
const correctBody = z.object({
  receivedOn: z.iso.date().optional(),
  peopleCount: z.int().optional(),
  reason: z.string(),
});
const listQuery = z.object({
  view: z.enum(["mine", "unit", "all", "overdue", "waiting"]).optional(),
  q: z.string().optional(),
  kind: z.enum(["complaint", "denunciation", "recommendation"]).optional(),
  state: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().optional(),
});
const peopleQuery = z.object({
  agencyId: z.uuid(),
  query: z.string().optional(),
  idNumber: z.string().optional(),
  limit: z.coerce.number().int().optional(),
});
const filesQuery = z.object({ agencyId: z.uuid() });
const petitionId = z.object({ petitionId: z.uuid() });

export const caseOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/people/search",
    id: "findPeople",
    tag: "People",
    summary:
      "People known to an agency, and who signed petitions of many, by name with or without diacritics or by ID number; in the body, since addresses are logged",
    body: peopleQuery,
    answers: z.array(
      z.looseObject({ personId: z.uuid().nullable(), signatoryId: z.uuid().nullable(), fullName: z.string() }),
    ),
    run: ({ app, asker, body }) => app.people.findPeople(asker, parseInput(peopleQuery, body)),
  },
  {
    method: "get",
    path: "/people/{id}/history",
    id: "personHistory",
    tag: "People",
    summary: "Earlier visits and petitions of a person",
    answers: z.object({
      visits: z.array(z.looseObject({ visitId: z.uuid() })),
      petitions: z.array(z.looseObject({ petitionId: z.uuid() })),
    }),
    run: (call) => call.app.people.personHistory(call.asker, { personId: idOf(call) }),
  },
  {
    method: "post",
    path: "/files",
    id: "addFile",
    tag: "Files",
    summary: "Takes a file in; multipart form with agencyId and file",
    answers: z.object({ fileId: z.uuid(), mediaType: z.string(), bytes: z.int() }),
    run: async (call) => {
      const { bytes, name, fields } = await uploadOf(call);
      const { agencyId } = parseInput(filesQuery, fields);
      return call.app.files.addFile(call.asker, { agencyId, name, bytes });
    },
  },
  {
    method: "get",
    path: "/files/{id}",
    id: "readFile",
    tag: "Files",
    summary: "A file with its bytes, for whoever may see what it hangs on",
    answers: "file",
    run: async (call) => fileAnswer(await call.app.files.readFile(call.asker, { fileId: idOf(call) })),
  },
  {
    method: "get",
    path: "/petitions",
    id: "listPetitions",
    tag: "Petitions",
    summary: "One page of petitions, newest first, within the asker's rights",
    query: listQuery.omit({ q: true }),
    answers: z.object({
      lines: z.array(z.looseObject({ id: z.uuid(), code: z.string() })),
      next: z.string().optional(),
      today: z.iso.date(),
    }),
    run: ({ app, asker, query }) => app.petitions.listPetitions(asker, parseInput(listQuery.omit({ q: true }), query)),
  },
  {
    method: "post",
    path: "/petitions/search",
    id: "searchPetitions",
    tag: "Petitions",
    summary: "The same list with words, a name or a number to look for; in the body, since addresses are logged",
    body: listQuery,
    answers: z.object({
      lines: z.array(z.looseObject({ id: z.uuid(), code: z.string() })),
      next: z.string().optional(),
      today: z.iso.date(),
    }),
    run: ({ app, asker, body }) => app.petitions.listPetitions(asker, parseInput(listQuery, body)),
  },
  {
    method: "get",
    path: "/petitions/counts",
    id: "countPetitions",
    tag: "Petitions",
    summary: "How many lines each view has; counted to 10,001 at most",
    query: listQuery.omit({ q: true, after: true, limit: true }),
    answers: z.record(z.string(), z.int()),
    run: ({ app, asker, query }) =>
      app.petitions.countPetitions(asker, parseInput(listQuery.omit({ q: true, after: true, limit: true }), query)),
  },
  {
    method: "get",
    path: "/petitions/{id}",
    id: "openPetition",
    tag: "Petitions",
    summary: "A petition with its clocks and their explanations",
    answers: z.looseObject({ code: z.string() }),
    run: (call) => call.app.petitions.openPetition(call.asker, { petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/classify",
    id: "classifyPetition",
    tag: "Petitions",
    summary: "Says what a petition is; its clocks follow",
    command: true,
    body: classifyBody,
    answers: petitionId,
    run: (call) =>
      call.app.petitions.classifyPetition(call.asker, {
        ...parseInput(classifyBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/route",
    id: "routePetition",
    tag: "Petitions",
    summary: "Guides, transfers, returns, files or answers a petition that opens no matter",
    command: true,
    body: routeBody,
    answers: petitionId,
    run: (call) =>
      call.app.petitions.routePetition(call.asker, {
        ...parseInput(routeBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/hand-over",
    id: "handToHead",
    tag: "Petitions",
    summary:
      "Hands a denunciation that is sealed to the caller to the head, who alone in the unit sees it from then on",
    command: true,
    answers: petitionId,
    run: (call) => call.app.petitions.handToHead(call.asker, { petitionId: idOf(call), key: call.key }),
  },
  {
    method: "get",
    path: "/petitions/{id}/letters",
    id: "listLetters",
    tag: "Petitions",
    summary: "What the petitioner, by the code of the receipt, and the office wrote to each other, oldest first",
    answers: z.object({
      letters: z.array(z.looseObject({ id: z.uuid(), fromOffice: z.boolean(), body: z.string(), on: z.iso.date() })),
      mayWrite: z.boolean(),
    }),
    run: (call) => call.app.petitions.correspondence(call.asker, { petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/letters",
    id: "writeToPetitioner",
    tag: "Petitions",
    summary: "A letter to the petitioner, who reads it with the code of the receipt; leaves the building",
    command: true,
    body: z.object({ body: z.string().min(1).max(4000) }),
    answers: petitionId,
    run: (call) =>
      call.app.petitions.writeToPetitioner(call.asker, {
        ...z.looseObject({ body: z.string().catch("") }).parse(call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/letters/read",
    id: "markLettersRead",
    tag: "Petitions",
    summary: "Tells the petitioner that the office has read what they wrote",
    command: true,
    answers: petitionId,
    run: (call) => call.app.petitions.markLettersRead(call.asker, { petitionId: idOf(call), key: call.key }),
  },
  {
    method: "get",
    path: "/petitions/{id}/competence",
    id: "competenceTable",
    tag: "Petitions",
    summary: "Whom the petition may be against, and who is competent for each, by the law of the day it was received",
    answers: z.looseObject({ version: z.iso.date().nullable(), kinds: z.array(z.looseObject({ id: z.string() })) }),
    run: (call) => call.app.petitions.competenceTable(call.asker, { petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/competence",
    id: "settleCompetence",
    tag: "Petitions",
    summary: "Takes the law's proposal of who is competent, or differs with a reason",
    command: true,
    body: competenceBody,
    answers: petitionId,
    run: (call) =>
      call.app.petitions.settleCompetence(call.asker, {
        ...parseInput(competenceBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/correct",
    id: "correctPetition",
    tag: "Petitions",
    summary: "Corrects a wrong entry of intake, with its reason",
    command: true,
    body: correctBody,
    answers: petitionId,
    run: (call) =>
      call.app.petitions.correctPetition(call.asker, {
        ...parseInput(correctBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
];
