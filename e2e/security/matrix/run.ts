import type { Actor } from "./actors.ts";
import type { Probe } from "./probes.ts";
import { markFinder, readAnswer } from "./reading.ts";
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
  /** Bodies of what was looked for, by who looked: to compare a hit that must not show with no hit at all. */
  readonly looked: ReadonlyMap<string, string>;
}

/** What does not depend on who asks is asked by three. */
const sameForAll: ReadonlySet<Probe["channel"]> = new Set(["public", "law", "service", "track"]);
const askedForAll: ReadonlySet<string> = new Set(["nobody", "head.here", "administrator.elsewhere"]);

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
  const looked = new Map<string, string>();
  const work = actors.flatMap((actor) =>
    probes
      .filter(({ channel }) => !sameForAll.has(channel) || askedForAll.has(actor.id))
      .map((probe) => ({ actor, probe })),
  );
  let next = 0;
  const times = new Map<string, [number, number]>();
  const worker = async () => {
    for (let job = work[next++]; job; job = work[next++]) {
      const { actor, probe } = job;
      const t0 = performance.now();
      const answer = await send(origin, actor, probe);
      const text = await readAnswer(answer);
      const key = `${probe.method} ${probe.url.replace(/[0-9a-f-]{36}/g, ":id").replace(/\?.*/, "")}`;
      const tt = times.get(key) ?? [0, 0];
      times.set(key, [tt[0] + performance.now() - t0, tt[1] + 1]);
      if (answer.status >= 500) faults.push(`${answer.status} ${probe.method} ${probe.url} ${actor.id}`);
      if (probe.json && (probe.channel === "search" || probe.channel === "suggest"))
        looked.set(`${actor.id} ${probe.url} ${JSON.stringify(probe.json)}`, text.slice(text.indexOf("{")));
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
  console.log([...times].sort((a, b) => b[1][0] - a[1][0]).slice(0, 25).map(([k, [ms, n]]) => `${k} ${n} ${Math.round(ms / n)}ms`).join("\n"));
  return { leaks, met, asked: work.length, faults, looked };
}

/** A page repeats what was typed into its search: that tells the asker nothing new. */
function withoutEcho(text: string, { url, form }: Probe): string {
  const typed = form?.query ?? new URL(url, "http://x").searchParams.get("q");
  return typed ? text.replaceAll(typed, "").replaceAll(encodeURIComponent(typed), "") : text;
}

async function send(origin: string, { cookie }: Actor, { method, url, json, form }: Probe): Promise<Response> {
  const headers: Record<string, string> = { cookie, "sec-fetch-site": "same-origin" };
  if (json) headers["content-type"] = "application/json";
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams({ ...form }) : null;
  if (form) headers.origin = origin;
  return fetch(`${origin}${url}`, { method, headers, redirect: "manual", ...(body === null ? {} : { body }) });
}
