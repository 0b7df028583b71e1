import { z } from "@hono/zod-openapi";
import { cited, day, open, packsKeep, text } from "./law-operation.ts";
import type { Operation } from "./operation.ts";

const change = z
  .object({
    change: z.enum(["added", "removed", "changed"]),
    id: z.string(),
    procedure: z.string().optional(),
    name: text,
    before: text.nullable(),
    after: text.nullable(),
    articleBefore: z.string().nullable(),
    article: z.string().nullable(),
    parts: z.array(z.string()),
  })
  .openapi("LawChange");
const side = z.object({ id: z.string(), alias: z.string(), validFrom: day });

/** What the versions are, how they differ, and what is open in them. */
export const lawVersionOperations: readonly Operation[] = [
  open({
    path: "/law/gaps",
    id: "listGaps",
    summary: "What the law leaves open, what nobody read in the text itself, and what is not encoded, by version",
    keep: packsKeep,
    answers: z.object({
      questions: z.array(z.looseObject({ gap: z.string(), pack: z.string(), question: text, default: text })),
      unverified: z.array(z.looseObject({ pack: z.string(), id: z.string(), name: text, ...cited })),
      notEncoded: z.array(z.looseObject({ pack: z.string(), notEncoded: z.array(z.string()) })),
    }),
    run: ({ app }) => app.law.gaps(),
  }),
  open({
    path: "/law/check",
    id: "checkLaw",
    summary: "Whether all versions hold together, with their counts by confidence",
    keep: packsKeep,
    answers: z.object({
      ok: z.boolean(),
      faults: z.array(z.string()),
      versions: z.array(z.looseObject({ id: z.string(), alias: z.string(), subject: z.string(), rules: z.int() })),
      coverage: z.array(z.object({ subject: z.string(), from: day, to: day.nullable() })),
    }),
    run: ({ app }) => app.law.check(),
  }),
  open({
    path: "/law/diff",
    id: "compareVersions",
    summary: "What changed between two versions, by subject; a version is V1, complaints/2026-07-01 or a day",
    keep: packsKeep,
    query: z.object({ from: z.string(), to: z.string(), subject: z.string().optional() }),
    answers: z.array(
      z.object({
        subject: z.string(),
        from: side,
        to: side,
        rules: z.array(change),
        procedures: z.array(change),
        states: z.array(change),
        acts: z.array(change),
        documents: z.array(change),
        competence: z.array(change),
        duties: z.array(change),
        allowances: z.array(change),
        reportWindows: z.array(change),
      }),
    ),
    run: ({ app, query }) => app.law.diff([query["from"] ?? "", query["to"] ?? ""], query["subject"]),
  }),
  open({
    path: "/law/transitions",
    id: "listTransitions",
    summary: "What each new version says of matters under way",
    keep: packsKeep,
    answers: z.array(
      z.looseObject({
        rule: z.string(),
        into: z.string(),
        from: z.array(z.string()),
        on: day,
        effect: z.enum(["stays", "moves", "partly"]),
        what: text,
        ...cited,
      }),
    ),
    run: ({ app }) => app.law.transitions(),
  }),
];
