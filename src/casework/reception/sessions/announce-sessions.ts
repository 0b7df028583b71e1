import * as z from "zod";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { announcedLater, doneBefore } from "./session-refusals.ts";
import { lockSession } from "./session-rows.ts";
import { changeSession } from "./write-session.ts";

export const announceSessionsInput = z.object({
  key: z.uuid(),
  sessionIds: z.array(z.uuid()).min(1).max(120),
  /** The day the schedule was posted; today when absent. */
  announcedOn: z.iso.date().optional(),
});
export type AnnounceSessionsInput = z.input<typeof announceSessionsInput>;

/** Publishes drafts, all or none. Too late is shown, not refused. Throws "not-found", "not-allowed", "already-done", "invalid-input". */
export async function announceSessions(
  setting: Setting,
  asker: Asker,
  input: AnnounceSessionsInput,
): Promise<{ readonly sessionIds: readonly string[] }> {
  const wanted = parseInput(announceSessionsInput, input);
  const announcedOn = (wanted.announcedOn as CivilDate | undefined) ?? setting.today();
  return runOnce(setting, asker, wanted.key, "announce-head-sessions", async (tx) => {
    const who = whoAsks(tx);
    const ids = [...new Set(wanted.sessionIds)].toSorted();
    for (const id of ids) {
      const session = await lockSession(tx, id);
      require(who, "head-session:plan", session.agencyId);
      if (session.state !== "draft") throw doneBefore(session);
      if (announcedOn > setting.today() || announcedOn > session.on)
        throw invalidInput([{ field: "announcedOn", message: announcedLater }]);
      await changeSession(tx, setting, session, {
        what: "announced",
        officerId: who.officerId,
        facts: { state: "announced", announcedOn },
      });
    }
    return { sessionIds: ids };
  });
}
