import type { Text } from "../../../rules/pack.ts";
import { transaction } from "../../../store/index.ts";
import type { Asker, Setting } from "../../setting.ts";
import { type Confidence, REGISTER_FIELDS, type RegisterField } from "../register/columns.ts";
import type { RegisterRow, RejectedRow, SkippedRow } from "../register/register-row.ts";
import { readUpload, type Upload } from "./read-upload.ts";
import { importedBefore } from "./store-batch.ts";

export interface PreviewColumn {
  readonly field: RegisterField;
  readonly label: Text;
  readonly letter: string | null;
  readonly header: string;
  readonly confidence: Confidence;
}

export interface RegisterPreview {
  /** The 13 columns of the form and the address, in the order of the form. */
  readonly columns: readonly PreviewColumn[];
  readonly unused: readonly { readonly letter: string; readonly header: string }[];
  /** Required columns that the file has not; while there are any, no row is read. */
  readonly missing: readonly RegisterField[];
  /** The first rows, denunciations already under their pseudonym. */
  readonly rows: readonly RegisterRow[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly counts: {
    readonly rows: number;
    /** Would be stored now: rows - rejected - alreadyThere. */
    readonly ready: number;
    readonly alreadyThere: number;
    readonly sealed: number;
    readonly rejected: number;
  };
}

const LIMIT = 20;
const LIMIT_MAX = 200;

/** Shows what an import would do, and stores nothing. */
export async function previewRegister(
  setting: Setting,
  asker: Asker,
  input: Upload & { readonly limit?: number | undefined },
): Promise<RegisterPreview> {
  const { agencyId, columns, parsed } = await readUpload(setting, asker, input);
  const digests = parsed.rows.map((row) => row.digest);
  const before = await transaction(setting.store, asker, (tx) => importedBefore(tx, agencyId, digests), {
    readOnly: true,
  });
  const limit = Math.min(Math.max(input.limit ?? LIMIT, 0), LIMIT_MAX);
  return {
    columns: REGISTER_FIELDS.map(({ field, name }) => {
      const { letter, header, confidence } = columns.fields[field];
      return { field, label: name, letter, header, confidence };
    }),
    unused: columns.unused,
    missing: columns.missing,
    rows: parsed.rows.slice(0, limit),
    rejected: parsed.rejected,
    skipped: parsed.skipped,
    counts: {
      rows: parsed.dataRows,
      ready: parsed.rows.length - before.size,
      alreadyThere: before.size,
      sealed: parsed.rows.filter((row) => row.sealed).length,
      rejected: parsed.rejected.length,
    },
  };
}
