import { randomUUID } from "node:crypto";
import type { App } from "../src/server/app.ts";
import { type Measured, measure } from "./measure.ts";
import type { BenchClient } from "./officers.ts";
import { familyNames, givenNames, middleNames, pick, randomStream, sentences } from "./words.ts";

/** Visits at the counter, each with a new person and a complaint: register row, person, petition, clocks, search row. */
export function measureRegister(app: App, size: string, clients: readonly BenchClient[], n: number): Promise<Measured> {
  const random = randomStream(`register ${size}`);
  const stories = sentences(200);
  return measure({
    op: "register",
    size,
    clients: clients.length,
    n,
    work: async (index) => {
      const client = clients[index];
      if (!client) return;
      const content = `${pick(random, stories)} ${pick(random, stories)} ${pick(random, stories)} ${pick(random, stories)}`;
      await app.reception.recordVisit(client.asker, {
        key: randomUUID(),
        agencyId: client.agencyId,
        visitor: {
          name: `${pick(random, familyNames)} ${pick(random, middleNames)} ${pick(random, givenNames)}`,
          address: "Thôn 3, xã thử",
          idNumber: `0${String(Math.floor(random() * 1e11)).padStart(11, "0")}`,
        },
        kinds: ["complaint"],
        content,
        request: pick(random, stories),
        readBack: true,
        withinCompetence: true,
      });
    },
  });
}
