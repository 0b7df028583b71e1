import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { applyClockChanges } from "../calendar/index.ts";
import { notAllowed } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { clocksOfKind, earliest } from "./intake-clocks.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, notOnceInMatter, reindex } from "./petition-row.ts";

export interface SealedPetition {
  readonly petitionId: string;
  /** The officer to whom the petition is sealed, who asks. */
  readonly officerId: string;
  readonly pseudonym: string;
  /** Takes the denouncer's traces out of a text. */
  readonly hide: (text: string) => string;
  /** What belongs to the denunciation when the visit is mixed; otherwise the text stays. */
  readonly content?: string | undefined;
  readonly request?: string | undefined;
  readonly respondent?: string | undefined;
}

/**
 * The petition of an unclassified intake is a denunciation: it stays sealed to its officer under a pseudonym, its people
 * and their traces in the text and in the search go (settled 2). Throws "not-allowed", "already-done".
 */
export async function sealAsDenunciation(tx: Trx, setting: Setting, sealed: SealedPetition): Promise<void> {
  const { petitionId, officerId, pseudonym, hide } = sealed;
  const petition = await lockPetition(tx, petitionId);
  if (petition.kind !== null || petition.sealedTo !== officerId) throw notAllowed();
  notOnceInMatter(petition);
  await sql`delete from petition_party where petition_id = ${petitionId}`.execute(tx);
  await hideInText(tx, sealed, hide);
  await sql`update petition set kind = 'denunciation', pseudonym = ${pseudonym}, next_act = 'hand-over',
    state = 'screening' where id = ${petitionId}`.execute(tx);
  // The first check runs from the day of receipt (Điều 24.1 Luật Tố cáo), whoever has the petition.
  const { agencyId, receivedOn } = petition;
  const clocks = clocksOfKind(setting, await setting.calendar(), {
    petitionId,
    agencyId,
    receivedOn,
    kind: "denunciation",
  });
  await applyClockChanges(tx, setting, clocks);
  const due = earliest(clocks);
  if (due) {
    await sql`update petition set next_due_on = least(next_due_on, ${due.dueOn}::date), next_provisional = ${due.provisional} where id = ${petitionId}`.execute(
      tx,
    );
  }
  await appendPetitionEvents(tx, setting, [
    { petitionId, what: "sealed", on: setting.today(), officerId, data: { from: null, to: "denunciation" } },
  ]);
  await reindex(tx, setting, petitionId);
}

interface Texts {
  content: string;
  request: string | null;
  contestedAct: string | null;
  respondent: string | null;
  priorAuthority: string | null;
}

async function hideInText(tx: Trx, sealed: SealedPetition, hide: (text: string) => string): Promise<void> {
  const { rows } =
    await sql<Texts>`select content, request, contested_act as "contestedAct", respondent, prior_authority as "priorAuthority"
    from petition_text where petition_id = ${sealed.petitionId}`.execute(tx);
  const text = rows[0];
  if (!text) return;
  const hidden = (value: string | null | undefined): string | null => (value ? hide(value) : null);
  await sql`update petition_text set content = ${hide(sealed.content ?? text.content)}, request = ${hidden(sealed.request ?? text.request)},
      contested_act = ${hidden(text.contestedAct)}, respondent = ${hidden(sealed.respondent ?? text.respondent)},
      prior_authority = ${hidden(text.priorAuthority)}
    where petition_id = ${sealed.petitionId}`.execute(tx);
}
