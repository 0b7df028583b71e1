-- Two administrators for what opens an account or a role; heads who hand their role over for some days; passkeys.

create table account_change (
  id uuid primary key,
  kind text not null check (kind in ('grant', 'end', 'second-factor-reset', 'password-reset')),
  officer_id uuid not null references officer,
  agency_id uuid not null references agency,
  grant_id uuid,
  role text,
  valid_from date,
  valid_to date,
  proposed_by uuid not null references officer,
  proposed_on date not null,
  lapses_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  decided_by uuid references officer,
  decided_on date,
  reason text,
  check ((state = 'waiting') = (decided_by is null)),
  check (state <> 'confirmed' or decided_by <> proposed_by),
  check ((kind in ('grant', 'end')) = (grant_id is not null and role is not null and valid_from is not null))
);
create index account_change_waiting on account_change (agency_id) where state = 'waiting';
create index account_change_by_grant on account_change (grant_id) where grant_id is not null;
comment on table account_change is 'What one administrator proposes and another decides. Nothing holds before it is confirmed.';
comment on column account_change.lapses_on is 'The last day on which it can be confirmed.';
comment on column account_change.grant_id is 'The role to be given (its id to be) or to be ended.';
comment on column account_change.valid_to is 'The last day of the role, also of one to be ended.';

-- Who administers all of these agencies today, each of them or one above it: seen by whoever is signed in, since no
-- administrator of an agency sees the roles of the one above.
create function app.administrators(agencies uuid[]) returns table (officer_id uuid, active boolean)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if app.context_kind() is null then return; end if;
    return query
      with recursive up as (
        select a as target, a as at from unnest(agencies) a
        union
        select up.target, v.parent_id from up join public.agency_version v on v.agency_id = up.at
          and v.valid_from <= day and (v.valid_to is null or v.valid_to >= day) where v.parent_id is not null)
      select g.officer_id, o.active
      from public.role_grant g
      join app.access_rule r on r.role = g.role and r.resource = 'officer' and r.action = 'manage'
      join up on up.at = g.agency_id
      join public.officer o on o.id = g.officer_id
      where g.valid_from <= day and (g.valid_to is null or g.valid_to >= day)
      group by g.officer_id, o.active having count(distinct up.target) = (select count(distinct a) from unnest(agencies) a);
  end $$;
revoke all on function app.administrators(uuid[]) from public;
grant execute on function app.administrators(uuid[]) to minhxet_app;

-- The agencies that the person asking administers, and those below them.
create function app.administered() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    return array(
      with recursive down as (
        select a as id from unnest(app.agencies('officer', 'manage')) a
        union
        select v.agency_id from down join public.agency_version v on v.parent_id = down.id
          and v.valid_from <= day and (v.valid_to is null or v.valid_to >= day))
      select id from down);
  end $$;
revoke all on function app.administered() from public;
grant execute on function app.administered() to minhxet_app;

-- Whether this row of role_grant is what one administrator proposed and the one who asks confirmed, or nobody else
-- administers there who could.
create function app.two_pairs_of_eyes(grant_row uuid, officer uuid, agency uuid, role text, first_day date, last_day date) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    return exists (select from public.account_change c
        where c.grant_id = grant_row and c.officer_id = officer and c.agency_id = agency and c.role = two_pairs_of_eyes.role
          and c.valid_from = first_day and c.valid_to is not distinct from last_day and c.state = 'confirmed'
          and c.decided_by = app.officer_id() and c.proposed_by <> c.decided_by and (c.kind = 'end' or c.officer_id <> c.decided_by))
      or not exists (select from app.administrators(array[agency]) a where a.officer_id <> app.officer_id());
  end $$;
revoke all on function app.two_pairs_of_eyes(uuid, uuid, uuid, text, date, date) from public;
grant execute on function app.two_pairs_of_eyes(uuid, uuid, uuid, text, date, date) to minhxet_app;

