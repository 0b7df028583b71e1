import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
});
afterAll(() => office?.close());

/** A complaint received and accepted on these days; the number that the notice of acceptance got. */
async function numberOfAcceptance(receivedOn: string, acceptedOn: string): Promise<string | null | undefined> {
  const { app } = office;
  const head = await office.as("head");
  const { petitions } = await app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn,
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: ["complaint"],
    content: "Khiếu nại để thử số văn bản",
    readBack: true,
  });
  const { matterId } = await app.matters.openMatter(head, {
    key: randomUUID(),
    petitionId: petitions[0]?.id ?? "",
    values: { signaturesComplete: true },
  });
  const { waitsFor } = await app.matters.performAct(head, {
    key: randomUUID(),
    matterId,
    seq: 0,
    act: "accept",
    on: acceptedOn,
    values: { eligible: true, content: "Quyết định thu hồi đất" },
  });
  for (const step of ["check", "approve", "sign", "number"] as const)
    await app.matters.stepPaper(head, { key: randomUUID(), paperId: waitsFor ?? "", step, on: acceptedOn });
  const sheet = await app.matters.openMatterSheet(head, { matterId });
  return sheet.papers.find((each) => each.id === waitsFor)?.number;
}

test("numbers go up within a year and begin anew with the next", async () => {
  expect(await numberOfAcceptance("2025-12-01", "2025-12-08")).toBe("01/TB-UBND");
  expect(await numberOfAcceptance("2025-12-02", "2025-12-09")).toBe("02/TB-UBND");
  expect(await numberOfAcceptance("2026-11-02", "2026-11-09")).toBe("01/TB-UBND");
});
