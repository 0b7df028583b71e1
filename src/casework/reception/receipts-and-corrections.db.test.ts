import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { openCounter, people } from "./testing-counter.ts";

const { office, officer, head, elsewhere, record } = await openCounter();
afterAll(() => office.close());

describe("the receipt", () => {
  const items = [{ title: "Đơn khiếu nại", pages: 3, copyType: "photocopy" as const, condition: "rõ chữ" }];

  test("names who gave what, and carries the code and the secret, but not in the address", async () => {
    const done = await record({ items });
    const [petition] = done.petitions;
    const input = await office.app.reception.receiptInput(officer, {
      visitId: done.visitId,
      trackingSecret: petition?.trackingSecret?.toLowerCase() ?? "",
    });
    expect(input).toMatchObject({
      template: "tcd-02",
      visit: {
        registerNo: done.registerNo,
        receivedAt: "2026-11-24T12:00",
        giver: people[0],
        items: [{ title: "Đơn khiếu nại", pages: 3, copyType: "Bản phô tô", condition: "rõ chữ" }],
        petitionCode: petition?.code,
        trackingSecret: petition?.trackingSecret,
        trackingUrl: "http://127.0.0.1:8080/track",
      },
    });
    const pdf = await office.app.reception.renderReceipt(officer, { visitId: done.visitId });
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe("%PDF-");
  });

  test("bears a signed code that anyone can check, the same when it is printed again, and with nobody's name", async () => {
    const done = await record({ items });
    const { app } = office;
    const print = () => app.reception.renderReceipt(officer, { visitId: done.visitId });
    const [first, again] = [app.filing.verifyReceipt(await print()), app.filing.verifyReceipt(await print())];
    expect(first).toMatchObject({
      valid: true,
      statement: { code: done.petitions[0]?.code, at: "2026-11-24T12:00:00+07:00", agency: "TT.A" },
    });
    expect(again).toEqual(first);
    const { visit } = await app.reception.receiptInput(officer, { visitId: done.visitId });
    const said = Buffer.from(visit?.signed?.split(".")[1] ?? "", "base64url").toString();
    expect(said).not.toMatch(/Thử|thôn|001099/);
    expect(app.filing.verifyReceipt(visit?.verifyUrl ?? "")).toEqual(first);
    expect(app.filing.verifyReceipt(visit?.signed?.replace("MX1.", "MX1.A") ?? "")).toMatchObject({ valid: false });
  });

  test("of a mixed visit is the one whose secret is given; a wrong secret is refused", async () => {
    const done = await record({ kinds: ["complaint", "recommendation"] });
    const [first, second] = done.petitions;
    const receipt = (trackingSecret: string, petitionId?: string) =>
      office.app.reception.receiptInput(officer, {
        visitId: done.visitId,
        trackingSecret,
        ...(petitionId ? { petitionId } : {}),
      });
    expect((await receipt(second?.trackingSecret ?? "")).visit?.petitionCode).toBe(second?.code);
    await expect(receipt("0000-0000-0000")).rejects.toMatchObject({
      details: { fields: [{ field: "trackingSecret" }] },
    });
    await expect(receipt(second?.trackingSecret ?? "", first?.id)).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("opens the citizen's page, and only with its secret", async () => {
    const done = await record();
    const [petition] = done.petitions;
    const track = (secret: string) =>
      office.app.petitions.track({ code: petition?.code ?? "", secret, network: "203.0.113.0/24" });
    expect(await track(petition?.trackingSecret ?? "")).toMatchObject({ code: petition?.code });
    expect(await track("0000-0000-0000")).toBeNull();
  });

  test("of a denunciation leaves the giver blank, to be written by hand", async () => {
    const done = await record({ kinds: ["denunciation"], content: "Tố cáo cán bộ nhận tiền" });
    const input = await office.app.reception.receiptInput(officer, { visitId: done.visitId });
    expect(input.visit?.giver).toEqual({ name: "" });
  });
});

describe("a wrong entry", () => {
  const correct = (visitId: string, change: object, asker = head) =>
    office.app.reception.correctVisit(asker, { key: randomUUID(), visitId, reason: "Ghi nhầm khi nghe", ...change });

  test("is corrected with its reason; the old value stays, and the name is found in its new form", async () => {
    const done = await record({ visitor: { ...people[0], name: "Nguyễn Vân Thử", idNumber: "001099000055" } });
    const before = await office.app.reception.visit(officer, { visitId: done.visitId });
    const personId = before.people[0]?.personId ?? "";
    await correct(
      done.visitId,
      { people: [{ personId, fullName: "Nguyễn Văn Thử Nghiệm" }], note: "Đã gọi lại" },
      officer,
    );
    const after = await office.app.reception.visit(officer, { visitId: done.visitId });
    expect(after.people[0]?.name).toBe("Nguyễn Văn Thử Nghiệm");
    expect(after.corrections).toMatchObject([
      { seq: 1, field: "note", oldValue: null, newValue: "Đã gọi lại", reason: "Ghi nhầm khi nghe" },
      { seq: 1, field: "people.0.fullName", oldValue: "Nguyễn Vân Thử", newValue: "Nguyễn Văn Thử Nghiệm" },
    ]);
  });

  test("in the day of receipt moves the clocks of the petition", async () => {
    const done = await record({ receivedOn: "2026-11-10" });
    const petitionId = done.petitions[0]?.id ?? "";
    const due = async () => (await office.app.petitions.openPetition(head, { petitionId })).nextDueOn ?? "";
    const before = await due();
    await correct(done.visitId, { receivedOn: "2026-11-02" });
    expect((await due()) < before).toBe(true);
    expect((await office.app.petitions.openPetition(head, { petitionId })).receivedOn).toBe("2026-11-02");
  });

  test("is not corrected into another year, a wrong paper, or by somebody without the right", async () => {
    const done = await record();
    await expect(correct(done.visitId, { receivedOn: "2025-12-31" })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(correct(done.visitId, { receivedOn: "2026-11-20" }, officer)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(correct(done.visitId, { note: "x" }, elsewhere)).rejects.toMatchObject({ code: "not-found" });
    const personId = (await office.app.reception.visit(officer, { visitId: done.visitId })).people[0]?.personId ?? "";
    await expect(correct(done.visitId, { people: [{ personId, idNumber: "12" }] })).rejects.toMatchObject({
      details: { fields: [{ field: "people.0.idNumber" }] },
    });
  });

  test("of an unclassified visit waits for the classification; texts of a denunciation stay", async () => {
    const open = await record({ kinds: [] });
    await expect(correct(open.visitId, { note: "Sửa lại" }, officer)).rejects.toMatchObject({ code: "law" });
    const sealed = await record({ kinds: ["denunciation"], content: "Tố cáo cán bộ nhận tiền" });
    await expect(correct(sealed.visitId, { content: "Khác" }, officer)).rejects.toMatchObject({
      details: { fields: [{ field: "content" }] },
    });
    await correct(sealed.visitId, { peopleCount: 3 }, officer);
    expect(await office.app.reception.visit(officer, { visitId: sealed.visitId })).toMatchObject({ peopleCount: 3 });
  });
});
