import { sql } from "kysely";
import type { CivilDate } from "../../time/civil-date.ts";

export type ReleaseKind = "identity-check" | "letter" | "protection" | "authority" | "other";

export interface ReleaseLine {
  readonly id: string;
  readonly agencyId: string;
  readonly state: "waiting" | "approved" | "refused" | "expired" | "ended";
  readonly pseudonym: string | null;
  readonly petition: { readonly id: string; readonly code: string | null };
  readonly purpose: string;
  readonly kind: ReleaseKind;
  readonly days: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Last day on which it may be looked at. */
  readonly until: CivilDate | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly recipient: string;
}

export const releaseColumns = sql`r.id, r.agency_id as "agencyId", r.state, i.pseudonym,
  jsonb_build_object('id', r.petition_id, 'code', i.petition_code) as petition, r.purpose, r.kind, r.days, a.display_name as "askedBy",
  r.asked_at as "askedAt", r.until, d.display_name as "decidedBy", r.reason, r.recipient`;

/** "expired" is computed from the day, never stored. */
export function stateToday<Line extends Pick<ReleaseLine, "state" | "until">>(line: Line, today: CivilDate): Line {
  return line.state === "approved" && line.until !== null && line.until < today ? { ...line, state: "expired" } : line;
}
