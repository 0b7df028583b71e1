create table matter (
  id uuid primary key,
  code text not null unique,
  agency_id uuid not null references agency,
  procedure text not null,
  law_pack text not null,
  opened_on date not null,
  received_on date not null,
  accepted_on date,
  state text not null,
  previous_state text,
  seq integer not null default 0,
  facts jsonb not null default '{}',
  pauses jsonb not null default '[]',
  assignee_id uuid references officer,
  lead_petition_id uuid not null,
  closed_on date,
  changed_at timestamptz not null default now()
);
comment on column matter.facts is 'Named facts the law looks at; never a name, address or free text.';
create index matter_of_agency on matter (agency_id, opened_on desc, id desc);

create table petition (
  id uuid primary key,
  code text not null unique,
  agency_id uuid not null references agency,
  visit_id uuid references visit,
  source text not null check (source in ('counter','import','post','online','forwarded')),
  received_on date not null,
  kind text check (kind in ('complaint','denunciation','recommendation')),
  state text not null check (state in ('received','screening','guided','transferred','filed','returned','in-matter','closed')),
  sealed_to uuid references officer,
  pseudonym text,
  people_count integer not null check (people_count >= 1),
  origin_id uuid references petition,
  tracking_hash bytea,
  matter_id uuid references matter,
  assignee_id uuid references officer,
  next_act text,
  next_due_on date,
  next_provisional boolean not null default false,
  waiting_on text not null default 'us' check (waiting_on in ('us','petitioner','others','calendar','nobody')),
  matter_state text,
  registered_at timestamptz not null default now()
);
alter table matter add foreign key (lead_petition_id) references petition deferrable initially deferred;
comment on column petition.next_due_on is 'What the list shows: the running clock of the next act. Overdue is next_due_on < today, never stored.';
comment on column petition.origin_id is 'The petition a mixed one was split from (settled 15).';
create index petition_unit_newest on petition (agency_id, received_on desc, id desc);
create index petition_all_newest on petition (received_on desc, id desc);
create index petition_mine on petition (assignee_id, received_on desc, id desc) where assignee_id is not null;
create index petition_due on petition (agency_id, next_due_on, id) where next_due_on is not null;
create index petition_waiting on petition (agency_id, waiting_on, received_on desc, id desc) where waiting_on in ('petitioner','others');
create index petition_of_visit on petition (visit_id);
create index petition_of_matter on petition (matter_id) where matter_id is not null;

create table petition_text (
  petition_id uuid primary key references petition,
  content text not null,
  request text,
  contested_act text,
  respondent text,
  prior_authority text
);
create table petition_party (
  petition_id uuid not null references petition,
  person_id uuid not null references person,
  role text not null check (role in ('petitioner','representative','signatory')),
  ordinal smallint not null,
  primary key (petition_id, person_id)
);
create index petition_party_by_person on petition_party (person_id);
create table petition_file (
  petition_id uuid not null references petition,
  file_id uuid not null references file,
  ordinal smallint not null,
  title text not null,
  pages smallint,
  primary key (petition_id, file_id)
);
create table petition_event (
  petition_id uuid not null references petition,
  seq integer not null,
  what text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (petition_id, seq)
);

create table matter_petition (
  matter_id uuid not null references matter,
  petition_id uuid not null references petition,
  linked_on date not null,
  primary key (matter_id, petition_id)
);
create index matter_petition_by_petition on matter_petition (petition_id);

create table matter_event (
  matter_id uuid not null references matter,
  seq integer not null,
  act text not null,
  on_date date not null,
  recorded_at timestamptz not null,
  officer_id uuid references officer,
  from_state text not null,
  to_state text not null,
  data jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (matter_id, seq)
);
comment on table matter_event is 'Append-only; each row carries the hash of the one before. The app role can neither change nor delete.';
create table matter_text (
  matter_id uuid not null,
  seq integer not null,
  field text not null,
  body text not null,
  primary key (matter_id, seq, field),
  foreign key (matter_id, seq) references matter_event
);
comment on table matter_text is 'Free text and personal data of an act; the event holds only its digest (settled 1).';
create table matter_file (
  matter_id uuid not null references matter,
  file_id uuid not null references file,
  seq integer,
  title text not null,
  pages smallint,
  added_at timestamptz not null default now(),
  primary key (matter_id, file_id)
);
create table matter_assignment (
  matter_id uuid not null references matter,
  officer_id uuid not null references officer,
  role text not null check (role in ('settlement-officer','verifier')),
  from_on date not null,
  to_on date,
  primary key (matter_id, officer_id, role, from_on)
);
create index matter_assignment_by_officer on matter_assignment (officer_id) where to_on is null;

create table deadline (
  id uuid primary key,
  petition_id uuid references petition,
  matter_id uuid references matter,
  agency_id uuid not null references agency,
  clock text not null,
  rule text not null,
  law_pack text not null,
  start_on date not null,
  raw_on date not null,
  due_on date not null,
  effective_on date,
  provisional boolean not null,
  status text not null check (status in ('running','met','cancelled','replaced')),
  met_on date,
  inputs jsonb not null,
  explanation jsonb not null,
  replaced_reason text,
  computed_at timestamptz not null default now(),
  check (petition_id is not null or matter_id is not null)
);
comment on column deadline.explanation is 'Stored with its inputs so that the same answer can be defended years later.';
create index deadline_of_matter on deadline (matter_id, clock) where matter_id is not null;
create index deadline_of_petition on deadline (petition_id, clock) where petition_id is not null;
create unique index deadline_one_running on deadline (matter_id, clock) where matter_id is not null and status = 'running';
create index deadline_provisional on deadline (due_on) where provisional and status = 'running';

create table calendar_announcement (
  year smallint not null,
  on_date date not null,
  kind text not null check (kind in ('holiday','swapped-off','worked-saturday')),
  name_vi text not null,
  name_en text not null,
  source text not null,
  announced_by uuid references officer,
  announced_at timestamptz not null default now(),
  primary key (on_date)
);
grant select on calendar_announcement to minhxet_app;
