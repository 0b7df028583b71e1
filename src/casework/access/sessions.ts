import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { notFound } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { type AccountEvent, recordAccountEvent } from "./account-events.ts";
import { type AccountsSetting, isSession, ownAccount } from "./accounts.ts";
import { requireManagerOf } from "./accounts-admin.ts";
import type { SessionLine } from "./accounts-port.ts";

/** The asker's own open sessions, newest first. */
export async function mySessions(setting: AccountsSetting, asker: Asker): Promise<readonly SessionLine[]> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  return setting.credentials.sessions(officerId, isSession(asker) ? asker.session : undefined);
}

/** Ends one of the asker's own sessions, at once. Throws "not-found" for one of somebody else too. */
export async function endMySession(
  setting: AccountsSetting,
  asker: Asker,
  { sessionId }: { readonly sessionId: string },
): Promise<void> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  // Written before it ends: it may be the session that asks.
  await recordEnd(setting, asker, officerId, async () => {
    const open = await setting.credentials.sessions(officerId);
    return open.filter(({ id }) => id === sessionId).length;
  });
  if (!(await setting.credentials.closeOne(officerId, sessionId))) throw notFound();
}

/** Ends every session of the asker but the one that asks; all of them when a token asks. */
export async function endMyOtherSessions(setting: AccountsSetting, asker: Asker): Promise<{ readonly ended: number }> {
  const { officerId } = await transaction(setting.store, asker, ownAccount);
  const ended = await setting.credentials.closeAll(officerId, isSession(asker) ? asker.session : undefined);
  await recordEnd(setting, asker, officerId, () => Promise.resolve(ended));
  return { ended };
}

/** An administrator ends every session of an officer; password and second factor stay. */
export async function endSessionsOf(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId: string },
): Promise<{ readonly ended: number }> {
  await requireManagerOf(setting, asker, officerId);
  const open = (await setting.credentials.sessions(officerId)).length;
  await recordEnd(setting, asker, officerId, () => Promise.resolve(open));
  return { ended: await setting.credentials.closeAll(officerId) };
}

async function recordEnd(
  setting: AccountsSetting,
  asker: Asker,
  subjectId: string,
  count: () => Promise<number>,
): Promise<void> {
  const ended = await count();
  if (ended === 0) return;
  await transaction(setting.store, asker, (tx) =>
    recordAccountEvent(tx, setting, { subjectId, what: "sessions-ended", data: { ended } }),
  );
}

export interface AccountSheet {
  readonly secondFactorSince: Date | null;
  readonly singleSignOnSince: Date | null;
  readonly openSessions: number;
  /** Newest first, fifty at most. */
  readonly events: readonly {
    readonly seq: number;
    readonly what: AccountEvent;
    readonly on: CivilDate;
    /** Who did it; null: the command line. */
    readonly by: string | null;
    /** Of what takes two administrators: whether another one confirmed it, or there was none. */
    readonly eyes: "one" | "two" | "command" | null;
  }[];
}

/** What an administrator of the officer's agencies sees of an account: no address, no device, no code. */
export async function accountSheet(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId: string },
): Promise<AccountSheet> {
  await requireManagerOf(setting, asker, officerId);
  const [state, linked, open, events] = await Promise.all([
    setting.secondFactors.state(officerId),
    setting.signOn.links.since(officerId),
    setting.credentials.sessions(officerId),
    transaction(setting.store, asker, async (tx) => {
      const { rows } = await sql<AccountSheet["events"][number]>`
        select e.seq, e.what, e.on_date as "on", o.display_name as by, e.data ->> 'eyes' as eyes from account_event e left join officer o on o.id = e.officer_id
        where e.subject_id = ${officerId} order by e.seq desc limit 50`.execute(tx);
      return rows;
    }),
  ]);
  return {
    secondFactorSince: state?.since ?? null,
    singleSignOnSince: linked ?? null,
    openSessions: open.length,
    events,
  };
}
