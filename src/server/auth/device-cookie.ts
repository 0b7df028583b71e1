import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Marks a browser from which an officer has signed in before. It opens nothing: it only counts wrong passwords apart from
 * those of strangers, so that whoever tries a name from many places does not keep its owner out.
 */
export interface DeviceCookie {
  /** `Set-Cookie` value: keeps the mark that the request has for that name, or makes one. */
  write(request: Request, username: string): string;
  /** The mark of this browser for that name; undefined without one of ours, or with one of another name. */
  read(request: Request, username: string): string | undefined;
}

const KEPT_SECONDS = 180 * 86_400;

export function deviceCookie(key: Buffer, secure: boolean): DeviceCookie {
  const mac = (...parts: readonly string[]) => createHmac("sha256", key).update(parts.join("\n")).digest();
  // A name of its own for each officer: several use one browser at a counter.
  const nameFor = (username: string) =>
    `${secure ? "__Host-" : ""}minhxet-device-${mac("cookie", username).toString("hex").slice(0, 12)}`;
  const read = (request: Request, username: string) => {
    const [id = "", signature = ""] = cookieOf(request, nameFor(username))?.split(".") ?? [];
    const [given, expected] = [Buffer.from(signature, "base64url"), mac("device", username, id)];
    return id !== "" && given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
  };
  return {
    read,
    write: (request, username) => {
      const id = read(request, username) ?? randomBytes(16).toString("base64url");
      const value = `${id}.${mac("device", username, id).toString("base64url")}`;
      return `${nameFor(username)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_SECONDS}${secure ? "; Secure" : ""}`;
    },
  };
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const part of request.headers.get("cookie")?.split(";") ?? []) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}
