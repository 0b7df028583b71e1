import { openKey, sealKey } from "./sealing.ts";

/** One question to the worker: it works so long on a passphrase that the page would stand still meanwhile. */
export type KeyQuestion =
  | { readonly do: "seal"; readonly secret: string; readonly passphrase: string }
  | { readonly do: "open"; readonly sealedKey: string; readonly passphrase: string };

export type KeyAnswer = { readonly text: string | undefined } | { readonly failed: true };

self.addEventListener("message", async ({ data }: MessageEvent<KeyQuestion>) => {
  try {
    const text =
      data.do === "seal" ? await sealKey(data.secret, data.passphrase) : await openKey(data.sealedKey, data.passphrase);
    self.postMessage({ text } satisfies KeyAnswer);
  } catch {
    self.postMessage({ failed: true } satisfies KeyAnswer);
  }
});
