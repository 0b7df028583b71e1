import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";

/** More than a place of reception serves in a day: whoever plays with the device in the waiting room stops here. */
const numbersADay = 999;

export const takeNumberInput = z.object({
  /** A random UUID made with the empty form: the same again gives the same number. */
  key: z.uuid(),
  agencyId: z.uuid(),
  priority: z.boolean().default(false),
});
export type TakeNumberInput = z.input<typeof takeNumberInput>;

export interface TakenNumber {
  readonly ticketId: string;
  readonly number: number;
}

/** The next number of the day, given at the counter. Throws "not-allowed", "unavailable". */
export async function takeNumber(setting: Setting, asker: Asker, input: TakeNumberInput): Promise<TakenNumber> {
  const { key, agencyId, priority } = parseInput(takeNumberInput, input);
  return transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "queue:serve", agencyId);
    const { rows } = await sql<{ number: number | null }>`
      select app.take_number_at_desk(${agencyId}, ${setting.today()}::date, ${key}, ${priority}, ${numbersADay}) as number`.execute(
      tx,
    );
    const number = rows[0]?.number;
    if (!number) throw noNumbersLeft();
    return { ticketId: key, number };
  });
}

export const kioskNumberInput = z.object({
  key: z.uuid(),
  /** Code of the agency. */
  agency: z.string().max(20),
  /** What the officer typed at the device this morning. */
  code: z.string().max(40),
  priority: z.boolean().default(false),
});
export type KioskNumberInput = z.input<typeof kioskNumberInput>;

/** The next number of the day, taken at the device. Throws "not-allowed" where it is closed, "unavailable". */
export async function takeNumberAtKiosk(setting: Setting, input: KioskNumberInput): Promise<TakenNumber> {
  const { key, agency, code, priority } = parseInput(kioskNumberInput, input);
  return transaction(setting.store, "nobody", async (tx) => {
    const today = setting.today();
    const { rows } = await sql<{ open: boolean; number: number | null }>`
      select app.kiosk_agency(${agency}, ${kioskHash(code)}, ${today}::date) is not null as open,
        app.take_number_at_kiosk(${agency}, ${kioskHash(code)}, ${today}::date, ${key}, ${priority}, ${numbersADay}) as number`.execute(
      tx,
    );
    if (!rows[0]?.open) throw kioskClosed();
    if (!rows[0].number) throw noNumbersLeft();
    return { ticketId: key, number: rows[0].number };
  });
}

/** As it is typed: spaces, dashes and small letters do not matter. */
export function kioskHash(code: string): Buffer {
  return createHash("sha256")
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""))
    .digest();
}

const noNumbersLeft = () =>
  new Refused({
    code: "unavailable",
    message: {
      vi: "Hôm nay đã phát hết số. Mời ông/bà gặp cán bộ ở bàn tiếp.",
      en: "All numbers of today are given out. Please speak to the officer at the desk.",
    },
  });

export const kioskClosed = () =>
  new Refused({
    code: "not-allowed",
    message: {
      vi: "Máy lấy số chưa mở, hoặc mã mở máy không đúng. Mời ông/bà gặp cán bộ ở bàn tiếp.",
      en: "The device that gives numbers is closed, or the code is wrong. Please speak to the officer at the desk.",
    },
  });
