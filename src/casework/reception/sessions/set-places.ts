import * as z from "zod";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { placesRule } from "./plan-sessions.ts";
import { lockSession } from "./session-rows.ts";
import { changeSession } from "./write-session.ts";

export const setPlacesInput = z.object({
  key: z.uuid(),
  sessionId: z.uuid(),
  /** Null: nobody books from now on; places that are booked stay booked. */
  places: placesRule.nullable(),
});

/** How many citizens may book a place. Throws "not-found", "not-allowed", "conflict" once it was held, postponed or called off. */
export async function setPlaces(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof setPlacesInput>,
): Promise<{ readonly sessionId: string; readonly seq: number }> {
  const { key, sessionId, places } = parseInput(setPlacesInput, input);
  return runOnce(setting, asker, key, "set-session-places", async (tx) => {
    const who = whoAsks(tx);
    const session = await lockSession(tx, sessionId);
    require(who, "head-session:plan", session.agencyId);
    if (session.state !== "draft" && session.state !== "announced" && session.state !== "delegated") throw over();
    if (session.places === places) return { sessionId, seq: session.seq };
    const seq = await changeSession(tx, setting, session, {
      what: "places",
      officerId: who.officerId,
      facts: { places },
    });
    return { sessionId, seq };
  });
}

const over = () =>
  new Refused({
    code: "conflict",
    message: {
      vi: "Buổi tiếp đã diễn ra, đã lùi hoặc không tổ chức: không đổi số chỗ được nữa.",
      en: "The session was held, postponed or called off: its places cannot change any more.",
    },
  });
