import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Asker } from "../../src/casework/setting.ts";
import { type App, createApp } from "../../src/server/app.ts";
import { readConfig } from "../../src/server/config.ts";
import { openTestOffice } from "../../src/server/testing.ts";
import { openStore, transaction } from "../../src/store/index.ts";
import { migrate } from "../../src/store/migrate.ts";

const root = path.resolve(import.meta.dirname, "../..");
const clients = 8;

export interface KillRun {
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly acknowledged: number;
  /** Acknowledged acts that are not in the database afterwards. */
  readonly lost: number;
  /** Acts recorded more often than once for their key. */
  readonly twice: number;
  readonly trailFaults: number;
}

interface Prepared {
  readonly dataDir: string;
  readonly port: number;
  readonly token: string;
  readonly officerId: string;
  readonly matters: readonly string[];
}

/**
 * Records acts over the API from eight clients for so many seconds while the server process and the database process are
 * killed (SIGKILL) at random and started again; a client repeats an unanswered act under its key. Then compares every
 * acknowledged act with what the database holds.
 */
export async function killRun(seconds: number): Promise<KillRun> {
  const prepared = await prepare();
  try {
    const acknowledged: { matterId: string; seq: number; reason: string }[] = [];
    const server = startServer(prepared);
    const until = Date.now() + seconds * 1000;
    const kills = killAtRandom(server, prepared.dataDir, until);
    await Promise.all(prepared.matters.map((matterId) => recordActs(prepared, matterId, until, acknowledged)));
    const { serverKills, databaseKills } = await kills;
    await server.stop();
    return {
      serverKills,
      databaseKills,
      acknowledged: acknowledged.length,
      ...(await compare(prepared, acknowledged)),
    };
  } finally {
    await rm(prepared.dataDir, { recursive: true, force: true });
  }
}

async function prepare(): Promise<Prepared> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "minhxet-kill-"));
  // Open to the user that the database runs as, so that its files stay in this folder.
  await chmod(dataDir, 0o755);
  const store = await openStore({ dataDir, mode: "serve" });
  await migrate(store.migrator, { appRole: store.appRole });
  const office = await openTestOffice({ store });
  const { app } = office;
  const head = await office.as("head");
  const officerId = await office.officerId("settlement-officer");
  const reception = await office.as("reception-officer");
  const petitions: string[] = [];
  for (let i = 0; i < clients; i++) petitions.push(await complain(app, reception, office.communeId, i));
  const matters: string[] = [];
  for (const petitionId of petitions) {
    const { matterId } = await app.matters.openMatter(head, {
      key: randomUUID(),
      petitionId,
      values: { signaturesComplete: true },
    });
    matters.push(matterId);
  }
  const { secret } = await app.access.createToken(head, { label: "kill run" });
  await office.close();
  return { dataDir, port: await freePort(), token: secret, officerId, matters };
}

async function complain(app: App, reception: Asker, agencyId: string, i: number): Promise<string> {
  const { petitions } = await app.reception.recordVisit(reception, {
    key: randomUUID(),
    agencyId,
    receivedOn: "2026-11-20",
    visitor: { name: `Người thử số ${i}`, address: "xã An Thử", idNumber: `00109900010${i}` },
    peopleCount: 1,
    kinds: ["complaint"],
    content: `Khiếu nại thử nghiệm số ${i}`,
    readBack: true,
  });
  const first = petitions[0];
  if (!first) throw new Error("the visit gave no petition");
  return first.id;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address ? address.port : 0;
}

interface RunningServer {
  kill(): void;
  stop(): Promise<void>;
}

/** The real server program, started again whenever it dies. */
function startServer({ dataDir, port }: Prepared): RunningServer {
  let child: ChildProcess;
  let stopping = false;
  let ended = Promise.resolve();
  const start = () => {
    child = spawn(process.execPath, [path.join(root, "src/server/main.ts")], {
      cwd: root,
      stdio: "ignore",
      env: {
        ...process.env,
        NODE_ENV: "production",
        MINHXET_DATA: dataDir,
        PORT: String(port),
        MINHXET_TODAY: "2026-11-24",
        LOG_LEVEL: "error",
      },
    });
    ended = new Promise((resolve) => child.once("exit", () => resolve()));
    child.once("exit", () => {
      if (!stopping) setTimeout(start, 100);
    });
  };
  start();
  return {
    kill: () => void child.kill("SIGKILL"),
    stop: async () => {
      stopping = true;
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function killAtRandom(server: RunningServer, dataDir: string, until: number) {
  let serverKills = 0;
  let databaseKills = 0;
  await sleep(3000);
  while (Date.now() < until) {
    // In turn, so that a short run has both; the moment is what chance decides.
    if (serverKills <= databaseKills) {
      server.kill();
      serverKills += 1;
    } else if (killDatabase(dataDir)) databaseKills += 1;
    await sleep(2000 + Math.random() * 2500);
  }
  return { serverKills, databaseKills };
}

function killDatabase(dataDir: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

async function recordActs(
  prepared: Prepared,
  matterId: string,
  until: number,
  acknowledged: { matterId: string; seq: number; reason: string }[],
): Promise<void> {
  let seq = 0;
  for (let n = 0; Date.now() < until; n++) {
    const reason = `lần ${n} ${randomUUID()}`;
    const answer = await actUntilAnswered(prepared, matterId, seq, reason);
    seq = answer.seq;
    acknowledged.push({ matterId, seq, reason });
  }
}

async function actUntilAnswered(
  { port, token, officerId }: Prepared,
  matterId: string,
  seq: number,
  reason: string,
): Promise<{ seq: number }> {
  const key = randomUUID();
  const body = JSON.stringify({ act: "reassign", on: "2026-11-24", seq, values: { officer: officerId, reason } });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key };
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/matters/${matterId}/acts`, {
      method: "POST",
      headers,
      body,
    }).catch(() => undefined);
    // An answer that broke off is no answer: the same key is sent again.
    const answer = await response?.text().catch(() => undefined);
    if (response && answer !== undefined) {
      if (response.ok) return JSON.parse(answer) as { seq: number };
      if (response.status < 500) throw new Error(`${response.status}: ${answer}`);
    }
    await sleep(50);
  }
}

async function compare(
  { dataDir }: Prepared,
  acknowledged: readonly { matterId: string; seq: number; reason: string }[],
) {
  const app = await createApp(readConfig({ MINHXET_DATA: dataDir, LOG_LEVEL: "silent" }), { mode: "serve" });
  try {
    const { rows } = await transaction(app.setting.store, app.command, (tx) =>
      sql<{
        matter_id: string;
        seq: number;
        body: string;
      }>`select matter_id, seq, body from matter_text where field = 'reason'`.execute(tx),
    );
    const held = new Set(rows.map((row) => `${row.matter_id} ${row.seq} ${row.body}`));
    const bodies = rows.map((row) => row.body);
    const { faults } = await app.audit.verifyTrail(app.command);
    return {
      lost: acknowledged.filter((each) => !held.has(`${each.matterId} ${each.seq} ${each.reason}`)).length,
      twice: bodies.length - new Set(bodies).size,
      trailFaults: faults.length,
    };
  } finally {
    await app.close();
  }
}
