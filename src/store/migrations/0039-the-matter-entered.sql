-- The matter that a command is about. Each of its statements asked the policies of the matter anew, for the matter and for its
-- events, texts, deadlines and papers: at a million petitions three quarters of what safety costs an act. Whether the asker may
-- read it and act on it is found once, when the transaction begins, by the words of the policies themselves, and travels
-- under the seal as `|{<matter>}=,entered:read,entered:act,|`; the policies ask for it first. docs/adr/0027 has the measurements.
-- Of matters that not everyone of the agency sees (denunciations) nothing travels: their policies are asked each time.

drop function app.enter_as(text, bytea, text, uuid);
create function app.enter_as(session_secret text, token_hash bytea, work_secret text, command_key uuid, subject uuid) returns jsonb
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
    if subject is not null and found is not null then
      rights := app.matter_rights(subject);
      if rights <> '' then
        body := body || rights;
        perform set_config('minhxet.context', app.seal(body) || body, true);
      end if;
    end if;
    answer := answer || jsonb_build_object('grants', granted);
    if command_key is null then return answer; end if;
    -- A command goes by ids: its statements are planned once on a connection.
    perform set_config('plan_cache_mode', 'force_generic_plan', true);
    return answer || jsonb_build_object('commandKey', command_key, 'command', (
      select jsonb_build_object('name', c.name, 'result', c.result) from public.command c
      where c.key = command_key and c.officer_id is not distinct from found));
  end $$;
revoke all on function app.enter_as(text, bytea, text, uuid, uuid) from public;
grant execute on function app.enter_as(text, bytea, text, uuid, uuid) to minhxet_app;

-- As before, the seal checked in place: one function the less for each right asked for.
create or replace function app.agencies(resource text, action text) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare
    given text := current_setting('minhxet.context', true);
    at int := strpos(given, ',' || resource || ':' || action || ',');
    k bytea;
  begin
    if at is null or at = 0 then return '{}'; end if;
    select key into k from app.seal_key;
    if left(given, 64) <> encode(sha256(k || sha256(k || convert_to(pg_backend_pid() || ':' || transaction_timestamp()::text || ':' || substr(given, 65), 'UTF8'))), 'hex')
      then return '{}'; end if;
    return split_part(split_part(left(given, at), '|', -1), '=', 1)::uuid[];
  end $$;

-- Policies for changing are asked by commands, which change few rows: in a function they cost the start of a statement nothing
-- and stop at the right that answers. Reading keeps its subqueries, each found once for all rows of a list.
create function app.changes_matter(matter uuid, agency uuid, restricted boolean, at_counter boolean, assignee uuid) returns boolean
  language plpgsql stable
  as $$
  begin
    return case
      when restricted then agency = any (app.agencies('denunciation', 'read')) or matter = any (app.assigned_matters())
      else agency = any (app.agencies('matter', 'act')) or (at_counter and agency = any (app.agencies('reception', 'follow')))
    end or assignee = app.officer_id() or app.is_job();
  end $$;
create function app.changes_petition(sealed_to uuid, agency uuid, restricted boolean) returns boolean
  language plpgsql stable
  as $$
  begin
    return sealed_to = app.officer_id() or agency = any (app.agencies('petition', 'process')) or agency = any (app.agencies('matter', 'act'))
      or (not restricted and agency = any (app.agencies('reception', 'follow'))) or app.is_job();
  end $$;
create function app.sees_visit(visit uuid) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.visit v where v.id = visit); end $$;
revoke all on function app.changes_matter(uuid, uuid, boolean, boolean, uuid), app.changes_petition(uuid, uuid, boolean), app.sees_visit(uuid) from public;
grant execute on function app.changes_matter(uuid, uuid, boolean, boolean, uuid), app.changes_petition(uuid, uuid, boolean), app.sees_visit(uuid) to minhxet_app;
alter policy change on petition
  using (app.changes_petition(sealed_to, agency_id, restricted))
  with check (app.changes_petition(sealed_to, agency_id, restricted)
    or (sealed_to is null and agency_id = any ((select app.agencies('petition', 'register'))::uuid[])));

do $$
declare
  reads constant text := $w$(
    (case when restricted then agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[]) or id = any ((select app.assigned_matters())::uuid[])
      else agency_id = any ((select app.agencies('matter', 'read'))::uuid[]) or (at_counter and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[])) end)
    or assignee_id = (select app.officer_id()) or (select app.is_job()))$w$;
  acts constant text := '(app.changes_matter(id, agency_id, restricted, at_counter, assignee_id))';
  unbarred constant text := 'id <> all ((select app.barred_matters())::uuid[])';
  child text;
begin
  execute format($f$
    create function app.matter_rights(subject uuid) returns text
      language plpgsql stable security definer set search_path = pg_catalog
      as $b$
      declare found record;
      begin
        select %s as reads, %s as acts into found from public.matter where id = subject and not restricted and %s;
        if found.reads is not true then return ''; end if;
        return '{' || subject || '}=,entered:read,' || case when found.acts then 'entered:act,' else '' end || '|';
      end $b$ $f$, reads, acts, unbarred);
  execute format($f$alter policy read on matter using ((not restricted and id = any ((select app.agencies('entered', 'read'))::uuid[])) or %s)$f$, reads);
  -- What the row is changed to is asked of the policy itself: no act moves a matter to where its officer could not act.
  execute format($f$alter policy change on matter
    using ((not restricted and id = any ((select app.agencies('entered', 'act'))::uuid[])) or %s) with check %s$f$, acts, acts);
  foreach child in array array['matter_event','matter_text','matter_file'] loop
    execute format($f$alter policy of_matter on %I
      using ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id))
      with check ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id))$f$, child);
  end loop;
end $$;
revoke all on function app.matter_rights(uuid) from public;
alter policy of_case on paper
  using ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id)
    or app.sees_visit(visit_id) or (matter_id is null and app.sees_transfer_of(id)))
  with check ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id)
    or app.sees_visit(visit_id) or (matter_id is null and app.sees_transfer_of(id)));
alter policy of_case on deadline
  using ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id))
  with check ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id));
