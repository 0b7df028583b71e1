import { z } from "@hono/zod-openapi";
import { lookUpInput } from "../../casework/identity/look-up.ts";
import { parseInput } from "../../casework/parse-input.ts";
import { fileAnswer, idOf, type Operation } from "./operation.ts";

const place = z.object({ agencyId: z.uuid() });
const page = place.extend({ after: z.string().optional() });
const ledgerPage = place.extend({ after: z.coerce.number().int().optional() });
const keyBody = place.extend({ recipient: z.string(), sealedKey: z.string() });
const sealedKeyBody = place.extend({ sealedKey: z.string() });
const purposeBody = z.object({ purpose: z.string() });
const copyBody = z.object({ fileId: z.uuid(), uploadId: z.uuid() });
const askBody = z.object({
  petitionId: z.uuid(),
  purpose: z.string(),
  kind: z.enum(["identity-check", "letter", "protection", "authority", "other"]),
  days: z.int(),
  recipient: z.string(),
  sealedKey: z.string(),
});
const approveBody = z.object({ ciphertext: z.string(), until: z.iso.date() });
const refuseBody = z.object({ reason: z.string() });
const releasesQuery = z.object({
  which: z.enum(["mine", "to-decide"]),
  petitionId: z.uuid().optional(),
  after: z.string().optional(),
});
const lookUpBody = z.object({
  agencyId: z.uuid(),
  by: z.enum(["identity-number", "phone", "name-and-birth-year"]),
  number: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  birthYear: z.int().optional(),
});

const rows = z.looseObject({ rows: z.array(z.looseObject({})), next: z.unknown() });
const tag = "Identities";

