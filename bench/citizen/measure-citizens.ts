import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { report, round } from "../measure.ts";
import { exchange, withServer } from "../served.ts";
import type { Receipt } from "./prepare.ts";
import { filingJourney, otherVisits, type Visit } from "./visits.ts";

export interface CitizenLoad {
  readonly receipts: readonly Receipt[];
  readonly signed: string;
  readonly perSecond: number;
  readonly seconds: number;
}

const warmUpSeconds = 5;

interface Time {
  readonly kind: string;
  readonly ms: number;
}

/**
 * Citizens come when they come: each request goes out at its own moment, whether earlier ones were answered or not, and
 * its time runs from that moment, so that a server that stands still is charged for everybody who came meanwhile.
 */
export async function measureCitizens(
  size: string,
  env: Readonly<Record<string, string>>,
  load: CitizenLoad,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const port = Number(env.PORT);
  const home = { method: "GET", path: "/", headers: {} } as const;
  await withServer(
    { ...env, MINHXET_TRUST_PROXY: "1" },
    () => exchange(agent, port, home),
    async () => {
      const next = nextVisit(load);
      const times: Time[] = [];
      const faults = new Map<string, number>();
      const visit = async (one: { readonly visit: Visit; readonly done: () => void }, due: number, keep: boolean) => {
        const { kind, asked, read } = one.visit;
        try {
          read(await exchange(agent, port, asked));
        } catch (error) {
          const said = `${kind}: ${error instanceof Error ? error.message : String(error)}`;
          faults.set(said, (faults.get(said) ?? 0) + 1);
        }
        if (keep) times.push({ kind, ms: performance.now() - due });
        one.done();
      };
      const total = (warmUpSeconds + load.seconds) * load.perSecond;
      const started = performance.now();
      const under: Promise<void>[] = [];
      for (let n = 0; n < total; n++) {
        const due = started + (n / load.perSecond) * 1000;
        const wait = due - performance.now();
        if (wait > 0) await sleep(wait);
        under.push(visit(next(n), due, n >= warmUpSeconds * load.perSecond));
      }
      await Promise.all(under);
      const seconds = (performance.now() - started) / 1000;
      say(size, load, times, faults, total / seconds);
      agent.destroy();
    },
  );
}

/** A page beside filing, or the next step of somebody who is filing and whose last page has come. */
function nextVisit(load: CitizenLoad): (n: number) => { readonly visit: Visit; readonly done: () => void } {
  const other = otherVisits(load);
  const idle: ReturnType<typeof filingJourney>[] = [];
  const onward = (n: number): { readonly visit: Visit; readonly done: () => void } => {
    const journey = idle.shift() ?? filingJourney(n);
    const { done, value } = journey.next();
    return done ? onward(n) : { visit: value, done: () => idle.push(journey) };
  };
  return (n) => {
    const visit = other(n);
    return visit ? { visit, done: () => undefined } : onward(n);
  };
}

function say(
  size: string,
  { perSecond, seconds }: CitizenLoad,
  times: readonly Time[],
  faults: ReadonlyMap<string, number>,
  rps: number,
): void {
  const errors = [...faults.values()].reduce((sum, n) => sum + n, 0);
  report({ op: "citizen", size, rps_asked: perSecond, seconds, rps: round(rps), ...percentiles(times), errors });
  for (const [kind, of] of Map.groupBy(times, (each) => each.kind))
    report({ op: `citizen.${kind}`, size, ...percentiles(of) });
  for (const [said, n] of faults) process.stderr.write(`citizen: ${n} × ${said}\n`);
}

function percentiles(of: readonly Time[]): Readonly<Record<"n" | "p50_ms" | "p95_ms" | "p99_ms", number>> {
  const sorted = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { n: sorted.length, p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}
