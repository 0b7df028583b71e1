import { sql } from "kysely";
import * as z from "zod";
import { type FieldValue, procedureOf } from "../../rules/decide.ts";
import { transaction } from "../../store/index.ts";
import { whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { recordOf } from "./hand-overs.ts";
import { loadMatter, packOf } from "./load-matter.ts";

const knownInput = z.object({ matterId: z.uuid(), act: z.string().max(60) });

interface Intake {
  readonly kind: string | null;
  readonly forwarded: boolean;
  readonly inPerson: boolean;
  readonly originals: boolean | null;
  readonly unmet: readonly string[] | null;
}

/** What the post book asked already, as the first check asks it again. */
const asked = ["vietnamese", "dated", "nameAndAddress", "signed", "contentStated", "legible", "firstTime"];

/**
 * Answers to the first check of a petition that the books hold already, to be looked at by whoever records it; empty for
 * every other act. Throws "not-found".
 */
export async function knownAnswers(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof knownInput>,
): Promise<Readonly<Record<string, FieldValue>>> {
  const wanted = parseInput(knownInput, input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const matter = await loadMatter(tx, wanted.matterId, "look");
      const act = procedureOf(packOf(setting, matter), matter.procedure).acts.find((each) => each.id === wanted.act);
      if (!act) throw notFound();
      const fields = new Set(act.fields.map((field) => field.id));
      if (!fields.has("guidedBefore")) return {};
      const { rows } = await sql<Intake>`
        select p.kind, p.source = 'forwarded' as forwarded, p.visit_id is not null as "inPerson", e.original_count > 0 as originals, e.unmet
        from petition p left join post_entry e on e.id = p.post_entry_id
        where p.id = ${matter.leadPetitionId}`.execute(tx);
      const intake = rows[0];
      if (!intake) return {};
      const known: Record<string, FieldValue | null> = {
        class: intake.kind,
        forwarded: intake.forwarded,
        inPerson: intake.inPerson,
        originals: intake.originals,
        ...(await recordOf(tx, matter)),
        ...Object.fromEntries(intake.unmet ? asked.map((fact) => [fact, !intake.unmet?.includes(fact)]) : []),
      };
      return Object.fromEntries(
        Object.entries(known).filter(
          (entry): entry is [string, FieldValue] => entry[1] !== null && fields.has(entry[0]),
        ),
      );
    },
    { readOnly: true },
  );
}
