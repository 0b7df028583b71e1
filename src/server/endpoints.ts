import type { Permission } from "../casework/access/index.ts";

/**
 * Who may knock. `public`: anyone; `changing-password`: whoever is signed in, even with a one-time
 * password or without the second factor that the role demands;
 * `signed-in`: an officer; a permission: an officer who holds it in some agency (in which one, the use case decides).
 */
export type Access = "public" | "changing-password" | "signed-in" | Permission;

export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Segments; `:name` stands for one segment, `*` at the end for the rest. */
  readonly pattern: string;
  readonly access: Access;
  /** Takes files: a larger body is let in. */
  readonly upload?: boolean;
}

const api = (method: Endpoint["method"], path: string, access: Access, upload = false): Endpoint => ({
  method,
  pattern: `/api/v1${path}`,
  access,
  upload,
});

export const serviceEndpoints: readonly Endpoint[] = [
  { method: "GET", pattern: "/healthz", access: "public" },
  { method: "GET", pattern: "/readyz", access: "public" },
  { method: "GET", pattern: "/robots.txt", access: "public" },
  { method: "GET", pattern: "/favicon.svg", access: "public" },
  { method: "GET", pattern: "/favicon.ico", access: "public" },
  { method: "GET", pattern: "/assets/*", access: "public" },
  { method: "GET", pattern: "/__manifest", access: "public" },
];

export const apiEndpoints: readonly Endpoint[] = [
  api("GET", "/openapi.json", "public"),
  api("GET", "/agencies", "public"),
  api("GET", "/agencies/:code/successions", "public"),
  api("POST", "/track", "public"),
  api("POST", "/track/letters", "public"),
  api("GET", "/law/deadline", "public"),
  api("GET", "/law/rules", "public"),
  api("GET", "/law/competence", "public"),
  api("GET", "/law/kinds", "public"),
  api("GET", "/law/procedures", "public"),
  api("GET", "/law/procedures/:id", "public"),
  api("GET", "/law/gaps", "public"),
  api("GET", "/law/check", "public"),
  api("GET", "/law/diff", "public"),
  api("GET", "/law/duties", "public"),
  api("GET", "/law/transitions", "public"),
  api("GET", "/law/calendar/:year", "public"),
  api("GET", "/reception-calendar", "public"),
  api("GET", "/trail/roots", "public"),
  api("GET", "/trail/key", "public"),
  api("GET", "/me", "signed-in"),
  api("GET", "/me/tokens", "signed-in"),
  api("DELETE", "/me/tokens/:id", "signed-in"),
  api("GET", "/me/sessions", "signed-in"),
  api("DELETE", "/me/sessions/:id", "signed-in"),
  api("POST", "/me/sessions/end-others", "signed-in"),
  api("GET", "/me/passkeys", "signed-in"),
  api("GET", "/officers", "officer:see"),
  api("POST", "/officers", "officer:manage"),
  api("POST", "/officers/:id/reset-password", "officer:manage"),
  api("POST", "/officers/:id/active", "officer:manage"),
  api("POST", "/officers/:id/reset-second-factor", "officer:manage"),
  api("POST", "/officers/:id/end-sessions", "officer:manage"),
  api("POST", "/officers/:id/unlink-single-sign-on", "officer:manage"),
  api("GET", "/officers/:id/account", "officer:manage"),
  api("GET", "/second-factor-rules", "officer:manage"),
  api("POST", "/second-factor-rules", "officer:manage"),
  api("POST", "/officers/:id/grants", "officer:manage"),
  api("POST", "/grants/:id/end", "officer:manage"),
  api("GET", "/account-changes", "officer:manage"),
  api("POST", "/account-changes/:id/confirm", "officer:manage"),
  api("POST", "/account-changes/:id/refuse", "officer:manage"),
  api("GET", "/delegations", "signed-in"),
  api("POST", "/delegations", "head:delegate"),
  api("POST", "/delegations/:id/end", "signed-in"),
  api("POST", "/agencies", "agency:manage"),
  api("POST", "/agencies/:id/names", "agency:manage"),
  api("GET", "/calendar/:year", "signed-in"),
  api("POST", "/calendar/preview", "calendar:announce"),
  api("POST", "/calendar/notices", "calendar:announce"),
  api("POST", "/people/search", "person:read"),
  api("GET", "/people/:id/history", "person:read"),
  api("POST", "/visits", "visit:record"),
  api("GET", "/visits/:id", "signed-in"),
  api("POST", "/visits/:id/classify", "signed-in"),
  api("POST", "/visits/:id/correct", "signed-in"),
  api("POST", "/visits/:id/receipt", "signed-in"),
  api("GET", "/register", "visit:read"),
  api("GET", "/register/export", "register:export"),
  api("GET", "/head-sessions", "head-session:read"),
  api("POST", "/head-sessions", "head-session:plan"),
  api("POST", "/head-sessions/announce", "head-session:plan"),
  api("GET", "/head-sessions/:id", "head-session:read"),
  api("POST", "/head-sessions/:id/outcome", "head-session:record"),
  api("POST", "/head-sessions/:id/correct", "head-session:record"),
  api("GET", "/head-duties", "head-session:read"),
  api("POST", "/imports/preview", "register:import", true),
  api("POST", "/imports", "register:import", true),
  api("GET", "/imports/:id", "register:import"),
  api("POST", "/imports/:id/cancel", "register:import"),
  api("GET", "/imports/:id/rejections", "register:import"),
  api("GET", "/imports/:id/errors", "register:import"),
  api("POST", "/files", "file:add", true),
  api("GET", "/files/:id", "signed-in"),
  api("GET", "/petitions", "petition:read"),
  api("POST", "/petitions/search", "petition:read"),
  api("GET", "/petitions/counts", "petition:read"),
  api("GET", "/petitions/:id", "petition:read"),
  api("POST", "/petitions/:id/classify", "signed-in"),
  api("POST", "/petitions/:id/route", "petition:process"),
  api("POST", "/petitions/:id/correct", "petition:process"),
  api("POST", "/petitions/:id/matter", "signed-in"),
  api("GET", "/petitions/:id/openings/:procedure", "signed-in"),
  api("POST", "/petitions/:id/hand-over", "signed-in"),
  api("GET", "/petitions/:id/letters", "signed-in"),
  api("POST", "/petitions/:id/letters", "signed-in"),
  api("POST", "/petitions/:id/letters/read", "signed-in"),
  api("POST", "/petitions/:id/conflicts", "signed-in"),
  api("GET", "/petitions/:id/competence", "petition:read"),
  api("POST", "/petitions/:id/competence", "signed-in"),
  api("POST", "/petitions/:id/transfers", "signed-in"),
  api("GET", "/transfers", "petition:read"),
  api("GET", "/transfers/:id", "signed-in"),
  api("POST", "/transfers/:id/accept", "petition:process"),
  api("POST", "/transfers/:id/return", "petition:process"),
  api("POST", "/transfers/:id/decide", "transfer:decide"),
  api("GET", "/subordinate-matters", "subordinate:read"),
  api("GET", "/matters/:id", "signed-in"),
  api("POST", "/matters/:id/acts", "signed-in"),
  api("POST", "/papers/:id/steps", "signed-in"),
  api("POST", "/papers/:id/rewrite", "paper:draft"),
  api("POST", "/papers/:id/receipts", "paper:send"),
  api("GET", "/papers/:id/document", "signed-in"),
  api("GET", "/custody", "identity:hold"),
  api("POST", "/custody", "identity:hold"),
  api("POST", "/custody/passphrase", "identity:hold"),
  api("GET", "/identities", "identity:hold"),
  api("GET", "/identities/:id", "identity:hold"),
  api("POST", "/identities/:id/open", "identity:hold"),
  api("POST", "/identities/:id/copies", "identity:hold"),
  api("GET", "/identity-files/:id", "identity:hold"),
  api("GET", "/releases", "signed-in"),
  api("POST", "/releases", "release:ask"),
  api("POST", "/releases/:id/open", "release:decide"),
  api("POST", "/releases/:id/approve", "release:decide"),
  api("POST", "/releases/:id/refuse", "release:decide"),
  api("POST", "/releases/:id/end", "release:decide"),
  api("POST", "/releases/:id/view", "release:ask"),
  api("POST", "/identity-look-up", "signed-in"),
  api("GET", "/identity-queue", "identity:hold"),
  api("GET", "/identity-ledger", "identity-ledger:read"),
];

