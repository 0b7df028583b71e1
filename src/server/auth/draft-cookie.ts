import type { DraftAccess } from "../../casework/filing/index.ts";

/** Carries the two codes of a draft from page to page until the browser is closed: they stand in no address. */
export interface DraftCookie {
  write(access: DraftAccess): string;
  clear(): string;
  read(request: Request): DraftAccess | undefined;
}

export function draftCookie(secure: boolean): DraftCookie {
  const name = `${secure ? "__Host-" : ""}minhxet-draft`;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return {
    write: ({ code, secret }) => `${name}=${code}.${secret}; ${attributes}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
    read: (request) => {
      const value = request.headers
        .get("cookie")
        ?.split(/;\s*/)
        .find((part) => part.startsWith(`${name}=`))
        ?.slice(name.length + 1);
      const [, code, secret] = /^([0-9A-Z-]{6,30})\.([0-9A-Z-]{12,40})$/.exec(value ?? "") ?? [];
      return code && secret ? { code, secret } : undefined;
    },
  };
}
