-- People as an agency knows them. What identifies a person is a row apart, which can be moved or erased (settled 1).
create table person (
  id uuid primary key,
  agency_id uuid not null references agency,
  sealed_to uuid references officer,
  created_at timestamptz not null default now()
);
create table person_detail (
  person_id uuid primary key references person,
  agency_id uuid not null references agency,
  full_name text not null,
  folded_name text not null generated always as (app.fold(full_name)) stored,
  id_kind text check (id_kind in ('citizen-card','id-certificate','personal-number','old-id','passport')),
  id_number text,
  birth_year smallint,
  address text,
  phone text,
  email text
);
comment on column person.sealed_to is 'Known only to the officer who took the visit until the visit is classified (settled 2).';
create index person_by_id_number on person_detail (agency_id, id_number) where id_number is not null;
create index person_by_name on person_detail using gin (agency_id, folded_name gin_trgm_ops);

create table file (
  id uuid primary key,
  agency_id uuid not null references agency,
  sha256 bytea not null,
  bytes bigint not null,
  media_type text not null,
  added_by uuid references officer,
  added_at timestamptz not null default now()
);
create table file_name (
  file_id uuid primary key references file,
  name text not null
);
comment on table file_name is 'A file''s name often names a person: a row of its own (settled 1).';

create table visit (
  id uuid primary key,
  agency_id uuid not null references agency,
  register_year smallint not null,
  register_no integer not null,
  received_on date not null,
  received_at timestamptz,
  officer_id uuid references officer,
  source text not null check (source in ('counter','import')),
  kinds text[] not null,
  sealed_to uuid references officer,
  pseudonym text,
  people_count integer not null check (people_count >= 1),
  within_competence boolean,
  guided_to text,
  guidance_number text,
  transferred_to text,
  transfer_number text,
  import_digest bytea,
  has_petition_paper boolean not null default false,
  recorded_at timestamptz not null default now(),
  unique (agency_id, register_year, register_no)
);
create unique index visit_once_per_import on visit (agency_id, import_digest) where import_digest is not null;
create index visit_register on visit (agency_id, received_on desc, register_no desc);
comment on column visit.kinds is 'complaint, denunciation, recommendation; empty until classified.';
comment on column visit.pseudonym is 'Set when the row contains a denunciation: then no name, address or ID is stored (settled 2).';
create table visit_text (
  visit_id uuid primary key references visit,
  content text not null,
  request text,
  prior_authority text,
  follow_up text,
  note text
);
create table visit_party (
  visit_id uuid not null references visit,
  person_id uuid not null references person,
  role text not null check (role in ('visitor','representative','signatory')),
  ordinal smallint not null,
  primary key (visit_id, person_id)
);
create index visit_party_by_person on visit_party (person_id);
create table visit_file (
  visit_id uuid not null references visit,
  file_id uuid not null references file,
  ordinal smallint not null,
  title text not null,
  pages smallint,
  copy_type text,
  primary key (visit_id, file_id)
);

create table import_run (
  id uuid primary key,
  agency_id uuid not null references agency,
  officer_id uuid references officer,
  file_digest bytea not null,
  state text not null check (state in ('running','done','failed','cancelled')),
  rows integer not null default 0,
  imported integer not null default 0,
  already_there integer not null default 0,
  rejected integer not null default 0,
  sealed integer not null default 0,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create table import_rejection (
  run_id uuid not null references import_run,
  row_no integer not null,
  ordinal smallint not null,
  column_key text not null,
  value text not null,
  reason_vi text not null,
  reason_en text not null,
  primary key (run_id, row_no, ordinal)
);
comment on column import_rejection.value is 'Never a denouncer''s data: such a row says only that it is hidden (settled 2).';
create table import_error_file (
  run_id uuid primary key references import_run,
  workbook bytea not null
);

-- Numbers that must not repeat: register rows, petition codes, matters, papers.
create table counter (
  agency_id uuid not null references agency,
  series text not null,
  year smallint not null,
  last integer not null,
  primary key (agency_id, series, year)
);
-- Takes n numbers at once and returns the first; a number taken by a transaction that fails is taken again by the next.
create function app.next_number(agency uuid, series text, year int, n int default 1) returns int
  language sql security definer set search_path = pg_catalog
  as $$
    insert into public.counter (agency_id, series, year, last) values ($1, $2, $3, $4)
    on conflict (agency_id, series, year) do update set last = public.counter.last + $4
    returning last - $4 + 1
  $$;
revoke all on function app.next_number(uuid, text, int, int) from public;
grant execute on function app.next_number(uuid, text, int, int) to minhxet_app;
