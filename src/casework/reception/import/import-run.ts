import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Text } from "../../../rules/pack.ts";
import { type Trx, transaction } from "../../../store/index.ts";
import { notFound, Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { errorWorkbook } from "../register/error-workbook.ts";
import type { RejectedRow } from "../register/register-row.ts";

export type ImportState = "running" | "done" | "failed" | "cancelled";

export interface ImportRun {
  readonly runId: string;
  readonly agencyId: string;
  readonly state: ImportState;
  /** Data rows of the file; when done, rows = imported + alreadyThere + rejected. */
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly rejected: number;
  /** How many of the imported rows hold a denunciation and were stored without personal data. */
  readonly sealed: number;
  /** Of these, how many identities were sealed for the agency's custodians. */
  readonly kept: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** What to do now, when the run did not get to its end. */
  readonly hint: Text | null;
}

export interface ImportRejection {
  readonly row: number;
  /** The column's header as the register writes it. */
  readonly column: string;
  /** As written; "(đã giấu)" where a denouncer's data could show. */
  readonly value: string;
  readonly reason: Text;
}

const again: Text = {
  vi: "Lần nhập này dừng giữa chừng. Hãy nhập lại đúng tệp đó: dòng đã nhập được giữ nguyên và không bị nhập lần hai.",
  en: "This import stopped half-way. Import the same file again: rows already imported stay and are not imported twice.",
};

const busy: Text = {
  vi: "Đang có nhiều lần nhập sổ cùng chạy. Hãy đợi vài phút rồi nhập lại.",
  en: "Several registers are being imported at the moment. Wait a few minutes and try again.",
};

/** Two-part key of the lock that a process holds as long as it carries out a run; it goes with the process. */
const RUN_LOCK = 7302313;

/** Each run keeps a connection of the pool: more at a time would leave too few for everybody else. */
const RUNS_MAX = 4;
const held = new WeakMap<object, number>();

/** Holds the run for this process until `release`. Throws "unavailable" when too many are under way. */
export async function holdRun(setting: Setting, runId: string): Promise<{ release(): Promise<void> }> {
  const pool = setting.store.appPool;
  const count = held.get(pool) ?? 0;
  if (count >= RUNS_MAX) throw new Refused({ code: "unavailable", message: busy });
  held.set(pool, count + 1);
  try {
    const lock = await lockRun(pool, runId);
    return { release: () => lock.release().finally(() => giveBack(pool)) };
  } catch (error) {
    giveBack(pool);
    throw error;
  }
}

const giveBack = (pool: object): void => void held.set(pool, Math.max((held.get(pool) ?? 0) - 1, 0));

async function lockRun(pool: Setting["store"]["appPool"], runId: string): Promise<{ release(): Promise<void> }> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1, hashtext($2))", [RUN_LOCK, runId]);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    release: async () => {
      const kept = await client
        .query("select pg_advisory_unlock($1, hashtext($2))", [RUN_LOCK, runId])
        .catch(() => null);
      client.release(kept === null);
    },
  };
}

export async function openRun(
  tx: Trx,
  run: {
    runId: string;
    agencyId: string;
    officerId: string | null;
    bytes: Uint8Array;
    rows: number;
    rejected: number;
    now: Date;
  },
): Promise<void> {
  const digest = createHash("sha256").update(run.bytes).digest();
  await sql`insert into import_run (id, agency_id, officer_id, file_digest, state, rows, rejected, started_at)
    values (${run.runId}, ${run.agencyId}, ${run.officerId}, ${digest}, 'running', ${run.rows}, ${run.rejected}, ${run.now})`.execute(
    tx,
  );
}

/** Locks the run's row and says whether it may go on. A cancellation waits for the batch under way, no longer. */
export async function mayGoOn(tx: Trx, runId: string): Promise<boolean> {
  const { rows } = await sql<{
    state: ImportState;
  }>`select state from import_run where id = ${runId} for update`.execute(tx);
  // A session that ended meanwhile sees no run.
  if (!rows[0]) throw notFound();
  return rows[0].state === "running";
}

export async function addProgress(
  tx: Trx,
  runId: string,
  batch: { imported: number; alreadyThere: number; sealed: number; kept: number },
): Promise<void> {
  await sql`update import_run set imported = imported + ${batch.imported}, already_there = already_there + ${batch.alreadyThere},
    sealed = sealed + ${batch.sealed}, kept = kept + ${batch.kept} where id = ${runId}`.execute(tx);
}

