import { randomUUID } from "node:crypto";
import { operations } from "../../../src/server/api/routes.ts";
import { type Door, doors, servicePaths } from "./doors.ts";
import { addressesOf, type Ids, idsFor, strangeIds } from "./ids.ts";
import type { MarkedWorld } from "./world.ts";

/** What is nowhere: the answer to it is compared with the answer to what is there but not for the asker. */
export const nothing = "Vzkhongcogi";
export const noNumber = "079300000000";

/** One request, and the channel it belongs to. */
export interface Probe {
  readonly channel: Door["channel"];
  readonly method: string;
  readonly url: string;
  /** Asked by that one alone. */
  readonly by?: "receipt-holder" | "nobody";
  /** Asked by everyone of the commune and some outside, or by a few alone; the others would prove the same again. */
  readonly sample?: "commune" | "few";
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, unknown>>;
}

const period = "from=2014-07-01&to=2026-11-24";

/** What a door is asked with, so that it gives as much as it can. Commands are given what no law lets happen. */
export function probesOf(ids: Ids, { lookedFor, receipts, signatory }: MarkedWorld): readonly Probe[] {
  return [
    ...doors.flatMap((door) =>
      door.method === "PAGE" ? pageProbes(door, ids, lookedFor) : apiProbes(door, ids, lookedFor),
    ),
    ...receipts.flatMap((receipt) => tracks(receipt, "receipt-holder")),
    ...receipts.slice(0, 3).flatMap(({ code }) => tracks({ code, secret: "2345-6789-ABCD" }, "nobody")),
    ...ofSignatory(signatory),
    ...servicePaths.map((url) => ({ channel: "service" as const, method: "GET", url })),
  ];
}

function tracks(receipt: MarkedWorld["receipts"][number], by: NonNullable<Probe["by"]>): readonly Probe[] {
  return [
    { channel: "track", method: "POST", url: "/api/v1/track", json: { ...receipt }, by },
    { channel: "track", method: "POST", url: "/track", form: { ...receipt }, by },
    { channel: "notification", method: "POST", url: "/api/v1/track/notices", json: { ...receipt }, by },
  ];
}

/** Their own copy, and that of another, by the codes of one signatory. */
function ofSignatory({ replyIds, ...codes }: MarkedWorld["signatory"]): readonly Probe[] {
  const asked = { channel: "track", method: "POST", by: "receipt-holder" } as const;
  return [
    { ...asked, url: "/api/v1/track/signatory", json: codes },
    { ...asked, url: "/track", form: codes },
    ...replyIds.map((replyId): Probe => ({ ...asked, url: "/track/tra-loi", form: { ...codes, replyId } })),
  ];
}

/** Six words are asked for by everyone, the others by those who might see something in the commune. */
function words(lookedFor: readonly string[]): readonly { readonly q: string; readonly sample?: "commune" }[] {
  return [nothing, ...lookedFor].map((q, no) => (no > 6 ? { q, sample: "commune" } : { q }));
}

/** Doors that end the asker's own session or wait; they answer with nothing of a case. */
const leftAlone = new Set(["POST /api/v1/me/sessions/end-others", "DELETE /api/v1/me/sessions/:id", "PAGE /sign-out"]);
/** Commands without a body that happen when they are asked for. */
const happensAtOnce = /hand-over|cancel|reset|end|\/letters\/read$|\/intake-drafts\/:id\/(take|give-up|stop)$/;

