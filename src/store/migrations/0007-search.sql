-- One row per petition that may be searched. Operators of search are not leakproof, so this table is read only
-- through app.search_petitions, which applies the policy itself (settled 7).
create table petition_search (
  petition_id uuid primary key references petition,
  agency_id uuid not null,
  sealed_to uuid,
  received_on date not null,
  quarter smallint not null generated always as ((extract(year from received_on)::int * 4 + (extract(month from received_on)::int - 1) / 3)::smallint) stored,
  names text not null,
  words tsvector not null
);
create index petition_search_names on petition_search using gin (agency_id, quarter, names gin_trgm_ops) with (fastupdate = off);
create index petition_search_words on petition_search using gin (agency_id, quarter, words) with (fastupdate = off);
alter table petition_search enable row level security;
alter table petition_search force row level security;
create policy owner on petition_search to minhxet_migrator using (true) with check (true);

create function app.index_petition(petition uuid, agency uuid, sealed uuid, received date, names text, body text) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    if not (app.is_job() or exists (select 1 from public.petition p where p.id = petition
        and (p.sealed_to = app.officer_id() or p.agency_id = any (app.agencies('petition', 'register'))
          or p.agency_id = any (app.agencies('petition', 'process')) or p.agency_id = any (app.agencies('matter', 'act'))))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    insert into public.petition_search (petition_id, agency_id, sealed_to, received_on, names, words)
    values (petition, agency, sealed, received, app.fold(names), to_tsvector('app.vi', normalize(body, NFC)))
    on conflict (petition_id) do update
      set agency_id = excluded.agency_id, sealed_to = excluded.sealed_to, received_on = excluded.received_on, names = excluded.names, words = excluded.words;
  end $$;
revoke all on function app.index_petition(uuid, uuid, uuid, date, text, text) from public;
grant execute on function app.index_petition(uuid, uuid, uuid, date, text, text) to minhxet_app;

create function app.quarter_of(d date) returns smallint language sql immutable parallel safe
  as $$ select (extract(year from d)::int * 4 + (extract(month from d)::int - 1) / 3)::smallint $$;

-- Newest petitions whose people's names hold `name` or whose text holds `words`, among those the asker may see.
-- Walks windows of quarters newest first and stops at `page` (a plain search for the newest 25 of two common words takes seconds at 1M).
create function app.search_petitions(name text, words text, page int, before_on date, before_id uuid)
  returns table (petition_id uuid, received_on date)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  declare
    mine uuid[] := app.agencies('petition', 'read');
    me uuid := app.officer_id();
    query tsquery := case when words is null then null else websearch_to_tsquery('app.vi', normalize(words, NFC)) end;
    needle text := case when name is null then null else '%' || replace(replace(replace(app.fold(name), '\', '\\'), '%', '\%'), '_', '\_') || '%' end;
    high smallint := app.quarter_of(coalesce(before_on, (now() at time zone 'Asia/Ho_Chi_Minh')::date + 1));
    low smallint;
    floor_q smallint := app.quarter_of(date '2012-01-01');
    width int := 1;
    found int := 0;
    n int;
  begin
    if me is null or (query is null and needle is null) then return; end if;
    while high >= floor_q and found < page loop
      low := greatest(high - width + 1, floor_q);
      return query
        select s.petition_id, s.received_on from public.petition_search s
        where s.quarter between low and high
          and (case when cardinality(mine) = 1 then s.agency_id = mine[1] else s.agency_id = any (mine) end or s.sealed_to = me)
          and (s.sealed_to is null or s.sealed_to = me)
          and (needle is null or s.names like needle)
          and (query is null or s.words @@ query)
          and (before_on is null or (s.received_on, s.petition_id) < (before_on, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)))
        order by s.received_on desc, s.petition_id desc
        limit page - found;
      get diagnostics n = row_count;
      found := found + n;
      high := low - 1;
      width := least(width * 3, 64);
    end loop;
  end $$;
revoke all on function app.search_petitions(text, text, int, date, uuid) from public;
grant execute on function app.search_petitions(text, text, int, date, uuid) to minhxet_app;

-- The citizen's own look at a petition: code and secret of the receipt, nothing else opens it.

create function app.track(code text, secret_hash bytea) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare answer jsonb;
  begin
    select jsonb_build_object(
      'code', p.code, 'receivedOn', p.received_on, 'state', p.state, 'kind', p.kind,
      'matterState', m.state, 'lawPack', m.law_pack, 'procedure', m.procedure, 'agencyId', p.agency_id, 'waitingOn', p.waiting_on,
      'nextAct', p.next_act, 'nextDueOn', p.next_due_on,
      'deadlines', coalesce((select jsonb_agg(jsonb_build_object('clock', d.clock, 'rule', d.rule, 'lawPack', d.law_pack, 'dueOn', d.due_on, 'provisional', d.provisional, 'explanation', d.explanation) order by d.due_on)
         from public.deadline d where d.status = 'running' and (d.petition_id = p.id or d.matter_id = p.matter_id)), '[]'),
      'events', coalesce((select jsonb_agg(jsonb_build_object('act', e.act, 'on', e.on_date) order by e.seq) from public.matter_event e where e.matter_id = p.matter_id), '[]'),
      'pages', coalesce((select jsonb_agg(jsonb_build_object('title', f.title, 'pages', f.pages) order by f.ordinal) from public.petition_file f where f.petition_id = p.id), '[]'))
    into answer
    from public.petition p left join public.matter m on m.id = p.matter_id
    where p.code = $1 and p.tracking_hash = $2;
    return answer;
  end $$;
revoke all on function app.track(text, bytea) from public;
grant execute on function app.track(text, bytea) to minhxet_app;
