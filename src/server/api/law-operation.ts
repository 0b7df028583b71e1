import { z } from "@hono/zod-openapi";
import { invalidInput } from "../../casework/refusal.ts";
import type { Call, Operation } from "./operation.ts";

export const text = z.object({ vi: z.string(), en: z.string() });
export const day = z.iso.date();
/** Where a value comes from. */
export const cited = {
  article: z.string(),
  confidence: z.enum(["text", "secondary", "inference"]),
  source: z.string().optional(),
  gap: z.string().optional(),
};

interface LawOperation extends Omit<Operation, "method" | "tag" | "isPublic" | "run"> {
  /** How long, in seconds, anyone may keep the answer. */
  readonly keep: number;
  readonly run: (call: Call) => unknown;
}

/** The packs change with the program only; the calendar by announcement. */
export const packsKeep = 300;
export const calendarKeeps = 30;

/** Open to anyone, and the same for everyone: shared caches may keep the answer, refusals never. */
export function open({ keep, run, ...operation }: LawOperation): Operation {
  return {
    method: "get",
    tag: "Law",
    isPublic: true,
    ...operation,
    run: async (call) => {
      const answer = await run(call);
      call.c.header("cache-control", `public, max-age=${keep}`);
      return answer;
    },
  };
}

/** Throws "invalid-input". */
export function wholeNumber(field: string, text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw invalidInput([{ field, message: { vi: "Ghi một số nguyên.", en: "Write a whole number." } }]);
}
