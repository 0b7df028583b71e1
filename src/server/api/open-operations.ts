import { z } from "@hono/zod-openapi";
import { moveKinds } from "../../casework/petitions/index.ts";
import { networkOf } from "../http/network.ts";
import { dateOf, missing, type Operation } from "./operation.ts";

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

const receiptKey = z.object({ code: z.string().max(60).catch(""), secret: z.string().max(60).catch("") });
const letter = z.object({
  id: z.uuid(),
  fromOffice: z.boolean(),
  body: z.string(),
  on: z.iso.date(),
  seenOn: z.iso.date().nullable(),
  about: z.enum(["letter", "withdraw-all", "withdraw-part", "documents"]),
  files: z.int(),
});

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
      moves: z.array(
        z.object({ what: z.enum(moveKinds), on: z.iso.date(), from: z.string(), to: z.string(), why: z.string() }),
      ),
      events: z.array(z.object({ on: z.iso.date(), what: text })),
      letters: z.array(letter),
      trail: z
        .looseObject({
          registration: z.string(),
          leaf: z.looseObject({}),
          path: z.array(z.looseObject({})),
          root: z.looseObject({}),
        })
        .nullable(),
    }),
    run: async ({ app, body, c }) => {
      const { code, secret } = receiptKey.parse(body);
      const found = await app.petitions.track({
        code,
        secret,
        network: networkOf(c.env.incoming, app.config.trustedProxies),
      });
      if (!found) throw missing();
      return found;
    },
  },
  {
    method: "post",
    path: "/track/letters",
    id: "writeByCode",
    tag: "Citizens",
    summary:
      "A letter to the office that has the petition, by the code and the secret of its receipt; `key` makes it once",
    isPublic: true,
    body: z.object({ key: z.uuid(), code: z.string(), secret: z.string(), body: z.string() }),
    answers: z.object({ key: z.uuid() }),
    run: async ({ app, body, c }) => {
      const letter = z.object({ key: z.string().catch(""), body: z.string().catch("") }).parse(body);
      const network = networkOf(c.env.incoming, app.config.trustedProxies);
      if (!(await app.petitions.writeByCode({ ...receiptKey.parse(body), ...letter, network }))) throw missing();
      return { key: letter.key };
    },
  },
];
