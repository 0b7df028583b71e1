import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { transaction } from "../../../store/index.ts";
import type { Asker } from "../../setting.ts";
import type { PlanSessionsInput, SessionTemplate } from "./index.ts";

let office: TestOffice;
let officer: Asker;
let head: Asker;
let sessionId = "";

const day = "2026-11-24";
const [minutes, notice] = ["tcd-session-minutes", "tcd-session-conclusion"] as const;
const content = "Không đồng ý mức bồi thường khi thu hồi thửa 14.";

async function plan(on: string, more: Partial<PlanSessionsInput> = {}): Promise<string> {
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: [on],
    startsAt: "00:00",
    endsAt: "23:59",
    place: "Phòng tiếp công dân xã An Thử",
    announcedOn: "2026-11-02",
    ...more,
  });
  return sessions[0]?.id ?? "";
}
const hold = (id: string) =>
  office.app.headSessions.recordSession(officer, {
    key: randomUUID(),
    sessionId: id,
    outcome: "held",
    receivedBy: "Người Thử Chủ Tịch",
  });
const visit = (
  kinds: ("complaint" | "denunciation" | "recommendation")[],
  name: string,
  idNumber: string,
  said: string,
) =>
  office.app.reception.recordVisit(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name, address: "thôn 3, xã An Thử", idNumber },
    kinds,
    content: said,
    readBack: true,
  });
async function paperOf(template: SessionTemplate, asker = officer) {
  const { papers } = await office.app.headSessions.sessionPapers(asker, { sessionId });
  return papers.find((each) => each.template === template);
}
async function draft(template: SessionTemplate, said: Readonly<Record<string, string>> = {}, asker = officer) {
  const filled = await paperOf(template, asker);
  const lines = (filled?.lines ?? []).map(({ visitId, content: words }) => ({ visitId, content: words, ...said }));
  return office.app.headSessions.draftSessionPaper(asker, {
    key: randomUUID(),
    sessionId,
    template,
    startedAt: "08:00",
    endedAt: "10:30",
    secretary: "Người Thử Thư Ký",
    attending: "Phòng Kinh tế xã An Thử",
    lines,
  });
}
async function printed(paperId: string): Promise<string> {
  const { bytes } = await office.app.papers.renderPaper(head, { paperId, format: "pdf" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.normalize("NFC").replaceAll(/\s+/gu, " ");
}
const step = (asker: Asker, paperId: string, name: "check" | "approve" | "sign" | "number" | "send") =>
  office.app.matters.stepPaper(asker, {
    key: randomUUID(),
    paperId,
    step: name,
    ...(name === "send" ? { recipients: ["related" as const] } : {}),
  });
const concluded = {
  conclusion: "Phòng Kinh tế kiểm tra lại đơn giá.",
  unit: "Phòng Kinh tế xã An Thử",
  doBy: "2026-12-15",
};

beforeAll(async () => {
  office = await openTestOffice({ today: day });
  officer = await office.as("reception-officer");
  head = await office.as("head");
  sessionId = await plan(day);
  await visit(["complaint"], "Người Thử Khiếu Nại", "001085000331", content);
  await visit(["denunciation"], "Quyzzơ Tố Cáo", "001085000332", "Tố cáo trưởng thôn thu tiền sai quy định.");
});
afterAll(() => office?.close());

describe("the minutes of a head's session", () => {
  test("are not drawn up before the session was held", async () => {
    await expect(draft(minutes)).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Điều 25") },
    });
    expect(await office.app.headSessions.sessionPapers(officer, { sessionId })).toMatchObject({ mayDraft: false });
  });

  test("are filled from the day's visits; of a denunciation they say a pseudonym and nothing else", async () => {
    await hold(sessionId);
    const filled = await paperOf(minutes);
    expect(filled?.lines.map(({ who, denunciation, chosen }) => ({ who, denunciation, chosen }))).toEqual([
      { who: "Người Thử Khiếu Nại, thôn 3, xã An Thử", denunciation: false, chosen: true },
      { who: expect.stringMatching(/^Người tố cáo /), denunciation: true, chosen: true },
    ]);
    const { paperId } = await draft(minutes, {
      opinions: "Phòng Kinh tế đề nghị đo lại.",
      conclusion: "Đo lại thửa 14.",
    });
    const text = await printed(paperId);
    for (const said of [
      "BIÊN BẢN",
      "DỰ THẢO",
      "Vào hồi 08 giờ 00 phút, ngày 24 tháng 11 năm 2026",
      "Người Thử Thư Ký",
      content,
      "Đo lại thửa 14.",
      "Người tố cáo 2026",
      "hồ sơ riêng",
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Quyzzơ|thu tiền sai/);
  });

  test("written again they are the same paper as its next version", async () => {
    const before = await paperOf(minutes);
    const { paperId } = await draft(minutes, { conclusion: "Đo lại thửa 14 trước 15/12." });
    expect(paperId).toBe(before?.paper?.id);
    const after = await paperOf(minutes);
    expect(after?.paper).toMatchObject({ version: 2, state: "draft", step: { id: "check", may: false } });
    expect(after?.lines[0]).toMatchObject({ conclusion: "Đo lại thửa 14 trước 15/12." });
  });

  test("written again by who may not see a denunciation, they keep its pseudonym; whoever sees it can take it off", async () => {
    const blind = await office.as("petition-officer");
    expect((await paperOf(minutes, blind))?.lines.map(({ denunciation }) => denunciation)).toEqual([false]);
    const said = { conclusion: "Đo lại thửa 14 trước 15/12." };
    for (const asker of [blind, blind, officer, blind]) {
      const { paperId } = await draft(minutes, said, asker);
      const text = await printed(paperId);
      expect(text.match(/Người tố cáo 2026/g)).toHaveLength(1);
      expect(text.indexOf("Người Thử Khiếu Nại")).toBeLessThan(text.indexOf("Người tố cáo 2026"));
    }
    const seen = await paperOf(minutes);
    expect(seen?.lines.map(({ chosen }) => chosen)).toEqual([true, true]);
    const [shown] = seen?.lines ?? [];
    const { paperId } = await office.app.headSessions.draftSessionPaper(officer, {
      key: randomUUID(),
      sessionId,
      template: minutes,
      lines: [{ visitId: shown?.visitId ?? "", content, ...said }],
    });
    expect(await printed(paperId)).not.toContain("Người tố cáo 2026");
  });
});

describe("the notice of what the head concluded", () => {
  test("takes over the minutes, leaves denunciations to their own matter, and needs unit and time", async () => {
    const filled = await paperOf(notice);
    expect(filled).toMatchObject({ article: "Khoản 2 Điều 25 Nghị định 154/2026/NĐ-CP" });
    expect(filled?.lines).toMatchObject([{ denunciation: false, conclusion: "Đo lại thửa 14 trước 15/12." }]);
    await expect(draft(notice, { conclusion: "Kiểm tra lại." })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "lines.0.unit" }, { field: "lines.0.doBy" }] },
    });
    await expect(draft(notice, { ...concluded, doBy: "2026-11-23" })).rejects.toMatchObject({
      details: { fields: [{ field: "lines.0.doBy" }] },
    });
  });

  test("is checked, approved, signed, numbered and sent like every paper, and stands fast from the signature on", async () => {
    const { paperId } = await draft(notice, concluded);
    const clerk = await office.as("clerk");
    expect(await office.app.papers.papersWaiting(clerk)).toMatchObject([{}, { sessionId, code: "24/11/2026" }]);
    await step(clerk, paperId, "check");
    await expect(step(clerk, paperId, "sign")).rejects.toMatchObject({ code: "not-allowed" });
    await step(head, paperId, "approve");
    await step(head, paperId, "sign");
    const { number } = await step(clerk, paperId, "number");
    expect(number).toMatch(/^01\/TB-/);
    await step(clerk, paperId, "send");
    await expect(draft(notice, concluded)).rejects.toMatchObject({ code: "law" });
    const text = await printed(paperId);
    for (const said of [
      number ?? "",
      "Phòng Kinh tế kiểm tra lại đơn giá.",
      "ngày 15 tháng 12 năm 2026",
      "khoản 2 Điều 25",
    ])
      expect(text).toContain(said);
  });
});

