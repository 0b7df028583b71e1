import { Encrypter } from "age-encryption";
import { expect, test } from "vitest";
import { makeKeyPair, openBytes, openKey, openText, sealKey, sealText } from "./sealing.ts";

const passphrase = "con trâu gặm cỏ non";

test("a key sealed with a passphrase opens with it, also from another keyboard, and with no other", async () => {
  const { secret, recipient } = await makeKeyPair();
  expect(recipient).toMatch(/^age1[a-z0-9]{58}$/);
  const sealed = await sealKey(secret, passphrase);
  expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  expect(sealed).not.toContain("SECRET");
  expect(await openKey(sealed, `  ${passphrase.normalize("NFD")} `)).toBe(secret);
  expect(await openKey(sealed, "con trâu gặm cỏ úa")).toBeUndefined();
  await expect(openKey("not a key", passphrase)).rejects.toThrow();
}, 60_000);

test("a custodian opens an identity and seals it anew for one release; nobody else opens either", async () => {
  const [custodian, requester, stranger] = await Promise.all([makeKeyPair(), makeKeyPair(), makeKeyPair()]);
  const words = "Trần Thị Hư Cấu, thôn Ba";
  const sealed = await sealText(words, custodian.recipient);
  expect(await openText(sealed, custodian.secret)).toBe(words);
  expect(await openText(sealed, requester.secret)).toBeUndefined();
  const released = await sealText((await openText(sealed, custodian.secret)) ?? "", requester.recipient);
  expect(await openText(released, requester.secret)).toBe(words);
  expect(await openText(released, stranger.secret)).toBeUndefined();
  await expect(openText(sealed.replace(/\n(.)/, "\n!"), custodian.secret)).rejects.toThrow();
});

test("a sealed scan opens to the same bytes", async () => {
  const { secret, recipient } = await makeKeyPair();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = crypto.getRandomValues(new Uint8Array(40_000));
  const sealed = await encrypter.encrypt(bytes);
  expect(await openBytes(sealed, secret)).toEqual(bytes);
  expect(await openBytes(sealed, (await makeKeyPair()).secret)).toBeUndefined();
});
