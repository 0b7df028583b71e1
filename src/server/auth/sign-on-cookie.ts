import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { SignOnFlow } from "../../casework/access/accounts-port.ts";

/** Carries what was sent to the provider of single sign-on until the browser comes back: signed, for minutes, for no script. */
export interface SignOnCookie {
  /** `Set-Cookie` value; `to` is the page of ours to go to afterwards. */
  write(flow: SignOnFlow, to: string): string;
  clear(): string;
  /** Undefined without one of ours, or when its time is over. */
  read(request: Request, now: Date): { readonly flow: SignOnFlow; readonly to: string } | undefined;
}

const carried = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
  linkFor: z.string().nullable(),
  to: z.string(),
});

export function signOnCookie(key: Buffer, secure: boolean): SignOnCookie {
  const name = `${secure ? "__Host-" : ""}minhxet-single`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const mac = (body: string) => createHmac("sha256", key).update(body).digest();
  return {
    write: (flow, to) => {
      const body = Buffer.from(JSON.stringify({ ...flow, to })).toString("base64url");
      return `${name}=${body}.${mac(body).toString("base64url")}; ${attributes}; Expires=${new Date(flow.until).toUTCString()}`;
    },
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
    read: (request, now) => {
      const [body = "", signature = ""] = cookieOf(request, name)?.split(".") ?? [];
      const [given, expected] = [Buffer.from(signature, "base64url"), mac(body)];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const read = carried.safeParse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
      if (!read.success || read.data.until <= now.getTime()) return undefined;
      const { to, ...flow } = read.data;
      return { flow, to };
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
