-- The same searches in less time: one call instead of up to three, plans made once for each connection, and a walk
-- through the newest that begins short, because a page of anything common stands among the newest hundred.
create or replace function app.search_names(name text, unfinished boolean, page int, before_on date, before_id uuid) returns table (petition_id uuid, received_on date)
  language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := app.officer_id();
    sought text := btrim(regexp_replace(app.fold(name), '\s+', ' ', 'g'));
    words text[] := string_to_array(sought, ' ');
    first_words text := array_to_string(words[1 : least(4, cardinality(words) - unfinished::int)], ' ');
    needle text := '% ' || replace(replace(replace(sought, '\', '\\'), '%', '\%'), '_', '\_') || case when unfinished then '%' else ' %' end;
    last_on date := coalesce(before_on, 'infinity'::date);
    last_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid);
    agency uuid;
    high int;
    low int;
    floor_year int;
    width int;
    keys bigint[];
    ids uuid[];
    found_here uuid[];
    found_ids uuid[] := '{}';
  begin
    if me is null or first_words = '' or position('|' in sought) > 0 then return; end if;
    foreach agency in array app.agencies('petition', 'read') loop
      found_here := '{}';
      width := 1;
      -- The years in which the agency has anything, by the index of the newest.
      select extract(year from x.received_on)::int into high from petition_search x
        where x.agency_id = agency and x.sealed_to is null and (x.received_on, x.petition_id) < (last_on, last_id)
        order by x.received_on desc, x.petition_id desc limit 1;
      select extract(year from x.received_on)::int into floor_year from petition_search x
        where x.agency_id = agency and x.sealed_to is null order by x.received_on, x.petition_id limit 1;
      while high is not null and high >= floor_year and cardinality(found_here) < page loop
        low := greatest(high - width + 1, floor_year);
        keys := array(select hashtextextended(agency || ':' || y || ':' || first_words, 0) from generate_series(low, high) y);
        -- Apart from the other conditions: beside the agency the planner would read all of the agency as well (118 ms for 0.3).
        with m as materialized (
          select x.petition_id, x.agency_id, x.received_on, x.names from petition_search x
          where app.name_keys(x.agency_id, extract(year from x.received_on)::int, x.names) && keys and x.sealed_to is null)
        select array_agg(t.petition_id) into ids from (
          select m.petition_id from m
          where m.agency_id = agency and (m.received_on, m.petition_id) < (last_on, last_id)
            and ' ' || regexp_replace(replace(m.names, '|', ' | '), '\s+', ' ', 'g') || ' ' like needle
          order by m.received_on desc, m.petition_id desc limit page - cardinality(found_here)) t;
        found_here := found_here || coalesce(ids, '{}');
        high := low - 1;
        width := width * 3;
      end loop;
      found_ids := found_ids || found_here;
    end loop;
    return query
      select s.petition_id, s.received_on from (
        select x.petition_id, x.received_on from petition_search x where x.petition_id = any (found_ids)
        union
        select x.petition_id, x.received_on from petition_search x where x.sealed_to = me
          and ' ' || regexp_replace(replace(x.names, '|', ' | '), '\s+', ' ', 'g') || ' ' like needle
          and (x.received_on, x.petition_id) < (last_on, last_id)) s
      order by s.received_on desc, s.petition_id desc limit page;
  end $$;

-- Plans that depend on the words are made each time (execute): how rare they are decides which index reads less.
create or replace function app.search_petitions(name text, words text, page int, before_on date, before_id uuid)
  returns table (petition_id uuid, received_on date)
  language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  as $$
  declare
    walks constant int[] := '{100, 600}';
    me uuid := app.officer_id();
    query tsquery := case when words is null then null else websearch_to_tsquery('app.vi', normalize(words, NFC)) end;
    needle text := case when name is null then null else '%' || replace(replace(replace(app.fold(name), '\', '\\'), '%', '\%'), '_', '\_') || '%' end;
    last_on date := coalesce(before_on, 'infinity'::date);
    last_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid);
    agency uuid;
    ids uuid[];
    walked int;
    looked int;
    found_ids uuid[] := '{}';
  begin
    if me is null or (query is null and needle is null) then return; end if;
    foreach agency in array app.agencies('petition', 'read') loop
      foreach walked in array walks loop
        select count(*), (array_agg(s.petition_id) filter (where (needle is null or s.names like needle) and (query is null or s.words @@ query)))[1:page]
          into looked, ids
          from (select x.petition_id, x.names, x.words from petition_search x
            where x.agency_id = agency and x.sealed_to is null and (x.received_on, x.petition_id) < (last_on, last_id)
            order by x.received_on desc, x.petition_id desc limit walked) s;
        exit when looked < walked or coalesce(cardinality(ids), 0) >= page;
      end loop;
      if looked = walked and coalesce(cardinality(ids), 0) < page then
        if needle is not null then
          execute 'with m as materialized (select x.petition_id, x.received_on, x.words from public.petition_search x
              where x.agency_id = $1 and x.names like $2 and x.sealed_to is null)
            select array_agg(t.petition_id) from (select m.petition_id from m
              where ($3 is null or m.words @@ $3) and (m.received_on, m.petition_id) < ($4, $5)
              order by m.received_on desc, m.petition_id desc limit $6) t' into ids using agency, needle, query, last_on, last_id, page;
        else
          execute 'with m as materialized (select x.petition_id, x.received_on from public.petition_search x
              where x.agency_id = $1 and x.words @@ $2 and x.sealed_to is null)
            select array_agg(t.petition_id) from (select m.petition_id from m
              where (m.received_on, m.petition_id) < ($3, $4)
              order by m.received_on desc, m.petition_id desc limit $5) t' into ids using agency, query, last_on, last_id, page;
        end if;
      end if;
      found_ids := found_ids || coalesce(ids, '{}');
    end loop;
    -- What is sealed to the asker alone is little.
    return query
      select s.petition_id, s.received_on from (
        select x.petition_id, x.received_on from petition_search x where x.petition_id = any (found_ids)
        union
        select x.petition_id, x.received_on from petition_search x where x.sealed_to = me
          and (needle is null or x.names like needle) and (query is null or x.words @@ query)
          and (x.received_on, x.petition_id) < (last_on, last_id)) s
      order by s.received_on desc, s.petition_id desc limit page;
  end $$;

-- Whole words of names; then words of the content; and names whose last word is not finished, only when nothing else was found.
create function app.search(q text, page int, before_on date, before_id uuid) returns table (petition_id uuid, received_on date)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    return query select s.petition_id, s.received_on from app.search_names(q, false, page, before_on, before_id) s;
    if found then return; end if;
    return query select s.petition_id, s.received_on from app.search_petitions(null, q, page, before_on, before_id) s;
    if found then return; end if;
    if btrim(q) ~ '\s' then
      return query select s.petition_id, s.received_on from app.search_names(q, true, page, before_on, before_id) s;
    else
      return query select s.petition_id, s.received_on from app.search_petitions(q, null, page, before_on, before_id) s;
    end if;
  end $$;
revoke all on function app.search(text, int, date, uuid), app.search_names(text, boolean, int, date, uuid), app.search_petitions(text, text, int, date, uuid) from public, minhxet_app;
grant execute on function app.search(text, int, date, uuid) to minhxet_app;
