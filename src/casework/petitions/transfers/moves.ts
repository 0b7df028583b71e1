import { sql } from "kysely";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { TransferState } from "./transfer-row.ts";

export const moveKinds = ["handed-over", "taken-in", "sent-back", "referred", "decided", "outside"] as const;

/** One step of a petition from office to office, as the person with the receipt is told; no officer is named. */
export interface Move {
  readonly what: (typeof moveKinds)[number];
  readonly on: CivilDate;
  readonly from: string;
  readonly to: string;
  /** Empty where a petition was taken in. */
  readonly why: string;
}

interface Told {
  readonly state: TransferState;
  readonly on: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly from: string;
  readonly to: string | null;
  readonly handler: string | null;
  readonly reason: string | null;
  readonly answer: string | null;
}

/** The latest first; empty for a wrong secret. */
export async function movesByCode(tx: Trx, code: string, secretHash: Buffer): Promise<readonly Move[]> {
  const { rows } = await sql<{ told: Told[] }>`select app.transfers_by_code(${code}, ${secretHash}) as told`.execute(
    tx,
  );
  return (rows[0]?.told ?? []).flatMap(movesOf).toReversed();
}

function movesOf(told: Told): readonly Move[] {
  const { state, on, from, to, handler, reason, answer } = told;
  const there = to ?? "";
  const referred = state === "referred" || state === "decided";
  const sent = state === "outside" ? "outside" : referred ? "referred" : "handed-over";
  const went: Move = { what: sent, on, from, to: there, why: reason ?? "" };
  if (told.answeredOn === null) return [went];
  const answered = { on: told.answeredOn, why: answer ?? "" };
  if (state === "returned") return [went, { what: "sent-back", from: there, to: from, ...answered }];
  if (state === "decided") return [went, { what: "decided", from: there, to: handler ?? "", ...answered }];
  return [went, { what: "taken-in", from, to: there, ...answered }];
}
