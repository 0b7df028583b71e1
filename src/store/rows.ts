// Generated from the migrated database by `npm run rows`. Do not edit.
import type { ColumnType, GeneratedAlways } from "kysely";
import type { CivilDate } from "../time/civil-date.ts";

type Given<T> = ColumnType<T, T | undefined, T>;

export interface AccountChangeRow {
  id: string;
  kind: string;
  officer_id: string;
  agency_id: string;
  grant_id: string | null;
  role: string | null;
  valid_from: CivilDate | null;
  valid_to: CivilDate | null;
  proposed_by: string;
  proposed_on: CivilDate;
  lapses_on: CivilDate;
  state: Given<string>;
  decided_by: string | null;
  decided_on: CivilDate | null;
  reason: string | null;
}

export interface AccountEventRow {
  subject_id: string;
  seq: number;
  what: string;
  on_date: CivilDate;
  recorded_at: Given<Date>;
  officer_id: string | null;
  data: Given<unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface AgencyRow {
  id: string;
  code: string;
}

export interface AgencySuccessionRow {
  from_id: string;
  to_id: string;
  on_date: CivilDate;
  basis: string;
}

export interface AgencyVersionRow {
  agency_id: string;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  name: string;
  short_name: string;
  level: string;
  kind: string;
  parent_id: string | null;
  place_id: string;
  head_title: string;
  symbol: string;
}

export interface ApiTokenRow {
  id: string;
  officer_id: string;
  label: string;
  secret_hash: Buffer;
  created_at: Given<Date>;
  revoked_at: Date | null;
}

export interface CalendarNoticeRow {
  id: string;
  kind: string;
  year: number | null;
  withdraws: string | null;
  source: string | null;
  reason: string | null;
  announced_by: string | null;
  announced_on: CivilDate;
  announced_at: Date;
}

export interface CalendarNoticeDayRow {
  notice_id: string;
  on_date: CivilDate;
  kind: string;
  name_vi: string;
  name_en: string;
}

export interface CalendarRecountRow {
  notice_id: string;
  state: Given<string>;
  stage: Given<string>;
  after_id: string | null;
  looked: Given<number>;
  moved: Given<number>;
  confirmed: Given<number>;
  changed_at: Date;
}

export interface CommandRow {
  key: string;
  officer_id: string | null;
  name: string;
  result: unknown;
  done_at: Given<Date>;
}

export interface CommonKeyRow {
  key: number;
}

export interface ConflictOfInterestRow {
  petition_id: string;
  officer_id: string;
  ground: string;
  declared_by: string;
  declared_on: CivilDate;
  id: Given<string>;
  lifted_by: string | null;
  lifted_on: CivilDate | null;
  lift_reason: string | null;
}

export interface CounterRow {
  agency_id: string;
  series: string;
  year: number;
  last: number;
}

export interface DeadlineRow {
  id: string;
  petition_id: string | null;
  matter_id: string | null;
  agency_id: string;
  clock: string;
  rule: string;
  law_pack: string;
  start_on: CivilDate;
  raw_on: CivilDate;
  due_on: CivilDate;
  effective_on: CivilDate | null;
  provisional: boolean;
  status: string;
  met_on: CivilDate | null;
  inputs: unknown;
  explanation: unknown;
  replaced_reason: string | null;
  computed_at: Given<Date>;
  notice_id: string | null;
  replaced_by: string | null;
  replaced_on: CivilDate | null;
}

export interface DelegationRow {
  id: string;
  agency_id: string;
  from_officer: string;
  to_officer: string;
  form: string;
  valid_from: CivilDate;
  valid_to: CivilDate;
  reason: string;
  made_on: CivilDate;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface DeliveryRow {
  id: string;
  paper_id: string;
  agency_id: string;
  recipient_role: string;
  person_id: string | null;
  method: string;
  sent_on: CivilDate;
  received_on: CivilDate | null;
  proof_file_id: string | null;
  recorded_by: string | null;
}

export interface FileRow {
  id: string;
  agency_id: string;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  added_by: string | null;
  added_at: Given<Date>;
}

export interface FileNameRow {
  file_id: string;
  name: string;
}

export interface FilingDraftRow {
  id: string;
  code: string;
  secret_hash: Buffer;
  sealed: Buffer;
  revision: number;
  forget_on: CivilDate;
  agency_id: string | null;
  petition_id: string | null;
  petition_code: string | null;
  filed_at: Date | null;
}

export interface FilingDraftFileRow {
  draft_id: string;
  sha256: Buffer;
  bytes: number;
}

export interface HeadSessionRow {
  id: string;
  agency_id: string;
  position: string;
  host: string;
  kind: string;
  ground: string | null;
  on_date: CivilDate;
  starts_at: string;
  ends_at: string;
  state: string;
  announced_on: CivilDate | null;
  instead_of: string | null;
  seq: number;
  bodies: Given<string[]>;
  places: number | null;
}

export interface HeadSessionCaseRow {
  session_id: string;
  petition_id: string;
  added_by: string | null;
  added_on: CivilDate;
}

export interface HeadSessionCaseTextRow {
  session_id: string;
  petition_id: string;
  prepare: string | null;
  unit: string | null;
}

export interface HeadSessionEventRow {
  session_id: string;
  seq: number;
  what: string;
  on_date: CivilDate;
  recorded_at: Given<Date>;
  officer_id: string | null;
  data: Given<unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface HeadSessionTextRow {
  session_id: string;
  seq: number;
  place: string;
  host_name: string | null;
  attending: string | null;
  topics: string | null;
  received_by: string | null;
  delegated_to: string | null;
  reason: string | null;
  public_reason: string | null;
}

export interface ImportErrorFileRow {
  run_id: string;
  workbook: Buffer;
  locale: Given<string>;
}

export interface ImportRejectionRow {
  run_id: string;
  row_no: number;
  ordinal: number;
  column_key: string;
  value: string;
  reason_vi: string;
  reason_en: string;
}

export interface ImportRunRow {
  id: string;
  agency_id: string;
  officer_id: string | null;
  file_digest: Buffer;
  state: string;
  rows: Given<number>;
  imported: Given<number>;
  already_there: Given<number>;
  rejected: Given<number>;
  sealed: Given<number>;
  started_at: Given<Date>;
  ended_at: Date | null;
  kept: Given<number>;
}

export interface IntakeDraftRow {
  id: string;
  agency_id: string;
  origin: string;
  sealed_to: string | null;
  state: string;
  why: string | null;
  pages: Given<number>;
  pages_read: Given<number>;
  received_at: Date;
  ended_at: Date | null;
  message_digest: Buffer | null;
  tries: Given<number>;
}

export interface IntakeDraftFileRow {
  draft_id: string;
  file_id: string;
  ordinal: number;
}

export interface IntakeDraftTextRow {
  draft_id: string;
  sender: string | null;
  subject: string | null;
  body: string | null;
  suggestions: Given<unknown>;
}

export interface MatterRow {
  id: string;
  code: string;
  agency_id: string;
  procedure: string;
  law_pack: string;
  opened_on: CivilDate;
  received_on: CivilDate;
  accepted_on: CivilDate | null;
  state: string;
  previous_state: string | null;
  seq: Given<number>;
  facts: Given<unknown>;
  pauses: Given<unknown>;
  assignee_id: string | null;
  lead_petition_id: string;
  closed_on: CivilDate | null;
  changed_at: Given<Date>;
  restricted: Given<boolean>;
  at_counter: Given<boolean>;
}

export interface MatterAssignmentRow {
  matter_id: string;
  officer_id: string;
  role: string;
  from_on: CivilDate;
  to_on: CivilDate | null;
}

export interface MatterEventRow {
  matter_id: string;
  seq: number;
  act: string;
  on_date: CivilDate;
  recorded_at: Date;
  officer_id: string | null;
  from_state: string;
  to_state: string;
  data: unknown;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface MatterFileRow {
  matter_id: string;
  file_id: string;
  seq: number | null;
  title: string;
  pages: number | null;
  added_at: Given<Date>;
  for_act: string | null;
}

export interface MatterPetitionRow {
  matter_id: string;
  petition_id: string;
  linked_on: CivilDate;
}

export interface MatterTextRow {
  matter_id: string;
  seq: number;
  field: string;
  body: string;
}

export interface NoticeRow {
  id: string;
  petition_id: string | null;
  agency_id: string;
  kind: string;
  state: Given<string>;
  tries: Given<number>;
  queued_at: Given<Date>;
  next_at: Given<Date>;
  ended_at: Date | null;
  failure: string | null;
  booking_id: string | null;
}

export interface NoticeAddressRow {
  petition_id: string;
  channel: string;
  address: string;
  asked_on: CivilDate;
}

export interface OfficerRow {
  id: string;
  username: string;
  display_name: string;
  job_title: string | null;
  active: Given<boolean>;
  must_change_password: Given<boolean>;
  created_at: Given<Date>;
}

export interface PaperRow {
  id: string;
  agency_id: string;
  matter_id: string | null;
  petition_id: string | null;
  visit_id: string | null;
  template: string;
  for_act: string | null;
  state: string;
  version: Given<number>;
  number: string | null;
  issued_on: CivilDate | null;
  drafted_by: string | null;
  signed_by: string | null;
  prints: Given<number>;
  created_at: Given<Date>;
  changed_at: Given<Date>;
  session_id: string | null;
}

export interface PaperEventRow {
  paper_id: string;
  seq: number;
  step: string;
  officer_id: string | null;
  at: Given<Date>;
  version: number;
  digest: Buffer | null;
}

export interface PaperNoteRow {
  paper_id: string;
  seq: number;
  body: string;
}

export interface PaperTextRow {
  paper_id: string;
  version: number;
  input: unknown;
  written_by: string | null;
  written_at: Given<Date>;
}

export interface PersonRow {
  id: string;
  agency_id: string;
  sealed_to: string | null;
  created_at: Given<Date>;
  copy_of: string | null;
}

export interface PersonDetailRow {
  person_id: string;
  agency_id: string;
  full_name: string;
  folded_name: GeneratedAlways<string>;
  id_kind: string | null;
  id_number: string | null;
  birth_year: number | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}

export interface PetitionRow {
  id: string;
  code: string;
  agency_id: string;
  visit_id: string | null;
  source: string;
  received_on: CivilDate;
  kind: string | null;
  state: string;
  sealed_to: string | null;
  pseudonym: string | null;
  people_count: number;
  origin_id: string | null;
  tracking_hash: Buffer | null;
  matter_id: string | null;
  assignee_id: string | null;
  next_act: string | null;
  next_due_on: CivilDate | null;
  next_provisional: Given<boolean>;
  waiting_on: Given<string>;
  matter_state: string | null;
  registered_at: Given<Date>;
  restricted: Given<boolean>;
  unread: Given<boolean>;
  duplicate_of: string | null;
  transfers: Given<number>;
  post_entry_id: string | null;
}

export interface PetitionCompetenceRow {
  petition_id: string;
  against: string;
  rule: string;
  law_pack: string;
  agrees: boolean;
  chosen: string | null;
  reason: string | null;
  officer_id: string | null;
  settled_on: CivilDate;
}

export interface PetitionEventRow {
  petition_id: string;
  seq: number;
  what: string;
  on_date: CivilDate;
  recorded_at: Given<Date>;
  officer_id: string | null;
  data: Given<unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface PetitionFileRow {
  petition_id: string;
  file_id: string;
  ordinal: number;
  title: string;
  pages: number | null;
}

export interface PetitionKeyRow {
  petition_id: string;
  version: number;
  keys: number[];
  marks: number[];
  sketch: number[];
}

export interface PetitionMessageRow {
  id: string;
  petition_id: string;
  seq: number;
  officer_id: string | null;
  body: string;
  written_on: CivilDate;
  recorded_at: Date;
  seen_on: CivilDate | null;
  about: Given<string>;
  files: Given<number>;
}

export interface PetitionPartyRow {
  petition_id: string;
  person_id: string;
  role: string;
  ordinal: number;
}

export interface PetitionRatingRow {
  id: string;
  petition_id: string;
  agency_id: string;
  solved: string;
  body: string;
  given_on: CivilDate;
  read_by: string | null;
  read_on: CivilDate | null;
  note: string | null;
}

export interface PetitionSearchRow {
  petition_id: string;
  agency_id: string;
  sealed_to: string | null;
  received_on: CivilDate;
  quarter: GeneratedAlways<number>;
  names: string;
  words: string;
}

export interface PetitionTextRow {
  petition_id: string;
  content: string;
  request: string | null;
  contested_act: string | null;
  respondent: string | null;
  prior_authority: string | null;
}

export interface PetitionTransferRow {
  id: string;
  petition_id: string;
  ordinal: number;
  code: string;
  kind: string;
  restricted: boolean;
  from_agency: string;
  to_agency: string | null;
  wished_agency: string | null;
  handler_agency: string | null;
  state: string;
  on_date: CivilDate;
  by_officer: string | null;
  answered_on: CivilDate | null;
  answered_by: string | null;
  sealed_to: string | null;
  paper_id: string | null;
}

export interface PetitionTransferTextRow {
  transfer_id: string;
  part: string;
  body: string;
}

export interface PlaceRow {
  id: string;
  code: string;
}

export interface PlaceSuccessionRow {
  from_id: string;
  to_id: string;
  on_date: CivilDate;
  basis: string;
}

export interface PlaceVersionRow {
  place_id: string;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  name: string;
  folded_name: GeneratedAlways<string>;
  level: string;
  parent_id: string | null;
  remote: Given<boolean>;
}

export interface PostEntryRow {
  id: string;
  agency_id: string;
  book_year: number;
  book_no: number;
  received_on: CivilDate;
  postmark_on: CivilDate | null;
  source: string;
  forwarder: string | null;
  letter_on: CivilDate | null;
  kinds: string[];
  sealed_to: string | null;
  pseudonym: string | null;
  signature_count: number;
  original_count: Given<number>;
  originals_returned_on: CivilDate | null;
  forwarder_returned_on: CivilDate | null;
  unmet: Given<string[]>;
  identity_sealed_for: number | null;
  officer_id: string | null;
  recorded_at: Given<Date>;
  return_paper_id: string | null;
}

export interface PostEntryTextRow {
  entry_id: string;
  forwarder_name: string | null;
  letter_number: string | null;
  note: string | null;
  returned_papers: string | null;
  return_reason: string | null;
}

export interface PublicationRow {
  id: string;
  agency_id: string;
  law_pack: string;
  procedure: string;
  act: string;
  shows: string;
  number: string | null;
  issued_on: CivilDate | null;
  published_on: CivilDate;
  least_until: CivilDate | null;
  ways: Given<string[]>;
  field: Given<string>;
  extract: Given<string>;
  place: Given<string>;
  withdrawn_on: CivilDate | null;
  seq: number;
  words: GeneratedAlways<string>;
  replaced_on: CivilDate | null;
  replaced_by: string | null;
}

export interface PublicationEventRow {
  publication_id: string;
  seq: number;
  what: string;
  on_date: CivilDate;
  recorded_at: Given<Date>;
  officer_id: string | null;
  data: Given<unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface PublicationPairRow {
  pair: number;
  publication_id: string;
}

export interface PublicationSourceRow {
  publication_id: string;
  matter_id: string;
  seq: number;
  paper_id: string | null;
}

export interface PublicationTextRow {
  publication_id: string;
  seq: number;
  field: string;
  extract: string;
  place: string;
  reason: string | null;
}

export interface QueueDayRow {
  agency_id: string;
  on_date: CivilDate;
  last: number;
}

export interface QueueKioskRow {
  agency_id: string;
  on_date: CivilDate;
  code_hash: Buffer;
  opened_by: string | null;
}

export interface QueueTicketRow {
  id: string;
  agency_id: string;
  on_date: CivilDate;
  number: number;
  priority: boolean;
  source: string;
  state: string;
  desk: number | null;
  officer_id: string | null;
  calls: Given<number>;
  taken_at: Date;
  called_at: Date | null;
  ended_at: Date | null;
}

export interface QueueVisitRow {
  ticket_id: string;
  visit_id: string;
}

export interface ReadEventRow {
  id: GeneratedAlways<number>;
  officer_id: string;
  what: string;
  subject_id: string;
  at: Given<Date>;
}

export interface ReplyRow {
  id: string;
  petition_id: string;
  paper_id: string;
  signatory_id: string;
  ordinal: number;
  sha256: Buffer | null;
  made_at: Date | null;
  method: string | null;
  sent_on: CivilDate | null;
  outcome: string | null;
  outcome_on: CivilDate | null;
  state: GeneratedAlways<string>;
}

export interface ReplyBatchRow {
  id: string;
  petition_id: string;
  paper_id: string;
  state: string;
  started_by: string | null;
  started_at: Given<Date>;
  ended_at: Date | null;
}

export interface ReplyChangeRow {
  reply_id: string;
  seq: number;
  before: unknown;
  after: unknown;
  officer_id: string | null;
  at: Given<Date>;
}

export interface RoleGrantRow {
  id: string;
  officer_id: string;
  agency_id: string;
  role: string;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  granted_by: string | null;
  granted_at: Given<Date>;
}

export interface SecondFactorRuleRow {
  agency_id: string;
  role: string;
  required_by: string | null;
  required_at: Given<Date>;
}

export interface SessionBookingRow {
  id: string;
  session_id: string;
  number: number;
  code: string;
  secret_hash: Buffer;
  state: string;
  booked_at: Date;
}

export interface SessionBookingPersonRow {
  booking_id: string;
  full_name: string;
  channel: string | null;
  address: string | null;
  subject: string;
  people: number;
}

export interface SessionPaperVisitRow {
  paper_id: string;
  visit_id: string;
}

export interface SignatoryRow {
  id: string;
  petition_id: string;
  ordinal: number;
  code: string;
  tracking_hash: Buffer;
  representative: Given<boolean>;
  digest: Buffer;
  added_on: CivilDate;
  added_by: string | null;
  removed_on: CivilDate | null;
  slip_no: Given<number>;
  slip_on: CivilDate | null;
}

export interface SignatoryChangeRow {
  signatory_id: string;
  seq: number;
  before: unknown;
  reason: string;
  changed_on: CivilDate;
  officer_id: string | null;
}

export interface SignatoryDetailRow {
  signatory_id: string;
  full_name: string;
  folded_name: GeneratedAlways<string>;
  address: string;
  id_kind: string | null;
  id_number: string | null;
  phone: string | null;
}

export interface SignatoryKeyRow {
  key: number;
  signatory_id: string;
  petition_id: string;
}

export interface TrailBlockRow {
  root_no: number;
  no: number;
  first_kind: string;
  first_id: string;
  hash: Buffer;
}

export interface TrailLeafRow {
  kind: string;
  id: string;
  root_no: number;
  count: number;
  first: Buffer;
  head: Buffer;
}

export interface TrailRootRow {
  no: number;
  on_date: CivilDate;
  daily: boolean;
  statement: string;
  hash: Buffer;
  signature: Buffer;
}

export interface VisitRow {
  id: string;
  agency_id: string;
  register_year: number;
  register_no: number;
  received_on: CivilDate;
  received_at: Date | null;
  officer_id: string | null;
  source: string;
  kinds: string[];
  sealed_to: string | null;
  pseudonym: string | null;
  people_count: number;
  within_competence: boolean | null;
  guided_to: string | null;
  guidance_number: string | null;
  transferred_to: string | null;
  transfer_number: string | null;
  import_digest: Buffer | null;
  has_petition_paper: Given<boolean>;
  recorded_at: Given<Date>;
  identity_sealed_for: number | null;
}

export interface VisitCorrectionRow {
  visit_id: string;
  seq: number;
  field: string;
  old_value: string | null;
  new_value: string | null;
  reason: string;
  officer_id: string | null;
  corrected_at: Date;
}

export interface VisitFileRow {
  visit_id: string;
  file_id: string;
  ordinal: number;
  title: string;
  pages: number | null;
  copy_type: string | null;
}

export interface VisitItemRow {
  visit_id: string;
  ordinal: number;
  title: string;
  pages: number | null;
  copy_type: string | null;
  condition: string | null;
  file_id: string | null;
}

export interface VisitPartyRow {
  visit_id: string;
  person_id: string;
  role: string;
  ordinal: number;
}

export interface VisitTextRow {
  visit_id: string;
  content: string;
  request: string | null;
  prior_authority: string | null;
  follow_up: string | null;
  note: string | null;
}

export interface AppAccessRuleRow {
  role: string;
  resource: string;
  action: string;
}

export interface AppJobSecretRow {
  name: string;
  secret_hash: Buffer;
}

export interface AppSealKeyRow {
  one: Given<boolean>;
  key: Buffer;
}

export interface AuthAccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  password: string | null;
  createdAt: Given<Date>;
  updatedAt: Given<Date>;
}

export interface AuthPasskeyRow {
  id: string;
  user_id: string;
  name: string;
  public_key: Buffer;
  counter: number;
  transports: Given<string[]>;
  created_at: Given<Date>;
  last_used_at: Date | null;
}

export interface AuthRecoveryCodeRow {
  user_id: string;
  digest: Buffer;
}

export interface AuthSecondFactorRow {
  user_id: string;
  sealed_secret: Buffer;
  confirmed_at: Date | null;
  last_step: Given<number>;
  created_at: Given<Date>;
}

export interface AuthSessionRow {
  id: string;
  token: string;
  userId: string;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Given<Date>;
  updatedAt: Given<Date>;
  strong: Given<boolean>;
}

export interface AuthSingleSignOnRow {
  user_id: string;
  issuer: string;
  subject: string;
  created_at: Given<Date>;
}

export interface AuthUserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: Given<boolean>;
  image: string | null;
  username: string;
  displayUsername: string | null;
  createdAt: Given<Date>;
  updatedAt: Given<Date>;
}

export interface AuthVerificationRow {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Given<Date>;
  updatedAt: Given<Date>;
}

export interface VaultCustodianRow {
  id: string;
  agency_id: string;
  officer_id: string;
  recipient: string;
  since: Date;
  ended_at: Date | null;
}

export interface VaultCustodianKeyRow {
  custodian_id: string;
  officer_id: string;
  sealed_key: string;
}

export interface VaultErasureRow {
  sha256: Buffer;
  due_at: Given<Date>;
}

export interface VaultIdentityRow {
  id: string;
  agency_id: string;
  pseudonym: string;
  petition_id: string | null;
  petition_code: string | null;
  visit_id: string | null;
  taken_on: CivilDate;
  origin: string;
  sealed_at: Date;
  sealed_for: string[];
  with_recovery: boolean;
  reseal_due: Given<boolean>;
}

export interface VaultIdentityBodyRow {
  identity_id: string;
  agency_id: string;
  ciphertext: string;
}

export interface VaultLedgerRow {
  agency_id: string;
  seq: number;
  what: string;
  on_date: CivilDate;
  recorded_at: Given<Date>;
  officer_id: string | null;
  data: Given<unknown>;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface VaultLedgerTextRow {
  agency_id: string;
  seq: number;
  purpose: string;
}

export interface VaultLookUpKeyRow {
  agency_id: string;
  digest: Buffer;
  identity_id: string;
}

export interface VaultQueryRow {
  id: string;
  agency_id: string;
  asked_by: string | null;
  asked_at: Date;
  by_kind: string;
  hits: string[];
}

export interface VaultRecoveryRow {
  one: Given<boolean>;
  recipient: string;
  since: Date;
}

export interface VaultReleaseRow {
  id: string;
  agency_id: string;
  identity_id: string;
  petition_id: string;
  kind: string;
  purpose: string;
  days: number;
  recipient: string;
  asked_by: string;
  asked_at: Date;
  asked_on: CivilDate;
  state: string;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
  until: CivilDate | null;
}

export interface VaultReleaseBodyRow {
  release_id: string;
  sealed_key: string;
  ciphertext: string | null;
}

export interface VaultSealedFileRow {
  id: string;
  identity_id: string;
  agency_id: string;
  ordinal: number;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  pages: number | null;
}

/** Every table by the name that a query uses. */
export interface Database {
  account_change: AccountChangeRow;
  account_event: AccountEventRow;
  agency: AgencyRow;
  agency_succession: AgencySuccessionRow;
  agency_version: AgencyVersionRow;
  api_token: ApiTokenRow;
  calendar_notice: CalendarNoticeRow;
  calendar_notice_day: CalendarNoticeDayRow;
  calendar_recount: CalendarRecountRow;
  command: CommandRow;
  common_key: CommonKeyRow;
  conflict_of_interest: ConflictOfInterestRow;
  counter: CounterRow;
  deadline: DeadlineRow;
  delegation: DelegationRow;
  delivery: DeliveryRow;
  file: FileRow;
  file_name: FileNameRow;
  filing_draft: FilingDraftRow;
  filing_draft_file: FilingDraftFileRow;
  head_session: HeadSessionRow;
  head_session_case: HeadSessionCaseRow;
  head_session_case_text: HeadSessionCaseTextRow;
  head_session_event: HeadSessionEventRow;
  head_session_text: HeadSessionTextRow;
  import_error_file: ImportErrorFileRow;
  import_rejection: ImportRejectionRow;
  import_run: ImportRunRow;
  intake_draft: IntakeDraftRow;
  intake_draft_file: IntakeDraftFileRow;
  intake_draft_text: IntakeDraftTextRow;
  matter: MatterRow;
  matter_assignment: MatterAssignmentRow;
  matter_event: MatterEventRow;
  matter_file: MatterFileRow;
  matter_petition: MatterPetitionRow;
  matter_text: MatterTextRow;
  notice: NoticeRow;
  notice_address: NoticeAddressRow;
  officer: OfficerRow;
  paper: PaperRow;
  paper_event: PaperEventRow;
  paper_note: PaperNoteRow;
  paper_text: PaperTextRow;
  person: PersonRow;
  person_detail: PersonDetailRow;
  petition: PetitionRow;
  petition_competence: PetitionCompetenceRow;
  petition_event: PetitionEventRow;
  petition_file: PetitionFileRow;
  petition_key: PetitionKeyRow;
  petition_message: PetitionMessageRow;
  petition_party: PetitionPartyRow;
  petition_rating: PetitionRatingRow;
  petition_search: PetitionSearchRow;
  petition_text: PetitionTextRow;
  petition_transfer: PetitionTransferRow;
  petition_transfer_text: PetitionTransferTextRow;
  place: PlaceRow;
  place_succession: PlaceSuccessionRow;
  place_version: PlaceVersionRow;
  post_entry: PostEntryRow;
  post_entry_text: PostEntryTextRow;
  publication: PublicationRow;
  publication_event: PublicationEventRow;
  publication_pair: PublicationPairRow;
  publication_source: PublicationSourceRow;
  publication_text: PublicationTextRow;
  queue_day: QueueDayRow;
  queue_kiosk: QueueKioskRow;
  queue_ticket: QueueTicketRow;
  queue_visit: QueueVisitRow;
  read_event: ReadEventRow;
  reply: ReplyRow;
  reply_batch: ReplyBatchRow;
  reply_change: ReplyChangeRow;
  role_grant: RoleGrantRow;
  second_factor_rule: SecondFactorRuleRow;
  session_booking: SessionBookingRow;
  session_booking_person: SessionBookingPersonRow;
  session_paper_visit: SessionPaperVisitRow;
  signatory: SignatoryRow;
  signatory_change: SignatoryChangeRow;
  signatory_detail: SignatoryDetailRow;
  signatory_key: SignatoryKeyRow;
  trail_block: TrailBlockRow;
  trail_leaf: TrailLeafRow;
  trail_root: TrailRootRow;
  visit: VisitRow;
  visit_correction: VisitCorrectionRow;
  visit_file: VisitFileRow;
  visit_item: VisitItemRow;
  visit_party: VisitPartyRow;
  visit_text: VisitTextRow;
  "app.access_rule": AppAccessRuleRow;
  "app.job_secret": AppJobSecretRow;
  "app.seal_key": AppSealKeyRow;
  "auth.account": AuthAccountRow;
  "auth.passkey": AuthPasskeyRow;
  "auth.recovery_code": AuthRecoveryCodeRow;
  "auth.second_factor": AuthSecondFactorRow;
  "auth.session": AuthSessionRow;
  "auth.single_sign_on": AuthSingleSignOnRow;
  "auth.user": AuthUserRow;
  "auth.verification": AuthVerificationRow;
  "vault.custodian": VaultCustodianRow;
  "vault.custodian_key": VaultCustodianKeyRow;
  "vault.erasure": VaultErasureRow;
  "vault.identity": VaultIdentityRow;
  "vault.identity_body": VaultIdentityBodyRow;
  "vault.ledger": VaultLedgerRow;
  "vault.ledger_text": VaultLedgerTextRow;
  "vault.look_up_key": VaultLookUpKeyRow;
  "vault.query": VaultQueryRow;
  "vault.recovery": VaultRecoveryRow;
  "vault.release": VaultReleaseRow;
  "vault.release_body": VaultReleaseBodyRow;
  "vault.sealed_file": VaultSealedFileRow;
}
