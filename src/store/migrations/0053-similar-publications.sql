-- Published decisions are found by pairs of syllables that stand together, in one look-up a pair: as a search for any of
-- sixty phrases, the words of nearly everything published were read (888 ms at 20,000 publications, 1M petitions).
create table publication_pair (
  pair integer not null,
  publication_id uuid not null references publication on delete cascade,
  primary key (pair, publication_id)
);
comment on table publication_pair is 'Written by a trigger of publication; one hash for each two syllables of its words.';
create index publication_pairs_of on publication_pair (publication_id);
alter table publication_pair enable row level security;
alter table publication_pair force row level security;
create policy owner on publication_pair to minhxet_migrator using (true) with check (true);

-- Within a sentence, without marks, as the program reads what somebody writes.
create function app.syllable_pairs(written text) returns integer[] language sql immutable
  as $$
    select coalesce(array_agg(distinct hashtext(t.s || ' ' || t.next)), '{}') from (
      select w.s, lead(w.s) over (partition by p.n order by w.i) as next
      from regexp_split_to_table(app.fold($1), '[.,;:!?()\n"“”]+') with ordinality p(part, n)
      cross join lateral regexp_split_to_table(btrim(regexp_replace(p.part, '[^a-z0-9]+', ' ', 'g')), ' ') with ordinality w(s, i)
      where w.s <> '') t
    where t.next is not null
  $$;

create function app.keep_publication_pairs() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    delete from publication_pair where publication_id = new.id;
    insert into publication_pair (pair, publication_id) select pair, new.id from unnest(app.syllable_pairs(new.field || '. ' || new.extract)) pair;
    return null;
  end $$;
create trigger pairs after insert or update of field, extract on publication
  for each row execute function app.keep_publication_pairs();
insert into publication_pair (pair, publication_id)
  select pair, p.id from publication p cross join lateral unnest(app.syllable_pairs(p.field || '. ' || p.extract)) pair;

-- Those that share the most with what somebody wrote. Of a pair that many have, the newest 200 are looked at; the fewer
-- have it, the more it counts.
drop function app.similar_publications(text, integer);
create function app.similar_publications(written text, most integer) returns table (id uuid, rank real)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    with hit as materialized (
      select x.publication_id, 1 / ln(2 + count(*) over (partition by a.pair)) as weight
      from unnest((app.syllable_pairs($1))[1:200]) a(pair)
      cross join lateral (
        select k.publication_id from publication_pair k where k.pair = a.pair order by k.publication_id desc limit 200) x),
    best as materialized (
      select h.publication_id, sum(h.weight) as rank from hit h group by 1 order by 2 desc, 1 desc limit least(most, 50) * 2)
    select p.id, b.rank::real from best b join publication p on p.id = b.publication_id
    where p.withdrawn_on is null and p.replaced_on is null and p.extract <> ''
    order by b.rank desc, p.id desc limit least(most, 50)
  $$;
revoke all on function app.similar_publications(text, integer), app.keep_publication_pairs(), app.syllable_pairs(text) from public;
grant execute on function app.similar_publications(text, integer) to minhxet_app;
