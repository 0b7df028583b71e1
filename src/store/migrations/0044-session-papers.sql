-- The minutes of a head's session and the notice of what the head concluded (điểm b khoản 1 Điều 26, khoản 2 Điều 25 Nghị
-- định 154/2026/NĐ-CP). They say what the visits said, so nobody reads them who may not read each of those visits.
alter table paper add column session_id uuid references head_session;
create unique index paper_of_session on paper (session_id, template) where session_id is not null;
create table session_paper_visit (
  paper_id uuid not null references paper,
  visit_id uuid not null references visit,
  primary key (paper_id, visit_id)
);
comment on table session_paper_visit is 'Visits whose people and words stand on the paper. A denunciation never does: its line names a pseudonym.';

-- What was a complaint when it was written down and is a denunciation now closes the paper to all but the head; what may
-- not be known to an officer with an interest closes it to that officer.
create function app.sees_session_paper(paper uuid, agency uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if agency <> all (app.agencies('session-paper', 'draft')) then return false; end if;
    return not exists (select from public.session_paper_visit x join public.visit v on v.id = x.visit_id
      where x.paper_id = sees_session_paper.paper
        and ((v.kinds && array['denunciation'] and agency <> all (app.agencies('denunciation', 'read')))
          or exists (select from public.petition p where p.visit_id = v.id and p.id = any (app.barred_petitions()))));
  end $$;
revoke all on function app.sees_session_paper(uuid, uuid) from public;
grant execute on function app.sees_session_paper(uuid, uuid) to minhxet_app;

-- A paper of a session is added by whoever may draft them, in the agency whose session it is.
create function app.adds_session_paper(paper uuid, agency uuid, session uuid) returns boolean language plpgsql stable strict
  as $$ begin
    return app.sees_session_paper(paper, agency) and exists (select from public.head_session s where s.id = session and s.agency_id = agency);
  end $$;
revoke all on function app.adds_session_paper(uuid, uuid, uuid) from public;
grant execute on function app.adds_session_paper(uuid, uuid, uuid) to minhxet_app;

alter policy of_case on paper
  using ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id)
    or app.sees_visit(visit_id) or (matter_id is null and app.sees_transfer_of(id)) or (session_id is not null and app.sees_session_paper(id, agency_id)))
  with check ((select app.is_job()) or matter_id = any ((select app.agencies('entered', 'read'))::uuid[]) or app.sees_matter(matter_id) or app.sees_petition(petition_id)
    or app.sees_visit(visit_id) or (matter_id is null and app.sees_transfer_of(id)) or app.adds_session_paper(id, agency_id, session_id));

alter table session_paper_visit enable row level security;
alter table session_paper_visit force row level security;
create policy owner on session_paper_visit to minhxet_migrator using (true) with check (true);
create policy of_paper on session_paper_visit to minhxet_app
  using (app.sees_paper(paper_id) or (select app.is_job()))
  with check ((app.sees_paper(paper_id) and exists (select from visit v where v.id = visit_id)) or (select app.is_job()));
grant select, insert, delete on session_paper_visit to minhxet_app;
