import { type Permission, policy, type Role } from "../../casework/access/policy.ts";
import type { RefusalDetails } from "../../casework/refusal.ts";
import type { Asker } from "../../casework/setting.ts";
import type { App } from "../app.ts";
import { isSameOrigin } from "../auth/session-cookie.ts";
import type { Endpoint } from "../endpoints.ts";
import { changePasswordFirst, notSignedIn, notYours, refusalOf, secondFactorFirst } from "./problem.ts";

/** Who asks by the API: a bearer token, or the cookie when one of our own pages made the request. */
export function apiAsker(app: App, request: Request): Asker {
  const bearer = /^Bearer (mx_[A-Za-z0-9_-]{20,100})$/i.exec(request.headers.get("authorization") ?? "");
  if (bearer?.[1]) return { token: bearer[1] };
  if (request.headers.has("authorization")) return "nobody";
  return isSameOrigin(request, app.config.publicUrl) ? app.sessionOf(request) : "nobody";
}

/** Why this asker may not knock at that endpoint; undefined: come in. Deny by default: the use case and the database decide again. */
export async function refusalAt(app: App, endpoint: Endpoint, asker: Asker): Promise<RefusalDetails | undefined> {
  if (endpoint.access === "public") return undefined;
  if (asker === "nobody") return notSignedIn;
  try {
    const who = await app.access.me(asker);
    if (endpoint.access === "changing-password") return undefined;
    if (who.mustChangePassword) return changePasswordFirst;
    if (who.secondFactorDue) return secondFactorFirst;
    if (endpoint.access === "signed-in") return undefined;
    return holds(who.grants, endpoint.access) ? undefined : notYours;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

function holds(grants: readonly { readonly role: Role }[], permission: Permission): boolean {
  const allowed: readonly Role[] = policy[permission];
  return grants.some(({ role }) => allowed.includes(role));
}
