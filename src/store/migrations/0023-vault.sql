-- Who denounces (settled 5). Identities and the scans that show them are encrypted inside the request that takes them in,
-- to the agency's custodians and to a recovery key held apart; nothing here opens them. Only custodians of the agency
-- reach a ciphertext, and only in a transaction that wrote its line in the ledger.
create schema vault;
grant usage on schema vault to minhxet_app;

alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in ('reception-officer','petition-officer','clerk',
  'settlement-officer','head','inspectorate','administrator','custodian'));

create table vault.custodian (
  id uuid primary key,
  agency_id uuid not null references agency,
  officer_id uuid not null references officer,
  recipient text not null,
  since timestamptz not null,
  ended_at timestamptz
);
comment on table vault.custodian is 'Public keys of those who hold identities; the private key never reaches the server in clear.';
create unique index custodian_once on vault.custodian (agency_id, officer_id) where ended_at is null;
create table vault.custodian_key (
  custodian_id uuid primary key references vault.custodian,
  officer_id uuid not null references officer,
  sealed_key text not null
);
comment on column vault.custodian_key.sealed_key is 'The private key, encrypted in the browser with the custodian''s passphrase (age, scrypt).';
create table vault.recovery (
  one boolean primary key default true check (one),
  recipient text not null,
  since timestamptz not null
);
comment on table vault.recovery is 'The public part of the recovery key; the private part was printed once and is kept nowhere here.';

create table vault.identity (
  id uuid primary key,
  agency_id uuid not null references agency,
  pseudonym text not null,
  petition_id uuid references petition,
  petition_code text,
  visit_id uuid references visit,
  taken_on date not null,
  origin text not null check (origin in ('counter','classification','import')),
  sealed_at timestamptz not null,
  sealed_for uuid[] not null,
  with_recovery boolean not null,
  reseal_due boolean not null default false
);
comment on column vault.identity.reseal_due is 'A custodian it is sealed for has left: minhxet vault rotate seals it anew without them.';
create index identity_of_agency on vault.identity (agency_id, id desc);
create index identity_of_petition on vault.identity (petition_id);
create table vault.identity_body (
  identity_id uuid primary key references vault.identity,
  agency_id uuid not null references agency,
  ciphertext text not null
);
create table vault.sealed_file (
  id uuid primary key,
  identity_id uuid not null references vault.identity,
  agency_id uuid not null references agency,
  ordinal smallint not null,
  sha256 bytea not null,
  bytes bigint not null,
  media_type text not null,
  pages smallint
);
comment on column vault.sealed_file.sha256 is 'Digest of the ciphertext, under which the file store holds it.';
create index sealed_file_of_identity on vault.sealed_file (identity_id, ordinal);

create table vault.look_up_key (
  agency_id uuid not null references agency,
  digest bytea not null,
  identity_id uuid not null references vault.identity,
  primary key (agency_id, digest, identity_id)
);
comment on table vault.look_up_key is 'HMAC-SHA-256 of an identity number, a telephone, or folded name with birth year; the key lies outside database, file store and backups.';
create table vault.query (
  id uuid primary key,
  agency_id uuid not null references agency,
  asked_by uuid references officer,
  asked_at timestamptz not null,
  by_kind text not null,
  hits uuid[] not null
);
comment on table vault.query is 'One row for every asking, hit or not, so that both take the same time; those without a hit are forgotten.';
create index query_of_agency on vault.query (agency_id, id desc) where hits <> '{}';

create table vault.release (
  id uuid primary key,
  agency_id uuid not null references agency,
  identity_id uuid not null references vault.identity,
  petition_id uuid not null references petition,
  kind text not null check (kind in ('identity-check','letter','protection','authority','other')),
  purpose text not null,
  days smallint not null check (days between 1 and 30),
  recipient text not null,
  asked_by uuid not null references officer,
  asked_at timestamptz not null,
  asked_on date not null,
  state text not null check (state in ('waiting','approved','refused','ended')),
  decided_by uuid references officer,
  decided_at timestamptz,
  reason text,
  until date,
  check (decided_by is distinct from asked_by)
);
create index release_of_agency on vault.release (agency_id, id desc);
create index release_of_asker on vault.release (asked_by, id desc);
create table vault.release_body (
  release_id uuid primary key references vault.release,
  sealed_key text not null,
  ciphertext text
);
comment on table vault.release_body is 'What the requester''s browser opens: the key it made for this request, and the identity sealed to it. Erased at the end.';

