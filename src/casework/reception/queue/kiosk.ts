import { randomInt } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import type { Asker, Setting } from "../../setting.ts";
import { kioskHash } from "./take-number.ts";

/** Without what is misread: 0 O, 1 I L. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const agencyInput = z.object({ agencyId: z.uuid() });
export type KioskInput = z.input<typeof agencyInput>;

/**
 * Opens the device of the waiting room for today: its code is typed there once and told here only. Opening again makes the
 * earlier code worthless. Throws "not-allowed".
 */
export async function openKiosk(setting: Setting, asker: Asker, input: KioskInput): Promise<{ readonly code: string }> {
  const { agencyId } = parseInput(agencyInput, input);
  const drawn = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
  const code = `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "queue:serve", agencyId);
    await sql`insert into queue_kiosk (agency_id, on_date, code_hash, opened_by) values (${agencyId}, ${setting.today()}, ${kioskHash(code)}, ${who.officerId})
      on conflict (agency_id) do update set on_date = excluded.on_date, code_hash = excluded.code_hash, opened_by = excluded.opened_by`.execute(
      tx,
    );
  });
  return { code };
}

/** Throws "not-allowed". */
export async function closeKiosk(setting: Setting, asker: Asker, input: KioskInput): Promise<void> {
  const { agencyId } = parseInput(agencyInput, input);
  await transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "queue:serve", agencyId);
    await sql`delete from queue_kiosk where agency_id = ${agencyId}`.execute(tx);
  });
}

export const kioskCodeInput = z.object({ agency: z.string().max(20), code: z.string().max(40) });

/** Whether that code opens the device of that agency today. */
export async function isKioskOpen(setting: Setting, input: z.input<typeof kioskCodeInput>): Promise<boolean> {
  const { agency, code } = parseInput(kioskCodeInput, input);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{ open: boolean }>`
        select app.kiosk_agency(${agency}, ${kioskHash(code)}, ${setting.today()}::date) is not null as open`.execute(
        tx,
      );
      return rows[0]?.open ?? false;
    },
    { readOnly: true },
  );
}
