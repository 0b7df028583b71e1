-- Who is asking, and what that person may do. Every request, reads too, runs in one transaction whose
-- context is set by a function that takes a secret; no setting that the app role can write is believed
-- unless it carries the seal made here (settled 6).
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists pgcrypto;

create schema app;
create schema auth;
grant usage on schema app to minhxet_app;
grant usage on schema auth to minhxet_auth;

-- Vietnamese text folded for search: NFC, lower case, no marks, đ -> d.
create function app.fold(t text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFC))) $$;
comment on function app.fold is 'Immutable by declaration: unaccent''s rules are part of this release.';

create text search configuration app.vi (copy = pg_catalog.simple);
alter text search configuration app.vi alter mapping
  for asciiword, asciihword, hword, hword_part, hword_asciipart, word, numword, numhword, hword_numpart
  with public.unaccent, simple;

-- Tables of the sign-in library; only the role minhxet_auth reads them.
create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  username text not null unique,
  "displayUsername" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key,
  token text not null unique,
  "userId" uuid not null references auth."user" on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_by_user on auth.session ("userId");
create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on auth.account ("userId");
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);
grant select, insert, update, delete on all tables in schema auth to minhxet_auth;

-- Area access: officers, roles, tokens, policy.
create table officer (
  id uuid primary key references auth."user",
  username text not null unique,
  display_name text not null,
  job_title text,
  active boolean not null default true,
  must_change_password boolean not null default true,
  created_at timestamptz not null default now()
);
create table role_grant (
  id uuid primary key,
  officer_id uuid not null references officer,
  agency_id uuid not null,
  role text not null check (role in ('reception-officer','petition-officer','clerk','settlement-officer','head','inspectorate','administrator')),
  valid_from date not null,
  valid_to date,
  granted_by uuid references officer,
  granted_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_grant_by_officer on role_grant (officer_id, role);
create index role_grant_by_agency on role_grant (agency_id, role);

create table api_token (
  id uuid primary key,
  officer_id uuid not null references officer,
  label text not null,
  secret_hash bytea not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
comment on column api_token.secret_hash is 'SHA-256 of 256 random bits; a slow hash would only slow every request.';

create table app.access_rule (
  role text not null,
  resource text not null,
  action text not null,
  primary key (resource, action, role)
);
comment on table app.access_rule is 'Copy of the policy table of casework/access, written at every start by the migrator.';

create table app.seal_key (
  one boolean primary key default true check (one),
  key bytea not null
);
insert into app.seal_key (key) values (public.gen_random_bytes(32));

create function app.seal(kind text, id uuid) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select encode(public.hmac(
      convert_to(kind || ':' || coalesce(id::text, '') || ':' || pg_backend_pid() || ':' || extract(epoch from transaction_timestamp()), 'UTF8'),
      (select key from app.seal_key), 'sha256'), 'hex')
  $$;
revoke all on function app.seal(text, uuid) from public;

create function app.set_context(kind text, id uuid) returns void
  language sql security definer set search_path = pg_catalog
  as $$ select set_config('minhxet.context', kind || ':' || coalesce(id::text, '') || ':' || app.seal(kind, id), true) $$;
revoke all on function app.set_context(text, uuid) from public;

-- Sets the context from the secret of a signed-in session. Returns the officer, or null when the secret opens nothing.
create function app.enter(session_secret text) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare found uuid;
  begin
    select o.id into found from auth.session s join public.officer o on o.id = s."userId" and o.active
      where s.token = session_secret and s."expiresAt" > now();
    if found is not null then perform app.set_context('officer', found); end if;
    return found;
  end $$;
revoke all on function app.enter(text) from public;
grant execute on function app.enter(text) to minhxet_app;

create function app.enter_token(token_hash bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare found uuid;
  begin
    select o.id into found from public.api_token t join public.officer o on o.id = t.officer_id and o.active
      where t.secret_hash = token_hash and t.revoked_at is null;
    if found is not null then perform app.set_context('officer', found); end if;
    return found;
  end $$;
revoke all on function app.enter_token(bytea) from public;
grant execute on function app.enter_token(bytea) to minhxet_app;

-- Background work and the command line run under a context of their own; the secret is a file beside the data folder's keys.
create table app.job_secret (
  name text primary key check (name in ('task','command')),
  secret_hash bytea not null
);
create function app.enter_job(work_secret text) returns text
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare found text;
  begin
    select name into found from app.job_secret where secret_hash = sha256(convert_to(work_secret, 'UTF8'));
    if found is not null then perform app.set_context(found, null); end if;
    return found;
  end $$;
revoke all on function app.enter_job(text) from public;
grant execute on function app.enter_job(text) to minhxet_app;

create function app.context_kind() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare parts text[] := string_to_array(current_setting('minhxet.context', true), ':');
  begin
    if parts is null or array_length(parts, 1) <> 3 then return null; end if;
    if parts[3] is distinct from app.seal(parts[1], nullif(parts[2], '')::uuid) then return null; end if;
    return parts[1];
  end $$;
grant execute on function app.context_kind() to minhxet_app;

create function app.officer_id() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare parts text[] := string_to_array(current_setting('minhxet.context', true), ':');
  begin
    if parts is null or array_length(parts, 1) <> 3 or parts[1] <> 'officer' then return null; end if;
    if parts[3] is distinct from app.seal(parts[1], nullif(parts[2], '')::uuid) then return null; end if;
    return parts[2]::uuid;
  end $$;
grant execute on function app.officer_id() to minhxet_app;

create function app.is_job() returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select coalesce(app.context_kind() in ('task', 'command'), false) $$;
grant execute on function app.is_job() to minhxet_app;

-- Agencies in which the person asking may do `action` on `resource` today.
create function app.agencies(resource text, action text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(array_agg(distinct g.agency_id), '{}')
    from public.role_grant g
    join app.access_rule r on r.role = g.role and r.resource = $1 and r.action = $2
    where g.officer_id = app.officer_id()
      and g.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (g.valid_to is null or g.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  $$;
revoke all on function app.agencies(text, text) from public;
grant execute on function app.agencies(text, text) to minhxet_app;

alter table officer enable row level security;
alter table officer force row level security;
alter table role_grant enable row level security;
alter table role_grant force row level security;
alter table api_token enable row level security;
alter table api_token force row level security;
create policy owner on officer to minhxet_migrator using (true) with check (true);
create policy owner on role_grant to minhxet_migrator using (true) with check (true);
create policy owner on api_token to minhxet_migrator using (true) with check (true);
-- Names and titles of colleagues are shown beside what they did; credentials are elsewhere.
create policy read on officer for select to minhxet_app using ((select app.context_kind()) is not null);
create policy add on officer for insert to minhxet_app with check ((select app.is_job()) or cardinality((select app.agencies('officer', 'manage'))) > 0);
create policy change on officer for update to minhxet_app
  using ((select app.is_job()) or id = (select app.officer_id()) or cardinality((select app.agencies('officer', 'manage'))) > 0);
create policy read on role_grant for select to minhxet_app
  using ((select app.is_job()) or officer_id = (select app.officer_id()) or agency_id = any ((select app.agencies('officer', 'see'))::uuid[]));
create policy add on role_grant for insert to minhxet_app
  with check ((select app.is_job()) or agency_id = any ((select app.agencies('officer', 'manage'))::uuid[]));
create policy change on role_grant for update to minhxet_app
  using ((select app.is_job()) or agency_id = any ((select app.agencies('officer', 'manage'))::uuid[]));
create policy own on api_token to minhxet_app
  using ((select app.is_job()) or officer_id = (select app.officer_id()))
  with check ((select app.is_job()) or officer_id = (select app.officer_id()));
grant select, insert, update on officer, role_grant, api_token to minhxet_app;

-- One row per command that was carried out: the same key again gives the same answer, never a second act.
create table command (
  key uuid primary key,
  officer_id uuid,
  name text not null,
  result jsonb not null,
  done_at timestamptz not null default now()
);
alter table command enable row level security;
alter table command force row level security;
create policy owner on command to minhxet_migrator using (true) with check (true);
create policy own on command to minhxet_app
  using (officer_id is not distinct from (select app.officer_id())) with check (officer_id is not distinct from (select app.officer_id()));
grant select, insert on command to minhxet_app;
create index command_by_age on command (done_at);
comment on column command.result is 'Ids and codes only, never a name or a text.';