create table vault.ledger (
  agency_id uuid not null references agency,
  seq integer not null,
  what text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (agency_id, seq)
);
comment on table vault.ledger is 'Append-only and chained, one chain for each agency: what was done with identities. Ids only; purposes stand apart.';
create table vault.ledger_text (
  agency_id uuid not null,
  seq integer not null,
  purpose text not null,
  primary key (agency_id, seq),
  foreign key (agency_id, seq) references vault.ledger
);

create table vault.erasure (
  sha256 bytea primary key,
  due_at timestamptz not null default now()
);
comment on table vault.erasure is 'Clear bytes that are still to be taken out of the file store: written with the row''s end, removed when they are gone.';

do $$
declare t text;
begin
  foreach t in array array['custodian','custodian_key','recovery','identity','identity_body','sealed_file','look_up_key','query',
    'release','release_body','ledger','ledger_text','erasure']
  loop
    execute format('alter table vault.%I enable row level security', t);
    execute format('alter table vault.%I force row level security', t);
    execute format('create policy owner on vault.%I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

-- The command line is the operator's, who rotates and recovers with keys of their own; background work has no part in this.
create function vault.is_command() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return app.context_kind() is not distinct from 'command'; end $$;
revoke all on function vault.is_command() from public;
grant execute on function vault.is_command() to minhxet_app;

create policy read on vault.custodian for select to minhxet_app using (
  agency_id = any ((select app.agencies('identity', 'hold'))::uuid[]) or officer_id = (select app.officer_id()) or (select vault.is_command()));
create policy add on vault.custodian for insert to minhxet_app with check (
  officer_id = (select app.officer_id()) and agency_id = any ((select app.agencies('identity', 'hold'))::uuid[]));
create policy change on vault.custodian for update to minhxet_app using ((select vault.is_command()));
grant select, insert on vault.custodian to minhxet_app;
grant update (ended_at) on vault.custodian to minhxet_app;
create policy own on vault.custodian_key to minhxet_app
  using (officer_id = (select app.officer_id()))
  with check (officer_id = (select app.officer_id())
    and exists (select from vault.custodian c where c.id = custodian_id and c.officer_id = custodian_key.officer_id and c.ended_at is null));
grant select, insert on vault.custodian_key to minhxet_app;
grant update (sealed_key) on vault.custodian_key to minhxet_app;
create policy read on vault.recovery for select to minhxet_app using ((select app.context_kind()) is not null);
create policy add on vault.recovery for insert to minhxet_app with check ((select vault.is_command()));
grant select, insert on vault.recovery to minhxet_app;

-- Who takes in may put in, and never read: the agency's counter, and the import at the command line.
create policy add on vault.identity for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or (select vault.is_command()));
create policy add on vault.identity_body for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or (select vault.is_command()));
create policy add on vault.sealed_file for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or (select vault.is_command()));
create policy add on vault.look_up_key for insert to minhxet_app with check (
  agency_id = any ((select app.agencies('visit', 'record'))::uuid[]) or (select vault.is_command()));
grant insert on vault.identity, vault.identity_body, vault.sealed_file, vault.look_up_key to minhxet_app;

-- That there is an identity may be known to custodians, and to whoever sees the restricted petition it belongs to.
create policy read on vault.identity for select to minhxet_app using (
  agency_id = any ((select app.agencies('identity', 'hold'))::uuid[])
  or exists (select from petition p where p.id = petition_id and p.restricted) or (select vault.is_command()));
create policy change on vault.identity for update to minhxet_app using ((select vault.is_command()));
grant select on vault.identity to minhxet_app;
grant update (sealed_at, sealed_for, with_recovery, reseal_due) on vault.identity to minhxet_app;
create policy read on vault.sealed_file for select to minhxet_app using (
  agency_id = any ((select app.agencies('identity', 'hold'))::uuid[]) or (select vault.is_command()));
create policy change on vault.sealed_file for update to minhxet_app using ((select vault.is_command()));
grant select on vault.sealed_file to minhxet_app;
grant update (sha256, bytes) on vault.sealed_file to minhxet_app;
create policy read on vault.query for select to minhxet_app using (agency_id = any ((select app.agencies('identity', 'hold'))::uuid[]));
grant select on vault.query to minhxet_app;

create policy read on vault.ledger for select to minhxet_app using (
  agency_id = any ((select app.agencies('identity-ledger', 'read'))::uuid[]) or officer_id = (select app.officer_id()) or (select app.is_job()));
create policy add on vault.ledger for insert to minhxet_app with check (
  officer_id is not distinct from (select app.officer_id()) and ((select app.officer_id()) is not null or (select vault.is_command())));
