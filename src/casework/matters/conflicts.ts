import { sql } from "kysely";
import type { FieldValue } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { foldVietnamese } from "../people/index.ts";
import { Refused } from "../refusal.ts";
import type { MatterRow } from "./load-matter.ts";

interface Known {
  readonly id: string;
  readonly name: string;
  readonly declared: boolean;
}

/** The officers whom an act gives work to, by name. */
export function officersChosen(act: ActRule, values: Readonly<Record<string, FieldValue>>): readonly string[] {
  const chosen = act.fields
    .filter((field) => field.type === "officer" || field.type === "officers")
    .flatMap((field) => values[field.id] ?? []);
  return [...new Set(chosen.filter((each) => typeof each === "string" && each !== ""))] as string[];
}

/**
 * Of a denunciation nobody is given work who declared a conflict of interest or of whom one was declared, nor who bears
 * the name of the accused as far as the file names them (khoản 3 Điều 10 Nghị định 31/2019; settled 4). The declaration
 * that the act itself asks for stands beside this. Throws "law".
 */
export async function refuseConflicted(
  tx: Trx,
  matter: Pick<MatterRow, "leadPetitionId"> & { readonly id?: string },
  chosen: readonly string[],
): Promise<void> {
  if (chosen.length === 0) return;
  const { rows } = await sql<{ officers: Known[]; accused: string[]; kind: string | null }>`
    select (select kind from petition where id = ${matter.leadPetitionId}) as kind,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.display_name, 'declared', c.officer_id is not null)), '[]')
        from officer o left join conflict_of_interest c on c.officer_id = o.id and c.petition_id = ${matter.leadPetitionId}
        where o.id::text = any(${chosen}::text[])) as officers,
      array(select t.respondent from petition_text t where t.petition_id = ${matter.leadPetitionId} and t.respondent is not null
        union all select t.body from matter_text t where t.matter_id = ${matter.id ?? null}::uuid and t.field = 'accused') as accused`.execute(
    tx,
  );
  const [known] = rows;
  if (known?.kind !== "denunciation") return;
  const accused = known.accused.map(wordsOf);
  const names = (name: string) => accused.some((each) => each.includes(wordsOf(name)));
  const barred = known.officers.find(({ name, declared }) => declared || names(name));
  if (!barred) return;
  throw new Refused({
    code: "law",
    message: barred.declared
      ? {
          vi: `${barred.name} đã được khai có xung đột lợi ích với vụ việc này nên không được giao. Hãy chọn người khác.`,
          en: `A conflict of interest of ${barred.name} with this matter was declared. Choose somebody else.`,
        }
      : {
          vi: `${barred.name} trùng họ tên với người bị tố cáo ghi trong hồ sơ nên không được giao. Hãy chọn người khác.`,
          en: `${barred.name} bears the name of the accused in the file. Choose somebody else.`,
        },
    article: "Khoản 3 Điều 10 Nghị định 31/2019/NĐ-CP",
  });
}

/** Whole words between blanks, so that a name is found as it stands and not inside another. */
function wordsOf(text: string): string {
  return ` ${foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
}
