import { z } from "@hono/zod-openapi";
import { classifyPostInput } from "../../casework/intake/classify-post.ts";
import { startDraftsInput } from "../../casework/intake/drafts.ts";
import { giveBackInput } from "../../casework/intake/give-back.ts";
import { postInput } from "../../casework/intake/post-input.ts";
import { parseInput } from "../../casework/parse-input.ts";
import { fileAnswer, idOf, type Operation } from "./operation.ts";

const postBody = postInput.omit({ key: true });
const classifyBody = classifyPostInput.omit({ key: true, entryId: true });
const giveBackBody = giveBackInput.omit({ key: true, entryId: true });
const draftsBody = startDraftsInput.omit({ key: true });
const period = z.object({ agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
const bookQuery = period.extend({
  after: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
const exportQuery = period.extend({ locale: z.enum(["vi", "en"]).optional() });
const draftId = z.object({ draftId: z.uuid() });

/** The post book, and the drafts that scans and letters of the mailbox wait in. */
export const intakeOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/post-entries",
    id: "recordPost",
    tag: "Intake",
    summary:
      "Enters a letter in the post book, with a petition for each kind; a denunciation is kept without its sender",
    command: true,
    body: postBody,
    answers: z.looseObject({
      entryId: z.uuid(),
      bookNo: z.int(),
      bookYear: z.int(),
      petitions: z.array(z.looseObject({ id: z.uuid(), code: z.string() })),
    }),
    run: ({ app, asker, body, key }) => app.intake.recordPost(asker, { ...parseInput(postBody, body), key }),
  },
  {
    method: "get",
    path: "/post-entries",
    id: "listPostBook",
    tag: "Intake",
    summary: "A page of one agency's post book, newest first, with whether the books and the petitions agree",
    query: bookQuery,
    answers: z.looseObject({
      lines: z.array(z.looseObject({ entryId: z.uuid(), bookNo: z.int() })),
      next: z.string().nullable(),
      count: z.int(),
      countCapped: z.boolean(),
      balance: z.array(z.looseObject({ door: z.string(), entries: z.int(), petitions: z.int() })),
    }),
    run: ({ app, asker, query }) => app.intake.postBook(asker, parseInput(bookQuery, query)),
  },
  {
    method: "get",
    path: "/post-entries/export",
    id: "exportPostBook",
    tag: "Intake",
    summary: "The post book of a period as .xlsx",
    query: exportQuery,
    answers: "file",
    run: async ({ app, asker, query }) => {
      const bytes = await app.intake.exportPostBook(asker, parseInput(exportQuery, query));
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return fileAnswer({ bytes, mediaType, name: "so-don-den.xlsx" });
    },
  },
  {
    method: "get",
    path: "/post-entries/{id}",
    id: "openPostEntry",
    tag: "Intake",
    summary: "A letter with its petitions, what its conditions lack and what the law lets the office do next",
    answers: z.looseObject({ bookNo: z.int() }),
    run: (call) => call.app.intake.openPostEntry(call.asker, { entryId: idOf(call) }),
  },
  {
    method: "post",
    path: "/post-entries/{id}/classify",
    id: "classifyPost",
    tag: "Intake",
    summary: "Says what a letter entered without a kind is",
    command: true,
    body: classifyBody,
    answers: z.looseObject({ entryId: z.uuid() }),
    run: (call) =>
      call.app.intake.classifyPost(call.asker, {
        ...parseInput(classifyBody, call.body),
        entryId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/post-entries/{id}/give-back",
    id: "giveBackPost",
    tag: "Intake",
    summary: "Writes down that original papers went back to the sender, or a forwarded petition to its forwarder",
    command: true,
    body: giveBackBody,
    answers: z.looseObject({ entryId: z.uuid() }),
    run: (call) =>
      call.app.intake.giveBack(call.asker, {
        ...parseInput(giveBackBody, call.body),
        entryId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "get",
    path: "/post-entries/{id}/originals-receipt",
    id: "originalsReceipt",
    tag: "Intake",
    summary: "The receipt that whoever gets original papers back signs, as PDF",
    answers: "file",
    run: async (call) => {
      const bytes = await call.app.intake.originalsReceipt(call.asker, { entryId: idOf(call) });
      return fileAnswer({ bytes, mediaType: "application/pdf", name: "bien-nhan-tra-lai.pdf" });
    },
  },
  {
    method: "post",
    path: "/intake-drafts",
    id: "startDrafts",
    tag: "Intake",
    summary: "Makes drafts of scans that were taken in by POST /files, and begins to read them",
    command: true,
    body: draftsBody,
    answers: z.object({ draftIds: z.array(z.uuid()) }),
    run: ({ app, asker, body, key }) => app.intake.startDrafts(asker, { ...parseInput(draftsBody, body), key }),
  },
  {
    method: "get",
    path: "/intake-drafts",
    id: "listDrafts",
    tag: "Intake",
    summary: "Drafts of the asker, and letters of the mailbox that wait for somebody",
    answers: z.object({ drafts: z.array(z.looseObject({ draftId: z.uuid(), state: z.string() })) }),
    run: async ({ app, asker }) => ({ drafts: await app.intake.listDrafts(asker) }),
  },
  {
    method: "get",
    path: "/intake-drafts/{id}",
    id: "openDraft",
    tag: "Intake",
    summary: "A draft of the asker with what was read off it and where; nothing of it is an entry yet",
    answers: z.looseObject({ draftId: z.uuid() }),
    run: (call) => call.app.intake.openDraft(call.asker, { draftId: idOf(call) }),
  },
  {
    method: "post",
    path: "/intake-drafts/{id}/take",
    id: "takeDraft",
    tag: "Intake",
    summary: "Takes a letter of the mailbox: from then on it is sealed to the asker",
    answers: draftId,
    run: (call) => call.app.intake.takeDraft(call.asker, { draftId: idOf(call) }),
  },
  {
    method: "post",
    path: "/intake-drafts/{id}/give-up",
    id: "giveUpDraft",
    tag: "Intake",
    summary: "Ends a draft that is no petition; its words and files are erased",
    answers: draftId,
    run: (call) => call.app.intake.giveUpDraft(call.asker, { draftId: idOf(call) }),
  },
  {
    method: "post",
    path: "/intake-drafts/{id}/stop",
    id: "stopReading",
    tag: "Intake",
    summary: "Stops the reading of a scan; it is then typed by hand",
    answers: draftId,
    run: (call) => call.app.intake.stopReading(call.asker, { draftId: idOf(call) }),
  },
];
