-- The last wall (settled 6, 7). What a role may do where is the policy table of casework/access; these policies read its copy.
create function app.may(resource text, action text, agency uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select agency = any (app.agencies($1, $2)) $$;
grant execute on function app.may(text, text, uuid) to minhxet_app;

do $$
declare t text;
begin
  foreach t in array array['person','person_detail','file','file_name','visit','visit_text','visit_party','visit_file',
    'import_run','import_rejection','import_error_file','counter','matter','petition','petition_text','petition_party','petition_file',
    'petition_event','matter_petition','matter_event','matter_text','matter_file','matter_assignment','deadline',
    'paper','paper_text','paper_event','delivery','read_event','calendar_announcement']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

create policy read on calendar_announcement for select to minhxet_app using (true);

-- people
create policy read on person for select to minhxet_app using (
  (select app.is_job()) or (case when sealed_to is null then agency_id = any ((select app.agencies('person', 'read'))::uuid[]) else sealed_to = (select app.officer_id()) end));
create policy add on person for insert to minhxet_app with check (
  (select app.is_job()) or agency_id = any ((select app.agencies('visit', 'record'))::uuid[]));
create policy change on person for update to minhxet_app using (
  (select app.is_job()) or sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('visit', 'record'))::uuid[]));
create policy read on person_detail for select to minhxet_app using (exists (select 1 from person p where p.id = person_id));
create policy add on person_detail for insert to minhxet_app with check (exists (select 1 from person p where p.id = person_id));
create policy change on person_detail for update to minhxet_app using (exists (select 1 from person p where p.id = person_id));

-- visits and the register
create policy read on visit for select to minhxet_app using (
  (select app.is_job()) or (case when sealed_to is null then agency_id = any ((select app.agencies('visit', 'read'))::uuid[]) else sealed_to = (select app.officer_id()) end));
create policy add on visit for insert to minhxet_app with check (
  (select app.is_job()) or agency_id = any ((select app.agencies('visit', 'record'))::uuid[]));
create policy change on visit for update to minhxet_app using (
  (select app.is_job()) or agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[]));

-- petitions
create policy read on petition for select to minhxet_app using (
  (select app.is_job()) or (case when sealed_to is null then agency_id = any ((select app.agencies('petition', 'read'))::uuid[]) else sealed_to = (select app.officer_id()) end));
create policy add on petition for insert to minhxet_app with check (
  (select app.is_job()) or agency_id = any ((select app.agencies('petition', 'register'))::uuid[]));
create policy change on petition for update to minhxet_app using (
  (select app.is_job()) or sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[]) or agency_id = any ((select app.agencies('matter', 'act'))::uuid[]));

-- matters
create policy read on matter for select to minhxet_app using (
  (select app.is_job()) or agency_id = any ((select app.agencies('matter', 'read'))::uuid[]) or assignee_id = (select app.officer_id()));
create policy add on matter for insert to minhxet_app with check (
  (select app.is_job()) or agency_id = any ((select app.agencies('matter', 'open'))::uuid[]));
create policy change on matter for update to minhxet_app using (
  (select app.is_job()) or agency_id = any ((select app.agencies('matter', 'act'))::uuid[]));

-- files, runs, numbers, papers: by agency or by what they hang on
create policy read on file for select to minhxet_app using (
  (select app.is_job()) or added_by = (select app.officer_id())
  or exists (select 1 from visit_file v where v.file_id = file.id)
  or exists (select 1 from petition_file v where v.file_id = file.id)
  or exists (select 1 from matter_file v where v.file_id = file.id));
create policy add on file for insert to minhxet_app with check (
  (select app.is_job()) or (added_by = (select app.officer_id()) and agency_id = any ((select app.agencies('file', 'add'))::uuid[])));
create policy read on file_name for select to minhxet_app using (exists (select 1 from file f where f.id = file_id));
create policy add on file_name for insert to minhxet_app with check (exists (select 1 from file f where f.id = file_id));

create policy all_of_agency on import_run to minhxet_app
  using ((select app.is_job()) or agency_id = any ((select app.agencies('register', 'import'))::uuid[]))
  with check ((select app.is_job()) or agency_id = any ((select app.agencies('register', 'import'))::uuid[]));
