import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { policy, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, type PetitionRow } from "./petition-row.ts";

const handOverInput = z.object({ key: z.uuid(), petitionId: z.uuid() });
export type HandOverInput = z.input<typeof handOverInput>;

/**
 * The officer to whom a denunciation is sealed hands it to the head, who alone in the unit sees it from then on, with
 * those assigned by name (Điều 56 Luật Tố cáo; settled 4). Throws "not-found" for anybody else, "law" for another kind.
 */
export async function handToHead(
  setting: Setting,
  asker: Asker,
  input: HandOverInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(handOverInput, input);
  return runOnce(setting, asker, wanted.key, "hand-to-head", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    if (petition.kind !== "denunciation") throw noDenunciation();
    if (petition.sealedTo !== who.officerId) throw notFound();
    await refuseWithoutHead(tx, petition, setting.today());
    await appendPetitionEvents(tx, setting, [
      { petitionId: petition.id, what: "handed-to-head", on: setting.today(), officerId: who.officerId, data: {} },
    ]);
    const { rows } = await sql<{ done: boolean }>`select app.hand_to_head(${petition.id}) as done`.execute(tx);
    if (!rows[0]?.done) throw notFound();
    return { petitionId: petition.id };
  });
}

function noDenunciation(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Chỉ đơn tố cáo mới chuyển riêng cho người đứng đầu; đơn khác xử lý theo phân loại.",
      en: "Only a denunciation is handed to the head apart; others are processed by their kind.",
    },
    article: "Điều 56 Luật Tố cáo",
  });
}

/** Where every head of the agency is the accused, or too close to them, the head above is competent. */
async function refuseWithoutHead(tx: Trx, petition: PetitionRow, today: CivilDate): Promise<void> {
  const { rows } = await sql<{ barred: boolean; left: boolean }>`
    select count(c.officer_id) > 0 as barred, count(*) filter (where c.officer_id is null) > 0 as left
    from role_grant g join officer o on o.id = g.officer_id and o.active
    left join conflict_of_interest c on c.officer_id = g.officer_id and c.petition_id = ${petition.id} and c.lifted_on is null
    where g.agency_id = ${petition.agencyId} and g.role = any(${[...policy["denunciation:read"]]}::text[])
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})`.execute(tx);
  if (!rows[0]?.barred || rows[0].left) return;
  throw new Refused({
    code: "law",
    message: {
      vi: "Người đứng đầu cơ quan này là người bị tố cáo hoặc có xung đột lợi ích; tố cáo thuộc thẩm quyền của người đứng đầu cơ quan cấp trên trực tiếp. Hãy chuyển đơn lên cấp trên.",
      en: "The head of this agency is the accused or has a conflict of interest; the head of the agency directly above is competent. Transfer it there.",
    },
    article: "Khoản 1 Điều 12 Luật Tố cáo",
    instead: [
      { act: "transfer", name: { vi: "Chuyển cơ quan có thẩm quyền", en: "Transfer to the competent agency" } },
    ],
  });
}
