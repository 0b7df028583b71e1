import { parseArgs } from "node:util";
import { measureActFloor, measureActs } from "./acts.ts";
import { type CitizenLoad, measureCitizens } from "./citizen/measure-citizens.ts";
import { fileOne, prepareCitizens } from "./citizen/prepare.ts";
import { environment, openBench } from "./data-folder.ts";
import { measureDeadlines } from "./deadlines.ts";
import { keyGenerated, measureFinding } from "./duplicates/latency.ts";
import { measureRecall, tuneWeights } from "./duplicates/recall.ts";
import { signInAll, signInCounters } from "./officers.ts";
import { type HttpClient, measureOverHttp } from "./over-http.ts";
import { measureCounts, measureList, measureListFloor, measureSearch, searchQueries } from "./reads.ts";
import { measureRegister } from "./registrations.ts";
import { measureSafety } from "./safety.ts";
import { measureTrail } from "./trail.ts";

const sizes: Readonly<Record<string, number>> = { "20k": 20_000, "200k": 200_000, "1m": 1_000_000, "10m": 10_000_000 };

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "20k,1m" },
    fresh: { type: "boolean", default: false },
    ops: { type: "string", default: "deadline,list,search,counts,duplicates,act,register,trail,safety,http,citizen" },
    port: { type: "string", default: "28411" },
    /** Requests of citizens a second. */
    rate: { type: "string", default: "50" },
  },
});
const wanted = new Set(options.ops.split(","));

// Tuned on one set, reported on both.
if (wanted.has("tune")) await tuneWeights("tuning");
if (wanted.has("duplicates")) for (const seed of ["tuning", "unseen"]) await measureRecall(seed);

for (const label of options.sizes.split(",").filter(Boolean)) {
  const size = sizes[label];
  if (size === undefined) throw new Error(`--sizes takes ${Object.keys(sizes).join(", ")}`);
  await measureSize(label, size);
}

async function measureSize(label: string, size: number): Promise<void> {
  const { clients, citizens } = await measureInside(label, size);
  const env = environment(label, Number(options.port));
  if (wanted.has("http")) await measureOverHttp(label, env, clients);
  if (citizens) await measureCitizens(label, env, citizens);
}

interface Outside {
  readonly clients: readonly HttpClient[];
  readonly citizens: CitizenLoad | null;
}

/** Through the use cases, in this process. Returns what the clients of the spawned server will ask. */
async function measureInside(label: string, size: number): Promise<Outside> {
  const app = await openBench(label, size, options.fresh);
  try {
    const clients = await signInAll(app);
    const queries = await searchQueries(app, clients, 250);
    if (wanted.has("deadline")) await measureDeadlines(app, label);
    if (wanted.has("list")) {
      await measureList(app, label, clients, 2400);
      await measureListFloor(app, label, clients, 2400);
    }
    if (wanted.has("search")) await measureSearch(app, label, clients, queries, 1600);
    if (wanted.has("counts")) await measureCounts(app, label, clients, 160);
    if (wanted.has("duplicates")) {
      await keyGenerated(app, label);
      await measureFinding(app, label, clients, 800);
    }
    if (wanted.has("act")) {
      await measureActs(app, label, clients, 3200);
      await measureActFloor(app, label, clients, 3200);
    }
    if (wanted.has("register")) await measureRegister(app, label, await signInCounters(app), 800);
    if (wanted.has("trail")) await measureTrail(app, label);
    if (wanted.has("safety")) await measureSafety(app, label, environment(label, 0));
    const citizens = wanted.has("citizen")
      ? {
          receipts: await prepareCitizens(app, size),
          signed: await fileOne(app),
          perSecond: Number(options.rate),
          seconds: 60,
        }
      : null;
    return {
      clients: clients.map((client, index) => ({ cookie: client.cookie, queries: queries[index] ?? [] })),
      citizens,
    };
  } finally {
    await app.close();
  }
}
