import { apiEndpoints, serviceEndpoints } from "../../../src/server/endpoints.ts";

/** Ways in which the system can tell something. Those of the brief that do not exist yet stand in `notBuilt`. */
export const channels = {
  open: "one thing by its id",
  list: "a page of many",
  count: "how many",
  search: "looking for words, names, numbers",
  suggest: "people proposed while typing",
  duplicates: "petitions that may be about the same matter",
  history: "earlier visits of a person, at the counter",
  export: "a file made of many",
  attachment: "papers and scans",
  command: "what a command answers and refuses with",
  account: "accounts and roles",
  track: "what the holder of a receipt is shown",
  public: "pages and answers open to anyone",
  filing: "what citizens file themselves: drafts and receipts",
  letters: "what a petitioner and the office write to each other",
  vault: "sealed identities, releases, the ledger",
  law: "the law and its calendar",
  service: "files of the program and its health",
} as const;
export type Channel = keyof typeof channels;

/** Channels without a door yet: whoever builds one adds its doors below, and takes it from here. */
export const notBuilt = {
  facet: "lists are filtered, and counted by view alone",
  "report drill-down": "there are no reports yet",
  notification: "nothing is sent yet",
  "event feed": "there is no feed yet",
} as const;

const api: Readonly<Record<Channel, readonly string[]>> = {
  open: [
    "GET /visits/:id",
    "GET /petitions/:id",
    "GET /petitions/:id/openings/:procedure",
    "GET /petitions/:id/competence",
    "GET /matters/:id",
    "GET /head-sessions/:id",
    "GET /head-sessions/:id/file",
    "GET /head-sessions/:id/papers",
    "GET /imports/:id",
    "GET /transfers/:id",
    "GET /post-entries/:id",
    "GET /intake-drafts/:id",
  ],
  list: [
    "GET /register",
    "GET /petitions",
    "GET /queue",
    "GET /head-sessions",
    "GET /head-duties",
    "GET /imports/:id/rejections",
    "GET /post-entries",
    "GET /intake-drafts",
    "GET /officers",
    "GET /subordinate-matters",
    "GET /transfers",
    "GET /petitions/:id/conflicts",
  ],
  count: ["GET /petitions/counts"],
  search: ["POST /petitions/search", "POST /identity-look-up"],
  suggest: ["POST /people/search"],
  duplicates: ["POST /petitions/duplicates", "GET /petitions/:id/duplicates"],
  history: ["GET /people/:id/history"],
  export: ["GET /register/export", "GET /imports/:id/errors", "GET /post-entries/export"],
  attachment: ["GET /files/:id", "GET /papers/:id/document", "POST /visits/:id/receipt"],
  command: [
    "POST /visits",
    "POST /visits/:id/classify",
    "POST /visits/:id/correct",
    "POST /queue/numbers",
    "POST /queue/call-next",
    "POST /queue/numbers/:id/step",
    "POST /queue/kiosk",
    "DELETE /queue/kiosk",
    "POST /head-sessions",
    "POST /head-sessions/announce",
    "POST /head-sessions/:id/papers",
    "POST /head-sessions/:id/cases",
    "POST /head-sessions/:id/cases/remove",
    "POST /head-sessions/:id/outcome",
    "POST /head-sessions/:id/correct",
    "POST /imports/preview",
    "POST /imports",
    "POST /imports/:id/cancel",
    "POST /post-entries",
    "POST /post-entries/:id/classify",
    "POST /post-entries/:id/give-back",
    "POST /intake-drafts",
    "POST /intake-drafts/:id/take",
    "POST /intake-drafts/:id/give-up",
    "POST /intake-drafts/:id/stop",
    "POST /files",
    "POST /petitions/:id/classify",
    "POST /petitions/:id/route",
    "POST /petitions/:id/correct",
    "POST /petitions/:id/matter",
    "POST /petitions/:id/hand-over",
    "POST /petitions/:id/conflicts",
    "POST /petitions/:id/transfers",
    "POST /transfers/:id/accept",
    "POST /transfers/:id/return",
    "POST /transfers/:id/decide",
    "POST /conflicts/:id/lift",
    "POST /petitions/:id/duplicate",
    "POST /petitions/:id/duplicate/undo",
    "POST /petitions/:id/competence",
    "POST /matters/:id/acts",
    "POST /papers/:id/steps",
    "POST /papers/:id/rewrite",
    "POST /papers/:id/receipts",
    "POST /calendar/preview",
    "POST /calendar/notices",
  ],
  account: [
    "GET /me",
    "GET /me/tokens",
    "DELETE /me/tokens/:id",
    "GET /me/sessions",
    "DELETE /me/sessions/:id",
    "POST /me/sessions/end-others",
    "GET /me/passkeys",
    "GET /account-changes",
    "POST /account-changes/:id/confirm",
    "POST /account-changes/:id/refuse",
    "GET /delegations",
    "POST /delegations",
    "POST /delegations/:id/end",
    "POST /officers",
    "POST /officers/:id/reset-password",
    "POST /officers/:id/active",
    "POST /officers/:id/reset-second-factor",
    "POST /officers/:id/end-sessions",
    "POST /officers/:id/unlink-single-sign-on",
    "GET /officers/:id/account",
    "GET /second-factor-rules",
    "POST /second-factor-rules",
    "POST /officers/:id/grants",
    "POST /grants/:id/end",
    "POST /agencies",
    "POST /agencies/:id/names",
  ],
  track: ["POST /track"],
  public: [
    "GET /openapi.json",
    "GET /agencies",
    "GET /agencies/:code/successions",
    "GET /reception-calendar",
    "GET /waiting-rooms/:code",
    "POST /waiting-rooms/:code/numbers",
    "GET /trail/roots",
    "GET /trail/key",
    "GET /receipts/key",
    "POST /receipts/verify",
  ],
  filing: [],
  letters: [
    "POST /track/letters",
    "GET /petitions/:id/letters",
    "POST /petitions/:id/letters",
    "POST /petitions/:id/letters/read",
  ],
  vault: [
    "GET /custody",
    "POST /custody",
    "POST /custody/passphrase",
    "GET /identities",
    "GET /identities/:id",
    "POST /identities/:id/open",
    "POST /identities/:id/copies",
    "GET /identity-files/:id",
    "GET /releases",
    "POST /releases",
    "POST /releases/:id/open",
    "POST /releases/:id/approve",
    "POST /releases/:id/refuse",
    "POST /releases/:id/end",
    "POST /releases/:id/view",
    "GET /identity-queue",
    "GET /identity-ledger",
  ],
  law: [
    "GET /law/deadline",
    "GET /law/rules",
    "GET /law/competence",
    "GET /law/kinds",
    "GET /law/procedures",
    "GET /law/procedures/:id",
    "GET /law/gaps",
    "GET /law/check",
    "GET /law/diff",
    "GET /law/duties",
    "GET /law/transitions",
    "GET /law/calendar/:year",
    "GET /calendar/:year",
  ],
  service: [],
};

