import type { Text } from "../../../rules/pack.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { RegisterField } from "./columns.ts";
import type { IdKind } from "./identity-number.ts";
import type { PetitionKind } from "./kinds.ts";
import type { SkipReason } from "./skipped-rows.ts";

export interface RegisterPerson {
  /** As written, NFC, spaces tidied. */
  readonly name: string;
  readonly foldedName: string;
  readonly address: string;
  readonly idNumber: string | null;
  readonly idKind: IdKind | null;
  readonly idNote: Text | null;
}

/** By the number of people, as the law counts them (Điều 29 Luật Tiếp công dân; TT 06/2025). */
export type GroupKind = "one" | "two-to-four" | "five-to-ten" | "more-than-ten";

/** What a clerk should look at; it does not keep the row out. Never holds personal data. */
export interface RowWarning {
  readonly field: RegisterField;
  /** The column's header as the register writes it. */
  readonly column: string;
  readonly text: Text;
}

/** One visit of the register, ready to be stored. */
export interface RegisterRow {
  /** Row number of the sheet. */
  readonly row: number;
  /** Same visit, same digest, however it is formatted; see `row-digest.ts`. */
  readonly digest: string;
  readonly registerNo: string;
  readonly receivedOn: CivilDate;
  readonly dateNote: Text | null;
  /** A denunciation is in it: `people`, `group` and `otherIds` are empty and the free text is redacted. */
  readonly sealed: boolean;
  /** "Người tố cáo 2026-K7QX3M" on a sealed row, null on others. */
  readonly pseudonym: string | null;
  readonly people: readonly RegisterPerson[];
  /** "Tập thể 19 hộ dân thôn Đoài" */
  readonly group: string | null;
  /** Identity papers in the cell beyond one for each person named. */
  readonly otherIds: readonly string[];
  /** Column 7 as written; null when blank. */
  readonly statedPeopleCount: number | null;
  /** The largest of: the number stated, the people named, the size of the group. At least 1. */
  readonly peopleCount: number;
  readonly groupKind: GroupKind;
  readonly content: string;
  readonly kinds: readonly PetitionKind[];
  readonly mixed: boolean;
  readonly priorAuthority: string;
  readonly withinCompetence: boolean;
  readonly guidedTo: string;
  readonly guidanceNumber: string;
  readonly transferredTo: string;
  readonly transferNumber: string;
  readonly followUp: string;
  readonly note: string;
  /** Earlier row of this sheet with the same person and the same content: a repeat petition, kept as a visit of its own. */
  readonly repeatsRow: number | null;
  readonly warnings: readonly RowWarning[];
}

export interface RowProblem {
  readonly field: RegisterField;
  readonly column: string;
  /** As written; "(đã giấu)" where a denouncer's data could show. */
  readonly value: string;
  readonly reason: Text;
}

/** A data row that was not taken, once, with all its problems; column, value and reason are those of the list. */
export interface RejectedRow {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: Text;
  readonly problems: readonly RowProblem[];
  readonly sealed: boolean;
  /** What the error workbook writes: the row as it was, dates resolved; without personal data when sealed. */
  readonly cells: Readonly<Record<RegisterField, string>>;
}

export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
  readonly text: Text;
}

export interface ParsedRegister {
  /** Rows that are visits: each is in exactly one of `rows` and `rejected`. */
  readonly dataRows: number;
  readonly rows: readonly RegisterRow[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
}
