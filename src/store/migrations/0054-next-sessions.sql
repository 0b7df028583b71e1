-- The calendar's first page shows one session of each place and host: the others are left out before their words, their new
-- dates and their bookings are looked up, and before the limit cuts.
drop function app.published_sessions(uuid, date, date);
create function app.published_sessions(agency uuid, from_on date, to_on date, next_only boolean) returns table (
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
    from (
      select x.*, row_number() over (partition by x.agency_id, x.host order by x.on_date, x.starts_at, x.id) as nth
      from public.head_session x
      where x.announced_on is not null and x.on_date between from_on and to_on and (agency is null or x.agency_id = agency)
        and (not next_only or x.state in ('announced','delegated'))) s
    join public.head_session_text t on t.session_id = s.id and t.seq = s.seq
    left join public.head_session later on later.instead_of = s.id
    left join public.head_session earlier on earlier.id = s.instead_of
    where not next_only or s.nth = 1
    order by s.on_date, s.starts_at, s.id limit 2000
  $$;
revoke all on function app.published_sessions(uuid, date, date, boolean) from public;
grant execute on function app.published_sessions(uuid, date, date, boolean) to minhxet_app;
comment on function app.published_sessions(uuid, date, date, boolean) is 'next_only: of each place and host only the first that takes place as planned.';
