/**
 * One table says who may do what. The pure `can…` functions, the rows that the database's policies read
 * (app.access_rule), the buttons and the matrix of the tests all come from it. What is not here is denied.
 */
export const roles = [
  "reception-officer",
  "petition-officer",
  "clerk",
  "settlement-officer",
  "head",
  "inspectorate",
  "administrator",
  "custodian",
] as const;
export type Role = (typeof roles)[number];

export function isRole(role: string): role is Role {
  return roles.some((each) => each === role);
}

export const policy = {
  "visit:record": ["reception-officer"],
  "visit:read": ["reception-officer", "petition-officer", "head"],
  /** The waiting room: giving numbers and calling them. */
  "queue:serve": ["reception-officer"],
  /** Who booked a place at a head's session, and whether they came. */
  "booking:handle": ["reception-officer", "head"],
  "head-session:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  "head-session:plan": ["reception-officer", "clerk", "head"],
  "head-session:record": ["reception-officer", "head"],
  /** Minutes of a head's session and the notice of what was concluded, and seeing them. */
  "session-paper:draft": ["reception-officer", "petition-officer", "clerk", "head"],
  "person:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head"],
  "register:import": ["reception-officer"],
  "register:export": ["reception-officer", "petition-officer", "head"],
  /** The post book: letters that came by post, were forwarded or handed down, and the drafts made of scans. */
  "post:record": ["reception-officer", "petition-officer", "clerk"],
  "post:read": ["reception-officer", "petition-officer", "clerk", "head"],
  /** Letters of the agency's mailbox, until one officer takes them. */
  "mail:take": ["petition-officer"],
  "petition:register": ["reception-officer", "petition-officer", "clerk"],
  "petition:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head"],
  "petition:process": ["petition-officer", "head"],
  /**
   * Looking for earlier petitions about the same matter; of other agencies, that the same person handed one in. Whoever may
   * register petitions in an agency looks there, the clerk at the post book too; who handed in a denunciation stays unknown (settled 3).
   */
  "duplicate:look": ["reception-officer", "petition-officer", "clerk", "head"],
  /** Saying who handles a petition that was sent round; binding. */
  "transfer:decide": ["head"],
  /** Denunciations of the agency; whoever is assigned by name needs no role (settled 4). */
  "denunciation:read": ["head"],
  /** Opening and carrying on the follow-up of a reception. */
  "reception:follow": ["reception-officer", "petition-officer", "head"],
  /** That matters of the agencies below exist, and their dates; never their content. */
  "subordinate:read": ["head", "inspectorate"],
  /** What petitioners say of the outcome: a second person reads it, never whoever settles the matter. */
  "outcome:read": ["head", "inspectorate"],
  /** What the public page says of a decision that was made public, and taking it down. */
  "publication:write": ["petition-officer", "settlement-officer", "clerk", "head"],
  /** The list of who signed a petition of many, and who represents them. */
  "signatory:record": ["petition-officer", "settlement-officer", "clerk", "head"],
  "matter:open": ["petition-officer", "head"],
  "matter:read": ["petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  "matter:act": ["petition-officer", "settlement-officer", "clerk", "head"],
  "paper:draft": ["petition-officer", "settlement-officer", "clerk", "head"],
  "paper:check": ["petition-officer", "clerk", "head"],
  /** The unit's signature on a paper that three sign: whoever proposed it never. */
  "paper:vouch": ["petition-officer", "head"],
  "paper:approve": ["head"],
  "paper:sign": ["head"],
  "paper:number": ["clerk", "head"],
  "paper:send": ["clerk", "petition-officer", "head"],
  "file:add": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "custodian"],
  /** Handing the head's role over for some days; never to whoever only acts for the head. */
  "head:delegate": ["head"],
  "officer:see": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "administrator"],
  "officer:manage": ["administrator"],
  "agency:manage": ["administrator"],
  "calendar:announce": ["administrator"],
  /** Messages to petitioners that could not be delivered: that there are some, and trying again. */
  "notice:resend": ["administrator"],
  /** Holding the identities of denouncers, sealed to a key of one's own. */
  "identity:hold": ["custodian"],
  "identity-ledger:read": ["custodian", "head"],
  /** Asking for an identity, of a denunciation one may see. */
  "release:ask": ["head", "settlement-officer", "clerk"],
  /** Never on one's own request. */
  "release:decide": ["custodian"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof policy;

export interface Grant {
  readonly agencyId: string;
  readonly role: Role;
  /** The head's role, held for some days for the head (`delegations.ts`). */
  readonly acting?: true;
}

/** As `app.enter_as` turns roles into rights: what was handed over is not handed on (khoản 3 Điều 13 Nghị định 30/2020/NĐ-CP). */
function carries({ role, acting }: Grant, permission: Permission): boolean {
  const allowed: readonly Role[] = policy[permission];
  return allowed.includes(role) && !(acting && permission === "head:delegate");
}

/** True when one of the person's grants in that agency carries the permission. */
export function can(grants: readonly Grant[], permission: Permission, agencyId: string): boolean {
  return grants.some((grant) => grant.agencyId === agencyId && carries(grant, permission));
}

/** The agencies in which the person holds the permission. */
export function agenciesWhere(grants: readonly Grant[], permission: Permission): readonly string[] {
  return [...new Set(grants.filter((grant) => carries(grant, permission)).map((grant) => grant.agencyId))];
}
