-- Days on which the head of an agency receives citizens in person, and what became of them. What grows on a session later
-- (who is called, the queue, minutes, the prepared file) refers to its id.
create table head_session (
  id uuid primary key,
  agency_id uuid not null references agency,
  position text not null,
  host text not null check (host in ('authority','party')),
  kind text not null check (kind in ('scheduled','unscheduled')),
  ground text check (ground in ('a','b')),
  on_date date not null,
  starts_at time not null,
  ends_at time not null,
  state text not null check (state in ('draft','announced','held','held-without-visitors','delegated','postponed','cancelled')),
  announced_on date,
  instead_of uuid unique references head_session,
  seq integer not null,
  check (ends_at > starts_at),
  check ((host = 'party') = (position like '%-party-head')),
  check (announced_on is not null or state not in ('announced','held-without-visitors','postponed')),
  check (announced_on is null or state <> 'draft')
);
create index head_session_of_agency on head_session (agency_id, on_date, starts_at);
create unique index head_session_once on head_session (agency_id, position, on_date, starts_at) where state not in ('postponed','cancelled');
create index head_session_published on head_session (on_date, agency_id) where announced_on is not null;
comment on table head_session is 'One sitting of a head at a place of reception; several on one day are one day of duty.';
comment on column head_session.position is 'DutyRule.position of the law: whose duty it is. A Party committee''s session never counts for the authority.';
comment on column head_session.ground is 'Of an unscheduled session: point a or b of khoản 3 Điều 18 Luật Tiếp công dân.';
comment on column head_session.announced_on is 'Day the schedule was posted (khoản 4 Điều 24 Luật Tiếp công dân); whether that was in time is computed, never stored.';
comment on column head_session.instead_of is 'The postponed session whose new date this is.';

-- Words of a session as they stood after each change; the row with the highest number holds now.
create table head_session_text (
  session_id uuid not null references head_session,
  seq integer not null,
  place text not null,
  host_name text,
  attending text,
  topics text,
  received_by text,
  delegated_to text,
  reason text,
  primary key (session_id, seq)
);
comment on column head_session_text.reason is 'Why this change was made; of no other change and never published.';
create table head_session_event (
  session_id uuid not null references head_session,
  seq integer not null,
  what text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (session_id, seq)
);
comment on table head_session_event is 'Append-only: old and new dates and states, digests of the words.';

do $$
declare t text;
begin
  foreach t in array array['head_session','head_session_text','head_session_event']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
create policy read on head_session for select to minhxet_app using (
  agency_id = any ((select app.agencies('head-session', 'read'))::uuid[]) or (select app.is_job()));
create policy add on head_session for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or agency_id = any ((select app.agencies('head-session', 'record'))::uuid[])
  or (select app.is_job()));
create policy change on head_session for update to minhxet_app
  using (agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or agency_id = any ((select app.agencies('head-session', 'record'))::uuid[])
    or (select app.is_job()))
  with check (agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or agency_id = any ((select app.agencies('head-session', 'record'))::uuid[])
    or (select app.is_job()));
do $$
declare t text;
begin
  foreach t in array array['head_session_text','head_session_event']
  loop
    execute format('create policy read on %I for select to minhxet_app using (exists (select 1 from head_session s where s.id = session_id))', t);
    execute format('create policy add on %I for insert to minhxet_app with check (exists (select 1 from head_session s where s.id = session_id
      and (s.agency_id = any ((select app.agencies(''head-session'', ''plan''))::uuid[]) or s.agency_id = any ((select app.agencies(''head-session'', ''record''))::uuid[])
        or (select app.is_job()))))', t);
  end loop;
end $$;
grant select, insert, update on head_session to minhxet_app;
grant select, insert on head_session_text, head_session_event to minhxet_app;

-- The published calendar, open to anyone: what khoản 2 Điều 24 Luật Tiếp công dân has posted, and no reasons.
create function app.published_sessions(agency uuid, from_on date, to_on date) returns table (
    session_id uuid, agency_id uuid, "position" text, host text, kind text, on_date date, starts_at text, ends_at text, state text,
    announced_on date, place text, host_name text, attending text, topics text, delegated_to text,
    moved_to date, moved_to_at text, moved_from date)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.id, s.agency_id, s.position, s.host, s.kind, s.on_date, to_char(s.starts_at, 'HH24:MI'), to_char(s.ends_at, 'HH24:MI'), s.state,
      s.announced_on, t.place, t.host_name, t.attending, t.topics, case when s.state = 'delegated' then t.delegated_to end,
      later.on_date, to_char(later.starts_at, 'HH24:MI'), earlier.on_date
    from public.head_session s
    join public.head_session_text t on t.session_id = s.id and t.seq = s.seq
    left join public.head_session later on later.instead_of = s.id
    left join public.head_session earlier on earlier.id = s.instead_of
    where s.announced_on is not null and s.on_date between from_on and to_on and (agency is null or s.agency_id = agency)
    order by s.on_date, s.starts_at, s.id limit 2000
  $$;
revoke all on function app.published_sessions(uuid, date, date) from public;
grant execute on function app.published_sessions(uuid, date, date) to minhxet_app;
