import type { Grant } from "../../../casework/access/index.ts";

/** The agency whose post the officer takes in; 403 for whoever takes in none. */
export function postAgency(grants: readonly Grant[]): string {
  return agencyOf(grants, ["clerk", "petition-officer", "reception-officer"]);
}

/** The agency whose post book the officer reads. */
export function bookAgency(grants: readonly Grant[]): string {
  return agencyOf(grants, ["clerk", "petition-officer", "reception-officer", "head"]);
}

function agencyOf(grants: readonly Grant[], roles: readonly string[]): string {
  const grant = grants.find(({ role }) => roles.includes(role));
  if (!grant) throw new Response(null, { status: 403 });
  return grant.agencyId;
}
