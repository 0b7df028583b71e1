import type { IdKind } from "./identity-number.ts";
import type { RegisterRow } from "./register-row.ts";

/** What a row with a denunciation says of who denounces; it never stands in the row itself. */
export interface DenouncedRow {
  readonly people: readonly {
    readonly name: string;
    readonly address: string;
    readonly idNumber: string | null;
    readonly idKind: IdKind | null;
  }[];
  /** The row's texts as they stood in the register. */
  readonly words: string;
}

const apart = new WeakMap<RegisterRow, DenouncedRow>();

/** Keeps it beside the row while the request lasts: whatever shows, sends or stores a row cannot carry it along. */
export function keepApart(row: RegisterRow, denounced: DenouncedRow): RegisterRow {
  apart.set(row, denounced);
  return row;
}

export const denouncedIn = (row: RegisterRow): DenouncedRow | undefined => apart.get(row);
