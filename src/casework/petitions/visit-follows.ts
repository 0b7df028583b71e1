import type { Trx } from "../../store/index.ts";

/** What the visit that a petition came from must be told; the area of reception writes its own row. */
export interface VisitFollows {
  /** A petition of the visit got another kind: the register's kinds are those of all its petitions. */
  classified(tx: Trx, visitId: string): Promise<void>;
  /** Columns 10 and 11 of the register. */
  routed(
    tx: Trx,
    visitId: string,
    route: { readonly route: "guide" | "transfer"; readonly to: string | null; readonly number: string | null },
  ): Promise<void>;
}
