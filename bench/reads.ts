import pg from "pg";
import type { App } from "../src/server/app.ts";
import { type Measured, measure } from "./measure.ts";
import type { BenchClient } from "./officers.ts";
import { contentQueries, familyNames, givenNames, middleNames, pick, randomStream } from "./words.ts";

/** The newest 25 of the unit, as a petition officer sees them. */
export function measureList(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  n: number,
  op = "list",
): Promise<Measured> {
  return measure({
    op,
    size,
    clients: clients.length,
    n,
    work: async (index) => {
      const client = clients[index];
      const page = client && (await app.petitions.listPetitions(client.asker, { view: "unit" }));
      if (!page || page.lines.length === 0) throw new Error("the list is empty");
    },
  });
}

/** The same 25 lines by bare SQL without row security. */
export async function measureListFloor(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  n: number,
): Promise<Measured> {
  const db = new pg.Pool({ ...app.setting.store.keeper, max: clients.length });
  const text = `
    select p.id, p.code, p.received_on, p.kind, p.state, p.pseudonym, left(t.content, 240) as summary, m.code as matter_code, p.next_due_on, p.waiting_on,
      (select d.full_name from petition_party pp join person_detail d on d.person_id = pp.person_id where pp.petition_id = p.id order by pp.ordinal limit 1) as name
    from (select * from petition where agency_id = $1 and waiting_on <> 'nobody' order by received_on desc, id desc limit 25) p
    join petition_text t on t.petition_id = p.id left join matter m on m.id = p.matter_id order by p.received_on desc, p.id desc`;
  try {
    return await measure({
      op: "floor.list",
      size,
      clients: clients.length,
      n,
      work: (index) => db.query({ name: "floor-list", text, values: [clients[index]?.agencyId] }),
    });
  } finally {
    await db.end();
  }
}

export type Queries = readonly (readonly string[])[];

/** Four in ten a code, four a person's name, two words of the content; for each client codes of its own agency. */
export async function searchQueries(app: App, clients: readonly BenchClient[], each: number): Promise<Queries> {
  const db = new pg.Pool({ ...app.setting.store.keeper, max: 1 });
  try {
    return await Promise.all(
      clients.map(async (client) => {
        const random = randomStream(`queries ${client.index}`);
        const { rows } = await db.query<{ code: string }>(
          "select code from petition where agency_id = $1 order by hashtext(code) limit $2",
          [client.agencyId, each],
        );
        return Array.from({ length: each }, (_, turn) => {
          const kind = random();
          if (kind < 0.4) return rows[turn % Math.max(1, rows.length)]?.code ?? "B00-26-0000001";
          if (kind < 0.8) return someName(random);
          return pick(random, contentQueries);
        });
      }),
    );
  } finally {
    await db.end();
  }
}

/** As people type: the whole name or its last two words, half of them without diacritics. */
function someName(random: () => number): string {
  const family = familyNames[Math.floor(random() ** 2 * familyNames.length)] ?? "Nguyễn";
  const rest = `${pick(random, middleNames)} ${pick(random, givenNames)}`;
  const name = random() < 0.7 ? `${family} ${rest}` : rest;
  return random() < 0.5 ? name : name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

export function measureSearch(
  app: App,
  size: string,
  clients: readonly BenchClient[],
  queries: Queries,
  n: number,
): Promise<Measured> {
  return measure({
    op: "search",
    size,
    clients: clients.length,
    n,
    work: async (index, turn) => {
      const [client, own] = [clients[index], queries[index]];
      if (client && own) await app.petitions.listPetitions(client.asker, { view: "all", q: own[turn % own.length] });
    },
  });
}

/** The capped counts beside a list, which the page asks for on its own. */
export function measureCounts(app: App, size: string, clients: readonly BenchClient[], n: number): Promise<Measured> {
  return measure({
    op: "counts",
    size,
    clients: clients.length,
    n,
    work: async (index) => {
      const client = clients[index];
      if (client) await app.petitions.countPetitions(client.asker, {});
    },
  });
}
