import { sql } from "kysely";
import * as z from "zod";
import { openMatter as open } from "../../rules/decide.ts";
import { selectVersion } from "../../rules/select-version.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { letterhead } from "../agencies/index.ts";
import { applyClockChanges, handClocksToMatter } from "../calendar/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents, firstProcedure, joinMatter, showNextStep } from "../petitions/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

const openInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  /** Checked on the paper: Điều 16.1 NĐ 124/2020. */
  signaturesComplete: z.boolean(),
  representativePaper: z.boolean().default(false),
  representativesCount: z.coerce.number().int().min(0).max(100).default(0),
  /** Overrides what the dated list of remote communes says of the agency's place (GAP-6). */
  remote: z.boolean().optional(),
  assigneeId: z.uuid().optional(),
});
export type OpenMatterInput = z.input<typeof openInput>;

export interface OpenedMatter {
  readonly matterId: string;
  readonly code: string;
}

/** Opens a first-instance matter from a complaint, under the law of the day the petition was received (settled 12). */
export async function openMatter(setting: Setting, asker: Asker, input: OpenMatterInput): Promise<OpenedMatter> {
  const wanted = parseInput(openInput, input);
  const calendar = await setting.calendar();
  return runOnce(setting, asker, wanted.key, "open-matter", async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      agencyId: string;
      kind: string | null;
      state: string;
      receivedOn: CivilDate;
      matterId: string | null;
      peopleCount: number;
    }>`
        select agency_id as "agencyId", kind, state, received_on as "receivedOn", matter_id as "matterId", people_count as "peopleCount"
        from petition where id = ${wanted.petitionId} for update`.execute(tx);
    const petition = rows[0];
    if (!petition) throw notFound();
    require(who, "matter:open", petition.agencyId);
    refuseUnlessComplaint(petition);

    const pack = selectVersion(setting.law.packs, "complaints", petition.receivedOn);
    const head = await letterhead(tx, petition.agencyId, petition.receivedOn);
    if (!head) throw notFound();
    const facts = {
      peopleCount: petition.peopleCount,
      signaturesComplete: wanted.signaturesComplete,
      representativePaper: wanted.representativePaper,
      representativesCount: wanted.representativesCount,
      remote: wanted.remote ?? head.remote,
    };
    const matterFacts = {
      procedure: firstProcedure,
      openedOn: petition.receivedOn,
      receivedOn: petition.receivedOn,
      facts,
    };
    const { state, clocks } = open(pack, matterFacts, calendar);
    const year = yearOf(petition.receivedOn);
    const number = await sql<{
      n: number;
    }>`select app.next_number(${petition.agencyId}, 'matter', ${year}) as n`.execute(tx);
    const code = `KN-${head.code}-${String(year % 100).padStart(2, "0")}-${String(number.rows[0]?.n ?? 0).padStart(4, "0")}`;
    const matterId = setting.newId();
    await sql`
        insert into matter (id, code, agency_id, procedure, law_pack, opened_on, received_on, state, facts, assignee_id, lead_petition_id)
        values (${matterId}, ${code}, ${petition.agencyId}, ${firstProcedure}, ${pack.id}, ${petition.receivedOn}, ${petition.receivedOn}, ${state}, ${JSON.stringify(facts)}::jsonb, ${wanted.assigneeId ?? null}, ${wanted.petitionId})`.execute(
      tx,
    );
    await sql`insert into matter_petition (matter_id, petition_id, linked_on) values (${matterId}, ${wanted.petitionId}, ${setting.today()})`.execute(
      tx,
    );
    if (wanted.assigneeId) {
      await sql`insert into matter_assignment (matter_id, officer_id, role, from_on) values (${matterId}, ${wanted.assigneeId}, 'settlement-officer', ${setting.today()})`.execute(
        tx,
      );
    }
    await joinMatter(tx, wanted.petitionId, matterId);
    const subject = { matterId, petitionId: wanted.petitionId, agencyId: petition.agencyId, lawPack: pack.id };
    const moved = await handClocksToMatter(tx, wanted.petitionId, matterId);
    await applyClockChanges(tx, setting, [{ subject, changes: clocks.filter((each) => !moved.includes(each.clock)) }]);
    const next = pack.procedures
      .find((each) => each.id === firstProcedure)
      ?.states.find((each) => each.id === state)?.next;
    const due = clocks.find((each) => each.clock === next?.clock)?.answer;
    await showNextStep(tx, matterId, {
      matterState: state,
      act: next?.act ?? null,
      dueOn: due?.dueOn ?? null,
      provisional: due?.provisional ?? false,
      waitingOn: next?.waitingOn ?? "us",
      assigneeId: wanted.assigneeId ?? null,
      closed: false,
    });
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: wanted.petitionId,
        what: "matter-opened",
        on: setting.today(),
        officerId: who.officerId,
        data: { matter: matterId, lawPack: pack.id, ...facts },
      },
    ]);
    return { matterId, code };
  });
}

function refuseUnlessComplaint(petition: {
  readonly kind: string | null;
  readonly matterId: string | null;
  readonly state: string;
}): void {
  if (petition.matterId !== null) {
    throw new Refused({
      code: "already-done",
      message: { vi: "Đơn đã được đưa vào một vụ việc.", en: "The petition already belongs to a matter." },
    });
  }
  if (petition.kind !== "complaint") {
    throw new Refused({
      code: "law",
      message: {
        vi: "Chỉ đơn được phân loại là khiếu nại mới mở được vụ việc giải quyết khiếu nại.",
        en: "Only a petition classified as a complaint opens a complaint matter.",
      },
      article: "Khoản 1 Điều 2 Luật Khiếu nại",
      instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
    });
  }
  if (petition.state !== "screening") {
    throw new Refused({
      code: "law",
      message: {
        vi: "Đơn đã được hướng dẫn, chuyển, trả hoặc lưu.",
        en: "The petition was guided, transferred, returned or filed.",
      },
      article: "Điều 26 Luật Tiếp công dân",
    });
  }
}
