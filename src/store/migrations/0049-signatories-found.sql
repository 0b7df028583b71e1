-- A slip with code and secret for each signatory, before the first reply. The secret is made of the id and the number of
-- the slip: a new one ends the one before, and none is kept.
alter table signatory add column slip_no integer not null default 0, add column slip_on date,
  add constraint slip_given check ((slip_no = 0) = (slip_on is null));
comment on column signatory.slip_no is 'How many slips were given; the chain of the petition says when and by whom.';
grant update (slip_no, slip_on) on signatory to minhxet_app;
create index signatory_without_slip on signatory (petition_id, ordinal) where slip_no = 0 and removed_on is null;

-- Signatories are found like whoever handed a petition in: by number, by name. GIN for parts of names and equality alike.
create index signatory_by_number on signatory_detail (id_number) where id_number is not null;
create index signatory_by_name on signatory_detail using gin (folded_name gin_trgm_ops);

-- Who signed petitions that the asker may read, the newest first. Under the policies the trigram operators would not use
-- their index (settled 7), so it applies the policy itself: only petitions that may have a list, none the asker keeps away from.
create function app.find_signatories(needle text, numbers text[], page int, before_on date, before_id uuid)
  returns table (signatory_id uuid, petition_id uuid, received_on date)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  declare
    reads uuid[] := app.agencies('petition', 'read');
    barred uuid[] := app.barred_petitions();
    pattern text := replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_');
  begin
    if app.officer_id() is null or (cardinality(numbers) = 0 and length(needle) < 3) then return; end if;
    return query execute $q$
      select s.id, p.id, p.received_on
      from signatory_detail d join signatory s on s.id = d.signatory_id and s.removed_on is null join petition p on p.id = s.petition_id
      where $q$ || case when cardinality(numbers) > 0 then 'd.id_number = any ($1)'
          else $q$d.folded_name like '%' || $2 || '%' and ' ' || d.folded_name like '% ' || $2 || '%'$q$ end || $q$
        and p.agency_id = any ($3) and p.sealed_to is null and not p.restricted and p.kind in ('complaint','recommendation') and p.id <> all ($4)
        and ($5 is null or (p.received_on, p.id) < ($5, $6))
      order by p.received_on desc, p.id desc, s.id limit $7$q$
      using numbers, pattern, reads, barred, before_on, before_id, page;
  end $$;
revoke all on function app.find_signatories(text, text[], int, date, uuid) from public;
grant execute on function app.find_signatories(text, text[], int, date, uuid) to minhxet_app;

-- By what signatories are found when a petition is about to be registered twice: hashes as in petition_key, a row for each,
-- because a petition of thousands would carry tens of thousands of keys through every comparison.
create table signatory_key (
  key bigint not null,
  signatory_id uuid not null references signatory,
  petition_id uuid not null references petition,
  primary key (key, signatory_id)
);
create index signatory_keys_of on signatory_key (signatory_id);
alter table signatory_key enable row level security;
alter table signatory_key force row level security;
create policy owner on signatory_key to minhxet_migrator using (true) with check (true);

create function app.store_signatory_keys(rows jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    mine uuid[] := app.agencies('signatory', 'record');
  begin
    if not app.is_job() and exists (select from jsonb_to_recordset(rows) as r(signatory_id uuid)
        where not exists (select from signatory s join petition p on p.id = s.petition_id where s.id = r.signatory_id and p.agency_id = any (mine))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    delete from signatory_key k using jsonb_to_recordset(rows) as r(signatory_id uuid) where k.signatory_id = r.signatory_id;
    insert into signatory_key (key, signatory_id, petition_id)
      select distinct x.key, s.id, s.petition_id
      from jsonb_to_recordset(rows) as r(signatory_id uuid, keys text) join signatory s on s.id = r.signatory_id
      cross join lateral unnest(r.keys::bigint[]) x(key);
  end $$;
revoke all on function app.store_signatory_keys(jsonb) from public;
grant execute on function app.store_signatory_keys(jsonb) to minhxet_app;

-- Also those with a list of which somebody has no keys yet.
create or replace function app.petitions_to_key(wanted int, after uuid, page int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select p.id from public.petition p
    where app.is_job() and p.id > $2 and (not exists (select from public.petition_key k where k.petition_id = p.id and k.version = $1)
      or exists (select from public.signatory s where s.petition_id = p.id and s.removed_on is null
        and not exists (select from public.signatory_key k where k.signatory_id = s.id)))
    order by p.id limit $3
  $$;

-- As before (0032), and by who signed. Of a petition found so, the keys of the signatories that meet stand for those of
-- whoever handed it in: their number decides whether it is the same person, not the number of somebody else who signed.
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
        from unnest(sought) s(key)
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

-- Under the policy each of thousands of rows asks whether its petition is seen: a page of 5,000 took 824 ms.
create function app.count_signatories(petition uuid)
  returns table (people int, representatives int, people_without_slip int, representatives_without_slip int)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select count(*)::int, (count(*) filter (where s.representative))::int, (count(*) filter (where s.slip_no = 0))::int,
      (count(*) filter (where s.slip_no = 0 and s.representative))::int
    from public.signatory s
    where s.petition_id = $1 and s.removed_on is null and exists (select from public.petition p where p.id = $1
      and p.sealed_to is null and not p.restricted and p.kind in ('complaint','recommendation') and p.id <> all (app.barred_petitions())
      and (app.is_job() or p.agency_id = any (app.agencies('petition', 'read')) or p.matter_id = any (app.assigned_matters())))
  $$;
revoke all on function app.count_signatories(uuid) from public;
grant execute on function app.count_signatories(uuid) to minhxet_app;
