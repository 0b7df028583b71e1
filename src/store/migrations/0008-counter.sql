-- What the counter needs beside the visit: the papers that were handed over (most are never scanned), corrections,
-- a look-up of people that an index can serve, and the erasure of a denouncer's traces.
create table visit_item (
  visit_id uuid not null references visit,
  ordinal smallint not null,
  title text not null,
  pages smallint,
  copy_type text,
  condition text,
  file_id uuid references file,
  primary key (visit_id, ordinal)
);
comment on table visit_item is 'Papers as the receipt 02/TCD lists them; file_id when one was scanned.';
create table visit_correction (
  visit_id uuid not null references visit,
  seq integer not null,
  field text not null,
  old_value text,
  new_value text,
  reason text not null,
  officer_id uuid references officer,
  corrected_at timestamptz not null,
  primary key (visit_id, seq, field)
);
comment on table visit_correction is 'Append-only: a wrong entry keeps its old value and the reason (settled 26).';

do $$
declare t text;
begin
  foreach t in array array['visit_item','visit_correction']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
    execute format('create policy of_visit on %I to minhxet_app using (exists (select 1 from visit v where v.id = visit_id)) with check (exists (select 1 from visit v where v.id = visit_id))', t);
  end loop;
end $$;
grant select, insert, update on visit_item to minhxet_app;
grant select, insert on visit_correction to minhxet_app;

-- A sealed intake that turns out to be a denunciation gives up its people for good (settled 2); nothing else is ever deleted.
grant delete on visit_party, petition_party, person_detail to minhxet_app;
create policy erase on person_detail for delete to minhxet_app using (
  exists (select 1 from person p where p.id = person_id and p.sealed_to = (select app.officer_id())));
create policy only_sealed on visit_party as restrictive for delete to minhxet_app using (
  exists (select 1 from visit v where v.id = visit_id and v.sealed_to = (select app.officer_id())));
create policy only_sealed on petition_party as restrictive for delete to minhxet_app using (
  exists (select 1 from petition p where p.id = petition_id and p.sealed_to = (select app.officer_id())));

-- LIKE is not leakproof, so under a policy its index is used last (settled 7): this applies the policy of person itself.
create function app.find_people(agency uuid, needle text, numbers text[], page int)
  returns table (person_id uuid, ordinal bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  declare
    me uuid := app.officer_id();
    mine boolean := app.is_job() or agency = any (app.agencies('person', 'read'));
    pattern text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  begin
    if me is null and not mine then return; end if;
    return query
      select x.id, row_number() over (order by x.rank, x.folded, x.id)
      from (
        select d.person_id as id, d.folded_name as folded,
          case when d.id_number = any (numbers) then 0 when d.folded_name = needle then 1 when d.folded_name like needle || ' %' then 2
            when d.folded_name like '% ' || needle then 3 else 4 end as rank
        from public.person_detail d join public.person p on p.id = d.person_id
        where d.agency_id = agency and (p.sealed_to = me or (p.sealed_to is null and mine))
          and case when cardinality(numbers) > 0 then d.id_number = any (numbers) else d.folded_name like pattern end
        limit 500
      ) x
      order by 2 limit page;
  end $$;
revoke all on function app.find_people(uuid, text, text[], int) from public;
grant execute on function app.find_people(uuid, text, text[], int) to minhxet_app;
