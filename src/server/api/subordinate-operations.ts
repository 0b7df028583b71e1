import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import type { Operation } from "./operation.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const query = z.object({
  agencyId: z.uuid().optional(),
  overdue: z.enum(["true", "false"]).optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().optional(),
});
const line = z.object({
  code: z.string(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  procedure: text,
  state: text,
  openedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  provisional: z.boolean(),
  closed: z.boolean(),
  overdue: z.boolean(),
});

/** What a superior sees of the agencies below. */
export const subordinateOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/subordinate-matters",
    id: "subordinateMatters",
    tag: "Matters",
    summary: "That matters of the agencies below exist, and their dates, newest first; never people or content",
    query,
    answers: z.object({
      lines: z.array(line),
      next: z.string().optional(),
      agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
      today: z.iso.date(),
    }),
    run: ({ app, asker, query: asked }) => {
      const { overdue, ...rest } = parseInput(query, asked);
      return app.matters.subordinateMatters(asker, { ...rest, overdue: overdue === "true" });
    },
  },
];
