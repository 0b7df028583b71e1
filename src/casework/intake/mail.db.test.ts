import { afterAll, beforeAll, expect, test } from "vitest";
import { imapMailbox, readLetter } from "../../channels/imap-mailbox.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { collectMail } from "./collect-mail.ts";
import { openTestImap, type TestImap } from "./testing-imap.ts";

let office: TestOffice;
let imap: TestImap;

const letter = (id: string, body: string): string =>
  [
    "From: Nguyen Van Thu <thu@example.vn>",
    "To: don@example.vn",
    "Subject: =?utf-8?B?xJDGoW4ga2hp4bq/dSBu4bqhaQ==?=",
    `Message-ID: <${id}@example.vn>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    `<p>${body}</p><img src="http://127.0.0.1:9/seen.png"><script>alert(1)</script>`,
    "--b",
    'Content-Type: application/pdf; name="virus.pdf"',
    'Content-Disposition: attachment; filename="virus.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("MZ this is a program").toString("base64"),
    "--b--",
    "",
  ].join("\r\n");

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  imap = await openTestImap([letter("mot", "Đất bị thu hồi sai"), letter("hai", "Đường hỏng")]);
});
afterAll(async () => {
  await imap?.close();
  await office?.close();
});

test("each letter becomes one draft for the petition officers; one that fails before it is marked holds up no other", async () => {
  const { setting, task } = office.app;
  const mail = { mailbox: imapMailbox(imap.url), agencyCode: "TT.A" };
  const dying = {
    collect: (take: Parameters<typeof mail.mailbox.collect>[0]) =>
      mail.mailbox.collect(async (each) => {
        await take(each);
        if (each.messageId.includes("mot")) throw new Error("the power went");
      }),
  };
  await expect(collectMail({ ...setting, mail: { ...mail, mailbox: dying } }, task)).rejects.toThrow(
    "1 letters could not be taken",
  );
  expect(imap.letters.map(({ marks }) => marks.size)).toEqual([0, 1]);
  expect(await collectMail({ ...setting, mail }, task)).toBe(0);
  expect(imap.letters.map(({ marks }) => [...marks])).toEqual([["MinhXetTaken"], ["MinhXetTaken"]]);
  expect(await collectMail({ ...setting, mail }, task)).toBe(0);

  const officer = await office.as("petition-officer");
  const waiting = await office.app.intake.listDrafts(officer);
  expect(waiting.map(({ origin, mine }) => [origin, mine])).toEqual([
    ["email", false],
    ["email", false],
  ]);
  expect(await office.app.intake.listDrafts(await office.as("clerk"))).toEqual([]);
  expect(await office.app.intake.listDrafts(await office.as("petition-officer", "elsewhere"))).toEqual([]);

  const draftId = waiting[0]?.draftId ?? "";
  await office.app.intake.takeDraft(officer, { draftId });
  const draft = await office.app.intake.openDraft(officer, { draftId });
  expect(draft).toMatchObject({ sender: "thu@example.vn", subject: "Đơn khiếu nại", files: [] });
  expect(draft.body).toContain("Đất bị thu hồi sai");
  expect(draft.body).toContain("Tệp không được nhận: virus.pdf");
  expect(draft.body).not.toContain("alert");
  const other = await office.as("petition-officer", "here", "second");
  expect(await office.app.intake.listDrafts(other)).toHaveLength(1);
  await expect(office.app.intake.takeDraft(other, { draftId })).rejects.toMatchObject({ code: "not-found" });
});

test("a letter longer than is taken says that the rest is in the mailbox, and no half of a file is kept", async () => {
  const { setting, task } = office.app;
  const long = await readLetter(Buffer.from(letter("ba", "Thư dài")), 100);
  expect(long).toMatchObject({ cut: true, attachments: [] });
  const mailbox = { collect: async (take: (each: typeof long) => Promise<void>) => take(long).then(() => 1) };
  expect(await collectMail({ ...setting, mail: { mailbox, agencyCode: "TT.A" } }, task)).toBe(1);
  const officer = await office.as("petition-officer");
  const bodies: string[] = [];
  for (const { draftId } of (await office.app.intake.listDrafts(officer)).filter(({ mine }) => !mine)) {
    await office.app.intake.takeDraft(officer, { draftId });
    bodies.push((await office.app.intake.openDraft(officer, { draftId })).body ?? "");
  }
  const said = bodies.filter((body) => body.includes("Thư quá dài: phần còn lại và tệp đính kèm ở trong hộp thư"));
  expect(said).toHaveLength(1);
});
