import type { Text } from "../../../rules/pack.ts";
import { formatCivilDate } from "../../../time/civil-date.ts";
import type { PaperKind } from "../../people/index.ts";
import type { NewPetition } from "../../petitions/index.ts";
import type { RegisterColumns, RegisterField } from "../register/columns.ts";
import type { IdKind } from "../register/identity-number.ts";
import type { PetitionKind } from "../register/kinds.ts";
import type { RegisterPerson, RegisterRow, RejectedRow } from "../register/register-row.ts";

export interface StoredParty {
  readonly personId: string;
  readonly name: string;
}

export const personKey = (idNumber: string, foldedName: string): string => `${idNumber} ${foldedName}`;

const PAPERS: Readonly<Record<IdKind, PaperKind | null>> = {
  "citizen-id": "citizen-card",
  "old-id": "old-id",
  passport: "passport",
  other: null,
};

/** A number of another paper is kept as the register has it, without saying which paper it is. */
export const storedIdKind = (person: RegisterPerson) => ({
  idKind: person.idKind === null ? null : PAPERS[person.idKind],
  idNumber: person.idNumber,
});

/** The register's note, and what of the row has no column of its own; null when there is nothing. */
export function visitNote(row: RegisterRow, registerNo: number): string | null {
  const lines = [
    row.note,
    row.group === null || row.people.length === 0 ? "" : `Nhóm người ghi trong sổ: ${row.group}`,
    row.otherIds.length === 0 ? "" : `Giấy tờ khác ghi trong sổ: ${row.otherIds.join(", ")}`,
    row.registerNo === "" || Number(row.registerNo) === registerNo ? "" : `STT trong sổ gốc: ${row.registerNo}`,
  ].filter((line) => line !== "");
  return lines.length === 0 ? null : lines.join("\n");
}

export interface PetitionPlace {
  readonly agencyId: string;
  readonly visitId: string;
  readonly sealedTo: string | null;
  readonly parties: readonly StoredParty[];
}

/** One petition for each kind; a mixed row is split, the later ones pointing to the first at index `at` (settled 15). */
export function petitionsOf(row: RegisterRow, place: PetitionPlace, at: number): NewPetition[] {
  const kinds: readonly (PetitionKind | null)[] = row.kinds.length === 0 ? [null] : row.kinds;
  const outcome = outcomeOf(row);
  return kinds.map((kind, index) => ({
    agencyId: place.agencyId,
    visitId: place.visitId,
    source: "import",
    receivedOn: row.receivedOn,
    kind,
    sealedTo: row.sealed ? place.sealedTo : null,
    pseudonym: row.pseudonym,
    peopleCount: row.peopleCount,
    parties: place.parties.map(({ personId }) => ({ personId, role: "petitioner" })),
    content: row.content,
    ...(row.priorAuthority === "" ? {} : { priorAuthority: row.priorAuthority }),
    files: [],
    namesForSearch: row.sealed
      ? []
      : [...new Set([...place.parties.map(({ name }) => name), ...(row.group === null ? [] : [row.group])])],
    giveTrackingSecret: false,
    ...(index === 0 ? {} : { originOf: at }),
    ...(outcome === undefined ? {} : { outcome }),
  }));
}

/** A letter's number says that it went out; without one, an agency named on a row marked as ours is who handles it here. */
function outcomeOf(row: RegisterRow): "guided" | "transferred" | undefined {
  const left = (to: string, number: string) => number !== "" || (to !== "" && !row.withinCompetence);
  if (left(row.transferredTo, row.transferNumber)) return "transferred";
  return left(row.guidedTo, row.guidanceNumber) ? "guided" : undefined;
}

const WRITTEN: Readonly<Record<PetitionKind, string>> = {
  complaint: "KN",
  denunciation: "TC",
  recommendation: "KN-PA",
};

/** A row that was read well but cannot be stored, as an entry of the error list. The value of its column is not repeated. */
export function refusedRow(
  row: RegisterRow,
  columns: RegisterColumns,
  field: RegisterField,
  reason: Text,
): RejectedRow {
  const { header, name } = columns.fields[field];
  const column = header.split(" / ").at(-1) || name.vi;
  const letter = (to: string, number: string) => [to, number && `số ${number}`].filter(Boolean).join(", ");
  const lines = (of: (person: RegisterPerson) => string) => row.people.map(of).join("\n");
  const cells: Record<RegisterField, string> = {
    registerNo: row.registerNo,
    receivedOn: formatCivilDate(row.receivedOn, "vi"),
    person: [
      row.group ? `${row.group} do đại diện:` : "",
      lines((one) => [one.name, one.address].filter(Boolean).join(", ")),
    ]
      .filter(Boolean)
      .join(" "),
    idNumber: [lines((one) => one.idNumber ?? ""), ...row.otherIds].filter(Boolean).join("\n"),
    content: row.content,
    kinds: row.kinds.map((kind) => WRITTEN[kind]).join(" + "),
    peopleCount: String(row.peopleCount),
    priorAuthority: row.priorAuthority,
    withinCompetence: row.withinCompetence ? "x" : "",
    guidedTo: letter(row.guidedTo, row.guidanceNumber),
    transferredTo: letter(row.transferredTo, row.transferNumber),
    followUp: row.followUp,
    note: row.note,
    address: "",
  };
  const value = field === "kinds" ? cells.kinds : "";
  return {
    row: row.row,
    column,
    value,
    reason,
    problems: [{ field, column, value, reason }],
    sealed: row.sealed,
    cells,
  };
}
