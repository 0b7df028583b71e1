import { sql } from "kysely";
import type { Calendar } from "../../../rules/calendar.ts";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { applyClockChanges } from "../../calendar/index.ts";
import type { Setting } from "../../setting.ts";
import { earliest, intakeClocks } from "../intake-clocks.ts";
import type { PetitionRow } from "../petition-row.ts";

/**
 * The clocks of whoever had the petition end; those of whoever has it next run from the day it got there: our reading of "kể
 * từ ngày tiếp nhận" (khoản 1 Điều 28 Luật Tiếp công dân) and "kể từ ngày nhận được" (khoản 1 Điều 24 Luật Tố cáo). Sent back, they are what they were from the day of receipt, so that nobody gains time.
 * Returns the earliest.
 */
export async function passToNextClocks(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  petition: PetitionRow,
  next: { readonly agencyId: string | null; readonly countFrom?: CivilDate; readonly reason: string },
): Promise<{ readonly dueOn: CivilDate; readonly provisional: boolean } | undefined> {
  const { id: petitionId, receivedOn, kind } = petition;
  const { agencyId, countFrom, reason } = next;
  const from = countFrom ? { countFrom } : {};
  const clocks =
    agencyId === null ? [] : intakeClocks(setting, calendar, { petitionId, agencyId, receivedOn, kind, ...from });
  const goOn = new Set(clocks.flatMap((each) => each.changes.map((change) => change.clock)));
  const { rows } = await sql<{ clock: string }>`
    select clock from deadline where petition_id = ${petitionId} and matter_id is null and status = 'running'`.execute(
    tx,
  );
  const ended = rows.filter(({ clock }) => !goOn.has(clock));
  await applyClockChanges(tx, setting, [
    {
      subject: { petitionId, matterId: null, agencyId: petition.agencyId, lawPack: "" },
      changes: ended.map(({ clock }) => ({ clock, status: "cancelled" as const })),
    },
    ...clocks.map((each) => ({ ...each, reason })),
  ]);
  return earliest(clocks);
}