const web = (
  methods: readonly Endpoint["method"][],
  pattern: string,
  access: Access,
  upload = false,
): readonly Endpoint[] => methods.map((method) => ({ method, pattern, access, upload }));

/** The pages, by src/web/routes.ts. Which officer may see what on a page of the office, its use cases decide. */
export const webEndpoints: readonly Endpoint[] = [
  ...web(["GET", "POST"], "/", "public"),
  ...web(["GET", "POST"], "/track", "public"),
  ...web(["GET"], "/thoi-han", "public"),
  ...web(["GET"], "/thu-tuc", "public"),
  ...web(["GET"], "/thu-tuc/:id", "public"),
  ...web(["GET"], "/phap-luat", "public"),
  ...web(["GET"], "/lich-tiep", "public"),
  ...web(["GET"], "/goc-nhat-ky", "public"),
  ...web(["GET", "POST"], "/sign-in", "public"),
  ...web(["GET", "POST"], "/sign-in/passkey", "public"),
  ...web(["GET"], "/sign-in/single", "public"),
  ...web(["GET"], "/sign-in/single/back", "public"),
  ...web(["GET", "POST"], "/sign-out", "public"),
  ...web(["GET", "POST"], "/language", "public"),
  ...web(["GET", "POST"], "/password", "changing-password"),
  ...web(["GET", "POST"], "/second-factor", "changing-password"),
  ...web(["GET", "POST"], "/sessions", "signed-in"),
  ...web(["GET", "POST"], "/passkeys", "signed-in"),
  ...web(["GET", "POST"], "/single-sign-on", "signed-in"),
  ...web(["GET", "POST"], "/office/*", "signed-in", true),
  ...web(["GET", "POST"], "/office", "signed-in"),
];

export const signInPath = "/sign-in";
/** Where the provider of single sign-on sends the browser back to. */
export const signOnBackPath = "/sign-in/single/back";
export const passwordPath = "/password";
export const secondFactorPath = "/second-factor";
