import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import { agenciesWhere, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import type { NoticeKind } from "./queue-notices.ts";

/** A message that was given up: whom it was for and what about, its administrator does not see. */
export interface UndeliveredNotice {
  readonly id: string;
  readonly agencyId: string;
  /** "session": of a booked place. */
  readonly kind: NoticeKind | "session";
  readonly tries: number;
  readonly queuedAt: string;
  readonly endedAt: string;
  /** Kind of the last failure. */
  readonly failure: string | null;
}

const onePage = 50;

/** The oldest first, at most fifty; what is sent again leaves the list. Empty for whoever administers nothing. */
export async function undeliveredNotices(setting: Setting, asker: Asker): Promise<readonly UndeliveredNotice[]> {
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const mine = agenciesWhere(whoAsks(tx).grants, "notice:resend");
      const { rows } = await sql<UndeliveredNotice>`
        select id, agency_id as "agencyId", kind, tries, to_json(queued_at)#>>'{}' as "queuedAt", to_json(ended_at)#>>'{}' as "endedAt", failure
        from notice where state = 'undelivered' and agency_id = any (${mine}::uuid[]) order by ended_at limit ${onePage}`.execute(
        tx,
      );
      return rows;
    },
    { readOnly: true },
  );
}

const again = z.object({ noticeId: z.uuid() });

/** Tries anew from the beginning. Throws "not-found" for what is not in the asker's list. */
export async function sendNoticeAgain(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof again>,
): Promise<{ readonly noticeId: string }> {
  const { noticeId } = parseInput(again, input);
  return transaction(setting.store, asker, async (tx) => {
    const { numAffectedRows } = await sql`
      update notice set state = 'waiting', tries = 0, next_at = now(), ended_at = null
      where id = ${noticeId} and state = 'undelivered'`.execute(tx);
    if (numAffectedRows !== 1n) throw notFound();
    return { noticeId };
  });
}
