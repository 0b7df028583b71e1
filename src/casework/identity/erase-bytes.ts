import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { writeLedger } from "./ledger.ts";

const LOOSE_SCANS_KEPT_DAYS = 3;

/** Takes bytes that no row names any more out of the file store. What fails is tried again by background work. Returns how many went. */
export async function eraseBytes(setting: Pick<Setting, "store" | "files">, asker: Asker): Promise<number> {
  const digests = await transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ sha256: Buffer }>`select d as sha256 from vault.to_erase() d`.execute(tx);
    return rows.map((row) => row.sha256);
  });
  for (const digest of digests) {
    await setting.files.remove(digest.toString("hex"));
    await transaction(setting.store, asker, (tx) => sql`select vault.erased(${digest})`.execute(tx));
  }
  return digests.length;
}

/** Background: releases past their day, scans that hang on nothing, what an interrupted request left to erase, and askings that met nobody. */
export async function tidyVault(setting: Setting, asker: Asker): Promise<void> {
  await endExpired(setting, asker);
  await transaction(setting.store, asker, (tx) =>
    sql`select vault.forget_loose_scans(now() - make_interval(days => ${LOOSE_SCANS_KEPT_DAYS}))`.execute(tx),
  );
  await eraseBytes(setting, asker);
  await transaction(setting.store, asker, (tx) => sql`select vault.forget_queries()`.execute(tx));
}

/** Takes away what was sealed for requesters whose last day is over; each has its line in the ledger of its agency. */
async function endExpired(setting: Setting, asker: Asker): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    const { rows } = await sql<{ agencyId: string; identity: string; release: string }>`
      select agency_id as "agencyId", identity_id as identity, release_id as release
      from vault.end_expired(${setting.today()}::date) order by 1, 3`.execute(tx);
    for (const [agencyId, ended] of Map.groupBy(rows, (row) => row.agencyId)) {
      const entries = ended.map(({ identity, release }) => ({
        what: "release-expired" as const,
        data: { identity, release },
      }));
      await writeLedger(tx, setting, agencyId, entries);
    }
  });
}
