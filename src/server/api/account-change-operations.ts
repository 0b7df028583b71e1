import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { idOf, type Operation } from "./operation.ts";

const day = z.iso.date();
const refuseBody = z.object({ reason: z.string().max(500).default("") });

/** What one administrator proposes and another decides. */
export const accountChangeOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/account-changes",
    id: "listAccountChanges",
    tag: "Administration",
    summary: "What waits for a second administrator, and what was decided lately",
    answers: z.array(
      z.looseObject({
        id: z.uuid(),
        kind: z.enum(["grant", "end", "second-factor-reset", "password-reset"]),
        officer: z.object({ id: z.uuid(), name: z.string() }),
        agencyCode: z.string(),
        role: z.string().nullable(),
        from: day.nullable(),
        to: day.nullable(),
        proposedBy: z.string(),
        proposedOn: day,
        lapsesOn: day,
        state: z.enum(["waiting", "confirmed", "refused", "withdrawn", "lapsed"]),
        reason: z.string().nullable(),
        mayConfirm: z.boolean(),
      }),
    ),
    run: ({ app, asker }) => app.access.listChanges(asker),
  },
  {
    method: "post",
    path: "/account-changes/{id}/confirm",
    id: "confirmAccountChange",
    tag: "Administration",
    summary: "Another administrator confirms; only a person in a session, never a token",
    answers: z.object({ oneTimePassword: z.string().nullable() }),
    run: (call) => call.app.access.confirmChange(call.asker, { changeId: idOf(call) }),
  },
  {
    method: "post",
    path: "/account-changes/{id}/refuse",
    id: "refuseAccountChange",
    tag: "Administration",
    summary: "Another administrator refuses with a reason, or the one who proposed it takes it back",
    body: refuseBody,
    answers: "nothing",
    run: (call) =>
      call.app.access.refuseChange(call.asker, { ...parseInput(refuseBody, call.body), changeId: idOf(call) }),
  },
];
