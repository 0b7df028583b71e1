export { type Role, roles } from "../casework/access/policy.ts";
