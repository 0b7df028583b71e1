import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey } from "../../server/testing-custodian.ts";
import type { Asker } from "../setting.ts";
import { type RecordVisitInput, recordVisit } from "./index.ts";

let office: TestOffice;
let officer: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
});
afterAll(() => office?.close());

const visitor = { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" };

const wanted = (overrides: Partial<RecordVisitInput> = {}): RecordVisitInput => ({
  key: randomUUID(),
  agencyId: office.communeId,
  visitor,
  kinds: ["complaint"],
  content: "Không đồng ý với mức bồi thường khi thu hồi đất vườn",
  readBack: true,
  ...overrides,
});
const record = (overrides: Partial<RecordVisitInput> = {}, asker = officer) =>
  office.app.reception.recordVisit(asker, wanted(overrides));
const sheet = (visitId: string, asker = officer) => office.app.reception.visit(asker, { visitId });

describe("a visit at the counter", () => {
  test("gets its number in the register, a petition with a code, and a secret for the receipt", async () => {
    const done = await record();
    expect(done.registerYear).toBe(2026);
    expect(done.petitions).toEqual([
      {
        id: expect.any(String),
        code: expect.stringMatching(/-26-\d{5}$/),
        kind: "complaint",
        trackingSecret: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      },
    ]);
    expect(await sheet(done.visitId)).toMatchObject({
      registerNo: done.registerNo,
      receivedOn: "2026-11-24",
      kinds: ["complaint"],
      sealed: false,
      people: [{ role: "visitor", ...visitor }],
      groupClass: "one",
      mayClassify: false,
    });
    const { lines } = await office.app.reception.register(officer, {
      agencyId: office.communeId,
      from: "2026-11-24",
      to: "2026-11-24",
    });
    expect(lines[0]).toMatchObject({ visitId: done.visitId, people: [{ name: visitor.name }] });
  });

  test("sent twice with the same key it is one visit, with the same secret", async () => {
    const input = wanted();
    const [first, second] = await Promise.all([
      office.app.reception.recordVisit(officer, input),
      office.app.reception.recordVisit(officer, input),
    ]);
    const third = await office.app.reception.recordVisit(officer, input);
    expect(second).toMatchObject({ visitId: first.visitId, registerNo: first.registerNo });
    expect(third).toEqual(first);
  });

  test("pressed again while the first press is still erasing scans, it gives the second the secret too", async () => {
    const custodian = await office.as("custodian");
    const { recipient, sealedKey } = await newTestKey();
    await office.app.identity.becomeCustodian(custodian, { agencyId: office.communeId, recipient, sealedKey });
    const { fileId } = await office.app.files.addFile(officer, {
      agencyId: office.communeId,
      name: "don.txt",
      bytes: new TextEncoder().encode("Đơn tố cáo"),
    });
    const input = wanted({ kinds: ["denunciation"], items: [{ title: "Đơn", pages: 1, fileId }] });
    const { setting } = office.app;
    const [erasing, pressedAgain] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const remove = async (digest: string) => {
      erasing.resolve();
      await pressedAgain.promise;
      await setting.files.remove(digest);
    };
    const first = recordVisit({ ...setting, files: { ...setting.files, remove } }, officer, input);
    await erasing.promise;
    const second = await office.app.reception.recordVisit(officer, input).finally(pressedAgain.resolve);
    expect(second.petitions[0]?.trackingSecret).toMatch(/^[0-9A-Z-]{14}$/);
    expect(await first).toEqual(second);
  });

  test("thirty at once get thirty numbers without a gap", async () => {
    const agencyId = office.communeId;
    const before = await record();
    const done = await Promise.all(Array.from({ length: 30 }, () => record({ agencyId })));
    const numbers = done.map((one) => one.registerNo).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => before.registerNo + 1 + index));
    expect(new Set(done.map((one) => one.petitions[0]?.code)).size).toBe(30);
  });
});
