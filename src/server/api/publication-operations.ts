import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { publishedInput, withdrawPublicationInput, wordPublicationInput } from "../../casework/publications/index.ts";
import { idOf, type Operation } from "./operation.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const publication = z.object({
  id: z.uuid(),
  what: text,
  agency: z.string(),
  agencyName: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  publishedOn: z.string(),
  leastUntil: z.string().nullable(),
  shows: z.enum(["extract", "existence"]),
  ways: z.array(text),
  field: z.string(),
  extract: z.string(),
  place: z.string(),
  article: z.string(),
  replacedOn: z.string().nullable(),
  replacedBy: z.object({ id: z.uuid(), number: z.string().nullable() }).nullable(),
});
const done = z.object({ publicationId: z.uuid() });
const wordBody = wordPublicationInput.omit({ key: true, id: true });
const withdrawBody = withdrawPublicationInput.omit({ key: true, id: true });

/** Decisions and conclusions that were made public. */
export const publicationOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/publications",
    id: "listPublications",
    tag: "Citizens",
    summary: "Published decisions and conclusions that stand, the newest first; words with or without diacritics",
    isPublic: true,
    query: publishedInput,
    answers: z.object({ lines: z.array(publication), next: z.string().optional() }),
    run: ({ app, query }) => app.publications.list(parseInput(publishedInput, query)),
  },
  {
    method: "get",
    path: "/publications/{id}",
    id: "openPublication",
    tag: "Citizens",
    summary: "One of them",
    isPublic: true,
    answers: publication,
    run: (call) => call.app.publications.open({ id: idOf(call) }),
  },
  {
    method: "get",
    path: "/matters/{id}/publications",
    id: "matterPublications",
    tag: "Matters",
    summary: "What was made public of a matter, also what was taken down and why",
    answers: z.object({
      code: z.string(),
      publications: z.array(
        publication.extend({
          withdrawnOn: z.string().nullable(),
          reason: z.string().nullable(),
          mayWrite: z.boolean(),
        }),
      ),
    }),
    run: (call) => call.app.publications.ofMatter(call.asker, { matterId: idOf(call) }),
  },
  {
    method: "post",
    path: "/publications/{id}/words",
    id: "wordPublication",
    tag: "Matters",
    summary:
      "What the public page says besides number and day; confirmed to hold nothing personal; never of a denunciation",
    command: true,
    body: wordBody,
    answers: done,
    run: (call) =>
      call.app.publications.word(call.asker, { ...parseInput(wordBody, call.body), key: call.key, id: idOf(call) }),
  },
  {
    method: "post",
    path: "/publications/{id}/withdraw",
    id: "withdrawPublication",
    tag: "Matters",
    summary: "Takes it down, with a reason; before the least time of the law only for a correction",
    command: true,
    body: withdrawBody,
    answers: done,
    run: (call) =>
      call.app.publications.withdraw(call.asker, {
        ...parseInput(withdrawBody, call.body),
        key: call.key,
        id: idOf(call),
      }),
  },
];
