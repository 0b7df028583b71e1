-- What an act of publication made public (khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP, Điều 40 Luật Tố cáo, Điều 19 Nghị định
-- 20/2008/NĐ-CP). The row holds only what anyone may read; from which matter it comes, and what it said before, lie apart.
create table publication (
  id uuid primary key,
  agency_id uuid not null references agency,
  law_pack text not null,
  procedure text not null,
  act text not null,
  shows text not null check (shows in ('extract','existence')),
  number text,
  issued_on date,
  published_on date not null,
  least_until date,
  ways text[] not null default '{}',
  field text not null default '',
  extract text not null default '',
  place text not null default '',
  withdrawn_on date,
  seq integer not null,
  words tsvector not null generated always as (
    to_tsvector('simple', regexp_replace(app.fold(coalesce(number, '') || ' ' || field || ' ' || extract), '[^a-z0-9]+', ' ', 'g'))) stored,
  check (shows = 'extract' or (ways = '{}' and field = '' and extract = '' and place = ''))
);
comment on table publication is 'Open to anyone while it is not withdrawn: nothing of a person, nothing of a matter''s texts.';
comment on column publication.shows is 'existence: of a denunciation only number, day and agency (khoản 3 Điều 40 Luật Tố cáo).';
comment on column publication.least_until is 'Until when the law has it stay public at least; it sets no last day.';
create index publication_newest on publication (published_on desc, id desc) where withdrawn_on is null;
create index publication_of_agency on publication (agency_id, published_on desc, id desc) where withdrawn_on is null;
create index publication_words on publication using gin (words) where withdrawn_on is null;

-- Written first: it says whose right it is to write the publication.
create table publication_source (
  publication_id uuid primary key references publication deferrable initially deferred,
  matter_id uuid not null references matter,
  seq integer not null,
  paper_id uuid references paper,
  unique (matter_id, seq)
);
comment on column publication_source.seq is 'The act of publication among the events of the matter.';
create table publication_text (
  publication_id uuid not null references publication,
  seq integer not null,
  field text not null,
  extract text not null,
  place text not null,
  reason text,
  primary key (publication_id, seq)
);
comment on table publication_text is 'Words as they stood after each change; the reason of a withdrawal is never published.';
create table publication_event (
  publication_id uuid not null references publication,
  seq integer not null,
  what text not null check (what in ('published','worded','withdrawn')),
  on_date date not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (publication_id, seq)
);

do $$
declare t text;
begin
  foreach t in array array['publication','publication_source','publication_text','publication_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
create policy read on publication_source for select to minhxet_app using (
  exists (select from matter m where m.id = matter_id) or (select app.is_job()));
create policy add on publication_source for insert to minhxet_app with check (exists (select from matter m where m.id = matter_id));

-- As the asker, under the asker's policies: of a denunciation nothing but that it exists.
create function app.publishes(publication uuid, agency uuid, shows text) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.publication_source s join public.matter m on m.id = s.matter_id
    where s.publication_id = publication and m.agency_id = agency and (shows = 'existence' or exists (
      select from public.petition p where p.id = m.lead_petition_id and p.kind is distinct from 'denunciation'))); end $$;
revoke all on function app.publishes(uuid, uuid, text) from public;
grant execute on function app.publishes(uuid, uuid, text) to minhxet_app;

create policy read on publication for select to minhxet_app using (
  withdrawn_on is null or exists (select from publication_source s where s.publication_id = id) or (select app.is_job()));
create policy add on publication for insert to minhxet_app with check (app.publishes(id, agency_id, shows));
create policy change on publication for update to minhxet_app
  using (agency_id = any ((select app.agencies('publication', 'write'))::uuid[]) and app.publishes(id, agency_id, shows))
  with check (agency_id = any ((select app.agencies('publication', 'write'))::uuid[]) and app.publishes(id, agency_id, shows));
create policy of_source on publication_text to minhxet_app
  using (exists (select from publication_source s where s.publication_id = publication_text.publication_id))
  with check (exists (select from publication_source s where s.publication_id = publication_text.publication_id));
create policy of_source on publication_event to minhxet_app
  using (exists (select from publication_source s where s.publication_id = publication_event.publication_id))
  with check (exists (select from publication_source s where s.publication_id = publication_event.publication_id));
create policy trail on publication_event for select to minhxet_app using ((select app.is_job()));
grant select, insert, update on publication to minhxet_app;
grant select, insert on publication_source, publication_text, publication_event to minhxet_app;

-- Searching for words past the policy, which would keep the index of the words away (settled 7): what stands, and nothing else.
create function app.search_publications(query text, agency uuid, from_on date, to_on date, before_on date, before_id uuid, most integer)
  returns table (id uuid)
  language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  as $$ begin return query
    select p.id from public.publication p
    where p.withdrawn_on is null and (query is null or p.words @@ to_tsquery('simple', query)) and (agency is null or p.agency_id = agency)
      and (from_on is null or p.published_on between from_on and to_on)
      and (before_on is null or (p.published_on, p.id) < (before_on, before_id))
    order by p.published_on desc, p.id desc limit least(most, 101); end $$;

-- The best of the newest that share words with what somebody wrote.
create function app.similar_publications(query text, most integer) returns table (id uuid, rank real)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select x.id, ts_rank(x.words, to_tsquery('simple', query)) as rank from (
      select p.id, p.words from public.publication p
      where p.withdrawn_on is null and p.extract <> '' and p.words @@ to_tsquery('simple', query)
      order by p.published_on desc, p.id desc limit 1000) x
    order by rank desc, x.id desc limit least(most, 50)
  $$;
do $$
declare f text;
begin
  foreach f in array array['search_publications(text, uuid, date, date, date, uuid, integer)', 'similar_publications(text, integer)'] loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to minhxet_app', f);
  end loop;
end $$;
