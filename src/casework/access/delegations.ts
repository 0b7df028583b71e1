import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { type FieldProblem, invalidInput, notFound, Refused } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import { recordAccountEvent } from "./account-events.ts";
import type { AccountsSetting } from "./accounts.ts";
import { agenciesWhere } from "./policy.ts";
import { require, whoAsks } from "./who.ts";

/**
 * How papers are signed meanwhile (Điều 13 Nghị định 30/2020/NĐ-CP): KT., a deputy in place of the head, also one who was
 * put in charge (khoản 1, 2); TUQ., by the head's written authorisation, limited in time and content (khoản 3). "Q." is of
 * whoever was appointed acting head from above: that is a role of its own, which administrators give, and no delegation.
 */
export type SignatureForm = "KT" | "TUQ";

export interface NewDelegation {
  readonly agencyId: string;
  readonly officerId: string;
  readonly form: SignatureForm;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** Number and day of the written assignment, and why. */
  readonly reason: string;
}

/**
 * A head hands the head's role of the agency to an officer of it, from day to day; it begins and ends by itself. Throws
 * "not-allowed" (no head, or only an acting one), "invalid-input", "conflict" (days that were handed over already).
 */
export async function delegateHead(
  setting: AccountsSetting,
  asker: Asker,
  input: NewDelegation,
): Promise<{ readonly delegationId: string }> {
  const { agencyId, officerId, form, from, to } = input;
  const reason = input.reason.normalize("NFC").trim();
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "head:delegate", agencyId);
    const problems = [
      ...datesAndReason(setting.today(), from, to, reason),
      ...(officerId === who.officerId ? [problem("officerId", "Không tự ủy quyền cho mình.", "Not to yourself.")] : []),
      ...(await receiverProblems(tx, setting, agencyId, officerId, form)),
    ];
    if (problems.length > 0) throw invalidInput(problems);
    await sql`select pg_advisory_xact_lock(hashtextextended('delegation ' || ${agencyId}, 0))`.execute(tx);
    const { rows } = await sql`select from delegation where agency_id = ${agencyId} and ended_at is null
      and valid_from <= ${to} and valid_to >= ${from}`.execute(tx);
    if (rows.length > 0) throw handedOverAlready();
    const id = setting.newId();
    await sql`insert into delegation (id, agency_id, from_officer, to_officer, form, valid_from, valid_to, reason, made_on)
      values (${id}, ${agencyId}, ${who.officerId}, ${officerId}, ${form}, ${from}, ${to}, ${reason}, ${setting.today()})`.execute(
      tx,
    );
    const data = { delegation: id, agency: agencyId, form, from, to };
    await recordAccountEvent(tx, setting, { subjectId: officerId, what: "delegated", data });
    return { delegationId: id };
  });
}

function datesAndReason(today: CivilDate, from: CivilDate, to: CivilDate, reason: string): readonly FieldProblem[] {
  return [
    ...(from < today ? [problem("from", "Ngày đầu không được trước hôm nay.", "Not before today.")] : []),
    ...(to < from ? [problem("to", "Ngày cuối trước ngày đầu.", "The last day is before the first.")] : []),
    ...(reason === "" || reason.length > 500
      ? [
          problem(
            "reason",
            "Ghi số, ngày văn bản giao việc và lý do, tối đa 500 ký tự.",
            "Give number and day of the written assignment and why, in at most 500 characters.",
          ),
        ]
      : []),
  ];
}

/** Only an active officer with a role in the agency; in place of the head (KT.) only a deputy. */
async function receiverProblems(
  tx: Trx,
  setting: AccountsSetting,
  agencyId: string,
  officerId: string,
  form: SignatureForm,
): Promise<readonly FieldProblem[]> {
  const today = setting.today();
  const { rows } = await sql<{ title: string | null }>`
    select o.job_title as title from officer o where o.id::text = ${officerId} and o.active and exists (select from role_grant g
      where g.officer_id = o.id and g.agency_id = ${agencyId} and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today}))`.execute(
    tx,
  );
  const receiver = rows[0];
  if (!receiver) {
    const [vi, en] = [
      "Chọn công chức đang có vai trò tại cơ quan.",
      "Choose an officer who holds a role in the agency.",
    ];
    return [problem("officerId", vi, en)];
  }
  if (form === "KT" && !/^phó(?=\s|$)/iu.test(receiver.title ?? "")) {
    const vi =
      "Chỉ cấp phó ký thay (khoản 1, 2 Điều 13 Nghị định 30/2020/NĐ-CP); chức vụ của người này không phải cấp phó. Chọn TUQ.";
    const en =
      "Only a deputy signs in place of the head (khoản 1, 2 Điều 13 Nghị định 30/2020/NĐ-CP), and this officer's title is no deputy's. Choose TUQ.";
    return [problem("form", vi, en)];
  }
  return receiver.title
    ? []
    : [
        problem(
          "officerId",
          "Người này chưa có chức vụ để ghi trên văn bản.",
          "This officer has no title for the papers yet.",
        ),
      ];
}

