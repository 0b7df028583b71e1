import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** Encrypts bytes to every recipient (`age1…`). Any one of their keys opens them. */
export async function sealBytes(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** The same for a text; the answer is armored. */
export async function sealText(recipients: readonly string[], text: string): Promise<string> {
  return armor.encode(await sealBytes(recipients, new TextEncoder().encode(text)));
}

/** Opens what was sealed to one of these keys (`AGE-SECRET-KEY-1…`); undefined when none of them fits. Only commands do. */
export async function openBytes(keys: readonly string[], sealed: Uint8Array): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    return undefined;
  }
}

export async function openText(keys: readonly string[], armored: string): Promise<string | undefined> {
  const bytes = await openBytes(keys, armor.decode(armored));
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

export async function newKeyPair(): Promise<{ readonly key: string; readonly recipient: string }> {
  const key = await generateX25519Identity();
  return { key, recipient: await identityToRecipient(key) };
}

export const isRecipient = (text: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(text);
export const isSecretKey = (text: string): boolean => /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text);

/** Armored, of one stanza kind or another, and no longer than such a text can be. */
export const isArmored = (text: string): boolean =>
  text.length <= 200_000 && /^-----BEGIN AGE ENCRYPTED FILE-----\r?\n/.test(text.trimStart());
