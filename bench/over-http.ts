import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { measure, report, round } from "./measure.ts";

export interface HttpClient {
  readonly cookie: string;
  readonly queries: readonly string[];
}

const root = path.resolve(import.meta.dirname, "..");
const officerList = "/office/list?view=unit";

/** Starts the server as `npm start` does once everything is built, and measures it from outside at 8 clients. */
export async function measureOverHttp(
  size: string,
  env: Readonly<Record<string, string>>,
  clients: readonly HttpClient[],
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length });
  const port = Number(env.PORT);
  const get = (pathName: string, cookie: string) => fetchOnce(agent, port, "GET", pathName, cookie);
  const started = performance.now();
  const server = spawn(process.execPath, ["src/server/main.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilAnswers(() => get(officerList, clients[0]?.cookie ?? ""), server);
    report({
      op: "start.warm",
      size,
      clients: 1,
      n: 1,
      seconds: round((performance.now() - started) / 1000),
      page: officerList,
    });
    await measure({
      op: "page",
      size,
      clients: clients.length,
      n: 800,
      work: (index) => get(officerList, clients[index]?.cookie ?? ""),
    });
    await measure({
      op: "list.http",
      size,
      clients: clients.length,
      n: 2400,
      work: (index) => get("/api/v1/petitions?view=unit", clients[index]?.cookie ?? ""),
    });
    await measure({
      op: "search.http",
      size,
      clients: clients.length,
      n: 1600,
      work: (index, turn) => {
        const client = clients[index];
        const q = client?.queries[turn % client.queries.length] ?? "";
        return fetchOnce(
          agent,
          port,
          "POST",
          "/api/v1/petitions/search",
          client?.cookie ?? "",
          JSON.stringify({ view: "all", q }),
        );
      },
    });
  } finally {
    agent.destroy();
    await stop(server);
  }
}

async function untilAnswers(ask: () => Promise<unknown>, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    if (server.exitCode !== null) throw new Error("the server stopped before it answered");
    try {
      await ask();
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ECONNREFUSED")) throw error;
    }
  }
  throw new Error("the server did not answer within a minute");
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
}

/** Reads the whole answer; anything but 200 is an error. */
function fetchOnce(
  agent: Agent,
  port: number,
  method: string,
  pathName: string,
  cookie: string,
  body?: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin: `http://127.0.0.1:${port}`,
      ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const sent = request({ agent, host: "127.0.0.1", port, method, path: pathName, headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(bytes);
        else reject(new Error(`${method} ${pathName.split("?")[0]} answered ${answer.statusCode}`));
      });
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
