import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { conflictGrounds } from "../../casework/petitions/index.ts";
import { idOf, type Operation } from "./operation.ts";

const declared = z.object({
  officerId: z.uuid().optional().describe("Whose conflict it is; the caller's own without it"),
  ground: z.enum(conflictGrounds),
});
const lifted = z.object({ reason: z.string().max(500) });
const line = z.looseObject({
  id: z.uuid(),
  officerId: z.uuid(),
  officer: z.string(),
  ground: z.enum(conflictGrounds),
  declaredBy: z.string(),
  declaredOn: z.iso.date(),
  lifted: z.object({ by: z.string(), on: z.iso.date(), reason: z.string() }).nullable(),
  mayLift: z.boolean(),
});

/** Who keeps away from a denunciation. */
export const conflictOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/petitions/{id}/conflicts",
    id: "listConflicts",
    tag: "Petitions",
    summary: "Who keeps away from a denunciation, and what was lifted, for whoever sees it",
    answers: z.looseObject({ petitionId: z.uuid(), mayDeclareOthers: z.boolean(), lines: z.array(line) }),
    run: (call) => call.app.petitions.listConflicts(call.asker, { petitionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/petitions/{id}/conflicts",
    id: "declareConflict",
    tag: "Petitions",
    summary:
      "Declares a conflict of interest with a denunciation, one's own or, by who handles it, another's; until it is lifted that officer sees nothing of it",
    command: true,
    body: declared,
    answers: z.object({ petitionId: z.uuid() }),
    run: (call) =>
      call.app.petitions.declareConflict(call.asker, {
        ...parseInput(declared, call.body),
        petitionId: idOf(call),
        key: call.key,
      }),
  },
  {
    method: "post",
    path: "/conflicts/{id}/lift",
    id: "liftConflict",
    tag: "Petitions",
    summary: "A head of the agency, other than the officer concerned, lifts a conflict of interest with a reason",
    command: true,
    body: lifted,
    answers: z.object({ petitionId: z.uuid() }),
    run: (call) =>
      call.app.petitions.liftConflict(call.asker, {
        ...parseInput(lifted, call.body),
        conflictId: idOf(call),
        key: call.key,
      }),
  },
];
