import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { superuserClient } from "../../store/embedded/supervisor.ts";
import type { Asker } from "../setting.ts";
import type { RecordVisitInput } from "./index.ts";

let office: TestOffice;
let officer: Asker;
let head: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
  head = await office.as("head");
});
afterAll(() => office?.close());

/** A visitor whom nothing else in the database resembles, and a story that names them in several ways. */
function planted() {
  const tag = "Quyzzơ";
  const visitor = {
    name: `Tôn Nữ ${tag} Lạ`,
    address: "Số 77 ngõ Kỳ Lân Vàng, thôn Phượng Zin, xã An Thử",
    idNumber: "079388123457",
    phone: "0988776655",
    email: "quyzzo.la@example.vn",
    birthYear: 1971,
  };
  const story = `Tôi là ${visitor.name}, trú tại ${visitor.address}, số căn cước ${visitor.idNumber}, điện thoại 0988 776 655, thư ${visitor.email}. Bà Lạ tố cáo trưởng thôn thu tiền sai; ton nu quyzzo la đã làm đơn.`;
  const traces = ["quyzzo", "ky lan vang", "phuong zin", "079388123457", "0988776655", "0988 776 655"];
  return { visitor, story, traces };
}

const wanted = (overrides: Partial<RecordVisitInput> = {}): RecordVisitInput => {
  const { visitor, story } = planted();
  return {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor,
    kinds: ["denunciation"],
    content: story,
    request: `Đề nghị trả lời cho ${visitor.name}`,
    contestedAct: `Việc thu tiền của ${visitor.name}`,
    respondent: `Trưởng thôn, hàng xóm của ${visitor.name}`,
    priorAuthority: `Đã trả lời ${visitor.name} ngày 02/07/2026`,
    note: `Gọi lại số ${visitor.phone}`,
    items: [{ title: `Đơn của ${visitor.name}`, pages: 2, condition: `Có chữ ký ${visitor.name}` }],
    readBack: true,
    ...overrides,
  };
};
const record = (overrides: Partial<RecordVisitInput> = {}) =>
  office.app.reception.recordVisit(officer, wanted(overrides));
const sheet = (visitId: string, asker = officer) => office.app.reception.visit(asker, { visitId });

/** Every table, of whatever schema and policy, with a row in which one of the traces stands with or without diacritics. */
async function tablesWith(traces: readonly string[]): Promise<readonly string[]> {
  const { socketDir, secrets } = inject("testServer");
  const client = superuserClient(socketDir, secrets.superuser, office.app.setting.store.migrator.database);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await client.query(
        `select 1 from ${name} t where exists (select 1 from unnest($1::text[]) trace where app.fold(to_jsonb(t)::text) like '%' || trace || '%') limit 1`,
        [traces],
      );
      if (hit.rowCount) found.push(name);
    }
    expect(rows.length).toBeGreaterThan(40);
    return found;
  } finally {
    await client.end();
  }
}

