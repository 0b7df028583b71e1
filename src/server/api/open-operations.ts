import { z } from "@hono/zod-openapi";
import { lawCalendar, lawPacks } from "../../../law/index.ts";
import { invalidInput } from "../../casework/refusal.ts";
import { networkOf } from "../http/network.ts";
import { type Call, dateOf, missing, type Operation } from "./operation.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const agency = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    level: z.enum(["province", "district", "commune"]),
    kind: z.string(),
    parent: z.string().nullable(),
    headTitle: z.string(),
    symbol: z.string(),
    placeName: z.string(),
    remote: z.boolean(),
  })
  .openapi("Agency");

/** What anyone may ask. */
export const openOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/agencies",
    id: "listAgencies",
    tag: "Agencies",
    summary: "The tree of agencies as it stood on a day (default: today)",
    isPublic: true,
    query: z.object({ asOf: z.iso.date().optional() }),
    answers: z.array(agency),
    run: ({ app, query }) => app.agencies.agencyTree("nobody", { asOf: dateOf(query, "asOf", app.today()) }),
  },
  {
    method: "get",
    path: "/agencies/{code}/successions",
    id: "listSuccessions",
    tag: "Agencies",
    summary: "What an agency came from and what it became",
    isPublic: true,
    answers: z.array(z.object({ from: z.string(), to: z.string(), onDate: z.iso.date(), basis: z.string() })),
    run: ({ app, params }) => app.agencies.agencySuccessions("nobody", { code: params["code"] ?? "" }),
  },
  {
    method: "get",
    path: "/law/deadline",
    id: "computeDeadline",
    tag: "Law",
    summary: "A deadline of the law with every step of its reasons",
    isPublic: true,
    query: z.object({
      rule: z.string(),
      start: z.iso.date(),
      paused: z.string().optional().describe("FROM..TO, several separated by commas"),
      extended: z.coerce.number().int().optional(),
      provisional: z.enum(["0", "1"]).optional(),
    }),
    answers: z.looseObject({
      rule: z.string(),
      start: z.iso.date(),
      rawOn: z.iso.date(),
      dueOn: z.iso.date(),
      version: z.string(),
      article: z.string(),
      provisional: z.boolean(),
      steps: z.array(z.looseObject({})),
    }),
    run: async (call) => deadlineOf(call),
  },
  {
    method: "post",
    path: "/track",
    id: "track",
    tag: "Citizens",
    summary: "Where a petition stands, by the code and the secret of its receipt",
    isPublic: true,
    body: z.object({ code: z.string(), secret: z.string() }),
    answers: z.looseObject({
      code: z.string(),
      receivedOn: z.iso.date(),
      statusPlain: text,
      holder: z.string(),
      events: z.array(z.object({ on: z.iso.date(), what: text })),
    }),
    run: async ({ app, body, c }) => {
      const { code, secret } = z
        .object({ code: z.string().max(60).catch(""), secret: z.string().max(60).catch("") })
        .parse(body);
      const found = await app.petitions.track({
        code,
        secret,
        network: networkOf(c.env.incoming, app.config.trustedProxies),
      });
      if (!found) throw missing();
      return found;
    },
  },
];

async function deadlineOf({ query }: Call) {
  const { answerDeadline } = await import("../law-deadline.ts");
  const pauses = (query["paused"] ?? "").split(",").filter(Boolean);
  const extensions = Number(query["extended"] ?? 0);
  if (!Number.isInteger(extensions))
    throw invalidInput([
      {
        field: "extended",
        message: { vi: "Số lần gia hạn là số nguyên.", en: "The number of extensions is a whole number." },
      },
    ]);
  return answerDeadline(
    { packs: lawPacks, calendar: lawCalendar },
    {
      rule: query["rule"] ?? "",
      start: query["start"] ?? "",
      paused: pauses,
      extensions,
      provisional: query["provisional"] === "1",
    },
  );
}
