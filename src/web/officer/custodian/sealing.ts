import { tidyPassphrase } from "./passphrase.ts";

/**
 * What a custodian's browser does with keys. The library comes only when one of these is called, in a chunk of its own;
 * it is plain JavaScript (no WebAssembly, no eval), so the content security policy stays as it is.
 */
const age = () => import("age-encryption");

export interface KeyPair {
  /** Public: "age1…". */
  readonly recipient: string;
  /** Secret: "AGE-SECRET-KEY-1…"; leaves the browser only under a passphrase. */
  readonly secret: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await age();
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** 128 MiB and about a second for each guess; with a passphrase of our rules that is enough, and an office computer bears it. */
const scryptWorkFactor = 17;

/** The secret key under the passphrase, as armored text that may be stored. */
export async function sealKey(secret: string, passphrase: string): Promise<string> {
  const { Encrypter, armor } = await age();
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(tidyPassphrase(passphrase));
  return armor.encode(await encrypter.encrypt(secret));
}

/** The secret key, or undefined when the passphrase is not the one it was sealed with. Throws on a text that is no sealed key. */
export async function openKey(sealedKey: string, passphrase: string): Promise<string | undefined> {
  const { Decrypter, armor } = await age();
  const sealed = armor.decode(sealedKey);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(tidyPassphrase(passphrase));
  try {
    return await decrypter.decrypt(sealed, "text");
  } catch (error) {
    if (isNotForThisKey(error)) return undefined;
    throw error;
  }
}

/** The text, or undefined when it was sealed for other keys than this one. */
export async function openText(ciphertext: string, secret: string): Promise<string | undefined> {
  const { armor } = await age();
  const bytes = await openBytes(armor.decode(ciphertext), secret);
  return bytes && new TextDecoder().decode(bytes);
}

/** The bytes of a sealed file, binary or armored; undefined when it was sealed for other keys. */
export async function openBytes(sealed: Uint8Array, secret: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { Decrypter, armor } = await age();
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  const isArmored = new TextDecoder("latin1").decode(sealed.subarray(0, 10)) === "-----BEGIN";
  const binary = isArmored ? armor.decode(new TextDecoder().decode(sealed)) : sealed;
  try {
    return new Uint8Array(await decrypter.decrypt(binary));
  } catch (error) {
    if (isNotForThisKey(error)) return undefined;
    throw error;
  }
}

export async function sealText(text: string, recipient: string): Promise<string> {
  const { Encrypter, armor } = await age();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(text));
}

/** The library has no error class for it; its tests hold this sentence, and so does ours. */
function isNotForThisKey(error: unknown): boolean {
  return error instanceof Error && error.message.includes("no identity matched");
}
