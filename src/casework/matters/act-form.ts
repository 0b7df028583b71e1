import * as z from "zod";
import { visibleFields } from "../../rules/act-fields.ts";
import { lawFor } from "../../rules/clock-changes.ts";
import { procedureOf } from "../../rules/decide.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { moveDue } from "./law-moves.ts";
import { actorsOf, factsOf, loadMatter, packOf } from "./load-matter.ts";

const formInput = z.object({
  matterId: z.uuid(),
  act: z.string().max(60),
  on: z.iso.date(),
  values: z.record(z.string().max(60), z.union([z.string().max(20_000), z.boolean(), z.array(z.string())])).default({}),
});
export type ActFormInput = z.input<typeof formInput>;

/** Which fields the form of an act shows for the answers given so far, and which of them must be answered. Throws "not-found". */
export async function actFields(
  setting: Setting,
  asker: Asker,
  input: ActFormInput,
): Promise<readonly { readonly id: string; readonly required: boolean }[]> {
  const wanted = parseInput(formInput, input);
  const calendar = await setting.calendar();
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const matter = await loadMatter(tx, wanted.matterId, "look");
      const pack = moveDue(setting, calendar, matter, wanted.on as CivilDate)?.to ?? packOf(setting, matter);
      const act = procedureOf(pack, matter.procedure).acts.find((each) => each.id === wanted.act);
      if (!act) throw notFound();
      const on = wanted.on as CivilDate;
      const facts = factsOf(matter);
      const command = { act: act.id, on, values: wanted.values, actors: actorsOf(who, matter) };
      const law = lawFor(pack, facts, calendar, on, setting.today());
      return visibleFields(pack, act, facts, command, law).map(({ field, required }) => ({ id: field.id, required }));
    },
    { readOnly: true, matterId: wanted.matterId },
  );
}
