import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { networkOf } from "../http/network.ts";
import { idOf, missing, type Operation } from "./operation.ts";

const codes = z.object({ code: z.string().max(60).catch(""), secret: z.string().max(60).catch("") });
const wish = codes.extend({ tellAt: z.string().max(200).nullish() });

/** Telling petitioners that there is news: the code and where to look, nothing of the case. */
export const noticeOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/track/notices",
    id: "setNoticeWish",
    tag: "Citizens",
    summary:
      "Where the holder of a receipt is told of news: an e-mail address or a telephone number in `tellAt`, null to stop; without it only the answer",
    isPublic: true,
    body: z.object({ code: z.string(), secret: z.string(), tellAt: z.string().nullable().optional() }),
    answers: z.object({
      may: z.boolean(),
      channel: z.enum(["email", "phone"]).nullable(),
      shown: z.string().nullable(),
    }),
    run: async ({ app, body, c }) => {
      const { tellAt, ...opened } = parseInput(wish, body);
      const from = { ...opened, network: networkOf(c.env.incoming, app.config.trustedProxies) };
      if (tellAt !== undefined && !(await app.notices.setWish({ ...from, tellAt }))) throw missing();
      const found = await app.notices.wish(from);
      if (!found) throw missing();
      return found;
    },
  },
  {
    method: "get",
    path: "/notices/undelivered",
    id: "undeliveredNotices",
    tag: "Administration",
    summary: "Messages to petitioners that were given up, the oldest fifty; neither whom they were for nor about what",
    answers: z.array(
      z.object({
        id: z.uuid(),
        agencyId: z.uuid(),
        kind: z.enum(["received", "question", "moved", "progress", "session"]),
        tries: z.int(),
        queuedAt: z.string(),
        endedAt: z.string(),
        failure: z.string().nullable(),
      }),
    ),
    run: ({ app, asker }) => app.notices.undelivered(asker),
  },
  {
    method: "post",
    path: "/notices/{id}/send-again",
    id: "sendNoticeAgain",
    tag: "Administration",
    summary: "Tries such a message anew",
    answers: z.object({ noticeId: z.uuid() }),
    run: (call) => call.app.notices.sendAgain(call.asker, { noticeId: idOf(call) }),
  },
];
