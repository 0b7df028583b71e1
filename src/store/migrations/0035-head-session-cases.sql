-- Who is expected at a head's session, and what has to be ready (điểm a, b khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP).
create table head_session_case (
  session_id uuid not null references head_session,
  petition_id uuid not null references petition,
  added_by uuid references officer,
  added_on date not null,
  primary key (session_id, petition_id)
);
create table head_session_case_text (
  session_id uuid not null,
  petition_id uuid not null,
  prepare text,
  unit text,
  primary key (session_id, petition_id),
  foreign key (session_id, petition_id) references head_session_case on delete cascade
);
comment on column head_session_case_text.unit is 'Which unit prepares the file.';
-- Receptions that were given a day, for the file of that day.
create index matter_scheduled on matter (agency_id) where state = 'SCHEDULED';

do $$
declare t text;
begin
  foreach t in array array['head_session_case','head_session_case_text']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
-- Both have to be seen: the session, and the petition with whatever hides it.
create policy read on head_session_case for select to minhxet_app using (
  exists (select 1 from head_session s where s.id = session_id) and exists (select 1 from petition p where p.id = petition_id));
create policy add on head_session_case for insert to minhxet_app with check (
  exists (select 1 from head_session s where s.id = session_id
    and (s.agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or (select app.is_job())))
  and exists (select 1 from petition p where p.id = petition_id));
create policy remove on head_session_case for delete to minhxet_app using (
  exists (select 1 from head_session s where s.id = session_id
    and (s.agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or (select app.is_job())))
  and exists (select 1 from petition p where p.id = petition_id));
create policy of_case on head_session_case_text to minhxet_app
  using (exists (select 1 from head_session_case c where c.session_id = head_session_case_text.session_id and c.petition_id = head_session_case_text.petition_id))
  with check (exists (select 1 from head_session s where s.id = session_id
    and (s.agency_id = any ((select app.agencies('head-session', 'plan'))::uuid[]) or (select app.is_job()))));
grant select, insert, delete on head_session_case to minhxet_app;
grant select, insert, update on head_session_case_text to minhxet_app;
