import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Where identities of denouncers are held and released; these pages need scripts, since only a browser opens anything. */
export const custodianRoutes: RouteConfigEntry[] = [
  route("custodian", "officer/custodian/custodian.tsx"),
  route("custodian/desk", "officer/custodian/desk.ts"),
  route("custodian/:id", "officer/custodian/identity.tsx"),
  route("custodian/:id/files/:file", "officer/custodian/sealed-bytes.ts"),
  route("petitions/:id/release", "officer/custodian/release.tsx"),
];
