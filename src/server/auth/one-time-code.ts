import { createHmac, timingSafeEqual } from "node:crypto";

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** One step before and after: clocks of telephones are off by some seconds, and typing takes some. */
const STEPS_AROUND = [-1, 0, 1] as const;

/** The code of a step: HOTP (RFC 4226) with SHA-1, which is what the authenticator apps know. */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return ((mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS).toString().padStart(DIGITS, "0");
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);
}

/** The step near `now` of which this is the code (RFC 6238); undefined when it is of none. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const given = Buffer.from(code);
  let found: number | undefined;
  for (const away of STEPS_AROUND) {
    const step = stepAt(now) + away;
    const expected = Buffer.from(codeOfStep(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step;
  }
  return found;
}

/** RFC 4648 without padding, as authenticator apps take a secret that is typed. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The address that an authenticator app reads from the picture. */
export function enrolmentAddress(username: string, secret: Buffer): string {
  const issuer = "Minh Xét";
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=${DIGITS}&period=${PERIOD_SECONDS}`;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
