import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { recordAccountEvent } from "./account-events.ts";
import { type AccountsSetting, isSession } from "./accounts.ts";
import type { Role } from "./policy.ts";
import { type Who, whoAsks } from "./who.ts";

/** A proposal that nobody confirmed lapses after so many days. */
const LAPSES_AFTER_DAYS = 14;

export type ChangeKind = "grant" | "end" | "second-factor-reset" | "password-reset";

/** What one administrator proposes and another confirms. */
export type Change = RoleChange | AccountReset;

interface RoleChange {
  readonly kind: "grant" | "end";
  readonly officerId: string;
  readonly agencyId: string;
  readonly grantId: string;
  readonly role: Role;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

interface AccountReset {
  readonly kind: "second-factor-reset" | "password-reset";
  readonly officerId: string;
  /** One of those in which the officer holds a role. */
  readonly agencyId: string;
}

/**
 * `waiting`: it holds when another administrator confirms it; `done-alone`: nobody else administers there, so it was done
 * at once; `done`: no second pair of eyes is asked for (the command line).
 */
export interface Outcome {
  readonly outcome: "done" | "done-alone" | "waiting";
  /** The proposal that waits. */
  readonly changeId: string | null;
}

/**
 * Lays the change before the other administrators of all these agencies or of agencies above them; where there is none it
 * is done now, and the trail says so. Throws "not-allowed" where the only one who could confirm is the officer concerned,
 * "already-done" when the same is waiting.
 */
export async function proposeOrDo(
  tx: Trx,
  setting: AccountsSetting,
  change: Change,
  agencies: readonly string[],
): Promise<Outcome> {
  const who = whoAsks(tx);
  if (who.kind !== "officer") {
    await carryOut(tx, setting, change, "command");
    return { outcome: "done", changeId: null };
  }
  const others = (await administratorsOf(tx, agencies)).filter(({ officerId }) => officerId !== who.officerId);
  if (others.length === 0) {
    await carryOut(tx, setting, change, "one");
    return { outcome: "done-alone", changeId: null };
  }
  if (!others.some(({ officerId, active }) => active && mayDecide(change, officerId))) throw nobodyCould();
  return { outcome: "waiting", changeId: await propose(tx, setting, who, change) };
}

async function propose(tx: Trx, setting: AccountsSetting, who: Who, change: Change): Promise<string> {
  const role = "grantId" in change ? change : undefined;
  const [id, today] = [setting.newId(), setting.today()];
  const { rows } = await sql`
    select from account_change where state = 'waiting' and lapses_on >= ${today} and kind = ${change.kind} and officer_id = ${change.officerId}
      and (${role === undefined} or (agency_id = ${change.agencyId} and role = ${role?.role ?? null}))`.execute(tx);
  if (rows.length > 0) throw waitsAlready();
  await sql`
    insert into account_change (id, kind, officer_id, agency_id, grant_id, role, valid_from, valid_to, proposed_by, proposed_on, lapses_on)
    values (${id}, ${change.kind}, ${change.officerId}, ${change.agencyId}, ${role?.grantId ?? null}, ${role?.role ?? null}, ${role?.from ?? null},
      ${role?.to ?? null}, ${who.officerId}, ${today}, ${addDays(today, LAPSES_AFTER_DAYS)})`.execute(tx);
  await recordAccountEvent(tx, setting, {
    subjectId: change.officerId,
    what: "change-proposed",
    data: { change: id, kind: change.kind, ...(role ? { role: role.role, agency: role.agencyId } : {}) },
  });
  return id;
}

/** Writes the role, and in the trail how many looked at it. What lies outside the database follows when this is saved. */
async function carryOut(
  tx: Trx,
  setting: AccountsSetting,
  change: Change,
  eyes: "one" | "two" | "command",
): Promise<void> {
  const subjectId = change.officerId;
  if (!("grantId" in change)) {
    if (change.kind === "password-reset")
      await sql`update officer set must_change_password = true where id = ${subjectId}`.execute(tx);
    await recordAccountEvent(tx, setting, { subjectId, what: change.kind, data: { eyes } });
    return;
  }
  const { kind, grantId, agencyId, role, from, to } = change;
  if (kind === "grant") {
    await sql`insert into role_grant (id, officer_id, agency_id, role, valid_from, valid_to, granted_by)
      values (${grantId}, ${subjectId}, ${agencyId}, ${role}, ${from}, ${to}, ${whoAsks(tx).officerId})`.execute(tx);
  } else {
    await sql`update role_grant set valid_to = ${to} where id = ${grantId}`.execute(tx);
  }
  const what = kind === "grant" ? "role-granted" : "role-ended";
  await recordAccountEvent(tx, setting, { subjectId, what, data: { eyes, role, agency: agencyId, grant: grantId } });
}

/** Writes down that another administrator says yes; answers what then follows outside the database. Throws "not-allowed" (one's own proposal, a role for oneself, no person in a session), "conflict" (decided or lapsed), "not-found". */
export async function decideChange(
  setting: AccountsSetting,
  asker: Asker,
  { changeId }: { readonly changeId: string },
): Promise<Change> {
  if (!isSession(asker)) throw notAllowed();
  const found = await transaction(setting.store, asker, (tx) => waitingChange(tx, setting, changeId));
  const agencies = "grantId" in found.change ? [found.change.agencyId] : await agenciesHeld(setting, found.change);
  return transaction(setting.store, asker, async (tx) => {
    const { officerId } = whoAsks(tx);
    const { change, proposedBy } = await waitingChange(tx, setting, changeId);
    if (proposedBy === officerId || officerId === null || !mayDecide(change, officerId)) throw notYourOwn();
    const active = (await administratorsOf(tx, agencies)).filter((each) => each.active);
    const administers = (id: string) => active.some((each) => each.officerId === id);
    if (!administers(officerId)) throw notAllowed();
    if (!administers(proposedBy)) throw proposerLeft();
    await decide(tx, setting, changeId, "confirmed", null);
    await carryOut(tx, setting, change, "two");
    return change;
  });
}

/** Another administrator says no and why; the one who proposed it takes it back. Throws as `decideChange`. */
export async function refuseChange(
  setting: AccountsSetting,
  asker: Asker,
  { changeId, reason }: { readonly changeId: string; readonly reason: string },
): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    const { change, proposedBy } = await waitingChange(tx, setting, changeId);
    const state = proposedBy === whoAsks(tx).officerId ? "withdrawn" : "refused";
    const text = reason.normalize("NFC").trim();
    if (state === "refused" && (text === "" || text.length > 500)) throw reasonNeeded();
    await decide(tx, setting, changeId, state, text === "" ? null : text);
    const what = state === "refused" ? "change-refused" : "change-withdrawn";
    const data = { change: changeId, kind: change.kind };
    await recordAccountEvent(tx, setting, { subjectId: change.officerId, what, data });
  });
}

