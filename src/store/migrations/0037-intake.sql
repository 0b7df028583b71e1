-- The post book: what reaches an agency by other doors than the counter and the portal (Điều 5, 29 Thông tư 07/2014), and
-- the drafts of intake that scans and letters wait in until a person has confirmed them.
create table post_entry (
  id uuid primary key,
  agency_id uuid not null references agency,
  book_year smallint not null,
  book_no integer not null,
  received_on date not null,
  postmark_on date,
  source text not null check (source in ('post','mailbox','forwarded','leader','email')),
  forwarder text check (forwarder in ('na-deputy','council-deputy','front','press','party','other')),
  letter_on date,
  kinds text[] not null,
  sealed_to uuid references officer,
  pseudonym text,
  signature_count integer not null check (signature_count >= 0),
  original_count smallint not null default 0 check (original_count >= 0),
  originals_returned_on date,
  forwarder_returned_on date,
  unmet text[] not null default '{}',
  identity_sealed_for smallint,
  officer_id uuid references officer,
  recorded_at timestamptz not null default now(),
  unique (agency_id, book_year, book_no),
  check ((source = 'forwarded') = (forwarder is not null)),
  check (originals_returned_on is null or original_count > 0),
  check (forwarder_returned_on is null or source = 'forwarded')
);
comment on table post_entry is 'One row for each letter taken in. Each has its petitions, registered in the same transaction (petition.post_entry_id).';
comment on column post_entry.unmet is 'Facts of the conditions of khoản 2 Điều 6 Thông tư 07/2014 that the letter does not meet, as law/petitions names them.';
comment on column post_entry.identity_sealed_for is 'Of a denunciation: for how many custodians the identity was sealed; 0: nothing was kept.';
create index post_book on post_entry (agency_id, received_on desc, book_no desc);
create table post_entry_text (
  entry_id uuid primary key references post_entry,
  forwarder_name text,
  letter_number text,
  note text,
  returned_papers text,
  return_reason text
);
comment on table post_entry_text is 'Free text of a letter: a row of its own, which can be erased (settled 1).';

alter table petition add column post_entry_id uuid references post_entry;
create index petition_of_post_entry on petition (post_entry_id) where post_entry_id is not null;
alter table petition drop constraint petition_source_check;
alter table petition add constraint petition_source_check
  check (source in ('counter','import','post','online','forwarded','mailbox','leader','email'));

create table intake_draft (
  id uuid primary key,
  agency_id uuid not null references agency,
  origin text not null check (origin in ('scan','email')),
  sealed_to uuid references officer,
  state text not null check (state in ('waiting','reading','read','unread','done','discarded')),
  why text check (why in ('time','unreadable','no-pages')),
  pages integer not null default 0,
  pages_read integer not null default 0,
  received_at timestamptz not null,
  ended_at timestamptz,
  message_digest bytea,
  tries smallint not null default 0
);
comment on table intake_draft is 'A scan or a letter by e-mail before anybody said what it is: an unclassified intake (settled 2). Its words and files are erased when it ends.';
comment on column intake_draft.sealed_to is 'The officer who took it; null: a letter of the mailbox that waits for one of the agency''s petition officers.';
comment on column intake_draft.message_digest is 'SHA-256 of mailbox and Message-ID: a letter is taken in once. A digest, because the id often holds an address.';
create unique index intake_draft_once on intake_draft (agency_id, message_digest) where message_digest is not null;
create index intake_draft_of_officer on intake_draft (sealed_to, id) where ended_at is null;
create index intake_draft_waiting on intake_draft (agency_id, id) where ended_at is null and sealed_to is null;
create table intake_draft_text (
  draft_id uuid primary key references intake_draft,
  sender text,
  subject text,
  body text,
  suggestions jsonb not null default '[]'
);
comment on table intake_draft_text is 'Words of the letter, and what was read off its scans: sealed with the draft, erased with it.';
create table intake_draft_file (
  draft_id uuid not null references intake_draft,
  file_id uuid not null references file,
  ordinal smallint not null,
  primary key (draft_id, file_id)
);
create index intake_draft_file_by_file on intake_draft_file (file_id);

do $$
declare t text;
begin
  foreach t in array array['post_entry','post_entry_text','intake_draft','intake_draft_text','intake_draft_file']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

