import type { Role } from "../../../casework/access/index.ts";
import { m } from "../../paraglide/messages.js";

export const roleNames: Readonly<Record<Role, () => string>> = {
  "reception-officer": m.admin_role_reception,
  "petition-officer": m.admin_role_petition,
  clerk: m.admin_role_clerk,
  "settlement-officer": m.admin_role_settlement,
  head: m.admin_role_head,
  inspectorate: m.admin_role_inspectorate,
  administrator: m.admin_role_administrator,
};

export const roleOptions = () => Object.entries(roleNames).map(([value, name]) => ({ value, label: name() }));

export function roleOf(text: string): Role | undefined {
  return Object.keys(roleNames).find((each): each is Role => each === text);
}
