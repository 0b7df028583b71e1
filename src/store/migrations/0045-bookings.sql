-- A place at a head's session, booked by a citizen from the published calendar. It is a turn in a line, not an intake: it
-- opens no petition, asks for no kind, and goes the night after the session.
alter table head_session add column places smallint check (places between 1 and 200);
comment on column head_session.places is 'How many may book; null: nobody. House practice: no law asks for a booking, and whoever comes without one is received.';

create table session_booking (
  id uuid primary key,
  session_id uuid not null references head_session,
  number smallint not null,
  code text not null unique,
  secret_hash bytea not null unique,
  state text not null check (state in ('booked','came','absent','cancelled')),
  booked_at timestamptz not null,
  unique (session_id, number)
);
create table session_booking_person (
  booking_id uuid primary key references session_booking on delete cascade,
  full_name text not null,
  channel text check (channel in ('email','phone')),
  address text,
  subject text not null,
  people smallint not null check (people between 1 and 200),
  check ((channel is null) = (address is null))
);
comment on table session_booking_person is 'Who booked and what about; a row of its own, which goes when they cancel, when the visit is recorded, and the night after the session.';

do $$
declare t text;
begin
  foreach t in array array['session_booking','session_booking_person']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
create policy handle on session_booking to minhxet_app
  using (exists (select from head_session s where s.id = session_id and s.agency_id = any ((select app.agencies('booking', 'handle'))::uuid[])) or (select app.is_job()))
  with check (exists (select from head_session s where s.id = session_id and s.agency_id = any ((select app.agencies('booking', 'handle'))::uuid[])) or (select app.is_job()));
create policy of_booking on session_booking_person to minhxet_app
  using (exists (select from session_booking b where b.id = booking_id))
  with check (exists (select from session_booking b where b.id = booking_id));
grant select (id, session_id, number, code, state, booked_at), update (session_id, state) on session_booking to minhxet_app;
grant select, delete on session_booking_person to minhxet_app;

-- What may be booked, open to anyone: a posted session that is to take place on a later day and has places. Null: none such.
create function app.bookable_session(session uuid, today date) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('id', s.id, 'agency', a.code, 'agencyName', v.name, 'position', s.position, 'on', s.on_date,
      'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'), 'place', t.place, 'state', s.state, 'movedFrom', earlier.on_date,
      'free', case when s.places is not null and s.state in ('announced','delegated') and s.on_date > today then
        greatest(0, s.places - (select count(*) from public.session_booking b where b.session_id = s.id and b.state <> 'cancelled')) end)
    from public.head_session s
    join public.head_session_text t on t.session_id = s.id and t.seq = s.seq
    join public.agency a on a.id = s.agency_id
    join lateral (select x.name from public.agency_version x where x.agency_id = a.id order by x.valid_from <= s.on_date desc, x.valid_from desc limit 1) v on true
    left join public.head_session earlier on earlier.id = s.instead_of
    where s.id = session and s.announced_on is not null
  $$;

-- The next place of a session, once for each secret. Whoever comes at the same instant waits for the row of the session.
create function app.book_place(id uuid, session uuid, today date, code text, secret_hash bytea,
    full_name text, channel text, address text, subject text, people int) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    earlier public.session_booking;
    free int;
    next_number int;
  begin
    perform from public.head_session s where s.id = session for update;
    select * into earlier from public.session_booking b where b.secret_hash = $5;
    if earlier.id is not null then return jsonb_build_object('code', earlier.code, 'number', earlier.number); end if;
    free := (app.bookable_session(session, today) ->> 'free')::int;
    if free is null then return jsonb_build_object('refused', 'closed'); end if;
    if free = 0 then return jsonb_build_object('refused', 'full'); end if;
    select coalesce(max(b.number), 0) + 1 into next_number from public.session_booking b where b.session_id = session;
    insert into public.session_booking (id, session_id, number, code, secret_hash, state, booked_at)
      values ($1, session, next_number, $4, $5, 'booked', now());
    insert into public.session_booking_person (booking_id, full_name, channel, address, subject, people) values ($1, $6, $7, $8, $9, $10);
    return jsonb_build_object('code', $4, 'number', next_number);
  end $$;