describe("a denunciation at the counter", () => {
  test("leaves the denouncer's name, address, papers and contacts in no table at all", async () => {
    const done = await record();
    expect(await tablesWith(planted().traces)).toEqual([]);
    expect(done.sealedNotice?.vi).toContain("bí danh");
    const shown = await sheet(done.visitId);
    expect(shown).toMatchObject({ sealed: true, people: [], kinds: ["denunciation"] });
    expect(shown.pseudonym).toMatch(/^Người tố cáo 2026-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(shown.content).toContain("tố cáo trưởng thôn thu tiền");
    expect(shown.priorAuthority).toContain("ngày 02/07/2026");
  });

  test("a person found before is not linked to it either", async () => {
    const visitor = { name: "Lê Thị Quen Mặt", address: "thôn Hai, xã An Thử", idNumber: "001099000777" };
    const bare = {
      request: undefined,
      contestedAct: undefined,
      respondent: undefined,
      priorAuthority: undefined,
      note: undefined,
      items: [],
    };
    const first = await record({ ...bare, visitor, kinds: ["complaint"], content: "Ranh giới thửa đất" });
    const personId = (await sheet(first.visitId)).people[0]?.personId ?? "";
    const second = await record({
      ...bare,
      visitor: { personId },
      content: "Bà Lê Thị Quen Mặt tố cáo cán bộ địa chính nhận tiền",
    });
    const history = await office.app.people.personHistory(officer, { personId });
    expect(history.visits.map((one) => one.visitId)).toEqual([first.visitId]);
    expect((await sheet(second.visitId)).content).toBe("Bà [đã giấu] tố cáo cán bộ địa chính nhận tiền");
  });

  test("is seen by the officer who took it and by nobody else, the head included", async () => {
    const done = await record();
    const [petition] = done.petitions;
    await expect(sheet(done.visitId, head)).rejects.toMatchObject({ code: "not-found" });
    await expect(office.app.petitions.openPetition(head, { petitionId: petition?.id ?? "" })).rejects.toMatchObject({
      code: "not-found",
    });
    const period = { agencyId: office.communeId, from: "2026-11-24", to: "2026-11-24" };
    const seen = async (asker: Asker) =>
      (await office.app.reception.register(asker, period)).lines.map((one) => one.visitId);
    expect(await seen(officer)).toContain(done.visitId);
    expect(await seen(head)).not.toContain(done.visitId);
  });

  test("leaves its line in the register but not its words once it was handed to the head", async () => {
    const done = await record();
    await office.app.petitions.handToHead(officer, { key: randomUUID(), petitionId: done.petitions[0]?.id ?? "" });
    const shown = await sheet(done.visitId);
    expect(shown).toMatchObject({ handed: true, mayCorrect: false, note: null, priorAuthority: null, items: [] });
    expect(shown.content).not.toContain("thu tiền");
    const period = { agencyId: office.communeId, from: "2026-11-24", to: "2026-11-24" };
    const line = (await office.app.reception.register(officer, period)).lines.find(
      (one) => one.visitId === done.visitId,
    );
    expect(line).toMatchObject({ registerNo: done.registerNo, content: shown.content, note: null });
    await expect(
      office.app.reception.correctVisit(officer, {
        key: randomUUID(),
        visitId: done.visitId,
        peopleCount: 2,
        reason: "Ghi nhầm",
      }),
    ).rejects.toMatchObject({ code: "law", details: { article: "Điều 56 Luật Tố cáo" } });
  });

  test("with a complaint in the same visit is split in two, both under the pseudonym", async () => {
    const done = await record({ kinds: ["complaint", "denunciation"] });
    expect(done.petitions.map((one) => one.kind)).toEqual(["complaint", "denunciation"]);
    const sheets = await Promise.all(
      done.petitions.map((one) => office.app.petitions.openPetition(officer, { petitionId: one.id })),
    );
    expect(sheets.map((one) => [one.people.length, one.sealed])).toEqual([
      [0, true],
      [0, true],
    ]);
    expect(sheets[1]?.originCode).toBe(done.petitions[0]?.code);
    expect(await tablesWith(planted().traces)).toEqual([]);
  });

  test("takes no scan, which would show the handwriting", async () => {
    await expect(record({ items: [{ title: "Đơn", fileId: randomUUID() }] })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "items.0.fileId" }] },
    });
  });
});

