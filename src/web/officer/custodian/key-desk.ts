import type { KeyAnswer, KeyQuestion } from "./key-worker.ts";

/** The sealed key for storing. */
export async function sealKeyApart(secret: string, passphrase: string): Promise<string> {
  const sealed = await ask({ do: "seal", secret, passphrase });
  if (sealed === undefined) throw new Error("the key could not be sealed");
  return sealed;
}

/** The secret key, or undefined when the passphrase is wrong. */
export const openKeyApart = (sealedKey: string, passphrase: string): Promise<string | undefined> =>
  ask({ do: "open", sealedKey, passphrase });

/** A worker for one question: when it ends, what it knew is gone with it. */
async function ask(question: KeyQuestion): Promise<string | undefined> {
  const worker = new Worker(new URL("./key-worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<KeyAnswer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<KeyAnswer>) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("the worker for keys did not start")));
      worker.postMessage(question);
    });
    if ("failed" in answer) throw new Error("not a sealed key");
    return answer.text;
  } finally {
    worker.terminate();
  }
}
