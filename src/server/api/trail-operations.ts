import { z } from "@hono/zod-openapi";
import { missing, type Operation } from "./operation.ts";

const root = z
  .object({
    no: z.int(),
    on: z.iso.date(),
    hash: z.string(),
    statement: z.string(),
    signature: z.string(),
    says: z
      .looseObject({ no: z.int(), on: z.iso.date(), after: z.string().nullable(), merkle: z.string(), key: z.string() })
      .nullable(),
    keyId: z.string().nullable(),
  })
  .openapi("TrailRoot");

/** The trail as it is published. */
export const trailOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/trail/roots",
    id: "listTrailRoots",
    tag: "Trail",
    summary: "The signed roots of the trail, the newest first; at most 400 below number `before`",
    isPublic: true,
    query: z.object({ before: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
    answers: z.object({ roots: z.array(root) }),
    run: async ({ app, query }) => {
      const before = z.coerce.number().int().positive().max(2_147_483_647).safeParse(query["before"]);
      return { roots: await app.audit.publishedRoots(before.success ? { before: before.data } : {}) };
    },
  },
  {
    method: "get",
    path: "/trail/key",
    id: "readTrailKey",
    tag: "Trail",
    summary: "The public key that signs the roots of the trail",
    isPublic: true,
    answers: z.object({ algorithm: z.literal("Ed25519"), keyId: z.string(), publicKey: z.string(), pem: z.string() }),
    run: async ({ app }) => {
      const key = app.audit.publishedKey();
      if (!key) throw missing();
      return key;
    },
  },
];
