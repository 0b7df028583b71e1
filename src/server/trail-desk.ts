import * as audit from "../casework/audit/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import type { TrailKeyFile } from "./trail-key.ts";

export interface PublishedKey {
  readonly algorithm: "Ed25519";
  readonly keyId: string;
  /** SPKI in base64. */
  readonly publicKey: string;
  readonly pem: string;
}

/** No key lies where the setting says. */
export class TrailKeyMissing extends Error {
  constructor(file: string) {
    super(`There is no key for the trail in ${file}: make one with minhxet audit key --new, or set MINHXET_TRAIL_KEY.`);
    this.name = "TrailKeyMissing";
  }
}

/** What the outer layers may ask of the trail. */
export function openTrailDesk(setting: Setting, file: TrailKeyFile) {
  const makeRoot = (asker: Asker, wanted: { readonly daily: boolean }) => {
    const key = file.read();
    if (!key) throw new TrailKeyMissing(file.file);
    return audit.makeRoot(setting, asker, key, wanted);
  };
  return {
    /** Holds every chain against what was signed; by the keys given, else by this installation's own. */
    verifyTrail: (asker: Asker, against: audit.HeldAgainst = {}) => {
      const own = against.keys ? null : file.read();
      return audit.verifyTrail(
        setting,
        asker,
        own ? { ...against, keys: [audit.publicKeyText(own.publicKey)] } : against,
      );
    },
    /** Makes and signs a root now. Null when another is being made, or a daily one stands for today. */
    makeRoot,
    publishedRoots: (input: { readonly before?: number; readonly limit?: number }) =>
      audit.publishedRoots(setting, input),
    publishedKey: (): PublishedKey | null => {
      const key = file.read();
      if (!key) return null;
      const publicKey = audit.publicKeyText(key.publicKey);
      const pem = key.publicKey.export({ type: "spki", format: "pem" }).toString();
      return { algorithm: "Ed25519", keyId: audit.keyId(publicKey), publicKey, pem };
    },
    warning: file.warning,
  };
}
