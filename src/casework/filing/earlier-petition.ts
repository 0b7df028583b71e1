import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { sameAsTracked } from "../duplicates/index.ts";
import { hashTrackingSecret, trackPetition } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";
import { type Filing, field, kindOf, signatories } from "./filing.ts";
import type { Portal } from "./send-draft.ts";

export interface EarlierPetition {
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly holder: string;
  readonly statusPlain: Text;
  /** Null: cannot be compared yet. */
  readonly same: boolean | null;
}

/**
 * The sender's own earlier petition, known by the two codes of its receipt, and whether the draft looks like it. Null for a
 * wrong code and a wrong secret alike: without them nobody learns that a petition exists.
 */
export async function earlierPetition(
  setting: Setting,
  portal: Portal,
  filing: Filing,
  codes: { readonly code: string; readonly secret: string },
): Promise<EarlierPetition | null> {
  const tracked = await trackPetition(setting, codes);
  if (!tracked) return null;
  const { code, receivedOn, holder, statusPlain } = tracked;
  const draft = {
    kind: kindOf(filing),
    agencyCode: field(filing, "agency"),
    people: signatories(filing),
    content: field(filing, "content"),
    request: field(filing, "request"),
    contestedAct: field(filing, "contestedAct"),
    respondent: field(filing, "respondent"),
  };
  const receipt = { code, secretHash: hashTrackingSecret(codes.secret) };
  const same = await transaction(setting.store, portal, (tx) => sameAsTracked(tx, setting, receipt, draft), {
    readOnly: true,
  });
  return { code, receivedOn, holder, statusPlain, same };
}
