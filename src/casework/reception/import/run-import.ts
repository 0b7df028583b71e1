import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "kysely";
import type { Text } from "../../../rules/pack.ts";
import { errorCode, type Store, type Trx, transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { Asker, Setting } from "../../setting.ts";
import type { RegisterRow, RejectedRow } from "../register/register-row.ts";
import {
  addProgress,
  closeRun,
  holdRun,
  type ImportRejection,
  type ImportState,
  mayGoOn,
  openRun,
} from "./import-run.ts";
import { type ReadUpload, readUpload, requireColumns, type Upload } from "./read-upload.ts";
import { type BatchContext, type BatchOutcome, importedBefore, storeBatch } from "./store-batch.ts";
import { refusedRow } from "./visit-of-row.ts";

const BATCH_ROWS = 200;

export interface ImportProgress {
  readonly runId: string;
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly rejected: number;
}

export interface ImportResult {
  readonly runId: string;
  /** "cancelled": what was stored stays, and the same file may be imported again. */
  readonly state: ImportState;
  /** When done, rows = imported + alreadyThere + rejected.length. */
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly rejected: readonly ImportRejection[];
  /** How many of the imported rows hold a denunciation and were stored without personal data. */
  readonly sealed: number;
  /** Of these, how many identities were sealed for the agency's custodians; the others are kept nowhere. */
  readonly kept: number;
}

export interface ImportInput extends Upload {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

interface OpenedRun {
  readonly runId: string;
  readonly upload: ReadUpload;
  readonly sealedTo: string | null;
  readonly release: () => Promise<void>;
}

/**
 * Imports a register and waits for the end. Rows that are stored already are counted and left alone, so the same or a
 * longer file may be imported any number of times, also after an import that was cancelled or killed.
 * Throws "not-allowed", "invalid-input" (columns), "unreadable-file", "too-large".
 */
export async function runImport(setting: Setting, asker: Asker, input: ImportInput): Promise<ImportResult> {
  const run = await beginRun(setting, asker, input);
  return carryOut(setting, asker, run, input);
}

interface UnderWay {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}
const underWay = new WeakMap<Store, Set<UnderWay>>();

/** Reads the file, answers with the run's id and goes on in this process; `importRun` tells how far it is. Throws as `runImport`. */
export async function startImport(setting: Setting, asker: Asker, input: Upload): Promise<{ readonly runId: string }> {
  const run = await beginRun(setting, asker, input);
  const stop = new AbortController();
  const running = underWay.get(setting.store) ?? new Set();
  underWay.set(setting.store, running);
  // Whoever polls learns of a failure from the run's state.
  const done = carryOut(setting, asker, run, { signal: stop.signal }).then(
    () => undefined,
    () => undefined,
  );
  const entry = { stop, done };
  running.add(entry);
  void done.then(() => running.delete(entry));
  return { runId: run.runId };
}

/** Before the database is closed: stops the imports that `startImport` began, each after its batch. */
export async function stopImports(setting: Pick<Setting, "store">): Promise<void> {
  const running = [...(underWay.get(setting.store) ?? [])];
  for (const { stop } of running) stop.abort();
  await Promise.all(running.map(({ done }) => done));
}

async function beginRun(setting: Setting, asker: Asker, input: Upload): Promise<OpenedRun> {
  const upload = await readUpload(setting, asker, input);
  requireColumns(upload.columns);
  const runId = setting.newId();
  const { agencyId, parsed, who } = upload;
  const { release } = await holdRun(setting, runId);
  try {
    const sealedTo = await transaction(setting.store, asker, async (tx) => {
      await openRun(tx, {
        runId,
        agencyId,
        officerId: who.officerId,
        bytes: input.bytes,
        rows: parsed.dataRows,
        rejected: parsed.rejected.length,
        now: setting.now(),
      });
      return who.officerId ?? (await headInOffice(tx, agencyId, setting.today()));
    });
    return { runId, upload, sealedTo, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Nobody's session imports: what holds a denunciation is entrusted to the head of the agency. */
async function headInOffice(tx: Trx, agencyId: string, today: CivilDate): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from role_grant g join officer o on o.id = g.officer_id and o.active
    where g.agency_id = ${agencyId} and g.role = 'head' and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
    order by g.valid_from, o.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

type Steering = Pick<ImportInput, "signal" | "onProgress">;

async function carryOut(
  setting: Setting,
  asker: Asker,
  run: OpenedRun,
  { signal, onProgress }: Steering,
): Promise<ImportResult> {
  const { runId, upload, sealedTo } = run;
  const { columns, parsed, agencyId, who } = upload;
  const rejected: RejectedRow[] = [...parsed.rejected];
  const people = new Map<string, string>();
  const context: BatchContext = { agencyId, officerId: who.officerId, sealedTo, people };
  const total = { imported: 0, alreadyThere: 0, sealed: 0, kept: 0 };
  const stopped = () => signal?.aborted === true;
  let state: ImportState = "done";
  try {
    const unkept =
      sealedTo === null ? await sealedAndNew(setting, asker, agencyId, parsed.rows) : new Set<RegisterRow>();
    rejected.push(...[...unkept].map((row) => refusedRow(row, columns, "kinds", noHead)));
    const rows = parsed.rows.filter((row) => !unkept.has(row));
    // Once for all batches: a batch that asked anew would wait for a second connection while it keeps its first.
    const calendar = await setting.calendar();
    const storing: Setting = { ...setting, calendar: async () => calendar };
    for (let at = 0; at < rows.length && state === "done"; at += BATCH_ROWS) {
      if (!stopped()) {
        const outcome = await storeRows(storing, asker, runId, context, rows.slice(at, at + BATCH_ROWS));
        rejected.push(...outcome.unstorable.map((row) => refusedRow(row, columns, "content", unstorable)));
        total.imported += outcome.imported;
        total.alreadyThere += outcome.alreadyThere;
        total.sealed += outcome.sealed;
        total.kept += outcome.kept;
        for (const [key, id] of outcome.people) people.set(key, id);
        if (outcome.cancelled) state = "cancelled";
      } else state = "cancelled";
      onProgress?.({
        runId,
        rows: parsed.dataRows,
        imported: total.imported,
        alreadyThere: total.alreadyThere,
        rejected: rejected.length,
      });
      // The pages of others are answered between two batches.
      await breathe();
    }
    rejected.sort((a, b) => a.row - b.row);
    state = await closeRun(setting, asker, { runId, state, rejected });
  } catch (error) {
    await closeRun(setting, asker, { runId, state: "failed", rejected }).catch(() => undefined);
    throw error;
  } finally {
    await run.release();
  }
  const list = rejected.map(({ row, column, value, reason }) => ({ row, column, value, reason }));
  return { runId, state, rows: parsed.dataRows, ...total, rejected: list };
}

/** Rows with a denunciation that no earlier import has stored. */
async function sealedAndNew(
  setting: Setting,
  asker: Asker,
  agencyId: string,
  rows: readonly RegisterRow[],
): Promise<ReadonlySet<RegisterRow>> {
  const sealed = rows.filter((row) => row.sealed);
  const digests = sealed.map((row) => row.digest);
  const before = await transaction(setting.store, asker, (tx) => importedBefore(tx, agencyId, digests), {
    readOnly: true,
  });
  return new Set(sealed.filter((row) => !before.has(row.digest)));
}

interface RowsOutcome extends BatchOutcome {
  readonly unstorable: readonly RegisterRow[];
  readonly cancelled: boolean;
}

/** One batch in one transaction with its progress. A value that the database cannot hold costs its own row, not the batch. */
async function storeRows(
  setting: Setting,
  asker: Asker,
  runId: string,
  context: BatchContext,
  rows: readonly RegisterRow[],
): Promise<RowsOutcome> {
  try {
    return await transaction(setting.store, asker, async (tx) => {
      if (!(await mayGoOn(tx, runId))) return { ...nothing, cancelled: true };
      const outcome = await storeBatch(tx, setting, context, rows);
      await addProgress(tx, runId, outcome);
      return { ...outcome, unstorable: [], cancelled: false };
    });
  } catch (error) {
    if (!/^(22|54)/.test(errorCode(error) ?? "")) throw error;
    if (rows.length === 1) return { ...nothing, unstorable: rows };
    const middle = Math.ceil(rows.length / 2);
    const first = await storeRows(setting, asker, runId, context, rows.slice(0, middle));
    const known = { ...context, people: new Map([...context.people, ...first.people]) };
    return both(first, await storeRows(setting, asker, runId, known, rows.slice(middle)));
  }
}

const nothing: RowsOutcome = {
  imported: 0,
  alreadyThere: 0,
  sealed: 0,
  kept: 0,
  people: new Map(),
  unstorable: [],
  cancelled: false,
};

function both(a: RowsOutcome, b: RowsOutcome): RowsOutcome {
  return {
    imported: a.imported + b.imported,
    alreadyThere: a.alreadyThere + b.alreadyThere,
    sealed: a.sealed + b.sealed,
    kept: a.kept + b.kept,
    people: new Map([...a.people, ...b.people]),
    unstorable: [...a.unstorable, ...b.unstorable],
    cancelled: a.cancelled || b.cancelled,
  };
}

const noHead: Text = {
  vi: "Dòng có tố cáo phải giao cho một người giữ, nhưng cơ quan chưa có thủ trưởng đương nhiệm trong hệ thống. Hãy phân vai thủ trưởng, hoặc để cán bộ tiếp công dân đăng nhập và nhập sổ.",
  en: "A row with a denunciation is entrusted to one person, but the agency has no head in office here. Grant somebody the role of head, or let a reception officer sign in and import.",
};
const unstorable: Text = {
  vi: "Dòng này có ký tự không lưu được. Hãy gõ lại nội dung của dòng rồi nhập lại.",
  en: "This row holds characters that cannot be stored. Type its content again and import it again.",
};
