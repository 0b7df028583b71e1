const name = "minhxet-kiosk";

/** Keeps the device open for the day; the server forgets the code by itself. */
export function kioskCookie(code: string, secure: boolean): string {
  return `${name}=${encodeURIComponent(code)}; Path=/phong-cho; HttpOnly; SameSite=Strict; Max-Age=86400${secure ? "; Secure" : ""}`;
}

export function kioskCode(request: Request): string {
  const part = request.headers
    .get("cookie")
    ?.split("; ")
    .find((each) => each.startsWith(`${name}=`));
  try {
    return decodeURIComponent(part?.slice(name.length + 1) ?? "").slice(0, 40);
  } catch {
    return "";
  }
}
