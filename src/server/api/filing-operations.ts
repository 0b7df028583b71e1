import { z } from "@hono/zod-openapi";
import { missing, type Operation } from "./operation.ts";

/** Receipts of what citizens filed: anyone may check them, here or without us. */
export const filingOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/receipts/key",
    id: "readReceiptKey",
    tag: "Citizens",
    summary: "The public key that signs the receipts of what citizens file",
    isPublic: true,
    answers: z.object({ algorithm: z.literal("Ed25519"), keyId: z.string(), publicKey: z.string(), pem: z.string() }),
    run: async ({ app }) => {
      const key = app.filing.publishedKey();
      if (!key) throw missing();
      return key;
    },
  },
  {
    method: "post",
    path: "/receipts/verify",
    id: "verifyReceipt",
    tag: "Citizens",
    summary: "Whether the text of a receipt's QR code is signed by this installation, and what it says",
    isPublic: true,
    body: z.object({ text: z.string() }),
    answers: z.looseObject({
      valid: z.boolean(),
      fault: z.enum(["no-receipt", "unreadable", "unknown-key", "signature"]).optional(),
      keyId: z.string().optional(),
      statement: z.object({ code: z.string(), at: z.string(), agency: z.string(), digest: z.string() }).optional(),
    }),
    run: async ({ app, body }) =>
      app.filing.verifyReceipt(z.object({ text: z.string().max(4000).catch("") }).parse(body).text),
  },
];
