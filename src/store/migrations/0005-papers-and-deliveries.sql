-- A paper goes draft -> checked -> approved -> signed -> numbered -> sent (settled 27).
create table paper (
  id uuid primary key,
  agency_id uuid not null references agency,
  matter_id uuid references matter,
  petition_id uuid references petition,
  visit_id uuid references visit,
  template text not null,
  for_act text,
  state text not null check (state in ('draft','checked','approved','signed','numbered','sent','replaced')),
  version integer not null default 1,
  number text,
  issued_on date,
  drafted_by uuid references officer,
  signed_by uuid references officer,
  prints integer not null default 0,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (agency_id, number)
);
create index paper_of_matter on paper (matter_id, created_at) where matter_id is not null;
create index paper_of_visit on paper (visit_id) where visit_id is not null;
create index paper_number on paper (number text_pattern_ops) where number is not null;
create table paper_text (
  paper_id uuid not null references paper,
  version integer not null,
  input jsonb not null,
  written_by uuid references officer,
  written_at timestamptz not null default now(),
  primary key (paper_id, version)
);
comment on column paper_text.input is 'What the form is filled with: names and texts, so a row apart from paper.';
create table paper_event (
  paper_id uuid not null references paper,
  seq integer not null,
  step text not null,
  officer_id uuid references officer,
  at timestamptz not null default now(),
  version integer not null,
  digest bytea,
  primary key (paper_id, seq)
);
comment on column paper_event.digest is 'SHA-256 of the input that was checked, approved or signed.';

create table delivery (
  id uuid primary key,
  paper_id uuid not null references paper,
  agency_id uuid not null references agency,
  recipient_role text not null check (recipient_role in ('petitioner','representative','respondent','superior','inspectorate','forwarder','related','other')),
  person_id uuid references person,
  method text not null check (method in ('in-person','post','electronic','posting')),
  sent_on date not null,
  received_on date,
  proof_file_id uuid references file,
  recorded_by uuid references officer
);
create index delivery_of_paper on delivery (paper_id);

-- Reads of sensitive things are events too; ids only.
create table read_event (
  id bigint generated always as identity primary key,
  officer_id uuid not null,
  what text not null,
  subject_id uuid not null,
  at timestamptz not null default now()
);
create index read_event_by_subject on read_event (subject_id, at);
