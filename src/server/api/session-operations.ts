import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import {
  addCaseInput,
  announceSessionsInput,
  correctSessionInput,
  draftSessionPaperInput,
  headDutiesInput,
  listSessionsInput,
  planSessionsInput,
  publishedCalendarInput,
  recordSessionInput,
  removeCaseInput,
} from "../../casework/reception/sessions/index.ts";
import { idOf, type Operation } from "./operation.ts";

const planBody = planSessionsInput.omit({ key: true });
const announceBody = announceSessionsInput.omit({ key: true });
const recordBody = recordSessionInput.omit({ key: true, sessionId: true });
const correctBody = correctSessionInput.omit({ key: true, sessionId: true });

const draftPaperBody = draftSessionPaperInput.omit({ key: true, sessionId: true });
const addCaseBody = addCaseInput.omit({ key: true, sessionId: true });
const removeCaseBody = removeCaseInput.omit({ key: true, sessionId: true });
const caseOf = z.object({ sessionId: z.uuid(), petitionId: z.uuid() });

const text = z.object({ vi: z.string(), en: z.string() });
const session = z.looseObject({
  id: z.uuid(),
  position: z.string(),
  host: z.enum(["authority", "party"]),
  kind: z.enum(["scheduled", "unscheduled"]),
  on: z.iso.date(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  state: z.string(),
});
const duty = z.looseObject({
  position: z.string(),
  positionName: text,
  host: z.enum(["authority", "party"]),
  required: z.int(),
  counted: z.int(),
  withoutVisitor: z.int(),
  delegated: z.int(),
  unscheduled: z.int(),
  missing: z.int(),
  parts: z.array(
    z.looseObject({ rule: z.string(), article: z.string(), version: z.iso.date(), reasons: z.array(text) }),
  ),
});

/** The sessions at which heads receive citizens. */
export const sessionOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/head-sessions",
    id: "listHeadSessions",
    tag: "Reception",
    summary: "Sessions of an agency's heads in a period, drafts too, with the last day to announce each",
    query: listSessionsInput,
    answers: z.looseObject({ sessions: z.array(session) }),
    run: ({ app, asker, query }) => app.headSessions.listSessions(asker, parseInput(listSessionsInput, query)),
  },
  {
    method: "post",
    path: "/head-sessions",
    id: "planHeadSessions",
    tag: "Reception",
    summary: "Enters sessions, single days or a monthly pattern; with announcedOn they are published at once",
    command: true,
    body: planBody,
    answers: z.looseObject({
      sessions: z.array(z.object({ id: z.uuid(), on: z.iso.date() })),
      moved: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
      skipped: z.array(z.object({ on: z.iso.date(), why: z.string() })),
    }),
    run: ({ app, asker, body, key }) => app.headSessions.planSessions(asker, { ...parseInput(planBody, body), key }),
  },
  {
    method: "post",
    path: "/head-sessions/announce",
    id: "announceHeadSessions",
    tag: "Reception",
    summary: "Publishes drafts; an announcement that comes too late is taken and shown as late",
    command: true,
    body: announceBody,
    answers: z.object({ sessionIds: z.array(z.uuid()) }),
    run: ({ app, asker, body, key }) =>
      app.headSessions.announceSessions(asker, { ...parseInput(announceBody, body), key }),
  },
  {
    method: "get",
    path: "/head-sessions/{id}",
    id: "openHeadSession",
    tag: "Reception",
    summary: "A session with every change made on it",
    answers: session,
    run: (call) => call.app.headSessions.openSession(call.asker, { sessionId: idOf(call) }),
  },
  {
    method: "get",
    path: "/head-sessions/{id}/file",
    id: "readHeadSessionFile",
    tag: "Reception",
    summary: "The day's file: whom to receive, their matters, what came before, what has to be ready",
    answers: z.looseObject({ id: z.uuid(), cases: z.array(z.looseObject({ petitionId: z.uuid(), code: z.string() })) }),
    run: (call) => call.app.headSessions.sessionFile(call.asker, { sessionId: idOf(call) }),
  },
  {
    method: "get",
    path: "/head-sessions/{id}/papers",
    id: "listHeadSessionPapers",
    tag: "Reception",
    summary:
      "Minutes of the session and the notice of what was concluded: where each stands, and what it is filled with",
    answers: z.looseObject({ papers: z.array(z.looseObject({ template: z.string(), name: text })) }),
    run: (call) => call.app.headSessions.sessionPapers(call.asker, { sessionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/head-sessions/{id}/papers",
    id: "draftHeadSessionPaper",
    tag: "Reception",
    summary:
      "Draws up the minutes or the notice of a session that was held; drawn up before and not signed, it is written anew",
    command: true,
    body: draftPaperBody,
    answers: z.object({ sessionId: z.uuid(), paperId: z.uuid() }),
    run: (call) =>
      call.app.headSessions.draftSessionPaper(call.asker, {
        ...parseInput(draftPaperBody, call.body),
        key: call.key,
        sessionId: idOf(call),
      }),
  },
  {
    method: "post",
    path: "/head-sessions/{id}/cases",
    id: "addHeadSessionCase",
    tag: "Reception",
    summary: "Puts a petition on the list of a session, with what has to be ready; again, it changes that",
    command: true,
    body: addCaseBody,
    answers: caseOf,
    run: (call) =>
      call.app.headSessions.addCase(call.asker, {
        ...parseInput(addCaseBody, call.body),
        sessionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/head-sessions/{id}/cases/remove",
    id: "removeHeadSessionCase",
    tag: "Reception",
    summary: "Takes a petition off the list of a session that is open still",
    command: true,
    body: removeCaseBody,
    answers: caseOf,
    run: (call) =>
      call.app.headSessions.removeCase(call.asker, {
        ...parseInput(removeCaseBody, call.body),
        sessionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/head-sessions/{id}/outcome",
    id: "recordHeadSession",
    tag: "Reception",
    summary: "Says what became of a session: held, nobody came, delegated, postponed to a new date, cancelled",
    command: true,
    body: recordBody,
    answers: z.object({ sessionId: z.uuid(), seq: z.int(), newSessionId: z.uuid().optional() }),
    run: (call) =>
      call.app.headSessions.recordSession(call.asker, {
        ...parseInput(recordBody, call.body),
        sessionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/head-sessions/{id}/correct",
    id: "correctHeadSession",
    tag: "Reception",
    summary: "Corrects a wrong entry of a session with its reason; the old value is kept",
    command: true,
    body: correctBody,
    answers: z.object({ sessionId: z.uuid(), seq: z.int() }),
    run: (call) =>
      call.app.headSessions.correctSession(call.asker, {
        ...parseInput(correctBody, call.body),
        sessionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/head-duties",
    id: "headDuties",
    tag: "Reception",
    summary:
      "What the law asks of each head of an agency in a period, what counts, what is missing and by which article",
    query: headDutiesInput,
    answers: z.object({ from: z.iso.date(), to: z.iso.date(), duties: z.array(duty) }),
    run: ({ app, asker, query }) => app.headSessions.headDuties(asker, parseInput(headDutiesInput, query)),
  },
  {
    method: "get",
    path: "/reception-calendar",
    id: "publishedCalendar",
    tag: "Reception",
    summary: "The published calendar of heads' reception, of one agency or of all",
    isPublic: true,
    query: publishedCalendarInput,
    answers: z.object({ sessions: z.array(session) }),
    run: async ({ app, query }) => ({
      sessions: await app.headSessions.publishedCalendar(parseInput(publishedCalendarInput, query)),
    }),
  },
];
