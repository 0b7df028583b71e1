import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transaction } from "../../store/index.ts";
import { gatewaySecret, type NoticeOffice, openNoticeOffice, wordsOf } from "./testing-notices.ts";

let notices: NoticeOffice;
let office: NoticeOffice["office"];
const petition = (...given: Parameters<NoticeOffice["petition"]>) => notices.petition(...given);
const send = () => notices.send();
const noticesOf = (id: string) => notices.noticesOf(id);

beforeAll(async () => {
  notices = await openNoticeOffice();
  office = notices.office;
});
afterAll(() => notices?.close());
beforeEach(() => notices.empty());

describe("whoever asked is told", () => {
  test("by e-mail, with the code and where to look and nothing else, once", async () => {
    const { id, code } = await petition("lan@vidu.vn");
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    const [letter] = notices.smtp.letters;
    expect(letter?.to).toBe("lan@vidu.vn");
    const text = wordsOf(letter);
    expect(text).toContain(code);
    for (const hidden of ["Lê Thị Thử", "thôn Một", "ngập nước", "kiến nghị", "recommendation", "An Thử"])
      expect(`${letter?.source}${text}`).not.toContain(hidden);
    const [notice] = await noticesOf(id);
    expect(letter?.source).toContain(`<${notice?.id}@thu.example>`);
    expect(notice).toMatchObject({ kind: "received", state: "sent", tries: 1 });
  });

  test("by telephone through a gateway that knows us by a signature and a repeat by its key", async () => {
    const { id, code } = await petition("0912 345 678");
    await send();
    const [{ body, headers } = { body: "", headers: {} as Record<string, unknown> }] = notices.gateway.asked;
    const signed = createHmac("sha256", gatewaySecret).update(`${headers["minh-xet-timestamp"]}.${body}`).digest("hex");
    expect(headers["minh-xet-signature"]).toBe(`sha256=${signed}`);
    expect(headers["idempotency-key"]).toBe((await noticesOf(id))[0]?.id);
    expect(JSON.parse(body)).toMatchObject({ to: "0912345678", text: expect.stringContaining(code) });
  });

  test("of a letter of the office and of a hand-over, in one message for all that happened since the last", async () => {
    const { id } = await petition("lan@vidu.vn");
    await send();
    const officer = await office.as("petition-officer");
    await office.app.petitions.writeToPetitioner(officer, { key: randomUUID(), petitionId: id, body: "Mời bổ sung" });
    await office.as("petition-officer", "elsewhere");
    await office.app.transfers.transferPetition(officer, {
      key: randomUUID(),
      petitionId: id,
      toAgencyId: office.otherCommuneId,
      reason: "Thuộc địa bàn xã kia",
      on: "2026-11-24",
    });
    expect(await notices.statesOf(id)).toEqual([
      ["received", "sent"],
      ["question", "waiting"],
    ]);
    await send();
    const [transfer] = (await office.app.transfers.listTransfers(await office.as("petition-officer", "elsewhere"), {}))
      .lines;
    await office.app.transfers.acceptTransfer(await office.as("petition-officer", "elsewhere"), {
      key: randomUUID(),
      transferId: transfer?.id ?? "",
    });
    await send();
    expect((await notices.statesOf(id)).at(-1)).toEqual(["moved", "sent"]);
    expect(notices.smtp.letters).toHaveLength(3);
  });

  test("of acts that move the matter on", async () => {
    const { id } = await petition("lan@vidu.vn", ["complaint"]);
    await send();
    await office.app.matters.openMatter(await office.as("petition-officer"), {
      key: randomUUID(),
      petitionId: id,
      values: { signaturesComplete: true },
    });
    await send();
    expect((await notices.statesOf(id)).at(-1)).toEqual(["progress", "sent"]);
  });

  test("who did not ask gets nothing", async () => {
    const { id } = await petition(undefined);
    expect(await send()).toBe(0);
    expect(await noticesOf(id)).toEqual([]);
  });
});

describe("never of a denunciation", () => {
  test("the counter refuses the address", async () => {
    await expect(petition("lan@vidu.vn", ["denunciation"])).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "tellAt" }] },
    });
  });

  test("the holder of its receipt cannot ask for it", async () => {
    const { codes, id } = await petition(undefined, ["denunciation"]);
    expect(await office.app.notices.wish(codes)).toEqual({ may: false, channel: null, shown: null });
    await expect(office.app.notices.setWish({ ...codes, tellAt: "lan@vidu.vn" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await notices.addressesOf(id)).toEqual([]);
  });

  test("an unsorted intake tells nobody, and its address goes when it turns out to be one", async () => {
    const { id, visitId } = await petition("lan@vidu.vn", []);
    expect(await send()).toBe(0);
    expect(await notices.addressesOf(id)).toHaveLength(1);
    await office.app.reception.classifyVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      visitId,
      kinds: ["denunciation"],
    });
    expect(await notices.addressesOf(id)).toEqual([]);
    expect(await noticesOf(id)).toEqual([]);
  });

  test("one that turns out to be none is told of from then on", async () => {
    const { id, visitId } = await petition("lan@vidu.vn", []);
    await office.app.reception.classifyVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      visitId,
      kinds: ["recommendation"],
    });
    expect(await notices.statesOf(id)).toEqual([["received", "waiting"]]);
  });
});

