import type { Grant } from "../../../casework/access/index.ts";

/** The agency at whose counter the officer sits; 403 for whoever receives nobody. */
export function receptionAgency(grants: readonly Grant[]): string {
  const grant = grants.find(({ role }) => role === "reception-officer");
  if (!grant) throw new Response(null, { status: 403 });
  return grant.agencyId;
}

/** The agency whose register the officer opens first. */
export function registerAgency(grants: readonly Grant[]): string {
  const grant = grants.find(({ role }) =>
    ["reception-officer", "petition-officer", "head", "administrator"].includes(role),
  );
  if (!grant) throw new Response(null, { status: 403 });
  return grant.agencyId;
}

/** The agency into whose register the officer imports. */
export function importAgency(grants: readonly Grant[]): string {
  const grant = grants.find(({ role }) => role === "reception-officer" || role === "administrator");
  if (!grant) throw new Response(null, { status: 403 });
  return grant.agencyId;
}
