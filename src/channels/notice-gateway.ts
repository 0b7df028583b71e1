import { createHmac } from "node:crypto";
import type { NoticeSender } from "../casework/notices/index.ts";

const timeoutMs = 20_000;

/**
 * Asks a message gateway by one HTTPS POST of JSON: `{ id, to, subject, text }`. It knows us by
 * `Minh-Xet-Signature: sha256=HEX`, the HMAC of `<Minh-Xet-Timestamp>.<body>`, and a repeat by `Idempotency-Key`.
 * The address is the operator's, never a citizen's; nothing it redirects to is followed, and no answer is read.
 */
export function gatewaySender(url: string, secret: string): NoticeSender {
  return {
    send: async ({ id, to, subject, short }) => {
      const body = JSON.stringify({ id, to, subject, text: short });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
      try {
        const response = await fetch(url, {
          method: "POST",
          body,
          redirect: "manual",
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": id,
            "Minh-Xet-Timestamp": timestamp,
            "Minh-Xet-Signature": `sha256=${signature}`,
          },
        });
        await response.body?.cancel();
        if (response.ok) return { is: "sent" };
        const failure = `HTTP ${response.status}`;
        // 400 and 422: this message will never do; a wrong secret or a full gateway may be mended.
        return { is: response.status === 400 || response.status === 422 ? "refused" : "failed", failure };
      } catch (error) {
        return { is: "failed", failure: error instanceof Error ? error.name : "ERROR" };
      }
    },
  };
}
