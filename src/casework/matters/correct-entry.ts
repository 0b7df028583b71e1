import { sql } from "kysely";
import type { Calendar } from "../../rules/calendar.ts";
import { type ActCommand, procedureOf } from "../../rules/decide.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, parseCivilDate } from "../../time/civil-date.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { changePerson } from "../people/index.ts";
import { correctIntake, intakeClocks, type PetitionKind } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";
import { type MatterRow, packOf } from "./load-matter.ts";

/** What stands in the petition and its people; other corrections are facts and clocks of the matter. */
const kept = new Set(["received-on", "people", "name", "address"]);

/**
 * Mends a wrong entry where it stands (settled 26) and returns the command with the value that really stood there, so
 * that the trail keeps it whatever the form said.
 */
export async function correctEntry(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  matter: MatterRow,
  command: ActCommand,
): Promise<ActCommand> {
  if (!kept.has(String(command.values.what))) return command;
  const before = await entriesOf(tx, matter.leadPetitionId);
  const withOld = (oldValue: string): ActCommand => ({ ...command, values: { ...command.values, oldValue } });
  const newValue = command.values.newValue;
  switch (command.values.what) {
    case "received-on": {
      const day = typeof command.values.newDate === "string" ? parseCivilDate(command.values.newDate) : undefined;
      if (day) {
        await correctIntake(tx, matter.leadPetitionId, { receivedOn: day });
        await restartIntake(tx, setting, calendar, matter, day, before.kind);
      }
      return withOld(before.receivedOn);
    }
    case "people": {
      const count = Number(command.values.newPeopleCount);
      if (Number.isInteger(count) && count >= 1) await correctIntake(tx, matter.leadPetitionId, { peopleCount: count });
      return withOld(String(before.peopleCount));
    }
    case "name":
      if (before.personId && typeof newValue === "string")
        await changePerson(tx, before.personId, { fullName: newValue });
      return withOld(before.name ?? "");
    case "address":
      if (before.personId && typeof newValue === "string")
        await changePerson(tx, before.personId, { address: newValue });
      return withOld(before.address ?? "");
    default:
      return command;
  }
}

/**
 * The clocks that the matter took over from the petition run from the corrected day as well: the ten working days of the
 * answer, and while the petition is only processed the time for its acceptance. What was met does not move.
 */
async function restartIntake(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  matter: MatterRow,
  receivedOn: CivilDate,
  kind: PetitionKind | null,
): Promise<void> {
  const inherited = procedureOf(packOf(setting, matter), matter.procedure).inherits ?? [];
  const running = (clock: string) =>
    inherited.includes(clock) && matter.clocks.some((each) => each.clock === clock && each.status === "running");
  const intake = { petitionId: matter.leadPetitionId, agencyId: matter.agencyId, receivedOn, kind };
  const clocks = intakeClocks(setting, calendar, intake)
    .map((each) => ({ ...each, changes: each.changes.filter((change) => running(change.clock)) }))
    .filter((each) => each.changes.length > 0);
  await applyClockChanges(
    tx,
    setting,
    clocks.map((each) => ({ ...each, subject: { ...each.subject, matterId: matter.id }, reason: "correct" })),
  );
}

interface Entries {
  readonly receivedOn: string;
  readonly kind: PetitionKind | null;
  readonly peopleCount: number;
  readonly personId: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

async function entriesOf(tx: Trx, petitionId: string): Promise<Entries> {
  const { rows } = await sql<Entries>`
    select p.received_on as "receivedOn", p.kind, p.people_count as "peopleCount", d.person_id as "personId", d.full_name as name, d.address
    from petition p
    left join petition_party pp on pp.petition_id = p.id and pp.ordinal = 0
    left join person_detail d on d.person_id = pp.person_id
    where p.id = ${petitionId}`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error("a matter without its petition");
  return row;
}
