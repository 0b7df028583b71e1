import type { PetitionLine } from "../../../casework/petitions/index.ts";
import { m } from "../../paraglide/messages.js";

type Kind = NonNullable<PetitionLine["kind"]>;

export const kinds: Readonly<Record<Kind, () => string>> = {
  complaint: m.matters_kind_complaint,
  denunciation: m.matters_kind_denunciation,
  recommendation: m.matters_kind_recommendation,
};

export function sayKind(kind: Kind | null): string {
  return kind === null ? m.matters_kind_none() : kinds[kind]();
}

/** The states of a petition; those of a matter come from its law version. */
export const petitionStates: Readonly<Record<string, () => string>> = {
  received: m.matters_state_received,
  screening: m.matters_state_screening,
  guided: m.matters_state_guided,
  transferred: m.matters_state_transferred,
  filed: m.matters_state_filed,
  returned: m.matters_state_returned,
  "in-matter": m.matters_state_in_matter,
  closed: m.matters_state_closed,
  "handed-over": m.transfers_petition_state_moving,
  referred: m.transfers_petition_state_referred,
};

export function sayState(state: string): string {
  return petitionStates[state]?.() ?? state;
}

/** What must be done with a petition that is in no matter. */
export function sayTodo(nextAct: string | null): string {
  if (nextAct === "classify") return m.matters_todo_classify();
  if (nextAct === "hand-over") return m.matters_todo_hand_over();
  if (nextAct === "open-matter") return m.matters_todo_open();
  if (nextAct === "accept-transfer") return m.transfers_todo_accept();
  if (nextAct === "decide-handler") return m.transfers_todo_decide();
  if (nextAct === "answer") return m.matters_todo_answer();
  return m.matters_todo_none();
}

export const waiting: Readonly<Record<PetitionLine["waitingOn"], () => string>> = {
  us: m.matters_waiting_us,
  petitioner: m.matters_waiting_petitioner,
  others: m.matters_waiting_others,
  calendar: m.matters_waiting_calendar,
  nobody: m.matters_waiting_nobody,
};

export const sources: Readonly<Record<string, () => string>> = {
  counter: m.matters_source_counter,
  import: m.matters_source_import,
  post: m.matters_source_post,
  online: m.matters_source_online,
  forwarded: m.matters_source_forwarded,
};

const roles: Readonly<Record<string, () => string>> = {
  petitioner: m.matters_role_petitioner,
  representative: m.matters_role_representative,
  lawyer: m.matters_role_lawyer,
  respondent: m.matters_role_respondent,
};

export function sayRole(role: string): string {
  return (roles[role] ?? m.matters_role_other)();
}

const events: Readonly<Record<string, () => string>> = {
  registered: m.matters_event_registered,
  classified: m.matters_event_classified,
  guided: m.matters_event_guided,
  transferred: m.matters_event_transferred,
  "handed-over": m.transfers_event_handed,
  "transfer-accepted": m.transfers_event_accepted,
  "transfer-returned": m.transfers_event_returned,
  "transfer-referred": m.transfers_event_referred,
  "transfer-decided": m.transfers_event_decided,
  filed: m.matters_event_filed,
  returned: m.matters_event_returned,
  answered: m.matters_event_answered,
  corrected: m.matters_event_corrected,
  "handed-to-head": m.matters_event_handed_to_head,
  "originals-returned": m.post_event_originals,
  "returned-to-forwarder": m.post_event_forwarder,
  "conflict-declared": m.matters_event_conflict_declared,
  "conflict-lifted": m.matters_event_conflict_lifted,
  "competence-settled": m.matters_event_competence_settled,
  "matter-opened": m.matters_event_matter_opened,
  "petitioner-wrote": m.matters_event_petitioner_wrote,
  "office-wrote": m.matters_event_office_wrote,
  "filed-as-duplicate": m.duplicates_event_filed,
  "duplicate-filed": m.duplicates_event_other_filed,
  "duplicate-undone": m.duplicates_event_undone,
  "withdrawal-asked": m.after_event_withdrawal,
  "documents-added": m.after_event_documents,
  "outcome-rated": m.after_event_rated,
  "outcome-read": m.after_event_read,
  "signatories-added": m.signatories_event_added,
  "signatory-changed": m.signatories_event_changed,
  "signatory-removed": m.signatories_event_removed,
  "slips-given": m.signatories_event_slips,
  "replies-started": m.signatories_event_started,
  "replies-recorded": m.signatories_event_recorded,
};

export function sayEvent(what: string): string {
  return events[what]?.() ?? m.matters_event_other({ what });
}
