import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { transaction } from "../../../store/index.ts";
import type { Asker } from "../../setting.ts";

let office: TestOffice;
let officer: Asker;
let head: Asker;
let sessionId = "";

const visitor = { name: "Người Thử Hồ Sơ", address: "thôn 3, xã An Thử", idNumber: "001085000321" };
async function visit(kinds: ("complaint" | "denunciation" | "recommendation")[], content: string, more: object = {}) {
  const { petitions } = await office.app.reception.recordVisit(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor,
    kinds,
    content,
    readBack: true,
    ...more,
  });
  return petitions[0]?.code ?? "";
}
const add = (code: string, more: object = {}, asker = officer) =>
  office.app.headSessions.addCase(asker, { key: randomUUID(), sessionId, code, ...more });
const file = (asker: Asker) => office.app.headSessions.sessionFile(asker, { sessionId });

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
  head = await office.as("head");
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-12-08"],
    startsAt: "08:00",
    endsAt: "11:30",
    place: "Phòng tiếp công dân",
    announcedOn: "2026-11-24",
  });
  sessionId = sessions[0]?.id ?? "";
});
afterAll(() => office?.close());

describe("the day's file of a session", () => {
  test("holds who is expected, groups first, with what came before and what has to be ready", async () => {
    const first = await visit(["complaint"], "Không đồng ý mức bồi thường.", { receivedOn: "2026-11-02" });
    const second = await visit(["recommendation"], "Đề nghị sửa đường liên thôn.", { receivedOn: "2026-11-10" });
    const group = await visit(["complaint"], "Cả xóm khiếu nại việc thu hồi đất.", {
      visitor: { ...visitor, name: "Người Thử Đại Diện", idNumber: "001085000322" },
      peopleCount: 7,
    });
    await add(first, { prepare: "Bản đồ địa chính tờ 12", unit: "Phòng Kinh tế" });
    await add(group);
    const { cases } = await file(head);
    expect(cases.map(({ code }) => code)).toEqual([group, first]);
    expect(cases[1]).toMatchObject({
      prepare: "Bản đồ địa chính tờ 12",
      unit: "Phòng Kinh tế",
      listed: true,
      people: [{ name: visitor.name, address: visitor.address }],
    });
    const earlier = cases[1]?.earlier ?? [];
    expect(
      earlier.filter(({ what }) => what === "petition").map(({ no }) => no),
      "known by the number of the paper",
    ).toEqual([second]);
    expect(
      earlier.filter(({ what }) => what === "visit"),
      "not the visit of the petition itself",
    ).toHaveLength(1);
    expect(cases[0]?.earlier).toEqual([]);
  });

  test("a code given again changes what has to be ready; a petition is taken off until the session was held", async () => {
    const code = await visit(["recommendation"], "Đề nghị mở lại chợ.");
    const { petitionId } = await add(code, { prepare: "Phương án chợ" });
    await add(code.toLowerCase(), { prepare: "Phương án chợ, ý kiến Phòng Kinh tế" });
    const shown = async () => (await file(head)).cases.find((each) => each.code === code);
    expect((await shown())?.prepare).toBe("Phương án chợ, ý kiến Phòng Kinh tế");
    await office.app.headSessions.removeCase(officer, { key: randomUUID(), sessionId, petitionId });
    expect(await shown()).toBeUndefined();
  });

  test("a denunciation stands in it under its pseudonym, for who may read denunciations alone", async () => {
    const code = await visit(["denunciation"], "Tố cáo cán bộ nhận tiền.");
    await add(code);
    for (const role of ["reception-officer", "clerk", "inspectorate"] as const) {
      const asker = role === "reception-officer" ? await office.as(role, "here", "other") : await office.as(role);
      expect(JSON.stringify(await file(asker)), role).not.toContain(code);
    }
    const text = JSON.stringify(await file(officer));
    expect(text).toContain(code);
    for (const secret of [visitor.name, visitor.address]) {
      const its = (await file(officer)).cases.find((each) => each.code === code);
      expect(JSON.stringify(its)).not.toContain(secret);
      expect(its?.earlier, "a denouncer has no earlier").toEqual([]);
    }
  });

  test("is refused to strangers; nobody lists what is not theirs to see or another agency's", async () => {
    await expect(file(await office.as("head", "elsewhere"))).rejects.toMatchObject({ code: "not-found" });
    await expect(add("TT.A-26-99999")).rejects.toMatchObject({ code: "invalid-input" });
    const code = await visit(["recommendation"], "Đề nghị lắp đèn đường.");
    await expect(add(code, {}, await office.as("inspectorate"))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(add(code, {}, await office.as("clerk", "elsewhere"))).rejects.toMatchObject({ code: "not-found" });
  });

  test("each look at a petition in it is noted", async () => {
    const officerId = await office.officerId("head");
    await file(head);
    const looks = await transaction(
      office.app.setting.store,
      office.app.command,
      async (tx) =>
        (await sql`select 1 from read_event where officer_id = ${officerId} and what = 'petition'`.execute(tx)).rows,
    );
    expect(looks.length).toBeGreaterThanOrEqual(2);
  });
});

describe("at the provincial place of reception", () => {
  test("the law's table says what comes to each body, and which sat in is recorded; elsewhere there is none", async () => {
    const asker = await office.as("reception-officer", "above");
    const { sessions } = await office.app.headSessions.planSessions(asker, {
      key: randomUUID(),
      agencyId: office.provinceId,
      position: "province-chair",
      dates: ["2026-11-20"],
      startsAt: "08:00",
      endsAt: "11:30",
      place: "Trụ sở tiếp công dân tỉnh",
      announcedOn: "2026-11-02",
    });
    const id = sessions[0]?.id ?? "";
    const record = (bodies: string[]) =>
      office.app.headSessions.recordSession(asker, { key: randomUUID(), sessionId: id, outcome: "held", bodies });
    await expect(record(["police"])).rejects.toMatchObject({ code: "invalid-input" });
    await record(["party-inspection", "internal-affairs"]);
    const { participants } = await office.app.headSessions.openSession(asker, { sessionId: id });
    expect(participants.filter(({ sat }) => sat).map(({ name }) => name.vi)).toEqual([
      "Ủy ban Kiểm tra Tỉnh ủy",
      "Ban Nội chính Tỉnh ủy",
    ]);
    expect(participants[2]).toMatchObject({ article: "Điểm c khoản 4 Điều 12 Luật Tiếp công dân" });
    expect(participants.at(-1)?.id, "everything else is the office's own").toBe("reception-board");
    expect((await office.app.headSessions.openSession(officer, { sessionId })).participants).toEqual([]);
  });
});
