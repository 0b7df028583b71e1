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
] as const;
export type Role = (typeof roles)[number];

export function isRole(role: string): role is Role {
  return roles.some((each) => each === role);
}

export const policy = {
  "visit:record": ["reception-officer"],
  "visit:read": ["reception-officer", "petition-officer", "head"],
  "head-session:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  "head-session:plan": ["reception-officer", "clerk", "head"],
  "head-session:record": ["reception-officer", "head"],
  "person:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head"],
  "register:import": ["reception-officer"],
  "register:export": ["reception-officer", "petition-officer", "head"],
  "petition:register": ["reception-officer", "petition-officer", "clerk"],
  "petition:read": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head"],
  "petition:process": ["petition-officer", "head"],
  /** Denunciations of the agency; whoever is assigned by name needs no role (settled 4). */
  "denunciation:read": ["head"],
  /** Opening and carrying on the follow-up of a reception. */
  "reception:follow": ["reception-officer", "petition-officer", "head"],
  /** That matters of the agencies below exist, and their dates; never their content. */
  "subordinate:read": ["head", "inspectorate"],
  "matter:open": ["petition-officer", "head"],
  "matter:read": ["petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  "matter:act": ["petition-officer", "settlement-officer", "clerk", "head"],
  "paper:draft": ["petition-officer", "settlement-officer", "clerk", "head"],
  "paper:check": ["petition-officer", "clerk", "head"],
  "paper:approve": ["head"],
  "paper:sign": ["head"],
  "paper:number": ["clerk", "head"],
  "paper:send": ["clerk", "petition-officer", "head"],
  "file:add": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head"],
  "officer:see": ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "administrator"],
  "officer:manage": ["administrator"],
  "agency:manage": ["administrator"],
  "calendar:announce": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof policy;

export interface Grant {
  readonly agencyId: string;
  readonly role: Role;
}

/** True when one of the person's grants in that agency carries the permission. */
export function can(grants: readonly Grant[], permission: Permission, agencyId: string): boolean {
  const allowed: readonly Role[] = policy[permission];
  return grants.some((grant) => grant.agencyId === agencyId && allowed.includes(grant.role));
}

/** The agencies in which the person holds the permission. */
export function agenciesWhere(grants: readonly Grant[], permission: Permission): readonly string[] {
  const allowed: readonly Role[] = policy[permission];
  return [...new Set(grants.filter((grant) => allowed.includes(grant.role)).map((grant) => grant.agencyId))];
}
