import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";

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

/** Background: what an interrupted request left to erase, and askings that met nobody. */
export async function tidyVault(setting: Setting, asker: Asker): Promise<void> {
  await eraseBytes(setting, asker);
  await transaction(setting.store, asker, (tx) => sql`select vault.forget_queries()`.execute(tx));
}
