import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";
import { custodianRoutes } from "./custodian/routes.ts";
import { postRoutes } from "./post/routes.ts";
import { receptionRoutes } from "./reception/routes.ts";

/** Pages under /office; paths of files are from src/web. */
export const officerRoutes: RouteConfigEntry[] = [
  index("officer/home.tsx"),
  ...receptionRoutes,
  ...custodianRoutes,
  ...postRoutes,
  route("list", "officer/petitions/list.tsx"),
  route("list/counts", "officer/petitions/list-counts.ts"),
  route("subordinates", "officer/matters/subordinates.tsx"),
  route("transfers", "officer/petitions/transfers.tsx"),
  route("transfers/:id", "officer/petitions/transfer.tsx"),
  route("outcomes", "officer/petitions/outcomes.tsx"),
  route("petitions/:id", "officer/petitions/petition.tsx"),
  route("petitions/:id/signatories", "officer/petitions/signatories.tsx"),
  route("petitions/:id/slips", "officer/petitions/slips.ts"),
  route("petitions/:id/replies/:paperId", "officer/petitions/replies.tsx"),
  route("petitions/:id/replies/:paperId/print", "officer/petitions/replies-print.ts"),
  route("replies/:reply", "officer/petitions/reply-file.ts"),
  route("petitions/:id/conflicts", "officer/petitions/conflicts.tsx"),
  route("petitions/:id/open/:procedure", "officer/petitions/open-matter.tsx"),
  route("matters/:id", "officer/matters/matter.tsx"),
  route("matters/:id/acts/:act", "officer/matters/act.tsx"),
  route("matters/:id/publications", "officer/matters/publications.tsx"),
  route("matters/:id/recordings", "officer/matters/recordings.tsx"),
  route("matters/:id/recordings/:file", "officer/matters/recording-file.ts"),
  route("papers/:paper/edit", "officer/matters/draft.tsx"),
  route("papers/:file", "officer/matters/paper-file.ts"),
  route("files/:file", "officer/matters/file.ts"),
  route("delegation", "officer/delegation.tsx"),
  route("admin", "officer/admin/admin.tsx"),
  route("admin/notices", "officer/admin/notices.tsx"),
  route("admin/calendar", "officer/admin/calendar.tsx"),
  route("admin/officers/:id", "officer/admin/officer.tsx"),
];
