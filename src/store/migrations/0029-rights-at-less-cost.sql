-- A policy that says "whose matter is seen" as a subquery brings every policy of the matter, with their look-ups, into the plan
-- of each statement (160 to 260 lines of plan): 11 ms of planning an act wherever it is planned anew, 3 ms after this. A function
-- says the same in one call and keeps its plan for as long as the connection lives. docs/adr/0026 has what came of it.

-- As the asker, under the asker's policies: nothing is decided here. Names are written out, so no search path is needed.
create function app.sees_matter(matter uuid) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.matter m where m.id = matter); end $$;
create function app.sees_petition(petition uuid) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.petition p where p.id = petition); end $$;
create function app.sees_paper(paper uuid) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.paper p where p.id = paper); end $$;
revoke all on function app.sees_matter(uuid), app.sees_petition(uuid), app.sees_paper(uuid) from public;
grant execute on function app.sees_matter(uuid), app.sees_petition(uuid), app.sees_paper(uuid) to minhxet_app;

-- Background work goes through whole tables; it is asked for first, once a statement, so that it calls nothing for each row.
do $$
declare t text;
begin
  foreach t in array array['paper_text','paper_event','delivery'] loop
    execute format('alter policy of_paper on %I using ((select app.is_job()) or app.sees_paper(paper_id)) with check ((select app.is_job()) or app.sees_paper(paper_id))', t);
  end loop;
end $$;
alter policy of_case on deadline
  using ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id))
  with check ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id));
alter policy of_case on paper
  using ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id) or exists (select from visit v where v.id = visit_id))
  with check ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id) or exists (select from visit v where v.id = visit_id));

-- What the setting does not even claim is answered without checking its seal (20 µs): whoever forged the setting has the
-- rights of nobody. What it claims is believed only under the seal.
create or replace function app.is_job() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if substr(current_setting('minhxet.context', true), 65, 5) not in ('task:', 'comma') then return false; end if;
    return coalesce(split_part(app.context(), ':', 1) in ('task', 'command'), false);
  end $$;
create or replace function app.agencies(resource text, action text) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare
    given text := current_setting('minhxet.context', true);
    at int := strpos(given, ',' || resource || ':' || action || ',');
  begin
    if at is null or at = 0 or app.context() is null then return '{}'; end if;
    return split_part(split_part(left(given, at), '|', -1), '=', 1)::uuid[];
  end $$;
create or replace function app.barred_petitions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if strpos(current_setting('minhxet.context', true), '|barred|') = 0 then return '{}'; end if;
    return array(select c.petition_id from public.conflict_of_interest c where c.officer_id = app.officer_id());
  end $$;
create or replace function app.barred_matters() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if strpos(current_setting('minhxet.context', true), '|barred|') = 0 then return '{}'; end if;
    return array(select m.matter_id from public.conflict_of_interest c join public.matter_petition m on m.petition_id = c.petition_id
      where c.officer_id = app.officer_id());
  end $$;

-- One look at the key, one hash in another, without a function between.
create or replace function app.context() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare
    given text := current_setting('minhxet.context', true);
    body text := substr(given, 65);
    k bytea;
  begin
    if given is null or given = '' then return null; end if;
    select key into k from app.seal_key;
    if left(given, 64) <> encode(sha256(k || sha256(k || convert_to(pg_backend_pid() || ':' || transaction_timestamp()::text || ':' || body, 'UTF8'))), 'hex')
      then return null; end if;
    return body;
  end $$;

-- The rights travel in `officer:<id>|{<agency>,…}=,matter:read,matter:act,…,|…|`, agencies once for all rights held in them: a
-- fourth of the length, and the seal is checked over all of it. `|barred|` for whoever has a conflict of interest at all.
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
      select string_agg('|' || alike.agencies || '=,' || alike.rights || ',', '') into rights from (
        select held.agencies, string_agg(held.what, ',') as rights from (
          select r.resource || ':' || r.action as what, array_agg(distinct (g ->> 'agencyId')::uuid)::text as agencies
          from jsonb_array_elements(granted) g join app.access_rule r on r.role = g ->> 'role'
          where not (g ? 'acting' and r.resource = 'head' and r.action = 'delegate') group by 1) held
        group by 1) alike;
      if exists (select from public.conflict_of_interest c where c.officer_id = found) then rights := coalesce(rights, '') || '|barred'; end if;
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
    -- A command goes by ids: its statements are planned once on a connection.
    perform set_config('plan_cache_mode', 'force_generic_plan', true);
    return answer || jsonb_build_object('commandKey', command_key, 'command', (
      select jsonb_build_object('name', c.name, 'result', c.result) from public.command c
      where c.key = command_key and c.officer_id is not distinct from found));
  end $$;
