import { Agent } from "node:http";
import { measure, report, round } from "./measure.ts";
import { exchange, withServer } from "./served.ts";

export interface HttpClient {
  readonly cookie: string;
  readonly queries: readonly string[];
}

const officerList = "/office/list?view=unit";

/** The server in a process of its own, measured from outside at 8 clients. */
export async function measureOverHttp(
  size: string,
  env: Readonly<Record<string, string>>,
  clients: readonly HttpClient[],
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length });
  const port = Number(env.PORT);
  const get = (path: string, cookie: string) => fetchOnce(agent, port, "GET", path, cookie);
  const started = performance.now();
  const ask = () => get(officerList, clients[0]?.cookie ?? "");
  await withServer(env, ask, async () => {
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
        const body = JSON.stringify({ view: "all", q });
        return fetchOnce(agent, port, "POST", "/api/v1/petitions/search", client?.cookie ?? "", body);
      },
    });
    agent.destroy();
  });
}

/** Anything but 200 is an error. */
async function fetchOnce(
  agent: Agent,
  port: number,
  method: "GET" | "POST",
  path: string,
  cookie: string,
  body?: string,
): Promise<void> {
  const headers = { cookie, "content-type": "application/json" };
  const asked = body === undefined ? { method, path, headers: { cookie } } : { method, path, headers, body };
  const { status } = await exchange(agent, port, asked);
  if (status !== 200) throw new Error(`${method} ${path.split("?")[0]} answered ${status}`);
}
