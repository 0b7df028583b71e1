-- Numbers of the waiting room. A number is nobody's name; it begins anew each day at each place of reception.
create table queue_day (
  agency_id uuid not null references agency,
  on_date date not null,
  last integer not null,
  primary key (agency_id, on_date)
);
create table queue_ticket (
  id uuid primary key,
  agency_id uuid not null references agency,
  on_date date not null,
  number integer not null,
  priority boolean not null,
  source text not null check (source in ('kiosk','officer')),
  state text not null check (state in ('waiting','called','skipped','done')),
  desk smallint check (desk between 1 and 99),
  officer_id uuid references officer,
  calls smallint not null default 0,
  taken_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  unique (agency_id, on_date, number),
  check ((state = 'waiting') = (desk is null)),
  check ((desk is null) = (called_at is null))
);
comment on column queue_ticket.priority is 'House practice: the elderly, the disabled, pregnant women, people with small children. Why is not kept.';
create unique index queue_one_at_desk on queue_ticket (agency_id, on_date, desk) where state = 'called';
create index queue_waiting on queue_ticket (agency_id, on_date, priority desc, number) where state = 'waiting';
create table queue_visit (
  ticket_id uuid primary key references queue_ticket,
  visit_id uuid not null unique references visit
);
comment on table queue_visit is 'Apart from the ticket: known only to whoever may see the visit.';
create table queue_kiosk (
  agency_id uuid primary key references agency,
  on_date date not null,
  code_hash bytea not null,
  opened_by uuid references officer
);
comment on table queue_kiosk is 'A device in the waiting room that gives numbers, for one day; closed when there is no row of today.';

do $$
declare t text;
begin
  foreach t in array array['queue_day','queue_ticket','queue_visit','queue_kiosk']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
  foreach t in array array['queue_day','queue_ticket','queue_kiosk']
  loop
    execute format('create policy serve on %I to minhxet_app
      using (agency_id = any ((select app.agencies(''queue'', ''serve''))::uuid[]) or (select app.is_job()))
      with check (agency_id = any ((select app.agencies(''queue'', ''serve''))::uuid[]) or (select app.is_job()))', t);
  end loop;
end $$;
create policy of_visit on queue_visit to minhxet_app
  using (exists (select 1 from visit v where v.id = visit_id))
  with check (exists (select 1 from visit v where v.id = visit_id) and exists (select 1 from queue_ticket t where t.id = ticket_id));
grant select, update on queue_ticket to minhxet_app;
grant select, insert on queue_visit to minhxet_app;
grant select, insert, update, delete on queue_kiosk to minhxet_app;

-- What hangs on the wall of the waiting room, open to anyone: numbers and desks. Null for an unknown agency.
create function app.waiting_room(code text, today date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select jsonb_build_object(
      'agencyName', (select v.name from public.agency_version v where v.agency_id = a.id order by v.valid_from <= today desc, v.valid_from desc limit 1),
      'waiting', (select count(*) from public.queue_ticket t where t.agency_id = a.id and t.on_date = today and t.state = 'waiting'),
      'called', (select coalesce(jsonb_agg(jsonb_build_object('number', x.number, 'desk', x.desk, 'calls', x.calls) order by x.called_at desc, x.number desc), '[]')
        from (select * from public.queue_ticket t where t.agency_id = a.id and t.on_date = today and t.state = 'called' order by t.called_at desc limit 8) x),
      'skipped', (select coalesce(jsonb_agg(x.number order by x.number), '[]')
        from (select t.number from public.queue_ticket t where t.agency_id = a.id and t.on_date = today and t.state = 'skipped' order by t.called_at desc limit 8) x))
    from public.agency a where a.code = $1
  $$;
revoke all on function app.waiting_room(text, date) from public;
grant execute on function app.waiting_room(text, date) to minhxet_app;

create function app.kiosk_agency(code text, code_hash bytea, today date) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select a.id from public.agency a join public.queue_kiosk k on k.agency_id = a.id and k.on_date = today and k.code_hash = $2 where a.code = $1
  $$;
revoke all on function app.kiosk_agency(text, bytea, date) from public;
grant execute on function app.kiosk_agency(text, bytea, date) to minhxet_app;

-- The next number of the day, once for each id. Null where the kiosk is closed, or the day has given out its numbers.
create function app.take_number(agency uuid, today date, ticket uuid, wants_priority boolean, source text, most int) returns int
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare given int;
  begin
    insert into public.queue_day (agency_id, on_date, last) values (agency, today, 0) on conflict do nothing;
    -- Whoever comes at the same instant waits here for the row of the day.
    perform 1 from public.queue_day d where d.agency_id = agency and d.on_date = today for update;
    select t.number into given from public.queue_ticket t where t.id = ticket and t.agency_id = agency and t.on_date = today;
    if given is not null then return given; end if;
    update public.queue_day d set last = d.last + 1 where d.agency_id = agency and d.on_date = today and d.last < most returning d.last into given;
    if given is null then return null; end if;
    insert into public.queue_ticket (id, agency_id, on_date, number, priority, source, state, taken_at)
      values (ticket, agency, today, given, wants_priority, take_number.source, 'waiting', now());
    return given;
  end $$;
revoke all on function app.take_number(uuid, date, uuid, boolean, text, int) from public;

create function app.take_number_at_kiosk(code text, code_hash bytea, today date, ticket uuid, wants_priority boolean, most int) returns int
  language sql security definer set search_path = pg_catalog, public
  as $$ select app.take_number(a, today, ticket, wants_priority, 'kiosk', most) from app.kiosk_agency(code, code_hash, today) a where a is not null $$;
revoke all on function app.take_number_at_kiosk(text, bytea, date, uuid, boolean, int) from public;
grant execute on function app.take_number_at_kiosk(text, bytea, date, uuid, boolean, int) to minhxet_app;

create function app.take_number_at_desk(agency uuid, today date, ticket uuid, wants_priority boolean, most int) returns int
  language sql security definer set search_path = pg_catalog, public
  as $$ select app.take_number(agency, today, ticket, wants_priority, 'officer', most)
    where agency = any (app.agencies('queue', 'serve')) or app.is_job() $$;
revoke all on function app.take_number_at_desk(uuid, date, uuid, boolean, int) from public;
grant execute on function app.take_number_at_desk(uuid, date, uuid, boolean, int) to minhxet_app;
