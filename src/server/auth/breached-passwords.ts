import { createHash } from "node:crypto";
import type { BreachedPasswords } from "../../casework/access/accounts-port.ts";

const WAIT_MS = 3_000;
/** An answer has about a thousand lines of 40 characters; padded ones a few more. */
const ANSWER_MAX = 1_000_000;

/**
 * Asks a service of known passwords by k-anonymity: it learns the first five of forty hexadecimal digits of the SHA-1 and
 * answers every ending that it knows, so it never learns the password. A service that is down, slow or talks nonsense
 * locks nobody out: the password is taken, and a line says so.
 */
export function breachedPasswords(address: string, notice: (line: string) => void): BreachedPasswords {
  const base = address.replace(/\/$/, "");
  return {
    isKnown: async (password) => {
      const digest = createHash("sha1").update(password.normalize("NFC"), "utf8").digest("hex").toUpperCase();
      try {
        const answer = await fetch(`${base}/${digest.slice(0, 5)}`, {
          headers: { "add-padding": "true", "user-agent": "minhxet" },
          redirect: "error",
          signal: AbortSignal.timeout(WAIT_MS),
        });
        if (!answer.ok) throw new TypeError(`status ${answer.status}`);
        const text = await answer.text();
        if (text.length > ANSWER_MAX) throw new TypeError("too long");
        // Padding lines count 0.
        return text.split(/\r?\n/).some((line) => {
          const [ending, count] = line.trim().split(":");
          return ending?.toUpperCase() === digest.slice(5) && Number(count) > 0;
        });
      } catch (error) {
        const why = error instanceof Error ? error.name : "unknown";
        notice(
          `The service of breached passwords did not answer (${why}): a new password was taken without this check.`,
        );
        return false;
      }
    },
  };
}

/** Where no service is configured, none is asked. */
export const noBreachedPasswords: BreachedPasswords = { isKnown: () => Promise.resolve(false) };