alter table account_change enable row level security;
alter table account_change force row level security;
create policy owner on account_change to minhxet_migrator using (true) with check (true);
create policy read on account_change for select to minhxet_app
  using (agency_id = any ((select app.administered())::uuid[]) or (select app.is_job()));
create policy add on account_change for insert to minhxet_app
  with check (proposed_by = (select app.officer_id()) and state = 'waiting' and agency_id = any ((select app.administered())::uuid[]));
create policy change on account_change for update to minhxet_app
  using (state = 'waiting' and agency_id = any ((select app.administered())::uuid[]))
  with check (decided_by = (select app.officer_id())
    and (state <> 'confirmed' or (proposed_by <> (select app.officer_id()) and (kind = 'end' or officer_id <> (select app.officer_id())))));
grant select, insert on account_change to minhxet_app;
-- What was proposed stays as it was proposed.
grant update (state, decided_by, decided_on, reason) on account_change to minhxet_app;

alter policy read on role_grant
  using (officer_id = (select app.officer_id()) or agency_id = any ((select app.agencies('officer', 'see'))::uuid[])
    or agency_id = any ((select app.administered())::uuid[]) or (select app.is_job()));
alter policy add on role_grant
  with check ((agency_id = any ((select app.administered())::uuid[])
      and app.two_pairs_of_eyes(id, officer_id, agency_id, role, valid_from, valid_to)) or (select app.is_job()));
alter policy change on role_grant
  using (agency_id = any ((select app.administered())::uuid[]) or (select app.is_job()))
  with check ((agency_id = any ((select app.administered())::uuid[])
      and app.two_pairs_of_eyes(id, officer_id, agency_id, role, valid_from, valid_to)) or (select app.is_job()));

-- A head hands the head's role of the agency to an officer of it, from day to day. It holds while the head is the head.
create table delegation (
  id uuid primary key,
  agency_id uuid not null references agency,
  from_officer uuid not null references officer,
  to_officer uuid not null references officer,
  form text not null check (form in ('KT', 'TUQ')),
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  made_on date not null,
  ended_at timestamptz,
  ended_by uuid references officer,
  check (valid_to >= valid_from),
  check (from_officer <> to_officer),
  check ((ended_at is null) = (ended_by is null))
);
create index delegation_by_receiver on delegation (to_officer, valid_to);
create index delegation_by_agency on delegation (agency_id, valid_to);
comment on column delegation.form is 'How papers are signed (Điều 13 NĐ 30/2020): KT., the deputy in place of the head; TUQ., by written authorisation.';

create function app.is_head(officer uuid, agency uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    return exists (select from public.role_grant g join public.officer o on o.id = g.officer_id and o.active
      where g.officer_id = officer and g.agency_id = agency and g.role = 'head'
        and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day));
  end $$;
revoke all on function app.is_head(uuid, uuid) from public;

alter table delegation enable row level security;
alter table delegation force row level security;
create policy owner on delegation to minhxet_migrator using (true) with check (true);
create policy read on delegation for select to minhxet_app
  using (to_officer = (select app.officer_id()) or agency_id = any ((select app.agencies('officer', 'see'))::uuid[]) or (select app.is_job()));
-- The right to delegate is not among those of an acting head: what was handed over is not handed on.
create policy add on delegation for insert to minhxet_app
  with check (from_officer = (select app.officer_id()) and agency_id = any ((select app.agencies('head', 'delegate'))::uuid[]) and ended_at is null);
create policy change on delegation for update to minhxet_app
  using (ended_at is null and (from_officer = (select app.officer_id()) or to_officer = (select app.officer_id())
    or agency_id = any ((select app.agencies('head', 'delegate'))::uuid[])))
  with check (ended_by = (select app.officer_id()));
grant select, insert on delegation to minhxet_app;
grant update (ended_at, ended_by) on delegation to minhxet_app;