async function decide(
  tx: Trx,
  setting: AccountsSetting,
  changeId: string,
  state: "confirmed" | "refused" | "withdrawn",
  reason: string | null,
): Promise<void> {
  await sql`update account_change set state = ${state}, decided_by = ${whoAsks(tx).officerId}, decided_on = ${setting.today()}, reason = ${reason}
    where id = ${changeId}`.execute(tx);
}

async function waitingChange(tx: Trx, setting: AccountsSetting, changeId: string) {
  whoAsks(tx);
  const { rows } = await sql<{
    kind: ChangeKind;
    officer_id: string;
    agency_id: string;
    grant_id: string;
    role: Role;
    valid_from: CivilDate;
    valid_to: CivilDate | null;
    proposed_by: string;
    lapses_on: CivilDate;
    state: string;
  }>`select kind, officer_id, agency_id, grant_id, role, valid_from, valid_to, proposed_by, lapses_on, state
    from account_change where id = ${changeId}`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  if (row.state !== "waiting" || row.lapses_on < setting.today()) throw noLongerWaiting();
  const { kind, officer_id: officerId, agency_id: agencyId, grant_id: grantId, role } = row;
  const change: Change =
    kind === "grant" || kind === "end"
      ? { kind, officerId, agencyId, grantId, role, from: row.valid_from, to: row.valid_to }
      : { kind, officerId, agencyId };
  return { change, proposedBy: row.proposed_by };
}

/** Nobody is the second pair of eyes for what they would gain themselves; the end of one's own role is no gain. */
const mayDecide = (change: Change, officerId: string) => change.kind === "end" || change.officerId !== officerId;

async function administratorsOf(
  tx: Trx,
  agencies: readonly string[],
): Promise<readonly { readonly officerId: string; readonly active: boolean }[]> {
  const { rows } = await sql<{ officerId: string; active: boolean }>`
    select officer_id as "officerId", active from app.administrators(${agencies}::uuid[])`.execute(tx);
  return rows;
}

/** Where the officer holds a role today or later; where the proposal was made when there is none. */
async function agenciesHeld(setting: AccountsSetting, change: Change): Promise<readonly string[]> {
  return transaction(setting.store, setting.task, async (tx) => {
    const { rows } = await sql<{ id: string }>`select distinct agency_id as id from role_grant
      where officer_id = ${change.officerId} and (valid_to is null or valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)`.execute(
      tx,
    );
    return rows.length > 0 ? rows.map(({ id }) => id) : [change.agencyId];
  });
}

function nobodyCould(): Refused {
  return new Refused({
    code: "not-allowed",
    message: {
      vi: "Việc này cần một quản trị khác xác nhận, nhưng ngoài người liên quan không còn ai xác nhận được. Hãy thực hiện bằng dòng lệnh trên máy chủ (minhxet user).",
      en: "Another administrator must confirm this, and besides the officer concerned nobody can. Do it by the command line on the server (minhxet user).",
    },
  });
}

function waitsAlready(): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Việc này đã được đề nghị và đang chờ quản trị khác xác nhận.",
      en: "This was proposed already and waits for another administrator.",
    },
  });
}

function notYourOwn(): Refused {
  return new Refused({
    code: "not-allowed",
    message: {
      vi: "Bạn không xác nhận được đề nghị của chính mình hoặc cho chính mình. Hãy nhờ một quản trị khác.",
      en: "You cannot confirm what you proposed, or what is for yourself. Ask another administrator.",
    },
  });
}

function proposerLeft(): Refused {
  return new Refused({
    code: "conflict",
    message: {
      vi: "Người đề nghị không còn là quản trị ở đây. Hãy từ chối rồi đề nghị lại nếu vẫn cần.",
      en: "Who proposed this no longer administers here. Refuse it, and propose it anew if it is still wanted.",
    },
  });
}

function noLongerWaiting(): Refused {
  return new Refused({
    code: "conflict",
    message: {
      vi: "Đề nghị này đã được xử lý hoặc đã quá hạn xác nhận.",
      en: "This proposal was decided already, or its time is over.",
    },
  });
}

function reasonNeeded(): Refused {
  return new Refused({
    code: "invalid-input",
    message: { vi: "Còn mục cần sửa.", en: "Some entries need mending." },
    fields: [
      {
        field: "reason",
        message: { vi: "Ghi lý do từ chối, tối đa 500 ký tự.", en: "Say why, in at most 500 characters." },
      },
    ],
  });
}
