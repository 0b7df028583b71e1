import pg from "pg";
import type { App } from "../../src/server/app.ts";
import { type Measured, measure, report, round } from "../measure.ts";
import type { BenchClient } from "../officers.ts";

/** Keys for what was generated without them, as the background does after an update. */
export async function keyGenerated(app: App, size: string): Promise<void> {
  const started = performance.now();
  const { keyed } = await app.duplicates.keyMissingPetitions(app.task);
  report({ op: "duplicates.backfill", size, keyed, seconds: round((performance.now() - started) / 1000) });
}

/** What an officer types: a petition of the agency as it stands, half of the time the beginning of its content. */
export async function measureFinding(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  n: number,
): Promise<Measured> {
  const questions = await Promise.all(clients.map((client) => questionsOf(app, client, 100)));
  return measure({
    op: "duplicates",
    size,
    clients: clients.length,
    n,
    work: async (index, turn) => {
      const [client, own] = [clients[index], questions[index]];
      const question = own?.[turn % own.length];
      if (client && question) await app.duplicates.findDuplicates(client.asker, question);
    },
  });
}

type Question = Parameters<App["duplicates"]["findDuplicates"]>[1];

async function questionsOf(app: App, client: BenchClient, each: number): Promise<readonly Question[]> {
  const db = new pg.Pool({ ...app.setting.store.keeper, max: 1 });
  try {
    const { rows } = await db.query<{ name: string; idNumber: string; address: string; content: string; act: string }>(
      `select d.full_name as name, d.id_number as "idNumber", d.address, t.content, t.contested_act as act
       from petition p join petition_text t on t.petition_id = p.id
       join petition_party pp on pp.petition_id = p.id join person_detail d on d.person_id = pp.person_id
       where p.agency_id = $1 order by hashtext(p.code) limit $2`,
      [client.agencyId, each],
    );
    return rows.map(({ name, idNumber, address, content, act }, i) => ({
      agencyId: client.agencyId,
      kind: "complaint",
      people: [{ name, address, ...(i % 2 ? { idNumber } : {}) }],
      content: i % 4 < 2 ? content : content.slice(0, 200),
      contestedAct: act,
    }));
  } finally {
    await db.end();
  }
}