/** The head takes it back, or the acting head gives it back: from now on it does not hold. Throws "not-found", "already-done". */
export async function endDelegation(
  setting: AccountsSetting,
  asker: Asker,
  { delegationId }: { readonly delegationId: string },
): Promise<void> {
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ to: string; from: string; agency: string; ended: boolean; until: CivilDate }>`
      select to_officer as "to", from_officer as "from", agency_id as agency, ended_at is not null as ended, valid_to as until
      from delegation where id::text = ${delegationId}`.execute(tx);
    const row = rows[0];
    if (!row) throw notFound();
    if (row.from !== who.officerId && row.to !== who.officerId) require(who, "head:delegate", row.agency);
    if (row.ended || row.until < setting.today()) throw overAlready();
    await sql`update delegation set ended_at = ${setting.now().toISOString()}::timestamptz, ended_by = ${who.officerId}
      where id::text = ${delegationId}`.execute(tx);
    const data = { delegation: delegationId, agency: row.agency };
    await recordAccountEvent(tx, setting, { subjectId: row.to, what: "delegation-ended", data });
  });
}

export interface DelegationLine {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
  readonly toTitle: string | null;
  readonly form: SignatureForm;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly state: "coming" | "now" | "over" | "ended-early";
  /** The asker received it. */
  readonly isMine: boolean;
  readonly mayEnd: boolean;
}

/** What was handed over in the agencies of which the asker is head or which the asker administers, and to the asker; newest first, fifty at most. */
export async function listDelegations(
  setting: AccountsSetting,
  asker: Asker,
  { officerId }: { readonly officerId?: string } = {},
): Promise<readonly DelegationLine[]> {
  return transaction(setting.store, asker, async (tx) => {
    const { kind, grants, officerId: me } = whoAsks(tx);
    const today = setting.today();
    const mine = agenciesWhere(grants, "head:delegate");
    const seen = [...mine, ...agenciesWhere(grants, "officer:manage")];
    const { rows } = await sql<DelegationLine>`
      select d.id, d.agency_id as "agencyId", coalesce(v.name, a.code) as "agencyName", f.display_name as "fromName", t.id as "toId",
        t.display_name as "toName", t.job_title as "toTitle", d.form, d.valid_from as "from", d.valid_to as "to", d.reason,
        case when d.ended_at is not null then 'ended-early' when d.valid_to < ${today} then 'over' when d.valid_from > ${today} then 'coming' else 'now' end as state,
        d.to_officer is not distinct from ${me}::uuid as "isMine",
        d.ended_at is null and d.valid_to >= ${today} and (d.to_officer is not distinct from ${me}::uuid or d.agency_id = any (${mine}::uuid[])) as "mayEnd"
      from delegation d join agency a on a.id = d.agency_id join officer f on f.id = d.from_officer join officer t on t.id = d.to_officer
      left join agency_version v on v.agency_id = a.id and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to >= ${today})
      where (${kind !== "officer"} or d.to_officer is not distinct from ${me}::uuid or d.agency_id = any (${seen}::uuid[]))
        and (${officerId === undefined} or d.to_officer::text = ${officerId ?? null})
      order by d.valid_from desc, d.id desc limit 50`.execute(tx);
    return rows;
  });
}

const problem = (field: string, vi: string, en: string): FieldProblem => ({ field, message: { vi, en } });

function handedOverAlready(): Refused {
  return new Refused({
    code: "conflict",
    message: {
      vi: "Trong những ngày này đã có người được ủy quyền. Hãy chấm dứt ủy quyền đó trước, hoặc chọn ngày khác.",
      en: "Somebody acts for the head on some of these days already. End that first, or choose other days.",
    },
  });
}

function overAlready(): Refused {
  return new Refused({
    code: "already-done",
    message: { vi: "Ủy quyền này đã hết hiệu lực.", en: "This is over already." },
  });
}
