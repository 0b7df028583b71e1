import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition } from "./petition-row.ts";

const liftInput = z.object({
  key: z.uuid(),
  conflictId: z.uuid(),
  reason: z
    .string()
    .transform((text) => text.normalize("NFC"))
    .pipe(z.string().trim().min(1).max(500)),
});
export type LiftConflictInput = z.input<typeof liftInput>;

/**
 * Lifts a conflict of interest that was declared by mistake or holds no more: a head of the agency, or who acts for one,
 * and never the officer concerned nor who acts for that officer. The declaration stays, with who lifted it and why. The law
 * knows no lifting: our practice. Throws "not-found", "not-allowed", "already-done", "invalid-input".
 */
export async function liftConflict(
  setting: Setting,
  asker: Asker,
  input: LiftConflictInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(liftInput, input);
  return runOnce(setting, asker, wanted.key, "lift-conflict", async (tx) => {
    const who = whoAsks(tx);
    const { officerId } = who;
    if (!officerId) throw notAllowed();
    const { petitionId } = await conflictOf(tx, wanted.conflictId);
    const petition = await lockPetition(tx, petitionId);
    require(who, "denunciation:read", petition.agencyId);
    // Again under the lock: somebody may have lifted it meanwhile.
    const conflict = await conflictOf(tx, wanted.conflictId);
    if (conflict.lifted) throw liftedAlready();
    if (conflict.isOwn) throw notAllowed();
    if (conflict.isOfWhoDelegated) throw actsForThem();
    await sql`update conflict_of_interest set lifted_by = ${officerId}, lifted_on = ${setting.today()}, lift_reason = ${wanted.reason}
      where id = ${wanted.conflictId}`.execute(tx);
    await appendPetitionEvents(tx, setting, [
      {
        petitionId,
        what: "conflict-lifted",
        on: setting.today(),
        officerId,
        data: { officer: conflict.officerId, conflict: wanted.conflictId },
      },
    ]);
    return { petitionId };
  });
}

interface Conflict {
  readonly petitionId: string;
  readonly officerId: string;
  readonly lifted: boolean;
  readonly isOwn: boolean;
  readonly isOfWhoDelegated: boolean;
}

async function conflictOf(tx: Trx, conflictId: string): Promise<Conflict> {
  const { rows } = await sql<Conflict>`
    select petition_id as "petitionId", officer_id as "officerId", lifted_on is not null as lifted,
      officer_id = app.officer_id() as "isOwn", officer_id = any (app.acting_for()) as "isOfWhoDelegated"
    from conflict_of_interest where id = ${conflictId}`.execute(tx);
  if (!rows[0]) throw notFound();
  return rows[0];
}

function liftedAlready(): Refused {
  return new Refused({
    code: "already-done",
    message: { vi: "Xung đột lợi ích này đã được gỡ.", en: "This conflict of interest was lifted before." },
  });
}

function actsForThem(): Refused {
  return new Refused({
    code: "not-allowed",
    message: {
      vi: "Bạn đang thay người này làm người đứng đầu nên không được gỡ xung đột lợi ích của họ. Hãy nhờ một người đứng đầu khác.",
      en: "You act for this officer as head, so you cannot lift their conflict of interest. Ask another head.",
    },
  });
}
