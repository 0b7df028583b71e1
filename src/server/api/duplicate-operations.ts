import { z } from "@hono/zod-openapi";
import { findDuplicatesInput } from "../../casework/duplicates/index.ts";
import { parseInput } from "../../casework/parse-input.ts";
import { idOf, type Operation } from "./operation.ts";

const found = z.array(
  z.looseObject({
    seen: z.boolean().describe("False: in another agency; no more is told than that it exists"),
    code: z.string(),
    agency: z.string(),
    receivedOn: z.iso.date(),
    reasons: z.array(z.object({ why: z.string(), percent: z.int().optional() })),
  }),
);
const fileBody = z.object({ firstId: z.uuid().describe("The petition that came first") });
const undoBody = z.object({ reason: z.string() });
const petitionId = z.object({ petitionId: z.uuid() });
const tag = "Petitions";

export const duplicateOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/petitions/duplicates",
    id: "findDuplicates",
    tag,
    summary:
      "Earlier petitions that may be about the same matter, each with its reasons; nothing of the question is kept",
    body: findDuplicatesInput,
    answers: found,
    run: ({ app, asker, body }) => app.duplicates.findDuplicates(asker, parseInput(findDuplicatesInput, body)),
  },
  {
    method: "get",
    path: "/petitions/{id}/duplicates",
    id: "duplicatesOf",
    tag,
    summary: "The same for a registered petition",
    answers: found,
    run: (call) => call.app.duplicates.duplicatesOf(call.asker, { petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/duplicate",
    id: "fileAsDuplicate",
    tag,
    summary: "Files a petition with the first one of the same content: two petitions, one matter",
    command: true,
    body: fileBody,
    answers: petitionId,
    run: (call) =>
      call.app.duplicates.fileAsDuplicate(call.asker, {
        ...parseInput(fileBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/petitions/{id}/duplicate/undo",
    id: "undoDuplicate",
    tag,
    summary: "Takes it back out, with the reason; its clocks run again",
    command: true,
    body: undoBody,
    answers: petitionId,
    run: (call) =>
      call.app.duplicates.undoDuplicate(call.asker, {
        ...parseInput(undoBody, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
];
