-- Why a draft was sent back to whoever wrote it; the event of the paper says who and when.
create table paper_note (
  paper_id uuid not null,
  seq integer not null,
  body text not null,
  primary key (paper_id, seq),
  foreign key (paper_id, seq) references paper_event
);
comment on table paper_note is 'Free text, so a row apart from paper_event, whose digest covers the input that was sent back.';
alter table paper_note enable row level security;
alter table paper_note force row level security;
create policy owner on paper_note to minhxet_migrator using (true) with check (true);
create policy of_paper on paper_note to minhxet_app using (app.sees_paper(paper_id) or (select app.is_job()))
  with check (app.sees_paper(paper_id) or (select app.is_job()));
grant select, insert on paper_note to minhxet_app;

-- The desk asks which petitions ring the alarm of 45 days, the oldest first.
create index deadline_alarm on deadline (agency_id, due_on) where clock = 'alarm' and status = 'running';
