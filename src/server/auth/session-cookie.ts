import { createHmac, timingSafeEqual } from "node:crypto";

/** How the session's secret travels: in one signed cookie that scripts cannot read. */
export interface SessionCookie {
  /** `Set-Cookie` value. */
  write(secret: string, expiresAt: Date): string;
  /** `Set-Cookie` value that removes it. */
  clear(): string;
  /** The secret, when the request carries the cookie with our signature. Whether the session is open, the database says. */
  read(request: Request): string | undefined;
}

/** `secure`: the browser reaches us by TLS; then the name binds the cookie to this host and path (`__Host-`). */
export function sessionCookie(key: Buffer, secure: boolean): SessionCookie {
  const name = secure ? "__Host-minhxet" : "minhxet";
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const sign = (secret: string) => createHmac("sha256", key).update(secret, "utf8").digest("base64url");
  return {
    write: (secret, expiresAt) =>
      `${name}=${secret}.${sign(secret)}; ${attributes}; Expires=${expiresAt.toUTCString()}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
    read: (request) => {
      const value = cookieValue(request.headers.get("cookie"), name);
      const dot = value?.lastIndexOf(".") ?? -1;
      if (!value || dot < 1) return undefined;
      const secret = value.slice(0, dot);
      return sameText(value.slice(dot + 1), sign(secret)) ? secret : undefined;
    },
  };
}

/** Whether the request comes by one of our own pages; a cookie must not be believed on what another site makes a browser send. */
export function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return request.headers.get("origin") === origin;
}

function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
