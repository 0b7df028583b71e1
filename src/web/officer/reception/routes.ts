import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Counter and register; paths of files are from src/web. */
export const receptionRoutes: RouteConfigEntry[] = [
  route("reception", "officer/reception/counter.tsx"),
  route("reception/people", "officer/reception/people.ts"),
  route("reception/duplicates", "officer/reception/duplicates.ts"),
  route("reception/visits/:visitId", "officer/reception/visit.tsx"),
  route("reception/visits/:visitId/receipt", "officer/reception/receipt.ts"),
  route("queue", "officer/reception/queue.tsx"),
  route("sessions", "officer/reception/sessions.tsx"),
  route("sessions/:sessionId", "officer/reception/session.tsx"),
  route("sessions/:sessionId/file", "officer/reception/session-file.tsx"),
  route("sessions/:sessionId/papers/:paper", "officer/reception/session-paper.tsx"),
  route("register", "officer/reception/register.tsx"),
  route("register/export", "officer/reception/register-export.ts"),
  route("register/import", "officer/reception/register-import.tsx"),
  route("register/import/:runId", "officer/reception/import-run.tsx"),
  route("register/import/:runId/errors", "officer/reception/import-errors.ts"),
];
