import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { openClient } from "../../store/pool.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let counter: Asker;
let officer: Asker;
let there: Asker;
let petitionId = "";

const content =
  "Các hộ khiếu nại quyết định số 15/QĐ-UBND ngày 02/10/2026 về thu hồi thửa 14, tờ bản đồ số 3, diện tích 120 m2, và mức bồi thường 350.000 đồng/m2.";
const signer = { name: "Quách Thị Ký Tên", address: "thôn Hai, xã An Thử", idNumber: "001099000202" };
const nameless = { name: "Mạc Văn Không Số", address: "thôn Ba, xã An Thử", idNumber: "" };

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  officer = await office.as("petition-officer");
  there = await office.as("reception-officer", "elsewhere");
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-03",
    visitor: { name: "Lê Thị Đầu", address: "thôn Một, xã An Thử", idNumber: "001099000201" },
    kinds: ["complaint"],
    peopleCount: 3,
    content,
    readBack: true,
  });
  petitionId = petitions[0]?.id ?? "";
  for (const person of [signer, nameless])
    await office.app.signatories.addSignatories(officer, { key: randomUUID(), petitionId, person });
});
afterAll(() => office?.close());

const listed = async (q: string, asker = officer) =>
  (await office.app.petitions.listPetitions(asker, { view: "all", q })).lines.map(({ id }) => id);
const found = (query: string, asker = counter, agencyId = office.communeId) =>
  office.app.people.findPeople(asker, { agencyId, query });
const duplicates = (
  person: { name: string; address: string; idNumber: string },
  asker: Asker,
  agencyId: string,
  more = {},
) => office.app.duplicates.findDuplicates(asker, { agencyId, people: [person], content, ...more });
const signatoryId = async (name: string) => {
  const { lines } = await office.app.signatories.listSignatories(officer, { petitionId });
  return lines.find((line) => line.name === name)?.id ?? "";
};

describe("who signed a petition of many", () => {
  test.each(["Quách Thị Ký Tên", "quach thi ky", "Thị Ký", "001099000202"])(
    "is found in the list of petitions by %j, and by nobody elsewhere",
    async (q) => {
      expect(await listed(q)).toEqual([petitionId]);
      for (const asker of [there, await office.as("administrator")]) expect(await listed(q, asker)).toEqual([]);
    },
  );

  test("is found at the counter by name and number, once, with what they signed as history", async () => {
    for (const query of [signer.name, "quach thi ky", signer.idNumber]) {
      expect(await found(query)).toMatchObject([
        {
          personId: null,
          signatoryId: expect.any(String),
          fullName: signer.name,
          idNumber: signer.idNumber,
          openPetitions: 1,
        },
      ]);
      expect(await found(query, there, office.otherCommuneId)).toEqual([]);
    }
    expect(await found("Lê Thị Đầu"), "who handed it in stands on the list too").toHaveLength(1);
    const id = await signatoryId(signer.name);
    const history = (asker: Asker) => office.app.people.personHistory(asker, { signatoryId: id });
    expect(await history(counter)).toMatchObject({ visits: [], petitions: [{ petitionId, signed: true }] });
    await expect(history(there)).rejects.toMatchObject({ code: "not-found" });
    await expect(office.app.people.personHistory(counter, {})).rejects.toMatchObject({ code: "not-found" });
  });

  test("who comes alone later has both in the history; a namesake with another number has not", async () => {
    const come = async (visitor: object) => {
      await office.app.reception.recordVisit(counter, {
        key: randomUUID(),
        agencyId: office.communeId,
        visitor: { address: "thôn Hai, xã An Thử", ...visitor },
        kinds: ["recommendation"],
        content: "Đề nghị sửa đường thôn",
        readBack: true,
      } as Parameters<TestOffice["app"]["reception"]["recordVisit"]>[1]);
    };
    await come({ name: signer.name, idNumber: signer.idNumber });
    await come({ name: nameless.name, address: nameless.address, idNumber: "001099000203" });
    await come({ name: signer.name, idNumber: "001099000299" });
    const historyOf = async (query: string) => {
      const [person] = await found(query);
      const { petitions } = await office.app.people.personHistory(counter, { personId: person?.personId ?? "" });
      return petitions.map(({ signed }) => signed);
    };
    expect(await historyOf(signer.idNumber)).toEqual([false, true]);
    expect(await historyOf("001099000203"), "by name and address").toEqual([false, true]);
    expect(await historyOf("001099000299")).toEqual([false]);
  });

  test("is the same person when somebody hands in again, also in another agency, which learns no more than that it exists", async () => {
    const [mine] = await duplicates(signer, counter, office.communeId);
    expect(mine).toMatchObject({ seen: true, petitionId });
    expect(mine?.reasons.map(({ why }) => why)).toContain("same-identity-number");
    const [theirs] = await duplicates(signer, there, office.otherCommuneId);
    expect(theirs).toMatchObject({ seen: false });
    expect(JSON.stringify(theirs)).not.toMatch(/Đầu|Quách|thu hồi/);
    const byPlace = await duplicates({ ...nameless, idNumber: "001099000203" }, there, office.otherCommuneId);
    expect(byPlace.flatMap(({ reasons }) => reasons.map(({ why }) => why))).toContain("same-name-and-place");
    expect(
      await duplicates({ ...signer, idNumber: "001099000777" }, there, office.otherCommuneId),
      "a namesake",
    ).toEqual([]);
    expect(
      (await duplicates(signer, counter, office.communeId, { kind: "denunciation" })).flatMap(({ reasons }) =>
        reasons.map(({ why }) => why),
      ),
      "who denounces is compared with nobody",
    ).not.toContain("same-identity-number");
  });

  test("corrected, they are found as they are now; taken off, no more", async () => {
    const person = { name: "Quách Thị Đính Chính", address: signer.address, idNumber: "001099000204" };
    const change = async (name: string, given: object) =>
      office.app.signatories.changeSignatory(officer, {
        key: randomUUID(),
        signatoryId: await signatoryId(name),
        reason: "Ghi nhầm",
        ...given,
      });
    await change(signer.name, { person });
    expect(await listed("quach thi dinh chinh")).toEqual([petitionId]);
    expect(await duplicates(person, there, office.otherCommuneId)).toHaveLength(1);
    await change(person.name, { remove: true });
    expect(await listed("quach thi dinh chinh")).toEqual([]);
    expect(await duplicates(person, there, office.otherCommuneId)).toEqual([]);
    expect(await found(person.idNumber)).toEqual([]);
  });

  test("of a denunciation is found by nobody, whatever rows there are; keys that are missing are written in the background", async () => {
    const client = openClient(office.app.setting.store.migrator, "test");
    await client.connect();
    await client.query("delete from signatory_key");
    await office.app.duplicates.keyMissingPetitions(office.app.task);
    expect(await duplicates(nameless, there, office.otherCommuneId)).toHaveLength(1);
    await client.query("update petition set kind = 'denunciation', restricted = true where id = $1", [petitionId]);
    await client.end();
    for (const asker of [officer, await office.as("head")])
      expect(await listed("mac van khong so", asker)).not.toContain(petitionId);
    expect((await found(nameless.name)).filter((each) => each.signatoryId !== null)).toEqual([]);
    expect(await duplicates(nameless, there, office.otherCommuneId)).toEqual([]);
  });
});