/** The vault of denouncers' identities. Nothing here is in clear: ciphertexts are opened in browsers only. */
export const identityOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/custody",
    id: "custody",
    tag,
    summary: "Agencies in which the asker may hold identities, with the asker's own key as the browser sealed it",
    answers: z.looseObject({ agencies: z.array(z.looseObject({ agencyId: z.uuid() })) }),
    run: ({ app, asker }) => app.identity.custody(asker),
  },
  {
    method: "post",
    path: "/custody",
    id: "becomeCustodian",
    tag,
    summary: "Takes a custodian's public key, made in the browser, and its private part sealed with a passphrase",
    body: keyBody,
    answers: z.object({ custodianId: z.uuid() }),
    run: ({ app, asker, body }) => app.identity.becomeCustodian(asker, parseInput(keyBody, body)),
  },
  {
    method: "post",
    path: "/custody/passphrase",
    id: "changeSealedKey",
    tag,
    summary: "The same key under another passphrase",
    body: sealedKeyBody,
    answers: "nothing",
    run: ({ app, asker, body }) => app.identity.changeSealedKey(asker, parseInput(sealedKeyBody, body)),
  },
  {
    method: "get",
    path: "/identities",
    id: "listSealed",
    tag,
    summary: "Sealed identities of an agency by pseudonym, newest first",
    query: page,
    answers: rows,
    run: ({ app, asker, query }) => app.identity.listSealed(asker, parseInput(page, query)),
  },
  {
    method: "get",
    path: "/identities/{id}",
    id: "sealedLine",
    tag,
    summary: "One sealed identity without its ciphertext",
    answers: z.looseObject({ id: z.uuid(), pseudonym: z.string() }),
    run: (call) => call.app.identity.sealedLine(call.asker, { id: idOf(call) }),
  },
  {
    method: "post",
    path: "/identities/{id}/open",
    id: "openSealed",
    tag,
    summary: "The ciphertext of an identity for a custodian, with a purpose that goes into the ledger first",
    body: purposeBody,
    answers: z.looseObject({ ciphertext: z.string(), files: z.array(z.looseObject({ id: z.uuid() })) }),
    run: (call) => call.app.identity.openSealed(call.asker, { ...parseInput(purposeBody, call.body), id: idOf(call) }),
  },
  {
    method: "get",
    path: "/identity-files/{id}",
    id: "sealedFile",
    tag,
    summary: "The sealed bytes of a scan for a custodian; the look goes into the ledger first",
    answers: "file",
    run: async (call) => {
      const { bytes } = await call.app.identity.sealedFile(call.asker, { fileId: idOf(call) });
      return fileAnswer({ bytes, mediaType: "application/octet-stream", name: "niem-phong.age" });
    },
  },
  {
    method: "post",
    path: "/identities/{id}/copies",
    id: "addRedactedCopy",
    tag,
    summary: "Hangs a blacked-out copy, taken in as a file before, on the petition; the sealed original stays",
    body: copyBody,
    answers: z.object({ fileId: z.uuid() }),
    run: (call) =>
      call.app.identity.addRedactedCopy(call.asker, {
        ...parseInput(copyBody, call.body),
        identityId: idOf(call),
      }),
  },
  {
    method: "get",
    path: "/releases",
    id: "releases",
    tag,
    summary: "Requests for identities: one's own, or those to decide",
    query: releasesQuery,
    answers: rows,
    run: ({ app, asker, query }) => app.identity.releases(asker, parseInput(releasesQuery, query)),
  },
  {
    method: "post",
    path: "/releases",
    id: "askRelease",
    tag,
    summary: "Asks a custodian for the identity behind a denunciation, sealed to a key of the requester's browser",
    body: askBody,
    answers: z.object({ releaseId: z.uuid() }),
    run: ({ app, asker, body }) => app.identity.askRelease(asker, parseInput(askBody, body)),
  },
  {
    method: "post",
    path: "/releases/{id}/open",
    id: "openForRelease",
    tag,
    summary: "The ciphertext for a custodian's browser, which seals it to the requester",
    answers: z.object({ ciphertext: z.string(), recipient: z.string() }),
    run: (call) => call.app.identity.openForRelease(call.asker, { releaseId: idOf(call) }),
  },
  {
    method: "post",
    path: "/releases/{id}/approve",
    id: "approveRelease",
    tag,
    summary: "Approves somebody else's request with what was sealed to them, until a day",
    body: approveBody,
    answers: "nothing",
    run: (call) =>
      call.app.identity.approveRelease(call.asker, {
        ...parseInput(approveBody, call.body),
        releaseId: idOf(call),
      }),
  },
  {
    method: "post",
    path: "/releases/{id}/refuse",
    id: "refuseRelease",
    tag,
    summary: "Refuses somebody else's request with a reason",
    body: refuseBody,
    answers: "nothing",
    run: (call) =>
      call.app.identity.refuseRelease(call.asker, {
        ...parseInput(refuseBody, call.body),
        releaseId: idOf(call),
      }),
  },
  {
    method: "post",
    path: "/releases/{id}/end",
    id: "endRelease",
    tag,
    summary: "Ends an approved release before its day",
    answers: "nothing",
    run: (call) => call.app.identity.endRelease(call.asker, { releaseId: idOf(call) }),
  },
  {
    method: "post",
    path: "/releases/{id}/view",
    id: "viewRelease",
    tag,
    summary: "What was sealed to the requester, while it lasts; every look goes into the ledger",
    answers: z.looseObject({ ciphertext: z.string(), sealedKey: z.string(), until: z.string() }),
    run: (call) => call.app.identity.viewRelease(call.asker, { releaseId: idOf(call) }),
  },
  {
    method: "post",
    path: "/identity-look-up",
    id: "lookUp",
    tag,
    summary: "Asks by an exact key whether somebody denounced before; only custodians learn the answer",
    body: lookUpBody,
    answers: z.looseObject({ asked: z.literal(true) }),
    run: ({ app, asker, body }) => app.identity.lookUp(asker, parseInput(lookUpInput, body)),
  },
  {
    method: "get",
    path: "/identity-queue",
    id: "identityQueue",
    tag,
    summary: "Askings that met somebody in the vault, for custodians",
    query: page,
    answers: rows,
    run: ({ app, asker, query }) => app.identity.queue(asker, parseInput(page, query)),
  },
  {
    method: "get",
    path: "/identity-ledger",
    id: "identityLedger",
    tag,
    summary: "Who did what with identities, newest first, for custodians and the head",
    query: ledgerPage,
    answers: rows,
    run: ({ app, asker, query }) => app.identity.ledger(asker, parseInput(ledgerPage, query)),
  },
];
