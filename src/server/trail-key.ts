import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TrailKey } from "../casework/audit/index.ts";
import type { Text } from "../rules/pack.ts";

/** Reads the key again at each use, so that it need not lie there when nothing is signed. */
export interface TrailKeyFile {
  readonly file: string;
  /** Null when the named file is not there; the file of the data folder is made when it is missing. */
  read(): TrailKey | null;
  /** What the operator is told at the start; null when the key lies apart from the database. */
  readonly warning: Text | null;
}

export function trailKeyFile(named: string | undefined, dataDir: string, embedded: boolean): TrailKeyFile {
  return {
    ...signingKeyFile(named, dataDir, "trail-key"),
    warning: named === undefined && embedded ? onTheSameMachine : null,
  };
}

/** The key that signs receipts: it vouches for a day and an hour to strangers, not for the trail. */
export const receiptKeyFile = (named: string | undefined, dataDir: string): Omit<TrailKeyFile, "warning"> =>
  signingKeyFile(named, dataDir, "receipt-key");

/** In `secrets/` of the data folder, which no backup holds, when no file is named. */
function signingKeyFile(named: string | undefined, dataDir: string, name: string): Omit<TrailKeyFile, "warning"> {
  const file = named ?? path.join(dataDir, "secrets", name);
  return {
    file,
    read: () => {
      if (named === undefined) makeKeyFile(file);
      return readKey(file);
    },
  };
}

const onTheSameMachine: Text = {
  vi: "Khóa ký gốc nhật ký nằm cùng máy với cơ sở dữ liệu: ai chiếm được máy này có thể viết lại nhật ký rồi ký lại. Hãy đặt MINHXET_TRAIL_KEY trỏ tới khóa để ở nơi khác, hoặc lưu các gốc đã công bố ở nơi khác.",
  en: "The key that signs the roots of the trail lies on the machine of the database: whoever takes this machine can rewrite the trail and sign it again. Point MINHXET_TRAIL_KEY to a key kept elsewhere, or keep the published roots elsewhere.",
};

function readKey(file: string): TrailKey | null {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") throw new TypeError("The key that signs is not an Ed25519 key.");
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Makes a new key that only its owner can read. Returns false, and changes nothing, when the file is there. */
export function makeKeyFile(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flush: true });
  try {
    // Only the first link holds: two processes that start at once agree.
    linkSync(fresh, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}
