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
  /** For what is never whole in memory. Rejects when the pieces are not exactly `size` bytes. */
  addPieces(name: string, size: number, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** SHA-256 of everything written until now, in hex. */
  digest(): string;
  /** Ends the archive and waits until it is on the disk. */
  end(): Promise<void>;
  /** Gives the archive up and closes the file. */
  abandon(): void;
}

const BLOCK = 512;
/** From 8 GB on a length is written in bytes, as GNU tar does. */
const OCTAL_MAX = 8 ** 11;

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
  const write = async (part: Uint8Array) => {
    hash.update(part);
    if (gzip.destroyed) await written;
    if (!gzip.write(part)) await Promise.race([once(gzip, "drain"), written]);
  };
  const addPieces: TarWriter["addPieces"] = async (name, size, pieces) => {
    await write(header(name, size));
    let left = size;
    for await (const piece of pieces) {
      left -= piece.byteLength;
      if (left < 0) break;
      await write(piece);
    }
    if (left !== 0) throw new RangeError("What goes into the backup has another length than it said.");
    await write(Buffer.alloc(padding(size)));
  };
  return {
    addPieces,
    add: (name, body) => addPieces(name, body.length, oneByOne([body])),
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
  /** Its content as it is read; what is left of it is passed over when the next member is asked for. */
  readonly pieces: AsyncGenerator<Buffer>;
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
  const some = atMost(bytes);
  const hash = createHash("sha256");
  try {
    for (;;) {
      const head = await all(upTo({ left: BLOCK }, some));
      if (head.every((byte) => byte === 0)) {
        // To the very end: only there the last checksums are compared. The reading alone may end before a cut-off tail is noticed.
        while (!(await bytes.next()).done);
        await fed;
        return;
      }
      const { name, size } = parseHeader(head);
      const digestBefore = hash.copy().digest("hex");
      hash.update(head);
      const rest = { left: size };
      yield { name, pieces: upTo(rest, some, hash), digestBefore };
      for await (const _ of upTo(rest, some, hash));
      await all(upTo({ left: padding(size) }, some, hash));
    }
  } catch (cause) {
    throw unreadable(cause);
  } finally {
    gunzip.destroy();
  }
}

/** The whole content of a member that is known to be short. */
export const bodyOf = ({ pieces }: TarMember): Promise<Buffer> => all(pieces);

export function damaged(what: string, cause?: unknown): StoreError {
  return new StoreError("backup-damaged", `The backup ${what}: nothing was restored from it.`, { cause });
}

const unreadable = (cause: unknown): StoreError =>
  cause instanceof StoreError ? cause : damaged("cannot be read", cause);

const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK;

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError("A name in the backup is longer than 100 bytes.");
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  block.write(name, 0);
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size % OCTAL_MAX, 12) + octal(0, 12), 100, "latin1");
  if (size >= OCTAL_MAX) {
    block.fill(0, 124, 136)[124] = 0x80;
    block.writeUIntBE(size, 130, 6);
  }
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
  const size = block[124] === 0x80 ? block.readUIntBE(130, 6) : Number.parseInt(text(124, 12), 8);
  if (text(257, 5) !== "ustar" || checksum(blank) !== claimed || !Number.isSafeInteger(size))
    throw damaged("is not one of ours");
  return { name: text(0, 100), size };
}

const checksum = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0);

/** Hands out what comes, at most as many bytes at once as asked for. */
function atMost(source: AsyncIterator<Buffer>): (count: number) => Promise<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  return async (count) => {
    while (held.length === 0) {
      const next = await source.next();
      if (next.done) throw damaged("is cut off");
      held = next.value;
    }
    const piece = held.subarray(0, count);
    held = held.subarray(piece.length);
    return piece;
  };
}

/** The bytes that are left of a part of the archive. */
async function* upTo(
  rest: { left: number },
  some: (count: number) => Promise<Buffer>,
  hash?: Hash,
): AsyncGenerator<Buffer> {
  while (rest.left > 0) {
    const piece = await some(rest.left).catch((cause: unknown) => {
      throw unreadable(cause);
    });
    rest.left -= piece.length;
    hash?.update(piece);
    yield piece;
  }
}

async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
}

async function* oneByOne<T>(parts: readonly T[]): AsyncGenerator<T> {
  yield* parts;
}
