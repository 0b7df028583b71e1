import { z } from "@hono/zod-openapi";
import { idOf, type Operation } from "./operation.ts";

const grant = z.object({ agencyId: z.uuid(), role: z.string() });

export const accountOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/me",
    id: "me",
    tag: "Accounts",
    summary: "Who the token stands for, with today's roles",
    answers: z.object({
      officerId: z.uuid().nullable(),
      displayName: z.string(),
      jobTitle: z.string().nullable(),
      agencyName: z.string(),
      grants: z.array(grant),
    }),
    run: async ({ app, asker }) => {
      const { officerId, displayName, jobTitle, agencyName, grants } = await app.access.whoAmI(asker);
      return { officerId, displayName, jobTitle, agencyName, grants };
    },
  },
  {
    method: "get",
    path: "/me/tokens",
    id: "listTokens",
    tag: "Accounts",
    summary: "One's own tokens, without their secrets",
    answers: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        createdAt: z.iso.datetime(),
        revokedAt: z.iso.datetime().nullable(),
      }),
    ),
    run: ({ app, asker }) => app.access.listTokens(asker),
  },
  {
    method: "delete",
    path: "/me/tokens/{id}",
    id: "revokeToken",
    tag: "Accounts",
    summary: "Revokes one of one's own tokens",
    answers: "nothing",
    run: (call) => call.app.access.revokeToken(call.asker, { tokenId: idOf(call) }),
  },
  {
    method: "get",
    path: "/me/sessions",
    id: "listSessions",
    tag: "Accounts",
    summary: "One's own open sessions, without their secrets",
    answers: z.array(
      z.object({
        id: z.uuid(),
        from: z.string().describe("Browser and system by their family"),
        openedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
        isCurrent: z.boolean(),
      }),
    ),
    run: ({ app, asker }) => app.access.mySessions(asker),
  },
  {
    method: "delete",
    path: "/me/sessions/{id}",
    id: "endSession",
    tag: "Accounts",
    summary: "Ends one of one's own sessions",
    answers: "nothing",
    run: (call) => call.app.access.endMySession(call.asker, { sessionId: idOf(call) }),
  },
  {
    method: "post",
    path: "/me/sessions/end-others",
    id: "endOtherSessions",
    tag: "Accounts",
    summary: "Ends one's own sessions but the one that asks",
    answers: z.object({ ended: z.int() }),
    run: ({ app, asker }) => app.access.endMyOtherSessions(asker),
  },
  {
    method: "get",
    path: "/officers",
    id: "listOfficers",
    tag: "Accounts",
    summary: "Colleagues and their roles in the agencies that the asker may see",
    query: z.object({ agencyId: z.uuid().optional() }),
    answers: z.array(
      z.looseObject({
        id: z.uuid(),
        username: z.string(),
        displayName: z.string(),
        jobTitle: z.string().nullable(),
        active: z.boolean(),
        grants: z.array(z.looseObject({ id: z.uuid(), agencyId: z.uuid(), agencyCode: z.string(), role: z.string() })),
      }),
    ),
    run: ({ app, asker, query }) => app.access.listOfficers(asker, { agencyId: query["agencyId"] }),
  },
];