create policy read on post_entry for select to minhxet_app using (
  (case when sealed_to is null then agency_id = any ((select app.agencies('post', 'read'))::uuid[]) else sealed_to = (select app.officer_id()) end)
  or (select app.is_job()));
create policy add on post_entry for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('post', 'record'))::uuid[]) or (select app.is_job()));
create policy change on post_entry for update to minhxet_app
  using (sealed_to = (select app.officer_id()) or (sealed_to is null and agency_id = any ((select app.agencies('post', 'record'))::uuid[])) or (select app.is_job()))
  with check (sealed_to = (select app.officer_id()) or (sealed_to is null and agency_id = any ((select app.agencies('post', 'record'))::uuid[])) or (select app.is_job()));
create policy of_entry on post_entry_text to minhxet_app
  using (exists (select 1 from post_entry e where e.id = entry_id)) with check (exists (select 1 from post_entry e where e.id = entry_id));
grant select, insert, update on post_entry, post_entry_text to minhxet_app;

-- A letter of the mailbox is for the agency's petition officers until one of them takes it; then for that one alone.
create policy read on intake_draft for select to minhxet_app using (
  (case when sealed_to is null then agency_id = any ((select app.agencies('mail', 'take'))::uuid[]) else sealed_to = (select app.officer_id()) end)
  or (select app.is_job()));
create policy add on intake_draft for insert to minhxet_app with check (
  (sealed_to = (select app.officer_id()) and origin = 'scan' and agency_id = any ((select app.agencies('post', 'record'))::uuid[])) or (select app.is_job()));
create policy change on intake_draft for update to minhxet_app
  using (sealed_to = (select app.officer_id()) or (sealed_to is null and agency_id = any ((select app.agencies('mail', 'take'))::uuid[])) or (select app.is_job()))
  with check (sealed_to = (select app.officer_id()) or (select app.is_job()));
grant select, insert, update on intake_draft to minhxet_app;
do $$
declare t text;
begin
  foreach t in array array['intake_draft_text','intake_draft_file']
  loop
    execute format('create policy of_draft on %I to minhxet_app using (exists (select 1 from intake_draft d where d.id = draft_id))
      with check (exists (select 1 from intake_draft d where d.id = draft_id))', t);
    execute format('grant select, insert, update, delete on %I to minhxet_app', t);
  end loop;
end $$;

alter policy read on file using (
  added_by = (select app.officer_id())
  or exists (select 1 from visit_file v where v.file_id = file.id)
  or exists (select 1 from petition_file v where v.file_id = file.id)
  or exists (select 1 from matter_file v where v.file_id = file.id)
  or exists (select 1 from intake_draft_file v where v.file_id = file.id)
  or (select app.is_job()));

-- Who takes letters in takes people and identities in as well, as the counter does.
alter policy add on person with check (
  agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or agency_id = any ((select app.agencies('post', 'record'))::uuid[])
  or (select app.is_job()));
alter policy change on person using (
  sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('visit', 'record'))::uuid[])
  or agency_id = any ((select app.agencies('post', 'record'))::uuid[]) or (select app.is_job()));
do $$
declare t text;
begin
  foreach t in array array['identity','identity_body','sealed_file','look_up_key']
  loop
    execute format('alter policy add on vault.%I with check (agency_id = any ((select app.agencies(''visit'', ''record''))::uuid[])
      or agency_id = any ((select app.agencies(''post'', ''record''))::uuid[]) or (select vault.is_command()))', t);
  end loop;
end $$;
alter table vault.identity drop constraint identity_origin_check;
alter table vault.identity add constraint identity_origin_check
  check (origin in ('counter','classification','import','post','online'));

