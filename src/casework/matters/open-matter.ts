import { sql } from "kysely";
import * as z from "zod";
import { openMatter as open } from "../../rules/decide.ts";
import { type Openable, openingFacts, proceduresFor } from "../../rules/opening.ts";
import type { PetitionKind, ProcedureRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";
import { type Permission, require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { applyClockChanges, handClocksToMatter } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents, endAlarm, joinMatter, notWhileMoving, showNextStep } from "../petitions/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { refuseConflicted } from "./conflicts.ts";

const openInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  /** A procedure of the law; without it the usual one of the petition's kind. */
  procedure: z.string().max(60).optional(),
  /** Answers to the fields of the procedure's opening. */
  values: z.record(z.string().max(60), z.union([z.string().max(200), z.boolean()])).default({}),
  /** Overrides what the dated list of remote communes says of the agency's place (GAP-6). */
  remote: z.boolean().optional(),
  assigneeId: z.uuid().optional(),
});
export type OpenMatterInput = z.input<typeof openInput>;

export interface OpenedMatter {
  readonly matterId: string;
  readonly code: string;
}

interface PetitionToOpen {
  readonly agencyId: string;
  readonly kind: PetitionKind | null;
  readonly state: string;
  readonly sealedTo: string | null;
  readonly receivedOn: CivilDate;
  readonly matterId: string | null;
  readonly peopleCount: number;
  /** What is being done with it already: matters that are not closed, and which of them its line follows. */
  readonly open: readonly { readonly id: string; readonly procedure: string }[];
}

/** Opens a matter from a petition under one procedure, by the law of the day the petition was received (settled 12). */
export async function openMatter(setting: Setting, asker: Asker, input: OpenMatterInput): Promise<OpenedMatter> {
  const wanted = parseInput(openInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "open-matter", async (tx) => {
    const who = whoAsks(tx);
    const petition = await petitionToOpen(tx, wanted.petitionId);
    const chosen = procedureWanted(setting, petition, wanted.procedure);
    require(who, openedBy(chosen.procedure), petition.agencyId);
    refuseIfUnderWay(setting, petition, chosen);

    const { pack, procedure } = chosen;
    const { agencyId, receivedOn } = petition;
    const head = await letterhead(tx, agencyId, receivedOn);
    if (!head) throw notFound();
    const known = { peopleCount: petition.peopleCount, remote: wanted.remote ?? head.remote };
    const stated = openingFacts(chosen, { openedOn: receivedOn, receivedOn, facts: known }, wanted.values, calendar);
    if (!stated.ok) {
      throw new Refused({
        code: "invalid-input",
        message: stated.message,
        fields: [{ field: stated.field, message: stated.message }],
      });
    }
    const { facts } = stated;
    const { state, clocks } = open(
      pack,
      { procedure: procedure.id, openedOn: receivedOn, receivedOn, facts },
      calendar,
    );
    const code = await nextCode(tx, agencyId, receivedOn, `${procedure.opens.prefix}-${head.code}`);
    const matterId = setting.newId();
    const assigneeId = wanted.assigneeId ?? null;
    if (assigneeId) await refuseConflicted(tx, { leadPetitionId: wanted.petitionId }, [assigneeId]);
    const restricted = pack.subject === "denunciations" || petition.kind === "denunciation";
    await sql`
      insert into matter (id, code, agency_id, procedure, law_pack, opened_on, received_on, state, facts, assignee_id, lead_petition_id, restricted, at_counter)
      values (${matterId}, ${code}, ${agencyId}, ${procedure.id}, ${pack.id}, ${receivedOn}, ${receivedOn}, ${state}, ${JSON.stringify(facts)}::jsonb, ${assigneeId}, ${wanted.petitionId}, ${restricted}, ${procedure.opens.atCounter ?? false})`.execute(
      tx,
    );
    await sql`insert into matter_petition (matter_id, petition_id, linked_on) values (${matterId}, ${wanted.petitionId}, ${setting.today()})`.execute(
      tx,
    );
    if (assigneeId) {
      await sql`insert into matter_assignment (matter_id, officer_id, role, from_on) values (${matterId}, ${assigneeId}, 'settlement-officer', ${setting.today()})`.execute(
        tx,
      );
    }
    const leads = procedure.opens.role !== "side";
    if (leads) await joinMatter(tx, wanted.petitionId, matterId);
    const subject = { matterId, petitionId: wanted.petitionId, agencyId, lawPack: pack.id };
    const takes = leads ? [...(procedure.inherits ?? []), ...clocks.map((each) => each.clock)] : [];
    const moved = await handClocksToMatter(tx, wanted.petitionId, matterId, takes, petition.matterId);
    // A clock that the petition had under the same rule goes on with its date and its reasons.
    const goesOn = new Set(moved.map((each) => `${each.clock} ${each.rule}`));
    const started = clocks.filter((each) => !goesOn.has(`${each.clock} ${each.answer?.rule.id}`));
    await applyClockChanges(tx, setting, [{ subject, changes: started, reason: "matter-opened" }]);
    if (procedure.opens.role === "main")
      await endAlarm(tx, setting, { petitionId: wanted.petitionId, agencyId, on: setting.today() });
    if (leads) {
      const next = procedure.states.find((each) => each.id === state)?.next;
      const due = clocks.find((each) => each.clock === next?.clock)?.answer;
      await showNextStep(tx, matterId, {
        matterState: state,
        act: next?.act ?? null,
        dueOn: due?.dueOn ?? null,
        provisional: due?.provisional ?? false,
        waitingOn: next?.waitingOn ?? "us",
        assigneeId,
        closed: false,
      });
    }
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: wanted.petitionId,
        what: "matter-opened",
        on: setting.today(),
        officerId: who.officerId,
        data: { matter: matterId, procedure: procedure.id, lawPack: pack.id, ...facts },
      },
    ]);
    return { matterId, code };
  });
}

