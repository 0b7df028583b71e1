import { sql } from "kysely";
import type { LoadedPack } from "../../../rules/load-pack.ts";
import type { ActRule, DocumentRule } from "../../../rules/pack.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { draftPaper, fillPaper, lockPaper, rewriteDraft } from "../../papers/index.ts";
import type { Setting } from "../../setting.ts";
import type { PetitionRow } from "../petition-row.ts";
import { onlyGuided } from "./transfer-refusals.ts";

export interface LetterRule {
  readonly pack: LoadedPack;
  readonly act: ActRule;
  readonly document: DocumentRule;
}

/**
 * The letter that the law of the day of receipt wants for a petition of this kind (Mẫu 03, 04 of Thông tư 05/2021 and
 * their like). Throws "law" where that law lets a complaint be guided only.
 */
export function letterRule(setting: Setting, petition: PetitionRow): LetterRule {
  const pack = selectVersion(setting.law.packs, "petitions", petition.receivedOn);
  for (const { acts, documents } of pack.procedures) {
    const act = acts.find((each) => each.id === `transfer-${petition.kind}`);
    const document = documents.find((each) => each.key === act?.bindingDocument);
    if (act && document) return { pack, act, document };
  }
  const guided = pack.procedures.flatMap(({ acts }) => acts).find((each) => each.id === "guide");
  throw onlyGuided(guided?.article ?? "Điều 8 Thông tư 07/2014/TT-TTCP");
}

/**
 * The draft of the letter. It goes once per agency and content (settled 16): for a second hand-over by the same agency the
 * first letter stands, addressed anew while nobody has signed it. Returns its id.
 */
export async function letterOf(
  tx: Trx,
  setting: Setting,
  petition: PetitionRow,
  { pack, act, document }: LetterRule,
  letter: { readonly to: string; readonly on: CivilDate; readonly officerId: string | null },
): Promise<string> {
  const values = { competentBody: letter.to };
  const { agencyId, id: petitionId } = petition;
  const paper = await fillPaper(tx, { petitionId, agencyId, pack, document, act, values, on: letter.on });
  const body = { paper, values };
  const { rows } = await sql<{ id: string }>`
    select paper_id as id from petition_transfer where petition_id = ${petitionId} and from_agency = ${agencyId} and paper_id is not null
    order by ordinal desc limit 1`.execute(tx);
  const earlier = rows[0] && (await lockPaper(tx, rows[0].id));
  if (!earlier)
    return draftPaper(tx, setting, {
      agencyId,
      matterId: null,
      petitionId,
      template: document.key,
      forAct: null,
      officerId: letter.officerId,
      body,
    });
  if (["draft", "checked", "approved"].includes(earlier.state)) await rewriteDraft(tx, earlier, body, letter.officerId);
  return earlier.id;
}
