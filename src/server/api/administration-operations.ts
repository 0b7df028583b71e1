import { z } from "@hono/zod-openapi";
import { roles } from "../../casework/access/policy.ts";
import { createInput, renameInput } from "../../casework/agencies/manage.ts";
import { parseInput } from "../../casework/parse-input.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { idOf, type Operation } from "./operation.ts";

const newOfficer = z.object({
  username: z.string().max(60),
  displayName: z.string().max(200),
  jobTitle: z.string().trim().min(1).max(200).optional(),
  agencyId: z.uuid(),
  role: z.enum(roles),
});
const activeBody = z.object({ active: z.boolean() });
const grantBody = z.object({
  agencyId: z.uuid(),
  role: z.enum(roles),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
const renameBody = renameInput.omit({ agencyId: true });
const endBody = z.object({ lastDay: z.iso.date() });

/**
 * Accounts and agencies, for administrators. None takes an Idempotency-Key: a one-time password is said once and kept nowhere, so it
 * cannot be said again; what is made twice is refused by its name or code.
 */
export const administrationOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/officers",
    id: "createOfficer",
    tag: "Administration",
    summary: "Makes an account with a one-time password, which is said once",
    body: newOfficer,
    answers: z.object({ officerId: z.uuid(), oneTimePassword: z.string() }),
    run: ({ app, asker, body }) => app.access.createOfficer(asker, parseInput(newOfficer, body)),
  },
  {
    method: "post",
    path: "/officers/{id}/reset-password",
    id: "resetPassword",
    tag: "Administration",
    summary: "A new one-time password; the officer's sessions end",
    answers: z.object({ oneTimePassword: z.string() }),
    run: (call) => call.app.access.resetPassword(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/active",
    id: "setActive",
    tag: "Administration",
    summary: "Closes an account, or opens it again",
    body: activeBody,
    answers: "nothing",
    run: (call) =>
      call.app.access.setActive(call.asker, { ...parseInput(activeBody, call.body), officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/grants",
    id: "grantRole",
    tag: "Administration",
    summary: "Gives a role in an agency from a day on (default: today)",
    body: grantBody,
    answers: z.object({ grantId: z.uuid() }),
    run: (call) => {
      const { agencyId, role, from, to } = parseInput(grantBody, call.body);
      return call.app.access.grantRole(call.asker, {
        officerId: idOf(call),
        agencyId,
        role,
        from: (from ?? call.app.today()) as CivilDate,
        ...(to === undefined ? {} : { to: to as CivilDate }),
      });
    },
  },
  {
    method: "post",
    path: "/grants/{id}/end",
    id: "endRole",
    tag: "Administration",
    summary: "The last day on which a role holds",
    body: endBody,
    answers: "nothing",
    run: (call) =>
      call.app.access.endRole(call.asker, {
        grantId: idOf(call),
        lastDay: parseInput(endBody, call.body).lastDay as CivilDate,
      }),
  },
  {
    method: "post",
    path: "/agencies",
    id: "createAgency",
    tag: "Administration",
    summary: "Adds an agency below one that the asker administers; its code can never change",
    body: createInput,
    answers: z.object({ agencyId: z.uuid() }),
    run: ({ app, asker, body }) => app.agencies.createAgency(asker, parseInput(createInput, body)),
  },
  {
    method: "post",
    path: "/agencies/{id}/names",
    id: "renameAgency",
    tag: "Administration",
    summary: "Calls an agency otherwise from a day on; earlier days keep the old name",
    body: renameBody,
    answers: "nothing",
    run: (call) =>
      call.app.agencies.renameAgency(call.asker, { ...parseInput(renameBody, call.body), agencyId: idOf(call) }),
  },
];
