-- What citizens file themselves. A draft may be a denunciation: its words and files are encrypted with a secret that only
-- the citizen has; here lie the ciphertext and the secret's hash. Nobody but the functions below reaches the rows.
create table filing_draft (
  id uuid primary key,
  code text not null unique,
  secret_hash bytea not null,
  sealed bytea not null,
  revision integer not null,
  forget_on date not null,
  agency_id uuid references agency,
  petition_id uuid references petition,
  petition_code text,
  filed_at timestamptz
);
comment on table filing_draft is 'petition_id: what was sent from it, once; then the ciphertext is the citizen''s own copy until forget_on.';
create index filing_draft_forget on filing_draft (forget_on);
create table filing_draft_file (
  draft_id uuid not null references filing_draft on delete cascade,
  sha256 bytea not null,
  bytes bigint not null,
  primary key (draft_id, sha256)
);
comment on column filing_draft_file.sha256 is 'Digest of the ciphertext, under which the file store holds it. Name and kind are inside the sealed draft.';
do $$
declare t text;
begin
  foreach t in array array['filing_draft','filing_draft_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

-- The portal takes in what citizens send: a third kind of asker, which reads no case at all and writes one petition, that
-- of the draft it opened, in one transaction.
alter table app.job_secret drop constraint job_secret_name_check;
alter table app.job_secret add constraint job_secret_name_check check (name in ('task','command','portal'));

create function app.draft(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('id', d.id, 'revision', d.revision, 'sealed', encode(d.sealed, 'base64'), 'forgetOn', d.forget_on,
      'agencyId', d.agency_id, 'petitionCode', d.petition_code, 'filedAt', d.filed_at)
    from public.filing_draft d where d.code = $1 and d.secret_hash = $2;
  $$;
-- False when the draft was sent, was saved by another page meanwhile, or is not there.
create function app.keep_draft(id uuid, code text, secret_hash bytea, sealed bytea, revision int, forget_on date) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n int;
  begin
    if length(sealed) > 400000 then raise exception 'too long' using errcode = '22001'; end if;
    if revision = 1 then
      insert into public.filing_draft (id, code, secret_hash, sealed, revision, forget_on) values ($1, $2, $3, $4, 1, $6);
      return true;
    end if;
    update public.filing_draft d set sealed = $4, revision = $5, forget_on = $6
      where d.code = $2 and d.secret_hash = $3 and d.revision = $5 - 1 and d.petition_id is null;
    get diagnostics n = row_count;
    return n = 1;
  end $$;
create function app.forget_draft(code text, secret_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare gone uuid := (select d.id from public.filing_draft d where d.code = $1 and d.secret_hash = $2 for update);
  begin
    if gone is null then return false; end if;
    insert into vault.erasure (sha256) select f.sha256 from public.filing_draft_file f where f.draft_id = gone on conflict do nothing;
    delete from public.filing_draft d where d.id = gone;
    return true;
  end $$;
create function app.hang_draft_file(code text, secret_hash bytea, digest bytea, bytes bigint) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    insert into public.filing_draft_file (draft_id, sha256, bytes)
      select d.id, $3, $4 from public.filing_draft d where d.code = $1 and d.secret_hash = $2 and d.petition_id is null on conflict do nothing;
  $$;
create function app.drop_draft_file(code text, secret_hash bytea, digest bytea) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    with gone as (delete from public.filing_draft_file f using public.filing_draft d
        where d.id = f.draft_id and d.code = $1 and d.secret_hash = $2 and f.sha256 = $3 returning f.sha256)
      insert into vault.erasure (sha256) select g.sha256 from gone g on conflict do nothing;
  $$;
-- Background: drafts past their day, with their files.
create function app.forget_drafts(day date) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n integer;
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into vault.erasure (sha256) select f.sha256 from public.filing_draft_file f join public.filing_draft d on d.id = f.draft_id
      where d.forget_on < day on conflict do nothing;
    delete from public.filing_draft d where d.forget_on < day;
    get diagnostics n = row_count;
    return n;
  end $$;

-- Opens the one filing that this transaction may write: its new rows by id, in one agency. What was sent from the draft
-- before comes back instead; a second press of the button waits here for the first.
create function app.begin_filing(code text, secret_hash bytea, agency uuid, rows uuid[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    d public.filing_draft;
    body text;
  begin
    if app.context_kind() is distinct from 'portal' then raise exception 'not allowed' using errcode = '42501'; end if;
    select * into d from public.filing_draft f where f.code = $1 and f.secret_hash = $2 for update;
    if d.id is null then return null; end if;
    if d.petition_id is not null then return jsonb_build_object('petitionCode', d.petition_code); end if;
    if exists (select from public.petition p where p.id = any (rows)) or exists (select from public.person p where p.id = any (rows))
      or exists (select from public.file f where f.id = any (rows)) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    body := 'portal:|' || rows::text || '=,filing:rows,|{' || agency || '}=,filing:agency,|{' || d.id || '}=,filing:draft,|';
    perform set_config('minhxet.context', app.seal(body) || body, true);
    return jsonb_build_object('petitionCode', null);
  end $$;
-- The draft is sent: its files go, its ciphertext stays the citizen's copy for a while.
create function app.end_filing(petition uuid, agency uuid, filed_at timestamptz, forget_on date) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare draft uuid := (app.agencies('filing', 'draft'))[1];
  begin
    if draft is null or not petition = any (app.agencies('filing', 'rows')) then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into vault.erasure (sha256) select f.sha256 from public.filing_draft_file f where f.draft_id = draft on conflict do nothing;
    delete from public.filing_draft_file f where f.draft_id = draft;
    update public.filing_draft d set petition_id = $1, petition_code = (select p.code from public.petition p where p.id = $1),
      agency_id = $2, filed_at = $3, forget_on = $4 where d.id = draft;
  end $$;
do $$
declare f text;
begin
  foreach f in array array['draft(text, bytea)', 'keep_draft(uuid, text, bytea, bytea, int, date)', 'forget_draft(text, bytea)',
    'hang_draft_file(text, bytea, bytea, bigint)', 'drop_draft_file(text, bytea, bytea)', 'forget_drafts(date)',
    'begin_filing(text, bytea, uuid, uuid[])', 'end_filing(uuid, uuid, timestamptz, date)'] loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to minhxet_app', f);
  end loop;
end $$;

-- The agencies that can keep who denounces today; that there are custodians is no secret, who they are is.
create function vault.in_custody() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if app.context_kind() is distinct from 'portal' then return '{}'; end if;
    return coalesce((select array_agg(distinct c.agency_id) from vault.custodian c join public.officer o on o.id = c.officer_id and o.active
      where c.ended_at is null and exists (select from public.role_grant g where g.officer_id = c.officer_id and g.agency_id = c.agency_id
        and g.role = 'custodian' and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day))), '{}');
  end $$;
revoke all on function vault.in_custody() from public;
grant execute on function vault.in_custody() to minhxet_app;

-- Only what was opened by app.begin_filing; nothing can be read by it.
create policy filing on petition for insert to minhxet_app with check (source = 'online' and sealed_to is null and matter_id is null
  and (kind is distinct from 'denunciation' or restricted) and id = any ((select app.agencies('filing', 'rows'))::uuid[])
  and agency_id = any ((select app.agencies('filing', 'agency'))::uuid[]));
create policy filing on person for insert to minhxet_app with check (sealed_to is null
  and id = any ((select app.agencies('filing', 'rows'))::uuid[]) and agency_id = any ((select app.agencies('filing', 'agency'))::uuid[]));
create policy filing on file for insert to minhxet_app with check (added_by is null
  and id = any ((select app.agencies('filing', 'rows'))::uuid[]) and agency_id = any ((select app.agencies('filing', 'agency'))::uuid[]));
create policy filing on person_detail for insert to minhxet_app with check (person_id = any ((select app.agencies('filing', 'rows'))::uuid[]));
create policy filing on file_name for insert to minhxet_app with check (file_id = any ((select app.agencies('filing', 'rows'))::uuid[]));
do $$
declare t text;
begin
  foreach t in array array['petition_text','petition_party','petition_file','petition_event','deadline'] loop
    execute format('create policy filing on %I for insert to minhxet_app with check (petition_id = any ((select app.agencies(''filing'', ''rows''))::uuid[]))', t);
  end loop;
  foreach t in array array['identity','identity_body','sealed_file','look_up_key'] loop
    execute format('create policy filing on vault.%I for insert to minhxet_app with check (agency_id = any ((select app.agencies(''filing'', ''agency''))::uuid[]))', t);
  end loop;
end $$;
create policy filing on vault.ledger for insert to minhxet_app with check (
  officer_id is null and what = 'sealed' and agency_id = any ((select app.agencies('filing', 'agency'))::uuid[]));
alter table vault.identity drop constraint identity_origin_check;
alter table vault.identity add constraint identity_origin_check check (origin in ('counter','classification','import','online'));

-- As in 0015, and for the filing of this transaction.
create or replace function app.index_petition(petition uuid, agency uuid, sealed uuid, received date, names text, body text) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare hidden boolean;
  begin
    select p.restricted into hidden from public.petition p where p.id = petition;
    if not (app.is_job() or petition = any (app.agencies('filing', 'rows')) or exists (select 1 from public.petition p where p.id = petition
        and (p.sealed_to = app.officer_id() or p.agency_id = any (app.agencies('petition', 'register'))
          or p.agency_id = any (app.agencies('petition', 'process')) or p.agency_id = any (app.agencies('matter', 'act'))))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    insert into public.petition_search (petition_id, agency_id, sealed_to, received_on, names, words)
    values (petition, agency, case when hidden then '00000000-0000-0000-0000-000000000000' else sealed end, received,
      case when hidden then '' else app.fold(names) end,
      case when hidden then ''::tsvector else to_tsvector('app.vi', normalize(body, NFC)) end)
    on conflict (petition_id) do update
      set agency_id = excluded.agency_id, sealed_to = excluded.sealed_to, received_on = excluded.received_on, names = excluded.names, words = excluded.words;
  end $$;
