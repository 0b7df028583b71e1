import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** What a custodian's or requester's browser holds: a key, and the same sealed with a passphrase. */
export interface TestKey {
  readonly key: string;
  readonly recipient: string;
  readonly sealedKey: string;
}

export async function newTestKey(passphrase = "bốn chữ ngẫu nhiên thử"): Promise<TestKey> {
  const key = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return { key, recipient: await identityToRecipient(key), sealedKey: armor.encode(await encrypter.encrypt(key)) };
}

/** Opens as the browser does; rejects with a key that does not fit. */
export async function opened(key: string, ciphertext: string | Uint8Array): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  return Buffer.from(await decrypter.decrypt(typeof ciphertext === "string" ? armor.decode(ciphertext) : ciphertext));
}

/** Seals anew to somebody else's key. */
export async function sealedTo(recipient: string, text: string | Uint8Array): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(text));
}
