import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { transaction } from "../store/index.ts";
import type { TestOffice } from "./testing.ts";

/** What MP4 begins with; nothing behind it can be played. */
export const firstBox = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1");

/** A reception whose matter says it was held online and recorded; nobody in it exists. Returns the id of the matter. */
export async function onlineReception(
  { app, as, communeId }: TestOffice,
  kind: "complaint" | "denunciation" = "complaint",
): Promise<string> {
  const counter = await as("reception-officer");
  const { petitions } = await app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: communeId,
    receivedOn: "2026-11-02",
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Nội dung trình bày để thử",
    readBack: true,
  });
  const petitionId = petitions[0]?.id ?? "";
  if (kind === "denunciation") await app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
  const { matterId } = await app.matters.openMatter(await as("head"), {
    key: randomUUID(),
    petitionId,
    procedure: "reception",
  });
  await transaction(app.setting.store, app.task, (tx) =>
    sql`update matter set state = 'RECORDED', facts = facts || '{"online": true}' where id = ${matterId}`.execute(tx),
  );
  return matterId;
}