-- Takes a file away from the draft or the sealed letter it hangs on, and altogether when nothing else holds it. Only for
-- the officer to whom that draft or petition is sealed, or who took the file in; a draft's other ways end nothing.
create function vault.erase_letter_file(erased uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare digest bytea;
  begin
    if not (exists (select from public.intake_draft_file x join public.intake_draft d on d.id = x.draft_id
          where x.file_id = erased and d.sealed_to = app.officer_id())
        or exists (select from public.petition_file x join public.petition p on p.id = x.petition_id
          where x.file_id = erased and p.visit_id is null and p.sealed_to = app.officer_id())
        or exists (select from public.file f where f.id = erased and f.added_by = app.officer_id())) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    delete from public.intake_draft_file x using public.intake_draft d
      where d.id = x.draft_id and d.sealed_to = app.officer_id() and x.file_id = erased;
    delete from public.petition_file x using public.petition p
      where p.id = x.petition_id and p.visit_id is null and p.sealed_to = app.officer_id() and x.file_id = erased;
    if exists (select from public.visit_file where file_id = erased) or exists (select from public.petition_file where file_id = erased)
      or exists (select from public.matter_file where file_id = erased) or exists (select from public.visit_item where file_id = erased)
      or exists (select from public.intake_draft_file where file_id = erased) then
      return;
    end if;
    delete from public.file_name where file_id = erased;
    delete from public.file where id = erased returning sha256 into digest;
    if digest is not null and not exists (select from public.file where sha256 = digest) then
      insert into vault.erasure (sha256) values (digest) on conflict do nothing;
    end if;
  end $$;
revoke all on function vault.erase_letter_file(uuid) from public;
grant execute on function vault.erase_letter_file(uuid) to minhxet_app;

-- As before, and a scan that waits in a draft hangs on something.
create or replace function vault.forget_loose_scans(before timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare loose uuid[];
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    select coalesce(array_agg(f.id), '{}') into loose from public.file f
      where f.added_at < before
        and not exists (select from public.visit_file x where x.file_id = f.id)
        and not exists (select from public.visit_item x where x.file_id = f.id)
        and not exists (select from public.petition_file x where x.file_id = f.id)
        and not exists (select from public.matter_file x where x.file_id = f.id)
        and not exists (select from public.intake_draft_file x where x.file_id = f.id)
        and not exists (select from public.delivery x where x.proof_file_id = f.id);
    delete from public.file_name where file_id = any(loose);
    with gone as (delete from public.file where id = any(loose) returning sha256)
      insert into vault.erasure (sha256) select distinct sha256 from gone on conflict do nothing;
    return cardinality(loose);
  end $$;

-- Whether the books and the petitions agree: rows of each book, rows without a petition, petitions, petitions without a row.
-- Owner-privileged, so that what is sealed to a colleague counts too: how many there were, the numbers of the books say already.
create function app.intake_balance(agency uuid, from_on date, to_on date)
  returns table (door text, entries integer, without_petition integer, petitions integer, without_entry integer)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  begin
    if not (agency = any (app.agencies('post', 'read')) or app.is_job()) then raise exception 'not allowed' using errcode = '42501'; end if;
    return query
      -- Where it came in, wherever it was handed over to since. The trail says of what was filed online that it was filed.
      with came as (
          select x.id, x.source, x.visit_id, x.post_entry_id from public.petition x where x.agency_id = agency and x.received_on between from_on and to_on
            and not exists (select from public.petition_transfer t where t.petition_id = x.id)
          union all
          select x.id, x.source, x.visit_id, x.post_entry_id from public.petition_transfer t join public.petition x on x.id = t.petition_id
            where t.from_agency = agency and t.ordinal = 1 and x.received_on between from_on and to_on),
        p as (select case when c.source in ('counter','import') then 'register' when c.source = 'online' then 'portal' else 'post' end as d,
          c.visit_id, c.post_entry_id, c.id from came c),
        filed as (select p.id from p where p.d = 'portal' and exists (select from public.petition_event e where e.petition_id = p.id and e.data ? 'filed'))
      select 'register'::text, (select count(*)::int from public.visit v where v.agency_id = agency and v.received_on between from_on and to_on),
        (select count(*)::int from public.visit v where v.agency_id = agency and v.received_on between from_on and to_on
          and not exists (select from public.petition x where x.visit_id = v.id)),
        (select count(*)::int from p where d = 'register'), (select count(*)::int from p where d = 'register' and visit_id is null)
      union all select 'post', (select count(*)::int from public.post_entry e where e.agency_id = agency and e.received_on between from_on and to_on),
        (select count(*)::int from public.post_entry e where e.agency_id = agency and e.received_on between from_on and to_on
          and not exists (select from public.petition x where x.post_entry_id = e.id)),
        (select count(*)::int from p where d = 'post'), (select count(*)::int from p where d = 'post' and post_entry_id is null)
      union all select 'portal', (select count(*)::int from filed), 0, (select count(*)::int from p where d = 'portal'),
        (select count(*)::int from p where d = 'portal' and p.id not in (select f.id from filed f));
  end $$;
revoke all on function app.intake_balance(uuid, date, date) from public;
grant execute on function app.intake_balance(uuid, date, date) to minhxet_app;
