import * as z from "zod";
import { require, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { lockPaper, paperSteps, sendBack, stepRules } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import type { Asker, Setting } from "../setting.ts";
import { loadMatter } from "./load-matter.ts";

const returnInput = z.object({
  key: z.uuid(),
  paperId: z.uuid(),
  /** Read by whoever wrote the draft. */
  reason: z.string().trim().min(5).max(4000),
});
export type ReturnPaperInput = z.input<typeof returnInput>;

/**
 * Sends a draft back with the reason, by whoever would take its next step (khoản 3 Điều 10 Nghị định 30/2020/NĐ-CP). It is a
 * draft again and goes no further before it is written anew. Throws "law" for a signed one, "not-allowed", "not-found".
 */
export async function returnPaper(
  setting: Setting,
  asker: Asker,
  input: ReturnPaperInput,
): Promise<{ readonly paperId: string }> {
  const wanted = parseInput(returnInput, input);
  return runOnce(setting, asker, wanted.key, "return-paper", async (tx) => {
    const who = whoAsks(tx);
    const found = await lockPaper(tx, wanted.paperId);
    // The matter first, then the paper: the order in which acts take their locks.
    if (found.matterId) await loadMatter(tx, found.matterId, "lock");
    const paper = await lockPaper(tx, wanted.paperId);
    const next = paperSteps.find((step) => stepRules[step].from === paper.state) ?? "sign";
    require(who, stepRules[next].permission, paper.agencyId);
    await sendBack(tx, setting, paper, { officerId: who.officerId, reason: wanted.reason });
    return { paperId: paper.id };
  });
}
