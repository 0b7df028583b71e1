import type { Context } from "hono";
import { isLawRangeError } from "../../rules/law-range-error.ts";
import type { Logger } from "./log.ts";
import { outOfOrder, problemResponse, refusalOf } from "./problem.ts";
import type { HttpEnv } from "./server.ts";

/** A refusal of a use case as its problem document; anything else is a fault: logged without its message, answered without detail. */
export function faultAnswer(c: Context<HttpEnv>, error: unknown, log: Logger): Response {
  const refusal =
    refusalOf(error) ?? (isLawRangeError(error) ? { code: "law" as const, message: error.text } : undefined);
  if (refusal) return problemResponse(refusal, c.req.raw);
  const { pattern } = c.get("endpoint") ?? { pattern: "unlisted" };
  log.error({ err: error, requestId: c.get("requestId"), route: pattern }, "fault");
  return problemResponse(outOfOrder, c.req.raw);
}
