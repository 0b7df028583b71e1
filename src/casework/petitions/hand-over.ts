import { sql } from "kysely";
import * as z from "zod";
import { whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition } from "./petition-row.ts";

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
