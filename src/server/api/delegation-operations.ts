import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { idOf, type Operation } from "./operation.ts";

const newDelegation = z.object({
  agencyId: z.uuid(),
  officerId: z.uuid(),
  form: z.enum(["KT", "TUQ"]).describe("How papers are signed: Điều 13 Nghị định 30/2020/NĐ-CP"),
  from: z.iso.date(),
  to: z.iso.date(),
  reason: z.string().max(500),
});

/** The head's role, handed over for some days. */
export const delegationOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/delegations",
    id: "listDelegations",
    tag: "Accounts",
    summary: "What was handed over in the agencies that the asker heads or administers, and to the asker",
    answers: z.array(
      z.looseObject({
        id: z.uuid(),
        agencyId: z.uuid(),
        toId: z.uuid(),
        toName: z.string(),
        form: z.enum(["KT", "TUQ"]),
        from: z.iso.date(),
        to: z.iso.date(),
        state: z.enum(["coming", "now", "over", "ended-early"]),
      }),
    ),
    run: ({ app, asker }) => app.access.listDelegations(asker, {}),
  },
  {
    method: "post",
    path: "/delegations",
    id: "delegateHead",
    tag: "Accounts",
    summary: "A head hands the head's role of the agency to an officer of it, from day to day",
    body: newDelegation,
    answers: z.object({ delegationId: z.uuid() }),
    run: ({ app, asker, body }) => {
      const { from, to, ...rest } = parseInput(newDelegation, body);
      return app.access.delegateHead(asker, { ...rest, from: from as CivilDate, to: to as CivilDate });
    },
  },
  {
    method: "post",
    path: "/delegations/{id}/end",
    id: "endDelegation",
    tag: "Accounts",
    summary: "The head takes it back, or the acting head gives it back",
    answers: "nothing",
    run: (call) => call.app.access.endDelegation(call.asker, { delegationId: idOf(call) }),
  },
];
