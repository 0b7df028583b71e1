import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { SubordinatesFilter } from "./index.ts";

let office: TestOffice;
let restricted = "";
let complaint = "";

async function matter(kind: "complaint" | "denunciation", receivedOn: string, where: "here" | "elsewhere" = "here") {
  const [counter, head] = [await office.as("reception-officer", where), await office.as("head", where)];
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: where === "here" ? office.communeId : office.otherCommuneId,
    receivedOn,
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một", idNumber: "001099000001" },
    kinds: [kind],
    content: "Nội dung kín của vụ việc",
    readBack: true,
  });
  const petitionId = petitions[0]?.id ?? "";
  if (kind === "denunciation") await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
  const values: Record<string, string | boolean> =
    kind === "complaint"
      ? { signaturesComplete: true }
      : { violation: "duty", withinCompetence: true, forwarded: false };
  return { petitionId, ...(await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values })) };
}

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  complaint = (await matter("complaint", "2026-11-20")).code;
  const made = await matter("denunciation", "2026-10-01");
  restricted = made.code;
  await matter("complaint", "2026-11-19", "elsewhere");
  await office.app.matters
    .openMatter(await office.as("head"), {
      key: randomUUID(),
      petitionId: made.petitionId,
      procedure: "denouncer-protection",
      values: {},
    })
    .catch(() => undefined);
});
afterAll(() => office?.close());

const seen = async (role: "head" | "inspectorate", where: "here" | "above", filter: SubordinatesFilter = {}) =>
  office.app.matters.subordinateMatters(await office.as(role, where), filter);

describe("the matters of subordinate agencies", () => {
  test("are seen by the head and the inspectorate above: that they exist, and when, and no more", async () => {
    for (const role of ["head", "inspectorate"] as const) {
      const { lines, agencies } = await seen(role, "above");
      expect(agencies.map(({ id }) => id).sort()).toEqual([office.communeId, office.otherCommuneId].sort());
      expect(lines.map(({ openedOn }) => openedOn)).toEqual(["2026-11-20", "2026-11-19", "2026-10-01"]);
      const denunciation = lines.find(({ code }) => code === restricted);
      expect(denunciation).toEqual({
        code: restricted,
        agencyId: office.communeId,
        agencyName: expect.any(String),
        procedure: { vi: "Tố cáo", en: "Denunciation" },
        state: { vi: "Đang giải quyết", en: "Under way" },
        openedOn: "2026-10-01",
        dueOn: "2026-10-12",
        provisional: false,
        closed: false,
        overdue: true,
      });
      expect(JSON.stringify(lines)).not.toMatch(/Nguyễn Văn Thử|Nội dung kín|Cán bộ/);
    }
  });

  test("are narrowed to an agency and to what is overdue, and walked by pages", async () => {
    const overdue = await seen("head", "above", { overdue: true });
    expect(overdue.lines.map(({ code }) => code)).toEqual([restricted]);
    const ofOne = await seen("head", "above", { agencyId: office.otherCommuneId });
    expect(ofOne.lines).toHaveLength(1);
    const first = await seen("head", "above", { limit: 1 });
    expect(first.lines.map(({ code }) => code)).toEqual([complaint]);
    const second = await seen("head", "above", { limit: 2, ...(first.next ? { after: first.next } : {}) });
    expect(second.lines.map(({ openedOn }) => openedOn)).toEqual(["2026-11-19", "2026-10-01"]);
  });

  test("are nobody else's: none below a commune, none for who leads no agency, none of an agency that is not below", async () => {
    expect(await seen("head", "here")).toMatchObject({ lines: [], agencies: [] });
    expect((await seen("head", "here", { agencyId: office.otherCommuneId })).lines).toEqual([]);
    expect((await seen("head", "above", { agencyId: office.provinceId })).lines).toEqual([]);
    for (const role of ["clerk", "administrator", "petition-officer"] as const)
      await expect(office.app.matters.subordinateMatters(await office.as(role, "above"), {})).rejects.toMatchObject({
        code: "not-allowed",
      });
  });
});
