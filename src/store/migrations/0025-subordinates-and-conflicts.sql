-- A superior sees that a matter of a subordinate exists and its dates, and nothing else of it: no id to open it by, nobody's
-- name, no word of its content; of a denunciation not more than that it is one. A protection of a denouncer is a file of its
-- own (Điều 47–58 Luật Tố cáo): that one was asked for says who might have denounced, so it is not listed.
create function app.subordinate_agencies(today date) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare mine uuid[] := app.agencies('subordinate', 'read');
  begin
    return array(
      with recursive below as (
        select v.agency_id from public.agency_version v
          where v.parent_id = any (mine) and v.valid_from <= today and (v.valid_to is null or v.valid_to >= today)
        union
        select v.agency_id from public.agency_version v join below b on v.parent_id = b.agency_id
          where v.valid_from <= today and (v.valid_to is null or v.valid_to >= today))
      select agency_id from below);
  end $$;
revoke all on function app.subordinate_agencies(date) from public;
grant execute on function app.subordinate_agencies(date) to minhxet_app;

-- Who must keep away from a petition and its matters: the accused, their relatives, whoever has an interest (settled 4).
create table conflict_of_interest (
  petition_id uuid not null references petition,
  officer_id uuid not null references officer,
  ground text not null check (ground in ('accused','relative','interest')),
  declared_by uuid not null references officer,
  declared_on date not null,
  primary key (petition_id, officer_id)
);
create index conflict_of_officer on conflict_of_interest (officer_id);
comment on table conflict_of_interest is 'Declared by the officer or by who handles the petition; from then on the officer sees nothing of it.';

create function app.barred_petitions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select c.petition_id from public.conflict_of_interest c where c.officer_id = app.officer_id()); end $$;
create function app.barred_matters() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select m.matter_id from public.conflict_of_interest c join public.matter_petition m on m.petition_id = c.petition_id
    where c.officer_id = app.officer_id()); end $$;
revoke all on function app.barred_petitions() from public;
revoke all on function app.barred_matters() from public;
grant execute on function app.barred_petitions(), app.barred_matters() to minhxet_app;

alter table conflict_of_interest enable row level security;
alter table conflict_of_interest force row level security;
create policy owner on conflict_of_interest to minhxet_migrator using (true) with check (true);
create policy of_petition on conflict_of_interest to minhxet_app
  using (exists (select 1 from petition p where p.id = petition_id))
  with check (declared_by = (select app.officer_id()) and exists (select 1 from petition p where p.id = petition_id
    and (officer_id = (select app.officer_id()) or p.sealed_to = (select app.officer_id())
      or p.agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[]))));
grant select, insert on conflict_of_interest to minhxet_app;

-- Above every other policy, whatever role or assignment somebody has.
create policy no_conflict on petition as restrictive to minhxet_app using (id <> all ((select app.barred_petitions())::uuid[]));
create policy no_conflict on matter as restrictive to minhxet_app using (id <> all ((select app.barred_matters())::uuid[]));

create function app.subordinate_matters(wanted uuid, overdue_only boolean, today date, page int, before_on date, before_code text)
  returns table (code text, agency_id uuid, procedure text, law_pack text, state text, restricted boolean, opened_on date, due_on date,
    provisional boolean, closed boolean, overdue boolean)
  language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  as $$
  declare barred uuid[] := app.barred_matters();
  begin
    return query
      select x.* from unnest(app.subordinate_agencies(today)) as a(id)
      cross join lateral (
        select m.code, m.agency_id, case when m.restricted then 'denunciation' else m.procedure end, m.law_pack, m.state, m.restricted,
          m.opened_on, d.due_on, coalesce(d.provisional, false), m.closed_on is not null,
          coalesce(m.closed_on is null and d.due_on < today, false) as late
        from public.matter m
        left join lateral (select c.due_on, c.provisional from public.deadline c where c.matter_id = m.id and c.status = 'running'
          order by c.due_on limit 1) d on true
        where m.agency_id = a.id and m.procedure <> 'denouncer-protection' and m.id <> all (barred)
          and (m.opened_on, m.code) < (coalesce(before_on, 'infinity'::date), coalesce(before_code, ''))
          and (not overdue_only or (m.closed_on is null and d.due_on < today))
        order by m.opened_on desc, m.code desc limit page) x
      where wanted is null or a.id = wanted
      order by x.opened_on desc, x.code desc limit page;
  end $$;
revoke all on function app.subordinate_matters(uuid, boolean, date, int, date, text) from public;
grant execute on function app.subordinate_matters(uuid, boolean, date, int, date, text) to minhxet_app;

-- What the counter wrote of a visit stayed readable there after the denunciation had been handed to the head: at the visit,
-- in the register and in its export. The line of the register stays, its words do not (Điều 56 Luật Tố cáo).
create index petition_restricted_of_visit on petition (visit_id) where restricted;
create function app.handed_visits() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select p.visit_id from public.petition p join public.visit v on v.id = p.visit_id
    where p.restricted and v.sealed_to = app.officer_id()); end $$;
revoke all on function app.handed_visits() from public;
grant execute on function app.handed_visits() to minhxet_app;
create policy not_handed on visit_text as restrictive to minhxet_app using (visit_id <> all ((select app.handed_visits())::uuid[]));
create policy not_handed on visit_item as restrictive to minhxet_app using (visit_id <> all ((select app.handed_visits())::uuid[]));
create policy not_handed on visit_correction as restrictive to minhxet_app using (visit_id <> all ((select app.handed_visits())::uuid[]));
