-- A decision that was made public and is taken back or settled anew: its page says so and leads to the one that replaced
-- it; until that one is public, or once it is taken down, nobody reads the old one.
alter table publication add column replaced_on date;
alter table publication add column replaced_by uuid references publication;
alter table publication add check (replaced_by is null or (replaced_on is not null and replaced_by <> id));
comment on column publication.replaced_on is 'Since when it stands no more; written by the act that took it back, never by hand.';
create index publication_replaced on publication (replaced_by) where replaced_by is not null;
alter table publication_event drop constraint publication_event_what_check;
alter table publication_event add constraint publication_event_what_check
  check (what in ('published','worded','withdrawn','replaced','corrected'));

-- Whether the one that came in its place is public: asked past the policy, which would ask itself.
create function app.stands(publication uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from public.publication p where p.id = $1 and p.withdrawn_on is null and p.replaced_on is null) $$;
revoke all on function app.stands(uuid) from public;
grant execute on function app.stands(uuid) to minhxet_app;
drop policy read on publication;
create policy read on publication for select to minhxet_app using (
  (withdrawn_on is null and (replaced_on is null or app.stands(replaced_by)))
  or exists (select from publication_source s where s.publication_id = id) or (select app.is_job()));

drop index publication_newest, publication_of_agency, publication_words;
create index publication_newest on publication (published_on desc, id desc) where withdrawn_on is null and replaced_on is null;
create index publication_of_agency on publication (agency_id, published_on desc, id desc) where withdrawn_on is null and replaced_on is null;
create index publication_words on publication using gin (words) where withdrawn_on is null and replaced_on is null;

create or replace function app.search_publications(query text, agency uuid, from_on date, to_on date, before_on date, before_id uuid, most integer)
  returns table (id uuid)
  language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  as $$ begin return query
    select p.id from public.publication p
    where p.withdrawn_on is null and p.replaced_on is null
      and (query is null or p.words @@ to_tsquery('simple', query)) and (agency is null or p.agency_id = agency)
      and (from_on is null or p.published_on between from_on and to_on)
      and (before_on is null or (p.published_on, p.id) < (before_on, before_id))
    order by p.published_on desc, p.id desc limit least(most, 101); end $$;

create or replace function app.similar_publications(query text, most integer) returns table (id uuid, rank real)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select x.id, ts_rank(x.words, to_tsquery('simple', query)) as rank from (
      select p.id, p.words from public.publication p
      where p.withdrawn_on is null and p.replaced_on is null and p.extract <> '' and p.words @@ to_tsquery('simple', query)
      order by p.published_on desc, p.id desc limit 1000) x
    order by rank desc, x.id desc limit least(most, 50)
  $$;
