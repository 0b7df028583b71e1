import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eligible } from "../../../law/petitions/testing-check.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let head: Asker;
let petitionOfficer: Asker;
let counter: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-20" });
  head = await office.as("head");
  petitionOfficer = await office.as("petition-officer");
  counter = await office.as("reception-officer");
});
afterAll(() => office?.close());

/** A complaint handed in at the counter and opened under a preliminary procedure; nobody in it exists. */
async function opened(procedure: string) {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-02",
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: ["complaint"],
    content: "Nội dung trình bày để thử",
    readBack: true,
  });
  const petitionId = petitions[0]?.id ?? "";
  const { matterId } = await office.app.matters.openMatter(petitionOfficer, {
    key: randomUUID(),
    petitionId,
    procedure,
  });
  const sheet = () => office.app.matters.openMatterSheet(head, { matterId });
  const act = async (name: string, on: string, values: Record<string, string | boolean>) =>
    office.app.matters.performAct(petitionOfficer, {
      key: randomUUID(),
      matterId,
      seq: (await sheet()).seq,
      act: name,
      on,
      values,
    });
  const clocks = async (status: string) =>
    (await sheet()).clocks.filter((each) => each.status === status).map((each) => [each.clock, each.dueOn]);
  return { act, clocks };
}

const checked = { ...eligible, withinCompetence: false, inPerson: true };

test("a complaint that is guided elsewhere is answered, and nobody waits for its acceptance any more", async () => {
  const { act, clocks } = await opened("petition-processing");
  expect((await clocks("running")).map(([clock]) => clock)).toEqual(
    expect.arrayContaining(["acceptance", "answer", "processing", "alarm"]),
  );
  await act("check", "2026-11-03", checked);
  const { waitsFor } = await act("guide", "2026-11-04", {
    competentBody: "Cơ quan thử",
    basis: "Điều 17 Luật Khiếu nại",
  });
  for (const step of ["check", "approve", "sign", "number"] as const)
    await office.app.matters.stepPaper(head, {
      key: randomUUID(),
      paperId: waitsFor ?? "",
      step,
      on: "2026-11-04",
    });
  expect(await clocks("running")).toEqual([]);
  expect((await clocks("cancelled")).map(([clock]) => clock)).toEqual(["acceptance"]);
});

test("a wrong day of receipt moves the time for acceptance while the petition is only processed", async () => {
  const { act, clocks } = await opened("petition-processing");
  const dueOf = async (clock: string) => (await clocks("running")).find(([each]) => each === clock)?.[1];
  expect(await dueOf("acceptance")).toBe("2026-11-11");
  await act("correct", "2026-11-05", {
    what: "received-on",
    oldValue: "02/11",
    newDate: "2026-10-30",
    reason: "Nhầm",
  });
  expect(await dueOf("acceptance")).toBe("2026-11-10");
  expect(await dueOf("answer")).toBe("2026-11-13");
});

test("a visit that is followed has the one answer that its petition has to be given", async () => {
  const { clocks } = await opened("reception");
  expect(await clocks("running")).toEqual([["answer", "2026-11-16"]]);
});