describe("with the codes of the receipt", () => {
  test("the address is given later, shown shortened, and erased on stop; what waited is not sent", async () => {
    const { codes, id } = await petition(undefined);
    expect(await office.app.notices.setWish({ ...codes, tellAt: "lan@vidu.vn" })).toBe(true);
    expect(await office.app.notices.wish(codes)).toEqual({ may: true, channel: "email", shown: "la…@vidu.vn" });
    const officer = await office.as("petition-officer");
    await office.app.petitions.writeToPetitioner(officer, { key: randomUUID(), petitionId: id, body: "Mời bổ sung" });
    expect(await office.app.notices.setWish({ ...codes, tellAt: null })).toBe(true);
    expect(await send()).toBe(0);
    expect(await notices.addressesOf(id)).toEqual([]);
    expect(await notices.statesOf(id)).toEqual([["question", "dropped"]]);
  });

  test("a wrong secret opens nothing, and what is no address is refused", async () => {
    const { codes } = await petition(undefined);
    const wrong = { ...codes, secret: "0000-0000-0000" };
    expect(await office.app.notices.setWish({ ...wrong, tellAt: "lan@vidu.vn" })).toBe(false);
    expect(await office.app.notices.wish(wrong)).toBeNull();
    await expect(office.app.notices.setWish({ ...codes, tellAt: "lan" })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  test("officers read no address", async () => {
    const { id } = await petition("lan@vidu.vn");
    for (const asker of await Promise.all([
      office.as("reception-officer"),
      office.as("head"),
      office.as("administrator"),
    ])) {
      const { rows } = await transaction(office.app.setting.store, asker, (tx) =>
        sql`select 1 from notice_address where petition_id = ${id}`.execute(tx),
      );
      expect(rows).toEqual([]);
    }
  });
});

test("whoever booked a place is told when the session moves: the code and where to look, never the office, the day or the subject", async () => {
  const officer = await office.as("reception-officer");
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-12-09"],
    startsAt: "08:00",
    endsAt: "11:30",
    place: "Phòng tiếp công dân xã An Thử",
    announcedOn: "2026-11-24",
    places: 5,
  });
  const sessionId = sessions[0]?.id ?? "";
  const book = (name: string, contact: string) =>
    office.app.bookings.bookPlace({
      key: randomUUID(),
      sessionId,
      name,
      contact,
      subject: "Bồi thường đất ở thôn Hai",
      people: "1",
      network: "198.51.100.7",
    });
  const told = await book("Lê Thị Thử", "lan@vidu.vn");
  const gone = await book("Phạm Văn Thử", "hoa@vidu.vn");
  await book("Vũ Thị Thử", "");
  await office.app.headSessions.recordSession(officer, {
    key: randomUUID(),
    sessionId,
    outcome: "postponed",
    reason: "Người đứng đầu đi họp đột xuất",
    newOn: "2026-12-21",
  });
  await office.app.bookings.cancel({ code: gone.code, secret: gone.secret, network: "198.51.100.7" });
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  const [letter, ...more] = notices.smtp.letters;
  expect([letter?.to, more]).toEqual(["lan@vidu.vn", []]);
  expect(wordsOf(letter)).toContain(told.code);
  expect(wordsOf(letter)).toContain("/lich-tiep/cho-da-dat");
  for (const hidden of ["Lê Thị Thử", "An Thử", "Bồi thường", "09/12/2026", "21/12/2026", told.secret])
    expect(`${letter?.source}${wordsOf(letter)}`).not.toContain(hidden);
});

test("what ended ninety days ago is forgotten, and the address of a petition on which nobody waits any more", async () => {
  const ended = await petition("lan@vidu.vn");
  const goesOn = await petition("lan@vidu.vn");
  await send();
  await office.app.petitions.routePetition(await office.as("petition-officer"), {
    key: randomUUID(),
    petitionId: ended.id,
    route: "answer",
    reason: "Đã trả lời bằng văn bản",
    on: "2026-11-24",
  });
  await send();
  const ids = [[ended.id, goesOn.id]];
  await notices.asOwner("update notice set ended_at = now() - interval '91 days' where petition_id = any ($1)", ids);
  await notices.asOwner("update notice_address set asked_on = current_date - 91 where petition_id = any ($1)", ids);
  await expect(office.app.housekeeping.forgetOldNotices(await office.as("administrator"))).rejects.toMatchObject({
    code: "42501",
  });
  expect(await office.app.housekeeping.forgetOldNotices(office.app.task)).toBeGreaterThanOrEqual(3);
  expect(await notices.addressesOf(ended.id)).toEqual([]);
  expect(await notices.addressesOf(goesOn.id)).toHaveLength(1);
});