describe("a visit that is not classified yet", () => {
  const unclassified = () => record({ kinds: [] });
  const classify = (visitId: string, kinds: ("complaint" | "denunciation" | "recommendation")[], asker = officer) =>
    office.app.reception.classifyVisit(asker, { key: randomUUID(), visitId, kinds });

  test("is known to the officer alone until it is classified, then to the agency", async () => {
    const done = await unclassified();
    expect(done).toMatchObject({ petitions: [{ kind: null }], sealedNotice: { vi: expect.any(String) } });
    await expect(sheet(done.visitId, head)).rejects.toMatchObject({ code: "not-found" });
    await expect(classify(done.visitId, ["complaint"], head)).rejects.toMatchObject({ code: "not-found" });

    const after = await classify(done.visitId, ["complaint"]);
    expect(after.petitions).toMatchObject([{ id: done.petitions[0]?.id, kind: "complaint" }]);
    expect(await sheet(done.visitId, head)).toMatchObject({
      sealed: false,
      kinds: ["complaint"],
      people: [{ name: planted().visitor.name }],
    });
    const petition = await office.app.petitions.openPetition(head, { petitionId: done.petitions[0]?.id ?? "" });
    expect(petition).toMatchObject({
      state: "screening",
      nextAct: "open-matter",
      people: [{ name: planted().visitor.name }],
    });
    expect(petition.clocks.map((clock) => clock.clock)).toContain("acceptance");
    await expect(classify(done.visitId, ["recommendation"])).rejects.toMatchObject({ code: "already-done" });
  });

  test("that turns out to hold two matters becomes two petitions of the same people", async () => {
    const done = await unclassified();
    const after = await classify(done.visitId, ["complaint", "recommendation"]);
    expect(after.petitions.map((one) => one.kind)).toEqual(["complaint", "recommendation"]);
    const second = await office.app.petitions.openPetition(head, { petitionId: after.petitions[1]?.id ?? "" });
    expect(second).toMatchObject({ originCode: done.petitions[0]?.code, people: [{ name: planted().visitor.name }] });
  });

  test("is not classified through its petition, where denunciation cannot be chosen", async () => {
    const done = await unclassified();
    await expect(
      office.app.petitions.classifyPetition(officer, {
        key: randomUUID(),
        petitionId: done.petitions[0]?.id ?? "",
        kind: "complaint",
      }),
    ).rejects.toMatchObject({ code: "law", details: { instead: [{ act: "classify-visit" }] } });
    await classify(done.visitId, ["complaint"]);
  });
});

describe("a visit that turns out to be a denunciation", () => {
  test("gives up its people for good: afterwards they stand in no table", async () => {
    const own = await openTestOffice({ today: "2026-11-24" });
    const before = office;
    try {
      office = own;
      const taker = await own.as("reception-officer");
      const done = await own.app.reception.recordVisit(taker, wanted({ kinds: [] }));
      expect(await tablesWith(planted().traces)).toContain("public.person_detail");
      const key = randomUUID();
      const after = await own.app.reception.classifyVisit(taker, {
        key,
        visitId: done.visitId,
        kinds: ["denunciation"],
      });
      expect(after.sealedNotice).toBeDefined();
      expect(
        await own.app.reception.classifyVisit(taker, { key, visitId: done.visitId, kinds: ["denunciation"] }),
      ).toEqual(after);
      expect(await tablesWith(planted().traces)).toEqual([]);
      const shown = await sheet(done.visitId, taker);
      expect(shown).toMatchObject({ sealed: true, kinds: ["denunciation"], people: [] });
      const petition = await own.app.petitions.openPetition(taker, { petitionId: done.petitions[0]?.id ?? "" });
      expect(petition).toMatchObject({ kind: "denunciation", people: [], pseudonym: shown.pseudonym });
      expect(petition.events[0]?.what).toBe("sealed");
    } finally {
      office = before;
      await own.close();
    }
  });

  test("together with a complaint keeps both petitions sealed", async () => {
    const done = await record({ kinds: [] });
    const after = await office.app.reception.classifyVisit(officer, {
      key: randomUUID(),
      visitId: done.visitId,
      kinds: ["complaint", "denunciation"],
      parts: [{ kind: "complaint", content: `${planted().visitor.name} không được bồi thường` }],
    });
    expect(after.petitions.map((one) => one.kind)).toEqual(["denunciation", "complaint"]);
    const complaint = await office.app.petitions.openPetition(officer, { petitionId: after.petitions[1]?.id ?? "" });
    expect(complaint).toMatchObject({ sealed: true, people: [], content: "[đã giấu] không được bồi thường" });
  });
});
