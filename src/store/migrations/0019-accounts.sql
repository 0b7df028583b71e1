-- Second factors, recovery codes and what was done to accounts. The sign-in library's role alone sees the factors; the
-- secret is sealed with a key outside the database, so that a dump makes no codes.
create table auth.second_factor (
  user_id uuid primary key references auth."user" on delete cascade,
  sealed_secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
comment on column auth.second_factor.last_step is 'Thirty-second step of the last code that was taken: no code is good twice (RFC 6238, 5.2).';
create table auth.recovery_code (
  user_id uuid not null references auth.second_factor on delete cascade,
  digest bytea not null,
  primary key (user_id, digest)
);
comment on table auth.recovery_code is 'Keyed digests of codes that were not used yet; a used one is removed.';
grant select, insert, update, delete on auth.second_factor, auth.recovery_code to minhxet_auth;

-- Where the administrator demands a second factor of a role.
create table second_factor_rule (
  agency_id uuid not null references agency,
  role text not null,
  required_by uuid references officer,
  required_at timestamptz not null default now(),
  primary key (agency_id, role)
);

create table account_event (
  subject_id uuid not null,
  seq integer not null,
  what text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (subject_id, seq)
);
comment on table account_event is 'Append-only: what was done to an account (subject: the officer) and to the roles of an agency (subject: the agency).';

do $$
declare t text;
begin
  foreach t in array array['second_factor_rule','account_event']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
create policy read on second_factor_rule for select to minhxet_app
  using (agency_id = any ((select app.agencies('officer', 'see'))::uuid[])
    or exists (select from role_grant g where g.officer_id = (select app.officer_id()) and g.agency_id = second_factor_rule.agency_id)
    or (select app.is_job()));
create policy add on second_factor_rule for insert to minhxet_app
  with check (agency_id = any ((select app.agencies('officer', 'manage'))::uuid[]) or (select app.is_job()));
create policy remove on second_factor_rule for delete to minhxet_app
  using (agency_id = any ((select app.agencies('officer', 'manage'))::uuid[]) or (select app.is_job()));
grant select, insert, delete on second_factor_rule to minhxet_app;

create policy read on account_event for select to minhxet_app using (
  subject_id = (select app.officer_id()) or subject_id = any ((select app.agencies('officer', 'manage'))::uuid[])
  or exists (select from role_grant g where g.officer_id = subject_id and g.agency_id = any ((select app.agencies('officer', 'manage'))::uuid[]))
  or (select app.is_job()));
create policy add on account_event for insert to minhxet_app with check (
  officer_id is not distinct from (select app.officer_id())
  and (subject_id = (select app.officer_id()) or cardinality((select app.agencies('officer', 'manage'))) > 0 or (select app.is_job())));
grant select, insert on account_event to minhxet_app;

-- The end of a chain, also where the asker may not read it: a row must follow the last one, whoever wrote that.
create function app.last_account_event(subject uuid) returns table (seq integer, hash bytea)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if app.context_kind() is null then return; end if;
    perform pg_advisory_xact_lock(hashtextextended('account_event ' || subject::text, 0));
    return query select e.seq, e.hash from public.account_event e where e.subject_id = subject order by e.seq desc limit 1;
  end $$;
revoke all on function app.last_account_event(uuid) from public;
grant execute on function app.last_account_event(uuid) to minhxet_app;

-- As in 0013, and says whether a second factor is demanded and not there yet.
create or replace function app.enter_as(session_secret text, token_hash bytea, work_secret text, command_key uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    found uuid;
    job text;
    day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
    granted jsonb := '[]';
    rights text;
    body text;
    answer jsonb;
  begin
    if session_secret is not null then
      select o.id into found from auth.session s join public.officer o on o.id = s."userId" and o.active
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
      select coalesce(jsonb_agg(jsonb_build_object('agencyId', g.agency_id, 'role', g.role)), '[]') into granted
        from public.role_grant g
        where g.officer_id = found and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day);
      select string_agg('|' || held.what || '=' || held.agencies, '') into rights from (
        select r.resource || ':' || r.action as what, array_agg(distinct (g ->> 'agencyId')::uuid)::text as agencies
        from jsonb_array_elements(granted) g join app.access_rule r on r.role = g ->> 'role' group by 1) held;
      select jsonb_build_object('kind', 'officer', 'officerId', o.id, 'displayName', o.display_name, 'jobTitle', o.job_title,
          'mustChangePassword', o.must_change_password, 'secondFactorDue',
          exists (select from public.second_factor_rule r, jsonb_array_elements(granted) g
            where g ->> 'role' = r.role and (g ->> 'agencyId')::uuid = r.agency_id)
          and not exists (select from auth.second_factor f where f.user_id = found and f.confirmed_at is not null)) into answer
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
