import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { newTestKey, opened, sealedTo, type TestKey } from "../../src/casework/identity/testing-custodian.ts";
import { tabTo } from "./keyboard.ts";
import type { ServedOffice } from "./served-office.ts";

export const denouncer = { name: "Trần Thị Kín Đáo", address: "thôn Kín Tiếng, xã An Thử", idNumber: "079388123457" };
/** The same without diacritics, for a PDF that brings no font along. */
export const plainName = "Tran Thi Kin Dao";
export const passphrase = "con trâu gặm cỏ non";
export const forTheRequest = "mây trắng bay ngang đồi chè";

/** A passphrase field has no name, so that nothing can send it. */
export async function typeAt(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** The commune's custodian, with a key that the passphrase opens; the journey of an identity makes one by the page. */
export async function becomeCustodian(office: ServedOffice): Promise<TestKey> {
  const key = await newTestKey(passphrase);
  const { recipient, sealedKey } = key;
  const wanted = { agencyId: office.communeId, recipient, sealedKey };
  await office.app.identity.becomeCustodian(await office.as("custodian"), wanted);
  return key;
}

/** A letter that turns out to be a denunciation when it is classified, with its scans; it lies with the head. */
export async function denounced(
  office: ServedOffice,
  files: readonly { readonly fileId: string }[] = [],
): Promise<{ readonly petitionId: string; readonly visitId: string }> {
  const { reception, petitions } = office.app;
  const counter = await office.as("reception-officer");
  const recorded = await reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-02",
    visitor: denouncer,
    kinds: [],
    content: "Cán bộ thu tiền ngoài quy định",
    items: files.map(({ fileId }, i) => ({ title: `Thư ${i + 1}`, fileId, pages: 1 })),
    readBack: true,
  });
  const { visitId } = recorded;
  await reception.classifyVisit(counter, { key: randomUUID(), visitId, kinds: ["denunciation"] });
  const petitionId = recorded.petitions[0]?.id ?? "";
  await petitions.handToHead(counter, { key: randomUUID(), petitionId });
  return { petitionId, visitId };
}

/** The head asks for the identity, to be opened with `forTheRequest`; behind the page. */
export async function ask(office: ServedOffice, petitionId: string, days: number): Promise<string> {
  const { recipient, sealedKey } = await newTestKey(forTheRequest);
  const { releaseId } = await office.app.identity.askRelease(await office.as("head"), {
    petitionId,
    purpose: "Thông báo thụ lý phải đến tay người tố cáo",
    kind: "letter",
    days,
    recipient,
    sealedKey,
  });
  return releaseId;
}

/** What the custodian's browser does when it agrees. */
export async function agree(office: ServedOffice, key: TestKey, releaseId: string, until: string): Promise<void> {
  const custodian = await office.as("custodian");
  const sealed = await office.app.identity.openForRelease(custodian, { releaseId });
  const ciphertext = await sealedTo(sealed.recipient, await opened(key.key, sealed.ciphertext));
  await office.app.identity.approveRelease(custodian, { releaseId, ciphertext, until });
}
