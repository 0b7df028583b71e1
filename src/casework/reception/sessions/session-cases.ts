import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../../store/index.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { words } from "./plan-sessions.ts";
import { doneBefore } from "./session-refusals.ts";
import { lockSession } from "./session-rows.ts";

export const addCaseInput = z.object({
  key: z.uuid(),
  sessionId: z.uuid(),
  /** Code of the petition that is to be heard. */
  code: z.string().trim().min(1).max(40),
  /** What has to be ready. */
  prepare: words(2000),
  /** Which unit prepares it. */
  unit: words(200),
});
export type AddCaseInput = z.input<typeof addCaseInput>;

interface CaseOf {
  readonly sessionId: string;
  readonly petitionId: string;
}

/**
 * Puts a petition on the list of a session that is open still, or changes what has to be ready for it. Throws "not-found",
 * "not-allowed", "invalid-input" for a petition that the asker cannot see, "already-done".
 */
export async function addCase(setting: Setting, asker: Asker, input: AddCaseInput): Promise<CaseOf> {
  const wanted = parseInput(addCaseInput, input);
  return runOnce(setting, asker, wanted.key, "add-session-case", async (tx) => {
    const who = whoAsks(tx);
    const session = await lockSession(tx, wanted.sessionId);
    require(who, "head-session:plan", session.agencyId);
    if (session.state === "postponed" || session.state === "cancelled") throw doneBefore(session);
    const petitionId = await petitionByCode(tx, session.agencyId, wanted.code.toUpperCase());
    await sql`insert into head_session_case (session_id, petition_id, added_by, added_on)
      values (${session.id}, ${petitionId}, ${who.officerId}, ${setting.today()}) on conflict do nothing`.execute(tx);
    await sql`insert into head_session_case_text (session_id, petition_id, prepare, unit)
      values (${session.id}, ${petitionId}, ${wanted.prepare || null}, ${wanted.unit || null})
      on conflict (session_id, petition_id) do update set prepare = excluded.prepare, unit = excluded.unit`.execute(tx);
    return { sessionId: session.id, petitionId };
  });
}

async function petitionByCode(tx: Trx, agencyId: string, code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from petition where code = ${code} and agency_id = ${agencyId}`.execute(tx);
  if (rows[0]) return rows[0].id;
  throw invalidInput([
    {
      field: "code",
      message: {
        vi: "Không có đơn mang mã này ở cơ quan, hoặc bạn không có quyền xem. Kiểm tra lại mã trên giấy biên nhận.",
        en: "No petition of the agency has this code, or it is not yours to see. Check the code on the receipt.",
      },
    },
  ]);
}

export const removeCaseInput = z.object({ key: z.uuid(), sessionId: z.uuid(), petitionId: z.uuid() });
export type RemoveCaseInput = z.input<typeof removeCaseInput>;

/** Takes a petition off the list. Throws "not-found", "not-allowed", "already-done". */
export async function removeCase(setting: Setting, asker: Asker, input: RemoveCaseInput): Promise<CaseOf> {
  const wanted = parseInput(removeCaseInput, input);
  return runOnce(setting, asker, wanted.key, "remove-session-case", async (tx) => {
    const session = await lockSession(tx, wanted.sessionId);
    require(whoAsks(tx), "head-session:plan", session.agencyId);
    if (session.state !== "draft" && session.state !== "announced") throw doneBefore(session);
    await sql`delete from head_session_case where session_id = ${session.id} and petition_id = ${wanted.petitionId}`.execute(
      tx,
    );
    return { sessionId: session.id, petitionId: wanted.petitionId };
  });
}
