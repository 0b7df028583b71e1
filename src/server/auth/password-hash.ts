import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** OWASP Password Storage Cheat Sheet (2025): Argon2id, 19 MiB, 2 passes, 1 lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

const derive = promisify(argon2);

/** PHC string of a password: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await compute(password, salt, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES, bytes: TAG_BYTES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether the password belongs to the PHC string; false for a string that is not one. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (!match) return false;
  const [, memory, passes, lanes, salt = "", tag = ""] = match;
  const expected = Buffer.from(tag, "base64");
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes), bytes: expected.length };
  return timingSafeEqual(await compute(password, Buffer.from(salt, "base64"), cost), expected);
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly bytes: number;
}

function compute(password: string, nonce: Buffer, { memory, passes, lanes, bytes }: Cost): Promise<Buffer> {
  // NFC: a Vietnamese typing engine may send composed or decomposed letters for the same keys.
  const message = Buffer.from(password.normalize("NFC"), "utf8");
  return derive("argon2id", { message, nonce, memory, passes, parallelism: lanes, tagLength: bytes });
}

const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
