export interface Secret {
  readonly code: string;
  readonly secret: string;
}

const name = "minhxet-receipt";
const path = "/office/reception/visits";

/** Carries the tracking secrets to the next page once: they never stand in an address and only their hashes are kept. */
export function secretsCookie(
  visitId: string,
  petitions: readonly { readonly code: string; readonly trackingSecret?: string }[],
  secure: boolean,
): string {
  const secrets = petitions.flatMap(({ code, trackingSecret }) => (trackingSecret ? [[code, trackingSecret]] : []));
  const value = encodeURIComponent(JSON.stringify([visitId, ...secrets]));
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Strict; Max-Age=120${secure ? "; Secure" : ""}`;
}

export const clearSecrets = `${name}=; Path=${path}; HttpOnly; SameSite=Strict; Max-Age=0`;

export function readSecrets(request: Request, visitId: string): readonly Secret[] {
  const text = request.headers
    .get("cookie")
    ?.split("; ")
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (!text) return [];
  try {
    const [id, ...pairs]: unknown[] = JSON.parse(decodeURIComponent(text));
    if (id !== visitId) return [];
    return pairs.flatMap((pair) => {
      if (!Array.isArray(pair)) return [];
      const [code, secret]: unknown[] = pair;
      return typeof code === "string" && typeof secret === "string" ? [{ code, secret }] : [];
    });
  } catch {
    return [];
  }
}
