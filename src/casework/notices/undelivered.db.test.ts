import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { folderSenders } from "../../channels/notice-folder.ts";
import { gatewaySender } from "../../channels/notice-gateway.ts";
import type { NoticeMessage, NoticeSenders, Sent } from "./index.ts";
import { sendNotices } from "./index.ts";
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

describe("what cannot be delivered", () => {
  test("is tried again less and less often, then stands with the administrator, who sends it again", async () => {
    const { id } = await petition("day@vidu.vn");
    await send();
    expect(await noticesOf(id)).toMatchObject([{ state: "waiting", tries: 1, failure: "EENVELOPE 452" }]);
    expect(await send()).toBe(0);
    for (let n = 1; n < 6; n += 1) {
      await notices.nextTryNow();
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
    notices.gateway.status = 422;
    const wrong = await petition("0912345678");
    await send();
    expect(await noticesOf(wrong.id)).toMatchObject([{ state: "undelivered", failure: "HTTP 422" }]);
  });

  test("a redirect of the gateway is not followed and a gateway that is down is asked later", async () => {
    notices.gateway.status = 302;
    const moved = await petition("0912345678");
    await send();
    expect(await noticesOf(moved.id)).toMatchObject([{ state: "waiting", failure: "HTTP 302" }]);
    const message: NoticeMessage = { id: randomUUID(), to: "0912345678", subject: "s", text: "t", short: "t" };
    expect(await gatewaySender("http://127.0.0.1:1/", gatewaySecret).send(message)).toEqual({
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
    await notices.nextTryNow();
    expect(await send()).toBe(1);
    const [notice] = await noticesOf(id);
    expect(notice?.state).toBe("sent");
    expect(delivered).toEqual(before ? [] : [notice?.id]);
    expect(notices.smtp.letters[0]?.source).toContain(notice?.id);
  });

  test("two that run at once send each notice once", async () => {
    for (let n = 0; n < 6; n += 1) await petition(`nguoi${n}@vidu.vn`);
    const [one, other] = await Promise.all([send(), send()]);
    expect(one + other).toBe(6);
    expect(new Set(notices.smtp.letters.map(({ to }) => to)).size).toBe(6);
    expect(notices.smtp.letters).toHaveLength(6);
  });
});

test("without mail server and gateway messages are written to a folder, whole, each once", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "minhxet-notices-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { id, code } = await petition("lan@vidu.vn");
  const other = await petition("0912345678");
  const setting = { ...office.app.setting, senders: folderSenders(folder) };
  expect(await sendNotices(setting, office.app.task)).toBe(2);
  const [letter] = await noticesOf(id);
  const [message] = await noticesOf(other.id);
  expect((await readdir(folder)).toSorted()).toEqual([`${letter?.id}.eml`, `${message?.id}.json`].toSorted());
  const written = await readFile(path.join(folder, `${letter?.id}.eml`), "utf8");
  expect(written).toContain("To: lan@vidu.vn");
  expect(wordsOf({ source: written })).toContain(code);
});
