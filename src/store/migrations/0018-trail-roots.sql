-- The trail, sealed day by day (settled 8). A root covers the head and the count of every chain and is signed outside the
-- database. What was signed is only ever added to; docs/trail.md says how anybody checks it.
create table trail_root (
  no integer primary key check (no > 0),
  on_date date not null,
  daily boolean not null,
  statement text not null,
  hash bytea not null unique,
  signature bytea not null
);
comment on column trail_root.statement is 'The signed bytes themselves, canonical JSON; the other columns repeat it.';
create unique index trail_root_one_each_day on trail_root (on_date) where daily;

create table trail_leaf (
  kind text collate "C" not null,
  id text collate "C" not null,
  root_no integer not null,
  count integer not null check (count > 0),
  first bytea not null,
  head bytea not null,
  primary key (kind, id, root_no)
);
comment on table trail_leaf is 'What each root saw of the chains that had grown since the root before. Rows above the last root are of one being made.';
create index trail_leaf_by_root on trail_leaf (root_no, kind, id);

create table trail_block (
  root_no integer not null,
  no integer not null,
  first_kind text collate "C" not null,
  first_id text collate "C" not null,
  hash bytea not null,
  primary key (root_no, no)
);
comment on table trail_block is 'Hashes of runs of 512 leaves under the last root, so that one proof reads one run and not every chain. Can be computed anew.';

do $$
declare t text;
begin
  foreach t in array array['trail_root','trail_leaf','trail_block']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
    execute format('create policy add on %I for insert to minhxet_app with check ((select app.is_job()))', t);
    execute format('grant select, insert on %I to minhxet_app', t);
  end loop;
end $$;
-- Roots are published; ids and lengths of chains are not.
create policy read on trail_root for select to minhxet_app using (true);
create policy read on trail_leaf for select to minhxet_app using ((select app.is_job()));
create policy read on trail_block for select to minhxet_app using ((select app.is_job()));

-- Reads are covered by count and digest; background work alone may look at them for that.
create policy read on read_event for select to minhxet_app using ((select app.is_job()));
grant select on read_event to minhxet_app;

-- The check reads every row of every chain, also one whose petition, matter or paper is gone.
-- The name matters: of several policies the last by name is tried first, and for background work the others need not be
-- looked at (each page would read the whole table of petitions for them).
do $$
declare t text;
begin
  foreach t in array array['petition_event','matter_event','paper_event','head_session_event']
  loop
    execute format('create policy trail on %I for select to minhxet_app using ((select app.is_job()))', t);
  end loop;
end $$;

-- Takes away what an interrupted root left, and the runs of roots before the last. Never what a root covers.
create function app.trail_discard() returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare last integer := (select coalesce(max(no), 0) from public.trail_root);
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from public.trail_leaf where root_no > last;
    delete from public.trail_block where root_no <> last;
  end $$;
revoke all on function app.trail_discard() from public;
grant execute on function app.trail_discard() to minhxet_app;

-- The last read that is certain to have nothing uncommitted before it: numbers are given before a transaction ends, so
-- the table is shut to writers for the moment of looking.
create function app.reads_until() returns bigint
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '5s'
  as $$
  declare last bigint;
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    lock table public.read_event in share mode;
    select coalesce(max(id), 0) into last from public.read_event;
    return last;
  end $$;
revoke all on function app.reads_until() from public;
grant execute on function app.reads_until() to minhxet_app;

-- What the holder of a receipt needs to compute the way from the registration to the last root. Null before a root covers it.
create function app.receipt_trail(code text, secret_hash bytea) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare
    petition uuid := (select p.id from public.petition p where p.code = $1 and p.tracking_hash = $2);
    root public.trail_root;
    run public.trail_block;
  begin
    if petition is null then return null; end if;
    select * into root from public.trail_root order by no desc limit 1;
    select * into run from public.trail_block b
      where b.root_no = root.no and (b.first_kind, b.first_id) <= ('petition' collate "C", petition::text collate "C") order by b.no desc limit 1;
    if run is null or not exists (select from public.trail_leaf l where l.kind = 'petition' and l.id = petition::text and l.root_no <= root.no)
      then return null; end if;
    return jsonb_build_object(
      'id', petition, 'run', run.no,
      'firstRoot', (select jsonb_build_object('no', r.no, 'on', r.on_date) from public.trail_root r
        where r.no = (select min(l.root_no) from public.trail_leaf l where l.kind = 'petition' and l.id = petition::text)),
      'statement', root.statement, 'signature', encode(root.signature, 'base64'), 'hash', encode(root.hash, 'hex'),
      'entry', (select jsonb_build_object('id', e.petition_id, 'seq', e.seq, 'what', e.what, 'on', e.on_date,
          'at', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'officer', e.officer_id, 'data', e.data)
        from public.petition_event e where e.petition_id = petition and e.seq = 1),
      'runs', (select jsonb_agg(encode(b.hash, 'hex') order by b.no) from public.trail_block b where b.root_no = root.no),
      'leaves', (select jsonb_agg(jsonb_build_object('kind', l.kind, 'id', l.id, 'count', l.count, 'first', encode(l.first, 'hex'), 'head', encode(l.head, 'hex'))
          order by l.kind, l.id) from (
        select distinct on (kind, id) * from public.trail_leaf
        where (kind, id) >= (run.first_kind, run.first_id) and root_no <= root.no
        order by kind, id, root_no desc limit 512) l));
  end $$;
revoke all on function app.receipt_trail(text, bytea) from public;
grant execute on function app.receipt_trail(text, bytea) to minhxet_app;