-- A head writes into the trail of whoever acts.
alter policy add on account_event with check (
  officer_id is not distinct from (select app.officer_id())
  and (subject_id = (select app.officer_id()) or cardinality((select app.agencies('officer', 'manage'))) > 0
    or (what in ('delegated', 'delegation-ended') and cardinality((select app.agencies('head', 'delegate'))) > 0) or (select app.is_job())));

-- A session that was opened with two factors: a passkey with user verification.
alter table auth.session add column strong boolean not null default false;

create table auth.passkey (
  id text primary key,
  user_id uuid not null references auth."user" on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_by_user on auth.passkey (user_id);
comment on column auth.passkey.id is 'The credential''s own id, base64url.';

grant select, insert, update, delete on auth.passkey to minhxet_auth;

-- As in 0019, with the roles of heads that were handed over, and a session of two factors is not asked for another.
create or replace function app.enter_as(session_secret text, token_hash bytea, work_secret text, command_key uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    found uuid;
    strong boolean := false;
    job text;
    day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
    granted jsonb := '[]';
    rights text;
    body text;
    answer jsonb;
  begin
    if session_secret is not null then
      select o.id, s.strong into found, strong from auth.session s join public.officer o on o.id = s."userId" and o.active
        where s.token = session_secret and s."expiresAt" > now();
    elsif token_hash is not null then
      select o.id into found from public.api_token t join public.officer o on o.id = t.officer_id and o.active
        where t.secret_hash = token_hash and t.revoked_at is null;
    else
      select name into job from app.job_secret where secret_hash = sha256(convert_to(work_secret, 'UTF8'));
    end if;
    if found is null and job is null then return null; end if;
    if found is null then
      answer := jsonb_build_object('kind', job, 'officerId', null, 'displayName', job, 'jobTitle', null, 'mustChangePassword', false,
        'secondFactorDue', false);
    else
      select coalesce(jsonb_agg(jsonb_build_object('agencyId', held.agency_id, 'role', held.role) || case when held.acting then '{"acting": true}'::jsonb else '{}'::jsonb end), '[]')
        into granted from (
          select g.agency_id, g.role, false as acting from public.role_grant g
            where g.officer_id = found and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day)
          union all
          select d.agency_id, 'head', true from public.delegation d
            where d.to_officer = found and d.ended_at is null and d.valid_from <= day and d.valid_to >= day and app.is_head(d.from_officer, d.agency_id)) held;
      select string_agg('|' || held.what || '=' || held.agencies, '') into rights from (
        select r.resource || ':' || r.action as what, array_agg(distinct (g ->> 'agencyId')::uuid)::text as agencies
        from jsonb_array_elements(granted) g join app.access_rule r on r.role = g ->> 'role'
        where not (g ? 'acting' and r.resource = 'head' and r.action = 'delegate') group by 1) held;
      select jsonb_build_object('kind', 'officer', 'officerId', o.id, 'displayName', o.display_name, 'jobTitle', o.job_title,
          'mustChangePassword', o.must_change_password, 'secondFactorDue',
          exists (select from public.second_factor_rule r, jsonb_array_elements(granted) g
            where g ->> 'role' = r.role and (g ->> 'agencyId')::uuid = r.agency_id)
          and not coalesce(strong, false) and not exists (select from auth.second_factor f where f.user_id = found and f.confirmed_at is not null)) into answer
        from public.officer o where o.id = found;
    end if;
    body := coalesce(job, 'officer') || ':' || coalesce(found::text, '') || coalesce(rights, '') || '|';
    perform set_config('minhxet.context', app.seal(body) || body, true);
    answer := answer || jsonb_build_object('grants', granted);
    if command_key is null then return answer; end if;
    return answer || jsonb_build_object('commandKey', command_key, 'command', (
      select jsonb_build_object('name', c.name, 'result', c.result) from public.command c
      where c.key = command_key and c.officer_id is not distinct from found));
  end $$;
