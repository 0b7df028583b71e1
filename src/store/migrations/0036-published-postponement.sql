-- The reason of a postponement as it is told to citizens (khoản 4 Điều 24 Luật Tiếp công dân). The office's own reason stays inside.
alter table head_session_text add column public_reason text;
comment on column head_session_text.public_reason is 'Published with the calendar; no names.';

alter table head_session add column bodies text[] not null default '{}';
comment on column head_session.bodies is 'Ids of ParticipantRule: which bodies sat in (khoản 3, 4 Điều 12 Luật Tiếp công dân).';

drop function app.published_sessions(uuid, date, date);
create function app.published_sessions(agency uuid, from_on date, to_on date) returns table (
    session_id uuid, agency_id uuid, "position" text, host text, kind text, on_date date, starts_at text, ends_at text, state text,
    announced_on date, place text, host_name text, attending text, topics text, delegated_to text,
    moved_to date, moved_to_at text, moved_from date, public_reason text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.id, s.agency_id, s.position, s.host, s.kind, s.on_date, to_char(s.starts_at, 'HH24:MI'), to_char(s.ends_at, 'HH24:MI'), s.state,
      s.announced_on, t.place, t.host_name, t.attending, t.topics, case when s.state = 'delegated' then t.delegated_to end,
      later.on_date, to_char(later.starts_at, 'HH24:MI'), earlier.on_date, case when s.state = 'postponed' then t.public_reason end
    from public.head_session s
    join public.head_session_text t on t.session_id = s.id and t.seq = s.seq
    left join public.head_session later on later.instead_of = s.id
    left join public.head_session earlier on earlier.id = s.instead_of
    where s.announced_on is not null and s.on_date between from_on and to_on and (agency is null or s.agency_id = agency)
    order by s.on_date, s.starts_at, s.id limit 2000
  $$;
revoke all on function app.published_sessions(uuid, date, date) from public;
grant execute on function app.published_sessions(uuid, date, date) to minhxet_app;
