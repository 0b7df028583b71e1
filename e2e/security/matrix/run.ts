import { Agent, request } from "node:http";
import type { Actor } from "./actors.ts";
import { noNumber, nothing, type Probe } from "./probes.ts";
import { type Answer, markFinder, readAnswer } from "./reading.ts";
import type { Secret } from "./secrets.ts";

export interface Leak {
  readonly secret: string;
  readonly actor: string;
  readonly at: string;
  readonly status: number;
}

export interface Outcome {
  readonly leaks: readonly Leak[];
  /** Channels in which each who may know a secret met it: secret → actor → channels. */
  readonly met: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  readonly asked: number;
  readonly faults: readonly string[];
  /** What was looked for, and whether the answer was that to something which is nowhere. */
  readonly looked: readonly {
    readonly actor: Actor;
    readonly q: string;
    readonly where: string;
    readonly same: boolean;
  }[];
}

/** What does not depend on who asks is asked by three. */
const sameForAll: ReadonlySet<Probe["channel"]> = new Set(["public", "law", "service"]);
const askedForAll: ReadonlySet<string> = new Set(["nobody", "head.here", "administrator.elsewhere"]);
/** Pages call what the API calls: of those outside the commune, who would see most of their own place look at them too. */
const outsidersAtPages: ReadonlySet<string> = new Set(["nobody", "head.elsewhere", "head.above", "inspectorate.above"]);

const few: ReadonlySet<string> = new Set([...outsidersAtPages, "head.here", "custodian.here"]);

function isAskedBy(actor: Actor, probe: Probe, turn: number): boolean {
  const { id, where } = actor;
  const { channel, method, url, by, sample } = probe;
  if (by || id === "receipt-holder") return by === id;
  if (sameForAll.has(channel)) return askedForAll.has(id);
  if (sample === "few") return few.has(id);
  if (lookedFor(probe)) return sample === undefined || (where === "here" && actor.searches);
  const alike = where !== "here" && !outsidersAtPages.has(id);
  if (alike && (sample !== undefined || !url.startsWith("/api/"))) return false;
  if (!/[0-9a-f]{8}-/.test(url)) return true;
  // Those outside who are alike, and all who send a command, share the ids between them; so do those at pages of what
  // everyone asks the API for; the API does not tell who booked a place at a session.
  if (alike || (method === "POST" && channel === "command")) return turn % 3 === 0;
  return /^\/(api|office\/sessions)\//.test(url) || turn % 2 === 0;
}

const atOnce = 8;

/** Asks everything as everyone, and looks for the marks in whatever comes back. */
export async function ask(
  origin: string,
  actors: readonly Actor[],
  probes: readonly Probe[],
  secrets: readonly Secret[],
): Promise<Outcome> {
  const find = markFinder(secrets.flatMap(({ traces }) => traces));
  const owner = new Map(secrets.flatMap((secret) => secret.traces.map((trace) => [trace, secret] as const)));
  const leaks: Leak[] = [];
  const faults: string[] = [];
  const met = new Map(secrets.map(({ id }) => [id, new Map<string, Set<string>>()]));
  const bodies = new Map<string, { actor: Actor; q: string; where: string; body: string }>();
  const work = actors.flatMap((actor, no) =>
    probes.filter((probe, at) => isAskedBy(actor, probe, at + no)).map((probe) => ({ actor, probe })),
  );
  let next = 0;
  const worker = async () => {
    for (let job = work[next++]; job; job = work[next++]) {
      const { actor, probe } = job;
      const answer = await send(origin, actor, probe);
      const text = await readAnswer(answer);
      if (answer.status >= 500) faults.push(`${answer.status} ${probe.method} ${probe.url} ${actor.id}`);
      const q = lookedFor(probe);
      const where = `${actor.id} ${probe.url} ${probe.json?.agencyId ?? ""}`;
      if (q) bodies.set(`${where} ${q}`, { actor, q, where, body: text.slice(text.indexOf("\n\n")) });
      for (const trace of find(withoutEcho(text, probe))) {
        const secret = owner.get(trace);
        if (!secret) continue;
        if (!secret.mayKnow(actor))
          leaks.push({ secret: secret.id, actor: actor.id, at: `${probe.method} ${probe.url}`, status: answer.status });
        const channels = met.get(secret.id)?.get(actor.id) ?? new Set();
        met.get(secret.id)?.set(actor.id, channels.add(probe.channel));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const looked = [...bodies.values()].map(({ body, ...each }) => ({
    ...each,
    same: [nothing, noNumber].some((none) => bodies.get(`${each.where} ${none}`)?.body === body),
  }));
  return { leaks, met, asked: work.length, faults, looked };
}

function lookedFor({ json, channel }: Probe): string | undefined {
  if (channel !== "search" && channel !== "suggest") return undefined;
  return [json?.q, json?.query, json?.idNumber, json?.number].find((each) => typeof each === "string");
}

/** A page repeats what was typed into its search, and keeps a receipt's secret for the letter: that tells the asker nothing new. */
function withoutEcho(text: string, { url, form }: Probe): string {
  const typed = form?.query ?? form?.secret ?? new URL(url, "http://x").searchParams.get("q");
  if (!typed) return text;
  const inAddress = new URLSearchParams({ q: typed }).toString().slice(2);
  return [typed, encodeURIComponent(typed), inAddress].reduce((left, each) => left.replaceAll(each, ""), text);
}

const kept = new Agent({ keepAlive: true, maxSockets: atOnce });

/** By Node's own client: `fetch` took a fifth of the processor of the whole matrix. */
function send(origin: string, { cookie }: Actor, { method, url, json, form }: Probe): Promise<Answer> {
  // Packing and unpacking each answer took a sixth of the time.
  const headers: Record<string, string> = {
    cookie,
    "sec-fetch-site": "same-origin",
    "accept-encoding": "identity",
  };
  if (json) headers["content-type"] = "application/json";
  if (form) headers["content-type"] = "application/x-www-form-urlencoded";
  if (form) headers.origin = origin;
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams({ ...form }).toString() : "";
  if (body) headers["content-length"] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${url}`, { method, headers, agent: kept }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const pairs = Object.entries(answer.headers).flatMap(([name, value]) =>
          [value ?? []].flat().map((each) => [name, each] as const),
        );
        resolve({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(parts) });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