/** Ends the run: its state unless somebody cancelled it, the list of rejected rows and the workbooks to mend them. */
export async function closeRun(
  setting: Setting,
  asker: Asker,
  run: { runId: string; state: ImportState; rejected: readonly RejectedRow[] },
): Promise<ImportState> {
  const books =
    run.rejected.length === 0
      ? []
      : [
          { locale: "vi", workbook: await errorWorkbook(run.rejected, "vi") },
          { locale: "en", workbook: await errorWorkbook(run.rejected, "en") },
        ];
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ state: ImportState }>`
      update import_run set state = case when state = 'running' then ${run.state} else state end, rejected = ${run.rejected.length},
        ended_at = coalesce(ended_at, ${setting.now()}) where id = ${run.runId} returning state`.execute(tx);
    const list = run.rejected.map(({ row, column, value, reason }) => ({
      row,
      column,
      value: value.toWellFormed(),
      vi: reason.vi,
      en: reason.en,
    }));
    await sql`insert into import_rejection (run_id, row_no, ordinal, column_key, value, reason_vi, reason_en)
      select ${run.runId}, "row", 0, "column", value, vi, en
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r("row" int, "column" text, value text, vi text, en text)`.execute(
      tx,
    );
    for (const { locale, workbook } of books) {
      await sql`insert into import_error_file (run_id, locale, workbook) values (${run.runId}, ${locale}, ${Buffer.from(workbook)})`.execute(
        tx,
      );
    }
    return rows[0]?.state ?? run.state;
  });
}

/** State and numbers of a run. One whose process is gone is "failed". Throws "not-found". */
export async function importRun(setting: Setting, asker: Asker, input: { readonly runId: string }): Promise<ImportRun> {
  const { rows } = await transaction(
    setting.store,
    asker,
    (tx) =>
      sql<Omit<ImportRun, "hint">>`
      select id as "runId", agency_id as "agencyId", rows, imported, already_there as "alreadyThere", rejected, sealed, kept,
        started_at as "startedAt", ended_at as "endedAt",
        case when state = 'running' and pg_try_advisory_xact_lock_shared(${RUN_LOCK}, hashtext(id::text)) then 'failed' else state end as state
      from import_run where id = ${input.runId}`.execute(tx),
    { readOnly: true },
  );
  const run = rows[0];
  if (!run) throw notFound();
  return { ...run, hint: run.state === "failed" || run.state === "cancelled" ? again : null };
}

/** The rows that were not taken, in the order of the file. Throws "not-found". */
export async function importRejections(
  setting: Setting,
  asker: Asker,
  input: { readonly runId: string },
): Promise<readonly ImportRejection[]> {
  await importRun(setting, asker, input);
  const { rows } = await transaction(
    setting.store,
    asker,
    (tx) =>
      sql<ImportRejection>`
      select row_no as "row", column_key as "column", value, jsonb_build_object('vi', reason_vi, 'en', reason_en) as reason
      from import_rejection where run_id = ${input.runId} order by row_no, ordinal`.execute(tx),
    { readOnly: true },
  );
  return rows;
}

/** The rows to mend as .xlsx, in the form's columns; import it again when mended. Throws "not-found" when no row was rejected. */
export async function importErrors(
  setting: Setting,
  asker: Asker,
  input: { readonly runId: string; readonly locale: "vi" | "en" },
): Promise<Uint8Array> {
  const { rows } = await transaction(
    setting.store,
    asker,
    (tx) =>
      sql<{ workbook: Buffer }>`
      select workbook from import_error_file where run_id = ${input.runId} and locale = ${input.locale}`.execute(tx),
    { readOnly: true },
  );
  if (!rows[0]) throw notFound();
  return new Uint8Array(rows[0].workbook);
}

/** Stops a run after the batch under way; what was imported stays. Does nothing to a run that has ended. Throws "not-found". */
export async function cancelImport(
  setting: Setting,
  asker: Asker,
  input: { readonly runId: string },
): Promise<{ readonly state: ImportState }> {
  return transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ state: ImportState }>`
      update import_run set state = case when state = 'running' then 'cancelled' else state end, ended_at = coalesce(ended_at, ${setting.now()})
      where id = ${input.runId} returning state`.execute(tx);
    if (!rows[0]) throw notFound();
    return rows[0];
  });
}

/** At the start of a process: runs whose process is gone are marked failed. For background work. Returns how many. */
export async function failDeadImports(setting: Setting, asker: Asker): Promise<number> {
  const { numAffectedRows } = await transaction(setting.store, asker, (tx) =>
    sql`with running as materialized (select id from import_run where state = 'running')
      update import_run set state = 'failed', ended_at = ${setting.now()}
      where id in (select id from running where pg_try_advisory_xact_lock(${RUN_LOCK}, hashtext(id::text)))`.execute(
      tx,
    ),
  );
  return Number(numAffectedRows ?? 0n);
}
