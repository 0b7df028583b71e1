import { randomUUID } from "node:crypto";
import { openTestOffice } from "../../server/testing.ts";
import type { RecordVisitInput } from "./index.ts";

/** Three who come to the counter. Nobody of them exists. */
export const people = [
  { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
  { name: "Trần Thị Thử", address: "thôn Hai, xã An Thử", idNumber: "001099000002" },
  { name: "Lê Thử", address: "thôn Ba, xã An Thử", idNumber: "001099000003" },
] as const;

/** An office with its counter, its head and the counter of another commune; `record` takes in a complaint of the first of the people. */
export async function openCounter() {
  const office = await openTestOffice({ today: "2026-11-24" });
  const officer = await office.as("reception-officer");
  const head = await office.as("head");
  const elsewhere = await office.as("reception-officer", "elsewhere");
  const record = (overrides: Partial<RecordVisitInput> = {}, asker = officer, agencyId = office.communeId) =>
    office.app.reception.recordVisit(asker, {
      key: randomUUID(),
      agencyId,
      visitor: people[0],
      kinds: ["complaint"],
      content: "Khiếu nại mức bồi thường khi thu hồi đất vườn",
      readBack: true,
      ...overrides,
    });
  return { office, officer, head, elsewhere, record };
}
