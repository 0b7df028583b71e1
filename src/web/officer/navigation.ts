import type { Role } from "../../casework/access/index.ts";
import { m } from "../paraglide/messages.js";

interface Destination {
  readonly to: string;
  readonly name: () => string;
  readonly roles: readonly Role[];
}

const subordinates = "/office/subordinates";

/** The first entry is the officer's first page. The server decides what each may open; this only leaves out what would be refused. */
const destinations: readonly Destination[] = [
  {
    to: "/office",
    name: m.matters_today,
    roles: ["petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  },
  {
    to: "/office/list",
    name: m.ui_nav_list,
    roles: ["petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  },
  { to: "/office/reception", name: m.ui_nav_reception, roles: ["reception-officer"] },
  { to: "/office/queue", name: m.queue_nav, roles: ["reception-officer"] },
  { to: "/office/post", name: m.post_nav, roles: ["reception-officer", "petition-officer", "clerk"] },
  {
    to: "/office/sessions",
    name: m.sessions_nav,
    roles: ["reception-officer", "petition-officer", "settlement-officer", "clerk", "head", "inspectorate"],
  },
  { to: "/office/custodian", name: m.custodian_title, roles: ["custodian", "head"] },
  { to: "/office/transfers", name: m.transfers_nav, roles: ["petition-officer", "head"] },
  { to: subordinates, name: m.subordinates_nav, roles: ["head", "inspectorate"] },
  { to: "/office/outcomes", name: m.after_outcomes, roles: ["head", "inspectorate"] },
  { to: "/office/admin", name: m.ui_nav_admin, roles: ["administrator"] },
  {
    to: "/office/register",
    name: m.ui_nav_register,
    roles: ["reception-officer", "petition-officer", "head", "administrator"],
  },
];

export function navigationFor(
  roles: readonly Role[],
  hasSubordinates: boolean,
): readonly { readonly to: string; readonly name: string }[] {
  return destinations
    .filter((each) => each.to !== subordinates || hasSubordinates)
    .filter((each) => each.roles.some((role) => roles.includes(role)))
    .map(({ to, name }) => ({ to, name: name() }));
}