create policy of_run on import_rejection to minhxet_app
  using (exists (select 1 from import_run r where r.id = run_id)) with check (exists (select 1 from import_run r where r.id = run_id));
create policy of_run on import_error_file to minhxet_app
  using (exists (select 1 from import_run r where r.id = run_id)) with check (exists (select 1 from import_run r where r.id = run_id));

create policy of_visit on visit_text to minhxet_app using (exists (select 1 from visit v where v.id = visit_id)) with check (exists (select 1 from visit v where v.id = visit_id));
create policy of_visit on visit_party to minhxet_app using (exists (select 1 from visit v where v.id = visit_id)) with check (exists (select 1 from visit v where v.id = visit_id));
create policy of_visit on visit_file to minhxet_app using (exists (select 1 from visit v where v.id = visit_id)) with check (exists (select 1 from visit v where v.id = visit_id));
create policy of_petition on petition_text to minhxet_app using (exists (select 1 from petition p where p.id = petition_id)) with check (exists (select 1 from petition p where p.id = petition_id));
create policy of_petition on petition_party to minhxet_app using (exists (select 1 from petition p where p.id = petition_id)) with check (exists (select 1 from petition p where p.id = petition_id));
create policy of_petition on petition_file to minhxet_app using (exists (select 1 from petition p where p.id = petition_id)) with check (exists (select 1 from petition p where p.id = petition_id));
create policy of_petition on petition_event to minhxet_app using (exists (select 1 from petition p where p.id = petition_id)) with check (exists (select 1 from petition p where p.id = petition_id));
create policy of_matter on matter_petition to minhxet_app using (exists (select 1 from matter m where m.id = matter_id)) with check (exists (select 1 from matter m where m.id = matter_id));
create policy of_matter on matter_event to minhxet_app using (exists (select 1 from matter m where m.id = matter_id)) with check (exists (select 1 from matter m where m.id = matter_id));
create policy of_matter on matter_text to minhxet_app using (exists (select 1 from matter m where m.id = matter_id)) with check (exists (select 1 from matter m where m.id = matter_id));
create policy of_matter on matter_file to minhxet_app using (exists (select 1 from matter m where m.id = matter_id)) with check (exists (select 1 from matter m where m.id = matter_id));
create policy of_matter on matter_assignment to minhxet_app using (exists (select 1 from matter m where m.id = matter_id)) with check (exists (select 1 from matter m where m.id = matter_id));
create policy of_case on deadline to minhxet_app
  using ((select app.is_job()) or exists (select 1 from matter m where m.id = matter_id) or exists (select 1 from petition p where p.id = petition_id))
  with check ((select app.is_job()) or exists (select 1 from matter m where m.id = matter_id) or exists (select 1 from petition p where p.id = petition_id));
create policy of_case on paper to minhxet_app
  using ((select app.is_job()) or exists (select 1 from matter m where m.id = matter_id) or exists (select 1 from petition p where p.id = petition_id) or exists (select 1 from visit v where v.id = visit_id))
  with check ((select app.is_job()) or exists (select 1 from matter m where m.id = matter_id) or exists (select 1 from petition p where p.id = petition_id) or exists (select 1 from visit v where v.id = visit_id));
create policy of_paper on paper_text to minhxet_app using (exists (select 1 from paper p where p.id = paper_id)) with check (exists (select 1 from paper p where p.id = paper_id));
create policy of_paper on paper_event to minhxet_app using (exists (select 1 from paper p where p.id = paper_id)) with check (exists (select 1 from paper p where p.id = paper_id));
create policy of_paper on delivery to minhxet_app using (exists (select 1 from paper p where p.id = paper_id)) with check (exists (select 1 from paper p where p.id = paper_id));
create policy add on read_event for insert to minhxet_app with check (officer_id = (select app.officer_id()));

grant select, insert, update on person, person_detail, visit, visit_text, petition, petition_text, matter, deadline, paper, delivery, import_run, matter_assignment to minhxet_app;
grant select, insert on file, file_name, visit_party, visit_file, petition_party, petition_file, matter_petition, matter_file, paper_text, paper_event, import_error_file to minhxet_app;
grant select, insert, delete on import_rejection to minhxet_app;
-- Append-only for everyone but the owner.
grant select, insert on petition_event, matter_event, matter_text to minhxet_app;
grant insert on read_event to minhxet_app;