function apiProbes({ method, path, channel }: Door, ids: Ids, lookedFor: readonly string[]): readonly Probe[] {
  if (leftAlone.has(`${method} ${path}`)) return [];
  const ask = (url: string, json?: Probe["json"]): Probe => ({ channel, method, url, ...(json ? { json } : {}) });
  const ofAgency = (query: string) => ids.agencies.map((id) => ask(`${path}?agencyId=${id}&${query}`));
  switch (path.slice("/api/v1".length)) {
    case "/register":
      return ofAgency(period);
    case "/register/export":
    case "/post-entries":
    case "/post-entries/export":
      return ofAgency(period);
    case "/head-sessions":
    case "/head-duties":
      if (method === "GET") return ofAgency("from=2026-11-01&to=2026-12-31");
      break;
    case "/petitions":
      return ["all", "unit", "mine", "overdue", "waiting"].map((view) => ask(`${path}?view=${view}&limit=100`));
    case "/petitions/search":
      return words(lookedFor).map(({ q, ...sample }) => ({ ...ask(path, { view: "all", q }), ...sample }));
    case "/identity-look-up":
      return words(lookedFor)
        .filter(({ q }) => q === nothing || /^\d+$/.test(q))
        .map(({ q, ...sample }) => ({
          ...ask(path, {
            agencyId: ids.agencies[0] ?? "",
            by: "identity-number",
            number: q === nothing ? noNumber : q,
          }),
          ...sample,
        }));
    case "/queue":
      return ofAgency("");
    case "/transfers":
      return ["incoming", "sent", "deciding"].map((view) => ask(`${path}?view=${view}`));
    case "/petitions/:id/replies":
    case "/petitions/:id/replies/document":
      if (method === "GET")
        return ids.replied.map(({ petitionId, paperId }) =>
          ask(`${path.replace(":id", petitionId)}?paperId=${paperId}`),
        );
      break;
    case "/identities":
    case "/identity-queue":
      return ofAgency("");
    // The newest lines, and those written before anybody asked: what is asked adds lines.
    case "/identity-ledger":
      return ["", "after=51"].flatMap(ofAgency);
    case "/releases":
      if (method === "GET") return ["mine", "to-decide"].map((which) => ask(`${path}?which=${which}`));
      break;
    case "/people/search":
      return ids.agencies.flatMap((agencyId, no) =>
        words(lookedFor.slice(0, no === 0 ? 24 : 1)).map(({ q, ...sample }) => ({
          ...ask(path, /^\d+$/.test(q) ? { agencyId, idNumber: q } : { agencyId, query: q }),
          ...sample,
        })),
      );
    case "/petitions/duplicates":
      return ids.agencies.flatMap((agencyId, no) =>
        words(lookedFor.slice(0, no === 0 ? 24 : 6)).map(({ q, ...sample }) => ({
          ...ask(path, comparedWith(agencyId, q)),
          ...sample,
        })),
      );
    case "/papers/:id/document":
      return idsFor(path, ids).flatMap((id) =>
        ["pdf", "docx"].map((format) => ask(`${path.replace(":id", id)}?format=${format}`)),
      );
    case "/visits/:id/receipt":
      return ids.receipts.map(({ visitId, petitionId }) =>
        ask(path.replace(":id", visitId), { petitionId, format: "docx" }),
      );
    case "/officers":
      if (method === "GET") return ofAgency("");
  }
  const bodies = method === "GET" ? [undefined] : commandBodies(method, path, ids);
  const own = addressesOf(path, ids).flatMap((url) => bodies.map((json) => ask(url, json)));
  if (method !== "GET") return own.map((each) => ({ ...each, sample: "commune" }));
  if (!path.endsWith("/:id")) return own;
  const strange = addressesOf(path, ids, strangeIds(path, ids));
  return [...own, ...strange.map((url): Probe => ({ ...ask(url), sample: "few" }))];
}

/** Somebody, somebody accused and a content of that name or number, in the commune where the marked ones live. */
const comparedWith = (agencyId: string, q: string) => ({
  agencyId,
  people: [{ name: q, idNumber: q, phone: q, address: "xã An Thử" }],
  content: `Việc ${q} đã trình bày tại buổi tiếp công dân ở xã An Thử`,
  respondent: q,
});

/** An empty body, and one that is well formed and refused for what it asks: a day before the receipt, a sheet long gone. */
function commandBodies(method: string, path: string, ids: Ids): readonly Probe["json"][] {
  const described = operations.find(
    (each) => each.method === method.toLowerCase() && `/api/v1${each.path.replace("{id}", ":id")}` === path,
  );
  if (!described?.body) return happensAtOnce.test(path) ? [] : [undefined];
  const refused: Readonly<Record<string, NonNullable<Probe["json"]>>> = {
    "/matters/:id/acts": { seq: 9999, act: "correct", on: "2026-11-24", values: {} },
    "/papers/:id/steps": { step: "approve", on: "2099-01-01" },
    "/papers/:id/receipts": { recipient: "petitioner", receivedOn: "2099-01-01" },
    "/petitions/:id/route": { route: "file", reason: "Thử", on: "2099-01-01" },
    "/petitions/:id/matter": { procedure: "no-such-procedure" },
    "/petitions/:id/competence": { against: "no-such-kind", agrees: true },
    "/petitions/:id/classify": { kind: "no-such-kind" },
    "/identities/:id/open": { purpose: "Thử hỏi danh tính bằng mọi cửa" },
    "/visits/:id/correct": { reason: "" },
    "/transfers/:id/accept": { on: "2099-01-01" },
    "/petitions/:id/slips": { signatoryIds: [randomUUID()] },
    "/people/search": { agencyId: ids.agencies[0] ?? "" },
  };
  const known = refused[path.slice("/api/v1".length)];
  return [known ?? {}];
}

