-- Who asks is answered where the secret is looked up: one round trip instead of three at the start of every transaction.
-- The roles become rights there and then and travel in the sealed setting of the transaction: the policies ask for them a
-- dozen times in a transaction (72 µs a look at the grants; 20 µs to check the seal and read the setting).
drop function app.enter(text);
drop function app.enter_token(bytea);
drop function app.enter_job(text);
drop function app.set_context(text, uuid);

-- The key stands at both ends and is of fixed length: nothing can be appended to what was sealed.
drop function app.seal(text, uuid);
create function app.seal(body text) returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare k bytea;
  begin
    select key into k from app.seal_key;
    return encode(sha256(k || sha256(k || convert_to(pg_backend_pid() || ':' || transaction_timestamp()::text || ':' || body, 'UTF8'))), 'hex');
  end $$;
revoke all on function app.seal(text) from public;

-- What was sealed for this transaction: `officer:<id>|matter:read={<agency>,…}|…`; null when nothing was, or when somebody
-- else wrote the setting. Text and not JSON: parsing a head's rights takes 16 µs each time.
create function app.context() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare given text := current_setting('minhxet.context', true);
  begin
    if given is null or given = '' or left(given, 64) <> app.seal(substr(given, 65)) then return null; end if;
    return substr(given, 65);
  end $$;
revoke all on function app.context() from public;

create or replace function app.context_kind() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return split_part(app.context(), ':', 1); end $$;
create or replace function app.officer_id() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return nullif(split_part(split_part(app.context(), '|', 1), ':', 2), '')::uuid; end $$;
create or replace function app.is_job() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return coalesce(split_part(app.context(), ':', 1) in ('task', 'command'), false); end $$;
create or replace function app.agencies(resource text, action text) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare
    given text := app.context();
    sought text := '|' || resource || ':' || action || '=';
    at int := strpos(given, sought);
  begin
    if at is null or at = 0 then return '{}'; end if;
    return split_part(substr(given, at + length(sought)), '|', 1)::uuid[];
  end $$;

-- Looks the secret up, sets the rights of this transaction, and says who asks: null when the secret opens nothing. With the
-- key of a command comes what it already answered to the same asker.
create function app.enter_as(session_secret text, token_hash bytea, work_secret text, command_key uuid) returns jsonb
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
      answer := jsonb_build_object('kind', job, 'officerId', null, 'displayName', job, 'jobTitle', null, 'mustChangePassword', false);
    else
      select coalesce(jsonb_agg(jsonb_build_object('agencyId', g.agency_id, 'role', g.role)), '[]') into granted
        from public.role_grant g
        where g.officer_id = found and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day);
      select string_agg('|' || held.what || '=' || held.agencies, '') into rights from (
        select r.resource || ':' || r.action as what, array_agg(distinct (g ->> 'agencyId')::uuid)::text as agencies
        from jsonb_array_elements(granted) g join app.access_rule r on r.role = g ->> 'role' group by 1) held;
      select jsonb_build_object('kind', 'officer', 'officerId', o.id, 'displayName', o.display_name, 'jobTitle', o.job_title,
          'mustChangePassword', o.must_change_password) into answer
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
revoke all on function app.enter_as(text, bytea, text, uuid) from public;
grant execute on function app.enter_as(text, bytea, text, uuid) to minhxet_app;

-- Officers ask far more often than background work: their arm of each policy stands first, and the other is not looked at.
do $$
declare
  p record;
  arm constant text := '^\(\( SELECT app\.is_job\(\) AS is_job\) OR (.*)\)$';
  turned constant text := '(\1 OR (select app.is_job()))';
begin
  for p in select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' and (qual ~ arm or with_check ~ arm) loop
    execute format('alter policy %I on %I', p.policyname, p.tablename)
      || coalesce(' using (' || regexp_replace(p.qual, arm, turned) || ')', '')
      || coalesce(' with check (' || regexp_replace(p.with_check, arm, turned) || ')', '');
  end loop;
end $$;
