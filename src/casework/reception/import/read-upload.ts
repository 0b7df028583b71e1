import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { require, type Who, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { invalidInput, notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import {
  type ColumnOverrides,
  REGISTER_FIELDS,
  type RegisterColumns,
  type RegisterField,
  recogniseColumns,
} from "../register/columns.ts";
import { parseRows } from "../register/parse-rows.ts";
import { readRegister } from "../register/read-register.ts";
import type { ParsedRegister } from "../register/register-row.ts";

/** An .xlsx register of one agency, as it was sent. */
export interface Upload {
  readonly agencyId: string;
  readonly bytes: Uint8Array;
  /** The user's correction of what a column was taken for: a letter, or null for "there is none". */
  readonly columns?: ColumnOverrides | undefined;
}

export interface ReadUpload {
  readonly who: Who;
  readonly agencyId: string;
  readonly columns: RegisterColumns;
  /** Nothing is parsed while a required column is missing. */
  readonly parsed: ParsedRegister;
}

const fields = REGISTER_FIELDS.map((rule) => rule.field) as [RegisterField, ...RegisterField[]];
const shape = z.object({
  agencyId: z.uuid(),
  columns: z
    .partialRecord(
      z.enum(fields),
      z
        .string()
        .regex(/^[A-Za-z]{1,2}$/)
        .toUpperCase()
        .nullable(),
    )
    .optional(),
});

const nothing: ParsedRegister = { dataRows: 0, rows: [], rejected: [], skipped: [] };

/** Checks the right to import into that agency, then reads the file. Throws "not-allowed", "not-found", "unreadable-file", "too-large". */
export async function readUpload(setting: Setting, asker: Asker, upload: Upload): Promise<ReadUpload> {
  const { agencyId, columns: chosen } = parseInput(shape, { agencyId: upload.agencyId, columns: upload.columns });
  const { who, agency } = await transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      require(who, "register:import", agencyId);
      const { rows } = await sql<{ code: string }>`select code from agency where id = ${agencyId}`.execute(tx);
      if (!rows[0]) throw notFound();
      return { who, agency: rows[0].code };
    },
    { readOnly: true },
  );
  const sheet = await readRegister(upload.bytes);
  const columns = recogniseColumns(sheet, chosen);
  const readable = columns.missing.length === 0;
  return {
    who,
    agencyId,
    columns,
    parsed: readable ? parseRows(sheet, columns, { agency, today: setting.today() }) : nothing,
  };
}

/** Throws "invalid-input" that names each required column the file has not. */
export function requireColumns(columns: RegisterColumns): void {
  if (columns.missing.length === 0) return;
  throw invalidInput(
    columns.missing.map((field) => ({
      field: `columns.${field}`,
      message: {
        vi: `Chọn cột của sổ chứa “${columns.fields[field].name.vi}”.`,
        en: `Choose the column that holds “${columns.fields[field].name.en}”.`,
      },
    })),
  );
}
