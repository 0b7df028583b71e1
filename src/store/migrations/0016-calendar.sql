-- What is announced after the law's calendars were written: holidays, swapped days, worked Saturdays, and that a year is
-- complete. Notices are only ever added; one that was wrong is withdrawn by another that gives the reason.
-- The table of the first release could not be written by anybody.
drop table calendar_announcement;

create table calendar_notice (
  id uuid primary key,
  kind text not null check (kind in ('days','complete','withdrawal')),
  year smallint,
  withdraws uuid unique references calendar_notice,
  source text,
  reason text,
  announced_by uuid references officer,
  announced_on date not null,
  announced_at timestamptz not null,
  check ((kind = 'complete') = (year is not null)),
  check ((kind = 'withdrawal') = (withdraws is not null)),
  check (case when kind = 'withdrawal' then reason is not null else source is not null end)
);
comment on column calendar_notice.id is 'UUIDv7: the order in which notices were entered. Of two that speak of one day, the later holds.';
comment on column calendar_notice.announced_by is 'Null: entered by the command line.';
create table calendar_notice_day (
  notice_id uuid not null references calendar_notice,
  on_date date not null,
  kind text not null check (kind in ('holiday','swapped-off','worked-saturday')),
  name_vi text not null,
  name_en text not null,
  primary key (notice_id, on_date)
);
create table calendar_recount (
  notice_id uuid primary key references calendar_notice,
  state text not null default 'waiting' check (state in ('waiting','running','done')),
  stage text not null default 'matters' check (stage in ('matters','petitions')),
  after_id uuid,
  looked integer not null default 0,
  moved integer not null default 0,
  confirmed integer not null default 0,
  changed_at timestamptz not null
);
comment on table calendar_recount is 'How far the open deadlines were computed anew after a notice: written with each batch, so that a restart goes on where it stood.';
comment on column calendar_recount.confirmed is 'Dates that stayed and are provisional no longer, or have become so.';

alter table deadline add column notice_id uuid references calendar_notice;
alter table deadline add column replaced_by uuid references deadline deferrable initially deferred;
alter table deadline add column replaced_on date;
comment on column deadline.notice_id is 'The announcement that replaced this date.';

-- The calendar holds for every agency: who administers the top of the tree announces, nobody below.
create function app.may_announce() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select app.is_job() or exists (
      select from public.agency_version v where v.agency_id = any (app.agencies('calendar', 'announce')) and v.parent_id is null
        and v.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and (v.valid_to is null or v.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date))
  $$;
revoke all on function app.may_announce() from public;
grant execute on function app.may_announce() to minhxet_app;

do $$
declare t text;
begin
  foreach t in array array['calendar_notice','calendar_notice_day','calendar_recount']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
    execute format('create policy read on %I for select to minhxet_app using (true)', t);
  end loop;
end $$;
create policy add on calendar_notice for insert to minhxet_app
  with check ((select app.may_announce()) and announced_by is not distinct from (select app.officer_id()));
create policy add on calendar_notice_day for insert to minhxet_app with check ((select app.may_announce()));
create policy add on calendar_recount for insert to minhxet_app with check ((select app.may_announce()));
create policy change on calendar_recount for update to minhxet_app using ((select app.is_job()));
grant select, insert on calendar_notice, calendar_notice_day, calendar_recount to minhxet_app;
grant update on calendar_recount to minhxet_app;