describe("who sees these papers", () => {
  test("a visit of another day cannot be put on them", async () => {
    const other = await plan("2026-11-20");
    await hold(other);
    const [line] = (await paperOf(minutes))?.lines ?? [];
    await expect(
      office.app.headSessions.draftSessionPaper(officer, {
        key: randomUUID(),
        sessionId: other,
        template: minutes,
        lines: [{ visitId: line?.visitId ?? "" }],
      }),
    ).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("nobody of another agency and no inspectorate; once a visit on them is a denunciation after all, the head alone", async () => {
    const { paper } = (await paperOf(minutes)) ?? {};
    const paperId = paper?.id ?? "";
    const read = (asker: Asker) => office.app.papers.renderPaper(asker, { paperId, format: "docx" });
    for (const stranger of [await office.as("reception-officer", "elsewhere"), await office.as("inspectorate")])
      await expect(read(stranger)).rejects.toMatchObject({ code: "not-found" });
    const other = await office.as("petition-officer");
    expect((await read(other)).bytes.byteLength).toBeGreaterThan(1000);
    const [line] = (await paperOf(minutes))?.lines ?? [];
    await transaction(office.app.setting.store, office.app.command, (tx) =>
      sql`update visit set kinds = array['denunciation'] where id = ${line?.visitId}`.execute(tx),
    );
    await expect(read(other)).rejects.toMatchObject({ code: "not-found" });
    expect((await read(head)).bytes.byteLength).toBeGreaterThan(1000);
  });
});
