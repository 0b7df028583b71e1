import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { StoreError } from "../store-error.ts";

/** Whom something is encrypted to, `age1…`; none: it is kept in clear. */
export type Recipients = readonly string[];
/** Private keys, `AGE-SECRET-KEY-1…`. */
export type Identities = readonly string[];

const MAGIC = "age-encryption.org/v1\n";

/** A new pair. The private part is to be kept apart from the backups; nothing here keeps it. */
export async function makeBackupKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Throws "backup-key" with one line when one of them is no public key. */
export function requireRecipients(recipients: Recipients): void {
  encrypterFor(recipients);
}

/** Private keys out of a key file: one on a line, `#` begins a remark. Throws "backup-key" when there is none. */
export function readIdentities(text: string): Identities {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (identities.length === 0) throw badKey("The key file holds no private key (AGE-SECRET-KEY-1…).");
  decrypterFor(identities);
  return identities;
}

export async function* sealStream(
  source: AsyncIterable<Uint8Array>,
  recipients: Recipients,
): AsyncGenerator<Uint8Array> {
  yield* partsOf(await encrypterFor(recipients).encrypt(asWeb(source)));
}

export async function seal(bytes: Uint8Array, recipients: Recipients): Promise<Uint8Array> {
  return recipients.length === 0 ? bytes : encrypterFor(recipients).encrypt(bytes);
}

/** The bytes of a file that may be sealed. Rejects with "backup-locked" or "backup-damaged". */
export async function* unsealStream(file: string, identities: Identities): AsyncGenerator<Uint8Array> {
  const source = createReadStream(file);
  try {
    if (await isSealed(file)) yield* partsOf(await opened(file, identities, asWeb(source)));
    else yield* source;
  } finally {
    source.destroy();
  }
}

export async function unseal(file: string, identities: Identities): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of unsealPieces(file, identities)) parts.push(part);
  return Buffer.concat(parts);
}

/** As `unsealStream`, where the file itself is what was sealed. */
export async function* unsealPieces(file: string, identities: Identities): AsyncGenerator<Uint8Array> {
  try {
    yield* unsealStream(file, identities);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError("backup-damaged", `${file} is cut off or was altered.`, { cause });
  }
}

async function opened(file: string, identities: Identities, source: ReadableStream<Uint8Array>) {
  if (identities.length === 0) {
    throw new StoreError(
      "backup-locked",
      `${file} is encrypted: give its private key with --identity FILE (- for standard input).`,
    );
  }
  try {
    return await decrypterFor(identities).decrypt(source);
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes("no identity matched"))
      throw new StoreError("backup-locked", `${file} was not encrypted to this key: nothing was restored from it.`, {
        cause,
      });
    throw new StoreError("backup-damaged", `${file} is cut off or was altered: nothing was restored from it.`, {
      cause,
    });
  }
}

function asWeb(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const parts = source[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return?.()),
  });
}

async function* partsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return bytesRead === MAGIC.length && buffer.toString("latin1") === MAGIC;
  } finally {
    await handle.close();
  }
}

function encrypterFor(recipients: Recipients): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw badKey(`${recipient} is no public key of age (age1…).`, cause);
    }
  }
  return encrypter;
}

function decrypterFor(identities: Identities): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity);
    } catch (cause) {
      // Never the key itself in a message.
      throw badKey("A line of the key file is no private key of age (AGE-SECRET-KEY-1…).", cause);
    }
  }
  return decrypter;
}

const badKey = (message: string, cause?: unknown) => new StoreError("backup-key", message, { cause });
