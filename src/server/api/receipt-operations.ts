import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { networkOf } from "../http/network.ts";
import { type Call, missing, type Operation } from "./operation.ts";

const codes = { key: z.uuid(), code: z.string().max(60), secret: z.string().max(60) };
const withdrawal = z.object({
  ...codes,
  scope: z.enum(["withdraw-all", "withdraw-part"]),
  body: z.string().optional(),
});
const rating = z.object({ ...codes, solved: z.enum(["yes", "partly", "no"]), body: z.string().optional() });
const booking = z.object({
  key: z.uuid(),
  name: z.string(),
  contact: z.string(),
  subject: z.string(),
  people: z.string(),
});
const done = z.object({ key: z.uuid() });

/** What came, with the network whose budget it is. */
const from = <Input extends object>(schema: z.ZodType<Input>, { app, body, c }: Call) => ({
  ...parseInput(schema, body),
  network: networkOf(c.env.incoming, app.config.trustedProxies),
});

/** What the holder of a receipt, or whoever wants to be received, may do without an account. */
export const receiptOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/track/withdrawal",
    id: "askWithdrawal",
    tag: "Citizens",
    summary: "Asks the office to let the petition, or a part of it, be withdrawn; `key` makes it once",
    isPublic: true,
    body: withdrawal,
    answers: done,
    run: async (call) => {
      const wanted = from(withdrawal, call);
      if (!(await call.app.afterFiling.askWithdrawal(wanted))) throw missing();
      return { key: wanted.key };
    },
  },
  {
    method: "post",
    path: "/track/rating",
    id: "rateOutcome",
    tag: "Citizens",
    summary: "Says how it ended, and what was not solved: a second person reads it; `key` makes it once",
    isPublic: true,
    body: rating,
    answers: done,
    run: async (call) => {
      const said = from(rating, call);
      if (!(await call.app.afterFiling.rateOutcome(said))) throw missing();
      return { key: said.key };
    },
  },
  {
    method: "post",
    path: "/reception-calendar/{sessionId}/bookings",
    id: "bookPlace",
    tag: "Citizens",
    summary: "Books a place at a head's published session; the same `key` gives the same place and codes",
    isPublic: true,
    body: booking,
    answers: z.object({ code: z.string(), secret: z.string(), number: z.int() }),
    run: (call) => call.app.bookings.bookPlace({ ...from(booking, call), sessionId: call.params["sessionId"] ?? "" }),
  },
];