-- What the holder of the two codes sees; null for a wrong code and a wrong secret alike.
create function app.booking_by_code(code text, secret_hash bytea, today date) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('code', b.code, 'number', b.number, 'state', b.state, 'name', p.full_name, 'subject', p.subject, 'people', p.people,
      'session', app.bookable_session(b.session_id, today))
    from public.session_booking b left join public.session_booking_person p on p.booking_id = b.id where b.code = $1 and b.secret_hash = $2
  $$;
create function app.cancel_booking(code text, secret_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare b public.session_booking;
  begin
    select * into b from public.session_booking x where x.code = $1 and x.secret_hash = $2 for update;
    if b.id is null then return null; end if;
    if b.state <> 'booked' then return b.state = 'cancelled'; end if;
    update public.session_booking x set state = 'cancelled' where x.id = b.id;
    delete from public.session_booking_person p where p.booking_id = b.id;
    return true;
  end $$;

-- Every night: bookings of sessions whose day is over, with their people.
create function app.forget_bookings(today date) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n integer;
  begin
    if app.context_kind() is distinct from 'task' then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from public.session_booking b using public.head_session s where s.id = b.session_id and s.on_date < today;
    get diagnostics n = row_count;
    return n;
  end $$;

-- The same outbox tells whoever booked, and left an address, that the session is postponed or does not take place.
alter table notice alter column petition_id drop not null;
alter table notice add column booking_id uuid references session_booking on delete cascade;
alter table notice add constraint notice_about_one check ((petition_id is null) <> (booking_id is null));
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('received','question','moved','progress','session'));
create index notice_of_booking on notice (booking_id) where booking_id is not null;
create function app.queue_booking_notices(session uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if app.context_kind() is null then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into public.notice (id, booking_id, agency_id, kind)
      select gen_random_uuid(), b.id, s.agency_id, 'session'
      from public.session_booking b join public.head_session s on s.id = b.session_id join public.session_booking_person p on p.booking_id = b.id
      where b.session_id = session and b.state = 'booked' and p.address is not null
        and not exists (select from public.notice n where n.booking_id = b.id and n.state = 'waiting' and n.tries = 0);
  end $$;

-- The calendar says how many places are left; null where nobody books.
drop function app.published_sessions(uuid, date, date);
create function app.published_sessions(agency uuid, from_on date, to_on date) returns table (
    session_id uuid, agency_id uuid, "position" text, host text, kind text, on_date date, starts_at text, ends_at text, state text,
    announced_on date, place text, host_name text, attending text, topics text, delegated_to text,
    moved_to date, moved_to_at text, moved_from date, public_reason text, places_free integer)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.id, s.agency_id, s.position, s.host, s.kind, s.on_date, to_char(s.starts_at, 'HH24:MI'), to_char(s.ends_at, 'HH24:MI'), s.state,
      s.announced_on, t.place, t.host_name, t.attending, t.topics, case when s.state = 'delegated' then t.delegated_to end,
      later.on_date, to_char(later.starts_at, 'HH24:MI'), earlier.on_date, case when s.state = 'postponed' then t.public_reason end,
      case when s.places is not null and s.state in ('announced','delegated') then
        greatest(0, s.places - (select count(*)::int from public.session_booking b where b.session_id = s.id and b.state <> 'cancelled')) end
    from public.head_session s
    join public.head_session_text t on t.session_id = s.id and t.seq = s.seq
    left join public.head_session later on later.instead_of = s.id
    left join public.head_session earlier on earlier.id = s.instead_of
    where s.announced_on is not null and s.on_date between from_on and to_on and (agency is null or s.agency_id = agency)
    order by s.on_date, s.starts_at, s.id limit 2000
  $$;

do $$
declare f text;
begin
  foreach f in array array['bookable_session(uuid, date)', 'book_place(uuid, uuid, date, text, bytea, text, text, text, text, int)', 'booking_by_code(text, bytea, date)',
    'cancel_booking(text, bytea)', 'forget_bookings(date)', 'queue_booking_notices(uuid)', 'published_sessions(uuid, date, date)'] loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to minhxet_app', f);
  end loop;
end $$;