grant select, insert on vault.ledger to minhxet_app;
create policy read on vault.ledger_text for select to minhxet_app using (agency_id = any ((select app.agencies('identity-ledger', 'read'))::uuid[]));
create policy add on vault.ledger_text for insert to minhxet_app with check (
  exists (select from vault.ledger l where l.agency_id = ledger_text.agency_id and l.seq = ledger_text.seq
    and l.officer_id is not distinct from (select app.officer_id())));
grant select, insert on vault.ledger_text to minhxet_app;

-- True when this very transaction wrote that the asker looks: no ciphertext leaves without its line.
create function vault.noted(agency uuid, subject text, id uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    return exists (select from vault.ledger l where l.agency_id = agency and l.officer_id is not distinct from app.officer_id()
      and l.xmin::text = mod(pg_current_xact_id_if_assigned()::text::numeric, 4294967296)::text and l.data ->> subject = noted.id::text);
  end $$;
revoke all on function vault.noted(uuid, text, uuid) from public;
grant execute on function vault.noted(uuid, text, uuid) to minhxet_app;

create policy read on vault.identity_body for select to minhxet_app using (
  (agency_id = any ((select app.agencies('identity', 'hold'))::uuid[]) or (select vault.is_command())) and vault.noted(agency_id, 'identity', identity_id));
create policy change on vault.identity_body for update to minhxet_app using (
  (select vault.is_command()) and vault.noted(agency_id, 'identity', identity_id));
grant select on vault.identity_body to minhxet_app;
grant update (ciphertext) on vault.identity_body to minhxet_app;

create policy read on vault.release for select to minhxet_app using (
  agency_id = any ((select app.agencies('release', 'decide'))::uuid[]) or asked_by = (select app.officer_id()));
-- Only for a petition the asker sees; nobody decides on what they asked themselves.
create policy add on vault.release for insert to minhxet_app with check (
  asked_by = (select app.officer_id()) and state = 'waiting' and decided_by is null
  and exists (select from petition p join vault.identity i on i.petition_id = p.id
    where p.id = release.petition_id and p.restricted and i.id = release.identity_id and i.agency_id = release.agency_id));
create policy decide on vault.release for update to minhxet_app
  using (asked_by <> (select app.officer_id()) and agency_id = any ((select app.agencies('release', 'decide'))::uuid[]));
grant select, insert on vault.release to minhxet_app;
grant update (state, decided_by, decided_at, reason, until) on vault.release to minhxet_app;
create policy add on vault.release_body for insert to minhxet_app with check (
  exists (select from vault.release r where r.id = release_id and r.asked_by = (select app.officer_id()) and r.state = 'waiting'));
create policy read on vault.release_body for select to minhxet_app using (
  exists (select from vault.release r where r.id = release_id and r.asked_by = (select app.officer_id()) and r.state = 'approved'
    and vault.noted(r.agency_id, 'release', r.id)));
grant select, insert on vault.release_body to minhxet_app;

-- The custodian's browser hands over what it sealed to the requester, or takes it away; it never reads it back.
create function vault.hand_over(release uuid, sealed text) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if not exists (select from vault.release r where r.id = hand_over.release and r.asked_by <> app.officer_id()
        and r.agency_id = any (app.agencies('release', 'decide'))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    update vault.release_body set ciphertext = sealed where release_id = hand_over.release;
  end $$;
revoke all on function vault.hand_over(uuid, text) from public;
grant execute on function vault.hand_over(uuid, text) to minhxet_app;

-- Public keys of those for whom identities of an agency are sealed today; none when nobody holds them.
create function vault.recipients(agency uuid) returns table (id uuid, recipient text)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if app.context_kind() is null then return; end if;
    return query select c.id, c.recipient from vault.custodian c join public.officer o on o.id = c.officer_id and o.active
      where c.agency_id = agency and c.ended_at is null
        and exists (select from public.role_grant g where g.officer_id = c.officer_id and g.agency_id = c.agency_id and g.role = 'custodian'
          and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day))
      order by c.id;
  end $$;
revoke all on function vault.recipients(uuid) from public;
grant execute on function vault.recipients(uuid) to minhxet_app;

-- Asks by exact keys and says nothing: the hits go to the custodians. The same statements run with and without one.
create function vault.look_up(query uuid, agency uuid, by_kind text, digests bytea[], at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if not (agency = any (app.agencies('person', 'read')) or agency = any (app.agencies('identity', 'hold'))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    insert into vault.query (id, agency_id, asked_by, asked_at, by_kind, hits)
      select look_up.query, agency, app.officer_id(), at, look_up.by_kind, array(
        select distinct k.identity_id from vault.look_up_key k where k.agency_id = agency and k.digest = any (digests) order by 1 limit 50);
  end $$;
revoke all on function vault.look_up(uuid, uuid, text, bytea[], timestamptz) from public;
grant execute on function vault.look_up(uuid, uuid, text, bytea[], timestamptz) to minhxet_app;
create function vault.forget_queries() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n integer;
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from vault.query where hits = '{}';
    get diagnostics n = row_count;
    return n;
  end $$;
revoke all on function vault.forget_queries() from public;
grant execute on function vault.forget_queries() to minhxet_app;

-- The end of an agency's ledger, also where the asker may not read it.
create function vault.last_entry(agency uuid) returns table (seq integer, hash bytea)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if app.context_kind() is null then return; end if;
    perform pg_advisory_xact_lock(hashtextextended('vault.ledger ' || agency::text, 0));
    return query select e.seq, e.hash from vault.ledger e where e.agency_id = agency order by e.seq desc limit 1;
  end $$;
revoke all on function vault.last_entry(uuid) from public;
grant execute on function vault.last_entry(uuid) to minhxet_app;

-- Takes a scan away from the visit that turned out to hold a denunciation, from its petitions, and altogether when nothing
-- else holds it. Only for the officer to whom the visit is sealed, or who took the scan in and hung it on nothing yet.
create function vault.erase_file(erased uuid, of_visit uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare digest bytea;
  begin
    if not (exists (select from public.visit v where v.id = of_visit and v.sealed_to = app.officer_id())
        or (of_visit is null and exists (select from public.file f where f.id = erased and f.added_by = app.officer_id()))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    update public.visit_item set file_id = null where visit_id = of_visit and file_id = erased;
    delete from public.visit_file where visit_id = of_visit and file_id = erased;
    delete from public.petition_file f using public.petition p where p.id = f.petition_id and p.visit_id = of_visit and f.file_id = erased;
    if exists (select from public.visit_file where file_id = erased) or exists (select from public.petition_file where file_id = erased)
      or exists (select from public.matter_file where file_id = erased) or exists (select from public.visit_item where file_id = erased) then
      return;
    end if;
    delete from public.file_name where file_id = erased;
    delete from public.file where id = erased returning sha256 into digest;
    if digest is not null and not exists (select from public.file where sha256 = digest) then
      insert into vault.erasure (sha256) values (digest) on conflict do nothing;
    end if;
  end $$;
revoke all on function vault.erase_file(uuid, uuid) from public;
grant execute on function vault.erase_file(uuid, uuid) to minhxet_app;

-- Bytes that nothing names any more; and that they are gone.
create function vault.to_erase() returns setof bytea
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if app.context_kind() is null then return; end if;
    delete from vault.erasure e where exists (select from public.file f where f.sha256 = e.sha256)
      or exists (select from vault.sealed_file f where f.sha256 = e.sha256);
    return query select e.sha256 from vault.erasure e order by e.due_at limit 200;
  end $$;
revoke all on function vault.to_erase() from public;
grant execute on function vault.to_erase() to minhxet_app;
create function vault.erased(digest bytea) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if app.context_kind() is not null then delete from vault.erasure where sha256 = digest; end if;
  end $$;
revoke all on function vault.erased(bytea) from public;
grant execute on function vault.erased(bytea) to minhxet_app;
create function vault.erase_sealed(digest bytea) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not vault.is_command() then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into vault.erasure (sha256) values (digest) on conflict do nothing;
  end $$;
revoke all on function vault.erase_sealed(bytea) from public;
grant execute on function vault.erase_sealed(bytea) to minhxet_app;

-- The copy that a custodian blacked out becomes a file of the petition, which the custodian does not see.
create function vault.hang_copy(identity uuid, copy uuid, name text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare found vault.identity;
  begin
    select * into found from vault.identity i where i.id = hang_copy.identity and i.agency_id = any (app.agencies('identity', 'hold'));
    if found.id is null or found.petition_id is null or not exists (select from public.file f where f.id = copy and f.agency_id = found.agency_id
        and f.added_by = app.officer_id()) then
      return false;
    end if;
    insert into public.petition_file (petition_id, file_id, ordinal, title)
      select found.petition_id, copy, (select coalesce(max(ordinal) + 1, 0) from public.petition_file where petition_id = found.petition_id), name
      on conflict do nothing;
    return true;
  end $$;
revoke all on function vault.hang_copy(uuid, uuid, text) from public;
grant execute on function vault.hang_copy(uuid, uuid, text) to minhxet_app;

alter table import_run add column kept integer not null default 0;
comment on column import_run.kept is 'Of the sealed rows, how many identities the vault keeps.';
