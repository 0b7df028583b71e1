-- The tree of agencies grows by these functions only, which apply the policy themselves: its tables are open to read
-- and carry no row-level security.
create function app.may_manage_agency(agency uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select app.is_job() or (agency is not null and agency = any (app.agencies('agency', 'manage'))) $$;
revoke all on function app.may_manage_agency(uuid) from public;
grant execute on function app.may_manage_agency(uuid) to minhxet_app;

-- `agency` is what to write: id, placeId, code, name, shortName, level, kind, parentId, placeName, remote, headTitle, symbol, from.
-- `administrator` gets that role in it; whoever makes an agency administers it.
create function app.create_agency(agency jsonb, administrator uuid, grant_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    parent uuid := (agency->>'parentId')::uuid;
    start_on date := (agency->>'from')::date;
  begin
    if not app.may_manage_agency(parent) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    insert into public.place (id, code) values ((agency->>'placeId')::uuid, agency->>'code');
    insert into public.place_version (place_id, valid_from, name, level, parent_id, remote)
    values ((agency->>'placeId')::uuid, start_on, agency->>'placeName', agency->>'level',
      (select v.place_id from public.agency_version v where v.agency_id = parent order by v.valid_from desc limit 1), (agency->>'remote')::boolean);
    insert into public.agency (id, code) values ((agency->>'id')::uuid, agency->>'code');
    insert into public.agency_version (agency_id, valid_from, name, short_name, level, kind, parent_id, place_id, head_title, symbol)
    values ((agency->>'id')::uuid, start_on, agency->>'name', agency->>'shortName', agency->>'level', agency->>'kind', parent,
      (agency->>'placeId')::uuid, agency->>'headTitle', agency->>'symbol');
    if administrator is not null then
      insert into public.role_grant (id, officer_id, agency_id, role, valid_from, granted_by)
      values (grant_id, administrator, (agency->>'id')::uuid, 'administrator', (now() at time zone 'Asia/Ho_Chi_Minh')::date, app.officer_id());
    end if;
  end $$;
revoke all on function app.create_agency(jsonb, uuid, uuid) from public;
grant execute on function app.create_agency(jsonb, uuid, uuid) to minhxet_app;

-- From that day on the agency and its place are called so; before it, as they were. The last version is cut, or mended
-- when it began on the same day.
create function app.rename_agency(agency uuid, start_on date, agency_name text, agency_short_name text, place_called text) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    v public.agency_version;
    p public.place_version;
  begin
    if not app.may_manage_agency(agency) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    select * into v from public.agency_version x where x.agency_id = agency order by x.valid_from desc limit 1 for update;
    if v.valid_to is not null or start_on < v.valid_from then
      raise exception 'outside the last version' using errcode = '22023';
    end if;
    if v.valid_from < start_on then
      update public.agency_version x set valid_to = start_on - 1 where x.agency_id = agency and x.valid_from = v.valid_from;
      v.valid_from := start_on;
      insert into public.agency_version select v.*;
    end if;
    update public.agency_version x set name = agency_name, short_name = agency_short_name where x.agency_id = agency and x.valid_from = start_on;
    select * into p from public.place_version x where x.place_id = v.place_id order by x.valid_from desc limit 1 for update;
    if place_called is null or p.name = place_called or p.valid_to is not null or start_on < p.valid_from then return; end if;
    if p.valid_from < start_on then
      update public.place_version x set valid_to = start_on - 1 where x.place_id = p.place_id and x.valid_from = p.valid_from;
      insert into public.place_version (place_id, valid_from, name, level, parent_id, remote)
      values (p.place_id, start_on, place_called, p.level, p.parent_id, p.remote);
    else
      update public.place_version x set name = place_called where x.place_id = p.place_id and x.valid_from = p.valid_from;
    end if;
  end $$;
revoke all on function app.rename_agency(uuid, date, text, text, text) from public;
grant execute on function app.rename_agency(uuid, date, text, text, text) to minhxet_app;

-- Background work forgets the keys of old commands; nobody else can, or an act could be done twice under one key.
create function app.forget_commands(before_at timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare n bigint;
  begin
    if app.context_kind() is distinct from 'task' then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    delete from public.command where done_at < before_at;
    get diagnostics n = row_count;
    return n;
  end $$;
revoke all on function app.forget_commands(timestamptz) from public;
grant execute on function app.forget_commands(timestamptz) to minhxet_app;
