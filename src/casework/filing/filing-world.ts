import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import { type AgencyNode, agenciesOn } from "../agencies/index.ts";
import type { Setting } from "../setting.ts";
import type { FilingWorld } from "./check-filing.ts";

export interface World extends FilingWorld {
  readonly agencies: readonly AgencyNode[];
  readonly agencyIds: ReadonlyMap<string, string>;
}

/** The offices that take in what citizens file today, and which of them can keep who denounces. */
export async function filingWorld(setting: Setting, portal: { readonly job: string }): Promise<World> {
  const today = setting.today();
  return transaction(
    setting.store,
    portal,
    async (tx) => {
      const agencies = (await agenciesOn(tx, today)).filter(({ kind }) => kind !== "reception-board");
      const { rows } = await sql<{ ids: string[] }>`select vault.in_custody() as ids`.execute(tx);
      const inCustody = new Set(rows[0]?.ids);
      return {
        packs: setting.law.packs,
        today,
        agencies,
        agencyIds: new Map(agencies.map(({ code, id }) => [code, id])),
        agencyCodes: new Set(agencies.map(({ code }) => code)),
        custodyCodes: new Set(agencies.filter(({ id }) => inCustody.has(id)).map(({ code }) => code)),
      };
    },
    { readOnly: true },
  );
}
