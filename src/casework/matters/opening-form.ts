import { sql } from "kysely";
import * as z from "zod";
import { visibleFields } from "../../rules/act-fields.ts";
import { asAct, proceduresFor } from "../../rules/opening.ts";
import type { FieldRule, PetitionKind, Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { openedBy } from "./open-matter.ts";

const formInput = z.object({
  petitionId: z.uuid(),
  procedure: z.string().max(60),
  values: z.record(z.string().max(60), z.union([z.string().max(20_000), z.boolean(), z.array(z.string())])).default({}),
});
export type OpeningFormInput = z.input<typeof formInput>;

export interface OpeningForm {
  readonly petitionCode: string;
  readonly agencyId: string;
  readonly name: Text;
  readonly todo: Text;
  readonly article: string;
  readonly lawPack: string;
  readonly receivedOn: CivilDate;
  readonly fields: readonly FieldRule[];
  /** Which of them are shown for the answers given so far, and must be answered. */
  readonly visible: readonly { readonly id: string; readonly required: boolean }[];
  readonly officers: readonly { readonly id: string; readonly name: string; readonly jobTitle: string | null }[];
}

/** The form in which a matter of a procedure is opened, as the law of the day of receipt describes it. Throws "not-found". */
export async function openingForm(setting: Setting, asker: Asker, input: OpeningFormInput): Promise<OpeningForm> {
  const wanted = parseInput(formInput, input);
  const calendar = await setting.calendar();
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { rows } = await sql<{
        code: string;
        agencyId: string;
        kind: PetitionKind | null;
        receivedOn: CivilDate;
        peopleCount: number;
        officers: OpeningForm["officers"];
      }>`
        select p.code, p.agency_id as "agencyId", p.kind, p.received_on as "receivedOn", p.people_count as "peopleCount",
          coalesce((select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.display_name, 'jobTitle', o.job_title)) from role_grant g join officer o on o.id = g.officer_id and o.active
            where g.agency_id = p.agency_id and g.role in ('petition-officer','settlement-officer','head') and g.valid_from <= ${setting.today()} and (g.valid_to is null or g.valid_to >= ${setting.today()})), '[]') as officers
        from petition p where p.id = ${wanted.petitionId}`.execute(tx);
      const petition = rows[0];
      if (!petition?.kind) throw notFound();
      const { receivedOn } = petition;
      const found = proceduresFor(setting.law.packs, petition.kind, receivedOn).find(
        ({ procedure }) => procedure.id === wanted.procedure,
      );
      if (!found) throw notFound();
      require(who, openedBy(found.procedure), petition.agencyId);
      const { opens } = found.procedure;
      const matter = { openedOn: receivedOn, receivedOn, facts: { peopleCount: petition.peopleCount } };
      const { command, facts, law } = asAct(found, matter, wanted.values, calendar);
      return {
        petitionCode: petition.code,
        agencyId: petition.agencyId,
        name: found.procedure.name,
        todo: opens.todo,
        article: opens.article,
        lawPack: found.pack.id,
        receivedOn,
        fields: opens.fields,
        visible: visibleFields(found.pack, opens, facts, command, law).map(({ field, required }) => ({
          id: field.id,
          required,
        })),
        officers: petition.officers,
      };
    },
    { readOnly: true },
  );
}
