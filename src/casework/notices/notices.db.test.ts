import { createHmac, randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folderSenders } from "../../channels/notice-folder.ts";
import { gatewaySender } from "../../channels/notice-gateway.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import type { NoticeMessage, NoticeSenders, Sent } from "./index.ts";
import { parseNoticeAddress, sendNotices } from "./index.ts";
import { openTestSmtp, type TestSmtp } from "./testing-smtp.ts";

const network = "203.0.113.0/24";
const secret = "khoa-thu-cua-cong-tin-nhan-32-ky-tu";
let office: TestOffice;
let smtp: TestSmtp;
let gateway: Awaited<ReturnType<typeof openGateway>>;
let folder = "";

beforeAll(async () => {
  [smtp, gateway] = await Promise.all([openTestSmtp(), openGateway()]);
  folder = await mkdtemp(path.join(tmpdir(), "minhxet-notices-"));
  office = await openTestOffice({
    today: "2026-11-24",
    config: {
      notices: { smtp: { url: smtp.url, from: "khong-tra-loi@thu.example" }, gateway: { url: gateway.url, secret } },
    },
  });
});
afterAll(async () => {
  await Promise.all([office?.close(), smtp?.close(), gateway?.close()]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await asOwner("update notice set state = 'dropped', ended_at = now() where state <> 'dropped'");
  smtp.letters.length = 0;
  gateway.asked.length = 0;
  gateway.status = 204;
});

async function openGateway() {
  const asked: { readonly body: string; readonly headers: Record<string, unknown> }[] = [];
  const state = { status: 204 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString("utf8");
    });
    request.on("end", () => {
      asked.push({ body, headers: request.headers });
      response.writeHead(state.status, { location: "http://127.0.0.1:1/" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/tin`,
    asked,
    set status(status: number) {
      state.status = status;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Kind = "complaint" | "denunciation" | "recommendation";

async function petition(tellAt: string | undefined, kinds: Kind[] = ["recommendation"]) {
  const { visitId, petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-20",
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds,
    content: "Đường vào thôn ngập nước khi mưa",
    readBack: true,
    ...(tellAt === undefined ? {} : { tellAt }),
  });
  const [made] = petitions;
  if (!made?.trackingSecret) throw new Error("a petition without a secret");
  return { visitId, id: made.id, code: made.code, codes: { code: made.code, secret: made.trackingSecret, network } };
}

const send = () => office.app.notices.sendNotices(office.app.task);
const noticesOf = (id: string) =>
  asOwner<{ id: string; kind: string; state: string; tries: number; failure: string | null }>(
    "select id, kind, state, tries, failure from notice where petition_id = $1 order by queued_at, id",
    [id],
  );
const statesOf = async (id: string) => (await noticesOf(id)).map(({ kind, state }) => [kind, state]);
const addressesOf = (id: string) => asOwner("select 1 from notice_address where petition_id = $1", [id]);
const nextTryNow = () => asOwner("update notice set next_at = now() where state = 'waiting'");

describe("an address", () => {
  test.each([
    ["lan@vidu.vn", "email"],
    ["0912 345 678", "phone"],
    ["+84 912.345.678", "phone"],
  ])("%s is taken", (typed, channel) => {
    expect(parseNoticeAddress(typed)?.channel).toBe(channel);
  });

  test.each(["lan", "12345", "a@b", "a@vidu.vn, b@vidu.vn", "a@vidu.vn\nBcc: b@vidu.vn", "<a@vidu.vn>"])(
    "%j is refused",
    (typed) => {
      expect(parseNoticeAddress(typed)).toBeUndefined();
    },
  );
});

describe("whoever asked is told", () => {
  test("by e-mail, with the code and where to look and nothing else, once", async () => {
    const { id, code } = await petition("lan@vidu.vn");
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    const [letter] = smtp.letters;
    expect(letter?.to).toBe("lan@vidu.vn");
    const text = Buffer.from(letter?.source.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8");
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
    const [{ body, headers } = { body: "", headers: {} as Record<string, unknown> }] = gateway.asked;
    const signed = createHmac("sha256", secret).update(`${headers["minh-xet-timestamp"]}.${body}`).digest("hex");
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
    expect(await statesOf(id)).toEqual([
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
    expect((await statesOf(id)).at(-1)).toEqual(["moved", "sent"]);
    expect(smtp.letters).toHaveLength(3);
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
    expect((await statesOf(id)).at(-1)).toEqual(["progress", "sent"]);
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
    expect(await addressesOf(id)).toEqual([]);
  });

  test("an unsorted intake tells nobody, and its address goes when it turns out to be one", async () => {
    const { id, visitId } = await petition("lan@vidu.vn", []);
    expect(await send()).toBe(0);
    expect(await addressesOf(id)).toHaveLength(1);
    await office.app.reception.classifyVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      visitId,
      kinds: ["denunciation"],
    });
    expect(await addressesOf(id)).toEqual([]);
    expect(await noticesOf(id)).toEqual([]);
  });

  test("one that turns out to be none is told of from then on", async () => {
    const { id, visitId } = await petition("lan@vidu.vn", []);
    await office.app.reception.classifyVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      visitId,
      kinds: ["recommendation"],
    });
    expect(await statesOf(id)).toEqual([["received", "waiting"]]);
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
    expect(await addressesOf(id)).toEqual([]);
    expect(await statesOf(id)).toEqual([["question", "dropped"]]);
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

describe("what cannot be delivered", () => {
  test("is tried again less and less often, then stands with the administrator, who sends it again", async () => {
    const { id } = await petition("day@vidu.vn");
    await send();
    expect(await noticesOf(id)).toMatchObject([{ state: "waiting", tries: 1, failure: "EENVELOPE 452" }]);
    expect(await send()).toBe(0);
    for (let n = 1; n < 6; n += 1) {
      await nextTryNow();
      await send();
    }
    expect(await noticesOf(id)).toMatchObject([{ state: "undelivered", tries: 6 }]);
    const administrator = await office.as("administrator");
    const [line] = await office.app.notices.undelivered(administrator);
    expect(JSON.stringify(line)).not.toContain("day@");
    const noticeId = line?.id ?? "";
    await expect(
      office.app.notices.sendAgain(await office.as("administrator", "elsewhere"), { noticeId }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(office.app.notices.sendAgain(await office.as("head"), { noticeId })).rejects.toMatchObject({
      code: "not-found",
    });
    await office.app.notices.sendAgain(administrator, { noticeId });
    expect(await noticesOf(id)).toMatchObject([{ state: "waiting", tries: 0 }]);
  });

  test("a mailbox that does not exist and a gateway that finds the message wrong are not asked again", async () => {
    const nobody = await petition("khong-co@vidu.vn");
    await send();
    expect(await noticesOf(nobody.id)).toMatchObject([{ state: "undelivered", failure: "EENVELOPE 550" }]);
    gateway.status = 422;
    const wrong = await petition("0912345678");
    await send();
    expect(await noticesOf(wrong.id)).toMatchObject([{ state: "undelivered", failure: "HTTP 422" }]);
  });

  test("a redirect of the gateway is not followed and a gateway that is down is asked later", async () => {
    gateway.status = 302;
    const moved = await petition("0912345678");
    await send();
    expect(await noticesOf(moved.id)).toMatchObject([{ state: "waiting", failure: "HTTP 302" }]);
    const message: NoticeMessage = { id: randomUUID(), to: "0912345678", subject: "s", text: "t", short: "t" };
    expect(await gatewaySender("http://127.0.0.1:1/", secret).send(message)).toEqual({
      is: "failed",
      failure: "TypeError",
    });
  });
});

describe("a sender that dies in the middle", () => {
  const dying = (before: boolean, delivered: string[]): NoticeSenders => {
    const send = async ({ id }: NoticeMessage): Promise<Sent> => {
      if (!before) delivered.push(id);
      throw new Error("killed");
    };
    return { email: { send } };
  };

  test.each([
    ["before the message went out", true],
    ["after it went out and before it was noted", false],
  ])("%s leaves no notice untold, and the second has the key of the first", async (_when, before) => {
    const { id } = await petition("lan@vidu.vn");
    const delivered: string[] = [];
    const setting = { ...office.app.setting, senders: dying(before, delivered) };
    await expect(sendNotices(setting, office.app.task)).rejects.toThrow("killed");
    expect(await send()).toBe(0);
    await nextTryNow();
    expect(await send()).toBe(1);
    const [notice] = await noticesOf(id);
    expect(notice?.state).toBe("sent");
    expect(delivered).toEqual(before ? [] : [notice?.id]);
    expect(smtp.letters[0]?.source).toContain(notice?.id);
  });

  test("two that run at once send each notice once", async () => {
    for (let n = 0; n < 6; n += 1) await petition(`nguoi${n}@vidu.vn`);
    const [one, other] = await Promise.all([send(), send()]);
    expect(one + other).toBe(6);
    expect(new Set(smtp.letters.map(({ to }) => to)).size).toBe(6);
    expect(smtp.letters).toHaveLength(6);
  });
});

test("without mail server and gateway messages are written to a folder, whole, each once", async () => {
  const { id, code } = await petition("lan@vidu.vn");
  const other = await petition("0912345678");
  const setting = { ...office.app.setting, senders: folderSenders(folder) };
  expect(await sendNotices(setting, office.app.task)).toBe(2);
  const [letter] = await noticesOf(id);
  const [message] = await noticesOf(other.id);
  expect((await readdir(folder)).toSorted()).toEqual([`${letter?.id}.eml`, `${message?.id}.json`].toSorted());
  const written = await readFile(path.join(folder, `${letter?.id}.eml`), "utf8");
  expect(written).toContain("To: lan@vidu.vn");
  expect(Buffer.from(written.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8")).toContain(code);
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
  await asOwner("update notice set ended_at = now() - interval '91 days' where petition_id = any ($1)", ids);
  await asOwner("update notice_address set asked_on = current_date - 91 where petition_id = any ($1)", ids);
  await expect(office.app.housekeeping.forgetOldNotices(await office.as("administrator"))).rejects.toMatchObject({
    code: "42501",
  });
  expect(await office.app.housekeeping.forgetOldNotices(office.app.task)).toBeGreaterThanOrEqual(3);
  expect(await addressesOf(ended.id)).toEqual([]);
  expect(await addressesOf(goesOn.id)).toHaveLength(1);
});
