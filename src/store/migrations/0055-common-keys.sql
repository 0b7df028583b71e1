-- What a thousand and more petitions say tells none of them from another, and to read who says it took most of the time of
-- a question: sixteen keys of content, 13 ms each, at a million generated petitions of stock sentences. They are not looked up.
create table common_key (key bigint primary key);
comment on table common_key is 'Keys of more than a thousand petitions, estimated from a sample; written anew in the background.';
alter table common_key enable row level security;
alter table common_key force row level security;
create policy owner on common_key to minhxet_migrator using (true) with check (true);

-- From about fifty thousand petitions: all of them in a small installation.
create function app.note_common_keys() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    petitions float8 := (select greatest(reltuples, 1) from pg_class where oid = 'public.petition_key'::regclass);
    share float8 := least(100, 100 * 50000 / petitions);
    noted integer;
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from common_key;
    insert into common_key (key)
      select x.key from (select unnest(k.keys) as key from petition_key k tablesample system (share)) x
      group by x.key having count(*) > 1000 * share / 100;
    get diagnostics noted = row_count;
    return noted;
  end $$;
revoke all on function app.note_common_keys() from public;
grant execute on function app.note_common_keys() to minhxet_app;

-- As before (0049), without what is common.
create or replace function app.duplicate_candidates(sought bigint[], leave uuid, page int)
  returns table (petition_id uuid, seen boolean, code text, agency_id uuid, received_on date, kind text, keys bigint[], marks bigint[], sketch int[])
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := app.officer_id();
    reads uuid[] := app.agencies('petition', 'read');
    heads uuid[] := app.agencies('denunciation', 'read');
    looks boolean := cardinality(app.agencies('duplicate', 'look')) > 0;
    assigned uuid[] := app.assigned_matters();
    barred uuid[] := app.barred_petitions();
    -- By kind: identity, phone, name, slip, name and place, name and year, parcel, parcel today, decision, accused, copy.
    weights constant int[] := array[8, 6, 2, 3, 4, 5, 6, 5, 4, 3, 2];
    enough constant int := 3;
    -- Identity, phone, name and place.
    person constant int[] := array[1, 2, 5];
  begin
    if me is null or not looks then return; end if;
    return query
      with hit as materialized (
        select x.petition_id as id, sum(weights[(s.key >> 56)::int]) as weight
        from (select x.key from unnest(sought) x(key) where not exists (select from common_key c where c.key = x.key)) s
        cross join lateral (
          (select k.petition_id from petition_key k where k.keys @> array[s.key] limit 200)
          union (select g.petition_id from signatory_key g where g.key = s.key limit 200)) x
        group by 1 having sum(weights[(s.key >> 56)::int]) >= enough),
      best as materialized (
        select p.id, p.code, p.agency_id, p.received_on, p.kind, h.weight, v.seen
        from hit h join petition p on p.id = h.id
        cross join lateral (select coalesce(case when p.sealed_to is not null then p.sealed_to = me
          when p.restricted then p.agency_id = any (heads) or p.assignee_id = me or p.matter_id = any (assigned)
          else p.agency_id = any (reads) end, false) as seen) v
        where p.id is distinct from leave and p.id <> all (barred)
          and (v.seen or (p.sealed_to is null and not p.restricted and p.pseudonym is null and p.kind in ('complaint', 'recommendation')))
        order by h.weight desc, p.received_on desc, p.id limit page)
      select b.id, b.seen, b.code, b.agency_id, b.received_on, b.kind,
        case when m.met is null then k.keys else array(select x from unnest(k.keys) x where x >> 56 <> 1 or x = any (sought)) || m.met end,
        case when m.met is null then k.marks else array(select x from unnest(k.marks) x where x >> 56 <> 18) end, k.sketch
      from best b join petition_key k on k.petition_id = b.id
      left join lateral (select array_agg(distinct o.key) as met from signatory_key g join signatory_key o on o.signatory_id = g.signatory_id
        where g.key = any (sought) and (g.key >> 56)::int = any (person) and g.petition_id = b.id
          and b.kind in ('complaint', 'recommendation')) m on true
      order by b.weight desc, b.received_on desc, b.id;
  end $$;
