-- Agencies and places with dated names, parents and successions. Open to read: the tree of the State is public.
create table place (
  id uuid primary key,
  code text not null unique
);
create table place_version (
  place_id uuid not null references place,
  valid_from date not null,
  valid_to date,
  name text not null,
  folded_name text not null generated always as (app.fold(name)) stored,
  level text not null check (level in ('province','district','commune')),
  parent_id uuid references place,
  remote boolean not null default false,
  primary key (place_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on column place_version.remote is 'Vùng sâu, vùng xa đi lại khó khăn: the province''s own dated list (GAP-6).';
create table place_succession (
  from_id uuid not null references place,
  to_id uuid not null references place,
  on_date date not null,
  basis text not null,
  primary key (from_id, to_id, on_date)
);
create table agency (
  id uuid primary key,
  code text not null unique
);
create table agency_version (
  agency_id uuid not null references agency,
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text not null,
  level text not null check (level in ('province','district','commune')),
  kind text not null,
  parent_id uuid references agency,
  place_id uuid not null references place,
  head_title text not null,
  symbol text not null,
  primary key (agency_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index agency_version_children on agency_version (parent_id, valid_from);
comment on column agency_version.symbol is 'Letters of the agency in the symbol of its documents, e.g. UBND (NĐ 30/2020).';
create table agency_succession (
  from_id uuid not null references agency,
  to_id uuid not null references agency,
  on_date date not null,
  basis text not null,
  primary key (from_id, to_id, on_date)
);
alter table role_grant add foreign key (agency_id) references agency;
grant select on place, place_version, place_succession, agency, agency_version, agency_succession to minhxet_app;