/** What it takes to open a matter of a procedure. */
export function openedBy(procedure: ProcedureRule): Permission {
  return procedure.opens.atCounter ? "reception:follow" : "matter:open";
}

async function petitionToOpen(tx: Trx, petitionId: string): Promise<PetitionToOpen> {
  const { rows } = await sql<PetitionToOpen>`
    select agency_id as "agencyId", kind, state, sealed_to as "sealedTo", received_on as "receivedOn", matter_id as "matterId", people_count as "peopleCount",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'procedure', m.procedure)) from matter_petition mp join matter m on m.id = mp.matter_id
        where mp.petition_id = petition.id and m.closed_on is null), '[]') as open
    from petition where id = ${petitionId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  return row;
}

function procedureWanted(setting: Setting, petition: PetitionToOpen, id: string | undefined): Openable {
  if (petition.kind === null) {
    throw new Refused({
      code: "law",
      message: {
        vi: "Phải phân loại đơn theo nội dung trước khi lập hồ sơ giải quyết.",
        en: "Classify the petition by its content before a matter is opened.",
      },
      article: "Điều 26 Luật Tiếp công dân",
      instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
    });
  }
  if (petition.sealedTo !== null) throw stillSealed();
  const possible = proceduresFor(setting.law.packs, petition.kind, petition.receivedOn);
  const found = id === undefined ? possible[0] : possible.find(({ procedure }) => procedure.id === id);
  if (found) return found;
  throw new Refused({
    code: "law",
    message: {
      vi: "Đơn loại này không được giải quyết theo thủ tục đã chọn, theo pháp luật vào ngày nhận đơn.",
      en: "A petition of this kind is not examined under that procedure by the law of the day it was received.",
    },
    article: possible[0]?.procedure.opens.article ?? "Điều 26 Luật Tiếp công dân",
    instead: [
      ...possible.map(({ procedure }) => ({ act: procedure.id, name: procedure.opens.todo })),
      { act: "classify", name: { vi: "Phân loại lại đơn", en: "Classify the petition again" } },
    ],
  });
}

function stillSealed(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn tố cáo còn niêm phong cho người tiếp nhận. Hãy chuyển cho người đứng đầu trước.",
      en: "The denunciation is still sealed to the officer who took it. Hand it to the head first.",
    },
    article: "Khoản 3 Điều 8, Điều 56 Luật Tố cáo",
    instead: [{ act: "hand-over", name: { vi: "Chuyển người đứng đầu", en: "Hand to the head" } }],
  });
}

/** One matter of a procedure at a time; a main one not beside another main one that is not closed. */
function refuseIfUnderWay(setting: Setting, petition: PetitionToOpen, { procedure }: Openable): void {
  const clashes = petition.open.some((each) => {
    if (each.procedure === procedure.id) return true;
    const other = setting.law.packs.flatMap((known) => known.procedures).find((known) => known.id === each.procedure);
    return procedure.opens.role !== "side" && other?.opens.role === "main";
  });
  notWhileMoving(petition.state);
  const left = petition.state === "screening" || petition.state === "in-matter" || petition.state === "closed";
  if (!clashes && left) return;
  throw new Refused({
    code: "already-done",
    message: clashes
      ? {
          vi: "Đơn đang được giải quyết trong một vụ việc chưa kết thúc.",
          en: "The petition is being examined in a matter that is not closed.",
        }
      : {
          vi: "Đơn đã được hướng dẫn, chuyển, trả hoặc lưu.",
          en: "The petition was already guided, transferred, returned or filed.",
        },
  });
}

async function nextCode(tx: Trx, agencyId: string, receivedOn: CivilDate, prefix: string): Promise<string> {
  const year = yearOf(receivedOn);
  const { rows } = await sql<{ n: number }>`select app.next_number(${agencyId}, 'matter', ${year}) as n`.execute(tx);
  return `${prefix}-${String(year % 100).padStart(2, "0")}-${String(rows[0]?.n ?? 0).padStart(4, "0")}`;
}
