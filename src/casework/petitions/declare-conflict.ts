import { sql } from "kysely";
import * as z from "zod";
import { can, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notAllowed, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition } from "./petition-row.ts";

export const conflictGrounds = ["accused", "relative", "interest"] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

const conflictInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  /** Whose conflict it is; one's own when absent. */
  officerId: z.uuid().optional(),
  ground: z.enum(conflictGrounds),
});
export type ConflictInput = z.input<typeof conflictInput>;

/**
 * Bars an officer from a denunciation and everything of it: whoever sees it declares their own conflict of interest; the
 * officer who took it and the head name somebody else (settled 4; khoản 3 Điều 10 Nghị định 31/2019). It bars until it is
 * lifted (`lift-conflict.ts`). Throws "not-found", "not-allowed", "law", "already-done", "invalid-input".
 */
export async function declareConflict(
  setting: Setting,
  asker: Asker,
  input: ConflictInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(conflictInput, input);
  return runOnce(setting, asker, wanted.key, "declare-conflict", async (tx) => {
    const who = whoAsks(tx);
    if (!who.officerId) throw notAllowed();
    const petition = await lockPetition(tx, wanted.petitionId);
    if (petition.kind !== "denunciation") throw noDenunciation();
    const officerId = wanted.officerId ?? who.officerId;
    if (officerId === who.officerId && petition.sealedTo === who.officerId) throw handOverFirst();
    const handles = petition.sealedTo === who.officerId || can(who.grants, "denunciation:read", petition.agencyId);
    if (officerId !== who.officerId && !handles) throw notAllowed();
    const { rows } = await sql<{ known: boolean; barred: boolean }>`
      select exists (select from officer where id = ${officerId}) as known,
        exists (select from conflict_of_interest where petition_id = ${petition.id} and officer_id = ${officerId} and lifted_on is null) as barred`.execute(
      tx,
    );
    if (!rows[0]?.known) throw noOfficer();
    if (rows[0].barred) throw barredAlready();
    // The event first: whoever bars themselves sees the petition no more.
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: petition.id,
        what: "conflict-declared",
        on: setting.today(),
        officerId: who.officerId,
        data: { officer: officerId, ground: wanted.ground },
      },
    ]);
    await sql`insert into conflict_of_interest (id, petition_id, officer_id, ground, declared_by, declared_on)
      values (${setting.newId()}, ${petition.id}, ${officerId}, ${wanted.ground}, ${who.officerId}, ${setting.today()})`.execute(
      tx,
    );
    return { petitionId: petition.id };
  });
}

export function noDenunciation(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Chỉ khai xung đột lợi ích đối với đơn tố cáo.",
      en: "A conflict of interest is declared of a denunciation.",
    },
    article: "Khoản 3 Điều 10 Nghị định 31/2019/NĐ-CP",
  });
}

/** Sealed to them, nobody else could see it any more; handing it over takes it from them too. */
function handOverFirst(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn đang niêm phong cho riêng bạn; nếu khai báo, không còn ai xem được đơn. Hãy chuyển cho người đứng đầu: từ lúc đó bạn không còn xem được đơn.",
      en: "The petition is sealed to you alone; nobody would see it any more. Hand it to the head: from then on you do not see it.",
    },
    article: "Điều 56 Luật Tố cáo",
    instead: [{ act: "hand-over", name: { vi: "Chuyển riêng người đứng đầu", en: "Hand it to the head" } }],
  });
}

function noOfficer() {
  return invalidInput([
    { field: "officerId", message: { vi: "Chọn một cán bộ của hệ thống.", en: "Choose an officer of the system." } },
  ]);
}

function barredAlready(): Refused {
  return new Refused({
    code: "already-done",
    message: { vi: "Xung đột lợi ích này đã được khai.", en: "This conflict of interest was declared before." },
  });
}