/** Routes of src/web/routes.ts; each is asked for as a page and as data, and sent an empty form. */
const pages: Readonly<Record<Channel, readonly string[]>> = {
  open: [
    "/office/petitions/:id",
    "/office/petitions/:id/open/:procedure",
    "/office/matters/:id",
    "/office/matters/:id/acts/:act",
    "/office/papers/:paper/edit",
    "/office/reception/visits/:visitId",
    "/office/sessions/:sessionId",
    "/office/sessions/:sessionId/file",
    "/office/register/import/:runId",
    "/office/transfers/:id",
    "/office/post/entries/:entryId",
    "/office/post/drafts/:draftId",
  ],
  list: [
    "/office",
    "/office/list",
    "/office/subordinates",
    "/office/transfers",
    "/office/petitions/:id/conflicts",
    "/office/outcomes",
    "/office/register",
    "/office/queue",
    "/office/sessions",
    "/office/register/import",
    "/office/post/book",
    "/office/post/drafts",
  ],
  count: ["/office/list/counts"],
  search: [],
  suggest: ["/office/reception/people"],
  duplicates: ["/office/reception/duplicates"],
  history: [],
  export: ["/office/register/export", "/office/register/import/:runId/errors", "/office/post/book/export"],
  attachment: [
    "/office/papers/:file",
    "/office/files/:file",
    "/office/reception/visits/:visitId/receipt",
    "/office/post/drafts/:draftId/pages/:page",
  ],
  command: ["/office/reception", "/office/post"],
  account: [
    "/sign-in",
    "/sign-in/single",
    "/sign-in/single/back",
    "/single-sign-on",
    "/sign-in/passkey",
    "/passkeys",
    "/office/delegation",
    "/sign-out",
    "/password",
    "/sessions",
    "/second-factor",
    "/office/admin",
    "/office/admin/officers/:id",
  ],
  track: ["/track", "/track/tai-lieu"],
  public: [
    "/",
    "/lich-tiep",
    "/phong-cho/:code",
    "/phong-cho/:code/lay-so",
    "/goc-nhat-ky",
    "/language",
    "/kiem-tra-bien-nhan",
  ],
  filing: [
    "/nop-don",
    "/nop-don/tai-lieu",
    "/nop-don/kiem-tra",
    "/nop-don/:step",
    "/nop-don/bien-nhan",
    "/nop-don/bien-nhan/tai-ve",
    "/nop-don/bien-nhan/ban-da-nop",
  ],
  letters: [],
  vault: [
    "/office/custodian",
    "/office/custodian/desk",
    "/office/custodian/:id",
    "/office/custodian/:id/files/:file",
    "/office/petitions/:id/release",
  ],
  law: ["/thoi-han", "/thu-tuc", "/thu-tuc/:id", "/phap-luat", "/office/admin/calendar"],
  service: [],
};

export interface Door {
  readonly method: string;
  readonly path: string;
  readonly channel: Channel;
}

const doorsIn = (channel: Channel): readonly Door[] => [
  ...api[channel].map((each) => {
    const [method = "", path = ""] = each.split(" ");
    return { method, path: `/api/v1${path}`, channel };
  }),
  ...pages[channel].map((path) => ({ method: "PAGE", path, channel })),
];

/** Every door of the table below, with its channel. */
export const doors: readonly Door[] = Object.keys(channels).flatMap((channel) => doorsIn(channel as Channel));

/** The doors that exist: the endpoints of the API and of the service, and the routes of the pages. */
export function existing(routes: readonly string[]): readonly string[] {
  return [
    ...apiEndpoints.map(({ method, pattern }) => `${method} ${pattern}`),
    ...routes.filter((path) => !path.endsWith("*")).map((path) => `PAGE ${path}`),
  ];
}

/** Doors without a channel, and lines of the table without a door. Both fail the matrix. */
export function unclassified(found: readonly string[]): { readonly unknown: string[]; readonly gone: string[] } {
  const known = new Set(doors.map(({ method, path }) => `${method} ${path}`));
  return {
    unknown: found.filter((each) => !known.has(each)),
    gone: [...known].filter((each) => !found.includes(each)),
  };
}

/** Doors of the service hold nothing of any case: asked once by everybody. */
export const servicePaths: readonly string[] = serviceEndpoints
  .filter(({ pattern }) => !pattern.endsWith("*"))
  .map(({ pattern }) => pattern);
