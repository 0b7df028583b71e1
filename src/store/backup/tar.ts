import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { type Identities, type Recipients, sealStream, unsealStream } from "../embedded/sealing.ts";
import { StoreError } from "../store-error.ts";

/** A gzipped tar (ustar), encrypted by age when there is somebody to encrypt it to: `age -d FILE | tar tz` looks into it. */
export interface TarWriter {
  add(name: string, body: Buffer): Promise<void>;
  /** SHA-256 of everything written until now, in hex. */
  digest(): string;
  /** Ends the archive and waits until it is on the disk. */
  end(): Promise<void>;
  /** Gives the archive up and closes the file. */
  abandon(): void;
}

const BLOCK = 512;

/** Starts a new archive, readable by its owner alone. `end` rejects when the file exists. */
export function createTar(file: string, recipients: Recipients): TarWriter {
  const gzip = createGzip({ level: 4 });
  const target = createWriteStream(file, { flags: "wx", mode: 0o600 });
  const written =
    recipients.length === 0
      ? pipeline(gzip, target)
      : pipeline(gzip, (source: AsyncIterable<Uint8Array>) => sealStream(source, recipients), target);
  // Whoever writes next is told.
  written.catch(() => undefined);
  const hash = createHash("sha256");
  const write = async (part: Buffer) => {
    hash.update(part);
    if (gzip.destroyed) await written;
    if (!gzip.write(part)) await Promise.race([once(gzip, "drain"), written]);
  };
  return {
    add: async (name, body) => {
      await write(header(name, body.length));
      await write(body);
      await write(Buffer.alloc(padding(body.length)));
    },
    digest: () => hash.copy().digest("hex"),
    end: async () => {
      gzip.end(Buffer.alloc(2 * BLOCK));
      await written;
      const whole = await open(file, "r");
      await whole.sync();
      await whole.close();
    },
    abandon: () => {
      gzip.destroy();
      target.destroy();
    },
  };
}

export interface TarMember {
  readonly name: string;
  readonly body: Buffer;
  /** SHA-256 of all that came before this member, in hex. */
  readonly digestBefore: string;
}

/** A backup and, when it is encrypted, the private keys that may open it. */
export interface BackupFile {
  readonly file: string;
  readonly identities: Identities;
}

/** Reads the members in their order. Rejects with "backup-damaged" when the archive is cut off or not one of ours. */
export async function* readTar({ file, identities }: BackupFile): AsyncGenerator<TarMember> {
  const gunzip = createGunzip();
  const fed = pipeline(Readable.from(unsealStream(file, identities), { objectMode: false }), gunzip);
  fed.catch(() => undefined);
  const bytes = gunzip[Symbol.asyncIterator]();
  const parts = exactly(bytes);
  const hash = createHash("sha256");
  try {
    for (;;) {
      const head = await parts(BLOCK);
      if (head.every((byte) => byte === 0)) {
        // To the very end: only there the last checksums are compared. The reading alone may end before a cut-off tail is noticed.
        while (!(await bytes.next()).done);
        await fed;
        return;
      }
      const { name, size } = parseHeader(head);
      const digestBefore = hash.copy().digest("hex");
      const body = await parts(size);
      update(hash, head, body, await parts(padding(size)));
      yield { name, body, digestBefore };
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw damaged("cannot be read", cause);
  } finally {
    gunzip.destroy();
  }
}

export function damaged(what: string, cause?: unknown): StoreError {
  return new StoreError("backup-damaged", `The backup ${what}: nothing was restored from it.`, { cause });
}

const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK;

function update(hash: Hash, ...parts: Buffer[]): void {
  for (const part of parts) hash.update(part);
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError("A name in the backup is longer than 100 bytes.");
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  block.write(name, 0);
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100, "latin1");
  block.write("        0", 148, "latin1");
  block.write("ustar\x0000", 257, "latin1");
  block.write(`${checksum(block).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) => block.toString("utf8", start, start + length).replace(/\0.*$/s, "");
  const claimed = Number.parseInt(text(148, 8), 8);
  const blank = Buffer.from(block);
  blank.write("        ", 148, "latin1");
  const size = Number.parseInt(text(124, 12), 8);
  if (text(257, 5) !== "ustar" || checksum(blank) !== claimed || !Number.isSafeInteger(size))
    throw damaged("is not one of ours");
  return { name: text(0, 100), size };
}

const checksum = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0);

/** Hands out exactly as many bytes as asked for. */
function exactly(source: AsyncIterator<Buffer>): (count: number) => Promise<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  return async (count) => {
    while (length < count) {
      const next = await source.next();
      if (next.done) throw damaged("is cut off");
      held.push(next.value);
      length += next.value.length;
    }
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    held = [all.subarray(count)];
    length -= count;
    return all.subarray(0, count);
  };
}