/** Pages whose form means something without an answer: a draft is emptied, a second factor or the end of sessions begins. */
const doesSomethingEmpty: ReadonlySet<string> = new Set([
  "/office/papers/:paper/edit",
  "/office/sessions/:sessionId/papers/:paper",
  "/second-factor",
  "/sessions",
]);

function pageProbes({ path, channel }: Door, ids: Ids, lookedFor: readonly string[]): readonly Probe[] {
  if (leftAlone.has(`PAGE ${path}`)) return [];
  const get = (url: string): Probe => ({ channel, method: "GET", url });
  const post = (url: string, form: Readonly<Record<string, string>> = {}): Probe => ({
    channel,
    method: "POST",
    url,
    form,
  });
  if (path === "/office/reception/people")
    return [
      ...lookedFor.slice(0, 6).map((query) => post(path, { query })),
      ...(ids.of.person ?? []).map((personId) => post(path, { personId })),
    ];
  if (path === "/office/reception/duplicates")
    return lookedFor
      .slice(0, 6)
      .map((q) => post(path, { "visitor.name": q, "visitor.idNumber": q, content: `Việc ${q}`, respondent: q }));
  if (path === "/office/list")
    return [
      get(`${path}?view=all`),
      ...lookedFor.slice(0, 4).map((q) => get(`${path}?view=all&q=${encodeURIComponent(q)}`)),
      post(path),
    ];
  // Without somebody named, everybody who has none would get a slip.
  if (path === "/office/petitions/:id/slips")
    return addressesOf(path, ids).map((url) => post(url, { key: randomUUID(), signatoryId: randomUUID() }));
  if (path === "/office/list/counts") return [get(`${path}?view=all`)];
  if (path === "/office/register") return [get(`${path}?${period}`), get(`${path}.data?${period}`)];
  if (path === "/office/custodian")
    return [
      ...["sealed", "releases", "look-up", "ledger", "key"].map((view) => get(`${path}?view=${view}`)),
      ...ids.agencies.map((id) => get(`${path}?agency=${id}`)),
      post(path),
    ];
  if (path === "/office/custodian/desk")
    return [
      ...(ids.of.identity ?? [])
        .slice(0, 2)
        .map((id) => post(path, { intent: "open", id, purpose: "Thử hỏi bằng mọi cửa" })),
      ...(ids.of.release ?? []).flatMap((releaseId) =>
        ["open-for-release", "view"].map((intent) => post(path, { intent, releaseId })),
      ),
      ...["hold", "change-key", "approve", "ask", "add-copy", ""].map((intent) => post(path, { intent })),
    ];
  if (path === "/office/register/export") return ids.agencies.map((id) => get(`${path}?agencyId=${id}&${period}`));
  if (path.endsWith("/receipt"))
    return ids.receipts
      .slice(0, 3)
      .map(({ visitId, petitionId }) => post(path.replace(":visitId", visitId), { petitionId, format: "docx" }));
  const data = (url: string) => (url === "/" ? "/_.data" : `${url}.data`);
  const single = /\.(pdf|docx)$|\/files\/|\/errors$/;
  return addressesOf(path, ids).flatMap((url, no) => {
    if (single.test(url)) return [get(url)];
    // The page carries the data of its loaders; as data alone, and sent empty, the first of each is enough.
    if (no > 0) return [get(url)];
    return [get(url), get(data(url)), ...(doesSomethingEmpty.has(path) ? [] : [post(url, { key: randomUUID() })])];
  });
}
