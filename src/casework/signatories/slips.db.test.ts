import { randomUUID } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

const network = "203.0.113.0/24";
let office: TestOffice;
let officer: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("petition-officer");
});
afterAll(() => office?.close());

const names = ["Lê Thị Đầu", "Phạm Văn Khác", "Vũ Thị Thử"];
async function petitionOf(kind: "complaint" | "denunciation", others = names.slice(1)) {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-03",
    visitor: { name: "Lê Thị Đầu", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    peopleCount: 3,
    content: "Khiếu nại quyết định thu hồi đất",
    readBack: true,
  });
  const petitionId = petitions[0]?.id ?? "";
  if (kind === "complaint")
    await office.app.signatories.addSignatories(officer, {
      key: randomUUID(),
      petitionId,
      pasted: others.map((name, i) => `${name}\tthôn ${i + 2}, xã An Thử\t0010990${10_000 + i}`).join("\n"),
    });
  return petitionId;
}
const give = (petitionId: string, given: object = {}, asker = officer) =>
  office.app.signatories.giveSlips(asker, { key: randomUUID(), petitionId, ...given });
const list = (petitionId: string) => office.app.signatories.listSignatories(officer, { petitionId });
async function textOf({ bytes }: { bytes: Uint8Array }) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { text: text.normalize("NFC").replaceAll(/\s+/gu, " "), totalPages };
}
const secretsIn = (text: string) =>
  text.replaceAll(/TT\.A-26-\S+/g, "").match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];
const track = (code: string, secret = "") => office.app.signatories.trackSignatory({ code, secret, network });

describe("slips for those who signed", () => {
  test("each bears one person's name, code and secret, which open that person's part before any reply; once given, none waits", async () => {
    const petitionId = await petitionOf("complaint");
    const { lines, withoutSlip } = await list(petitionId);
    expect(withoutSlip).toEqual({ people: 3, representatives: 1 });
    const key = randomUUID();
    const first = await textOf(await give(petitionId, { key, to: "representatives" }));
    expect(names.filter((name) => first.text.includes(name))).toEqual(["Lê Thị Đầu"]);
    expect(first.text).not.toMatch(/thôn|001099|thu hồi/);
    const rest = await textOf(await give(petitionId));
    expect(names.filter((name) => rest.text.includes(name))).toEqual(names.slice(1));
    const secrets = [...secretsIn(first.text), ...secretsIn(rest.text)];
    expect(new Set(secrets).size).toBe(3);
    for (const [i, { code }] of lines.entries()) {
      expect(await track(code, secrets[i])).toMatchObject({ code, replies: [] });
      expect(await track(code, secrets[(i + 1) % 3])).toBeNull();
    }
    expect((await list(petitionId)).withoutSlip).toEqual({ people: 0, representatives: 0 });
    await expect(give(petitionId)).rejects.toMatchObject({ code: "invalid-input" });
    expect((await textOf(await give(petitionId, { key, to: "representatives" }))).text, "sent twice").toBe(first.text);
  });

  test("made anew the old one ends, and what was printed before is printed no more; the trail says so without a name", async () => {
    const petitionId = await petitionOf("complaint");
    const key = randomUUID();
    const all = secretsIn((await textOf(await give(petitionId, { key }))).text);
    const [one, other] = (await list(petitionId)).lines;
    const { text } = await textOf(await give(petitionId, { signatoryIds: [one?.id] }));
    expect(names.filter((name) => text.includes(name))).toEqual(["Lê Thị Đầu"]);
    expect(text).toContain("phiếu cũ hết hiệu lực");
    expect(await track(one?.code ?? "", all[0])).toBeNull();
    expect(await track(one?.code ?? "", secretsIn(text)[0])).not.toBeNull();
    expect(await track(other?.code ?? "", all[1]), "the others keep theirs").not.toBeNull();
    await expect(give(petitionId, { key })).rejects.toMatchObject({ code: "already-done" });
    const { events } = await office.app.petitions.openPetition(officer, { petitionId });
    expect(events.filter(({ what }) => what === "slips-given")).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/Đầu|Khác|Vũ/);
    expect((await office.app.audit.verifyTrail(office.app.command)).faults).toEqual([]);
  });

  test("eight stand on a page, and a name of any length stays in its slip", async () => {
    const long = "Công Tằng Tôn Nữ Thị Hoàng Kim Phượng Nguyệt Quỳnh Anh Bảo Ngọc Thanh Trúc Diễm My";
    const petitionId = await petitionOf("complaint", [
      long,
      ..."ABCDEFG".split("").map((letter) => `Trần Văn ${letter}ạ`),
    ]);
    const { text, totalPages } = await textOf(await give(petitionId));
    expect(totalPages).toBe(2);
    expect(secretsIn(text)).toHaveLength(9);
  });

  test("none for a denunciation, none by the counter, and another agency's officer finds nothing", async () => {
    const petitionId = await petitionOf("complaint");
    await expect(give(petitionId, {}, await office.as("reception-officer"))).rejects.toMatchObject({
      code: "not-allowed",
    });
    for (const asker of [await office.as("petition-officer", "elsewhere"), await office.as("administrator")])
      await expect(give(petitionId, {}, asker)).rejects.toMatchObject({ code: "not-found" });
    const [line] = (await list(petitionId)).lines;
    const strange = await petitionOf("complaint");
    await expect(give(strange, { signatoryIds: [line?.id] })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(
      give(await petitionOf("denunciation"), {}, await office.as("reception-officer")),
    ).rejects.toMatchObject({
      code: "law",
    });
  });
});
