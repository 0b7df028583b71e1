import { z } from "@hono/zod-openapi";
import type { Operation } from "./operation.ts";

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
    run: ({ app, asker, params }) => app.access.revokeToken(asker, { tokenId: params["id"] ?? "" }),
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
