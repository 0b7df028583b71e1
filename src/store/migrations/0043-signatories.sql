-- Mass petitions: many people on one petition. One decision answers them all (khoản 3 Điều 31 Luật Khiếu nại), and each gets a
-- copy that names nobody else. The list hangs on the petition and goes with it from agency to agency; only petitions without
-- a denunciation have one (app.lists_signatories).
create table signatory (
  id uuid primary key,
  petition_id uuid not null references petition,
  ordinal integer not null,
  code text not null unique,
  tracking_hash bytea not null,
  representative boolean not null default false,
  digest bytea not null,
  added_on date not null,
  added_by uuid references officer,
  removed_on date,
  unique (petition_id, ordinal)
);
comment on column signatory.code is 'The petition''s code and four random letters: it tells nothing of the others, not even how many.';
comment on column signatory.digest is 'Of the number of the identity paper, else of name and address: the same person stands on a list once.';
create unique index signatory_once on signatory (petition_id, digest) where removed_on is null;
create table signatory_detail (
  signatory_id uuid primary key references signatory,
  full_name text not null,
  folded_name text not null generated always as (app.fold(full_name)) stored,
  address text not null,
  id_kind text check (id_kind in ('citizen-card','id-certificate','personal-number','old-id','passport')),
  id_number text,
  phone text
);
comment on table signatory_detail is 'What identifies a person: a row apart, which can be moved or erased (settled 1).';
create table signatory_change (
  signatory_id uuid not null references signatory,
  seq integer not null,
  before jsonb not null,
  reason text not null,
  changed_on date not null,
  officer_id uuid references officer,
  primary key (signatory_id, seq)
);
comment on table signatory_change is 'What stood there before a correction, and why (settled 26). The chain of the petition holds ids and digests alone.';

-- One issued paper sent to every signatory: a copy for each, made one after the other in the background.
create table reply_batch (
  id uuid primary key,
  petition_id uuid not null references petition,
  paper_id uuid not null references paper,
  state text not null check (state in ('running','done','failed','stopped')),
  started_by uuid references officer,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (petition_id, paper_id)
);
create table reply (
  id uuid primary key,
  petition_id uuid not null references petition,
  paper_id uuid not null references paper,
  signatory_id uuid not null references signatory,
  ordinal integer not null,
  sha256 bytea,
  made_at timestamptz,
  method text check (method in ('in-person','post','electronic')),
  sent_on date,
  outcome text check (outcome in ('delivered','refused','returned')),
  outcome_on date,
  state text not null generated always as (case when outcome is not null then outcome when sent_on is not null then 'sent'
    when made_at is not null then 'made' else 'waiting' end) stored,
  unique (paper_id, signatory_id),
  check ((sent_on is null) = (method is null)),
  check ((outcome is null) = (outcome_on is null)),
  check (outcome is null or sent_on is not null)
);
create unique index reply_list on reply (petition_id, paper_id, ordinal);
create index reply_by_state on reply (petition_id, paper_id, state, ordinal);
create index reply_of_signatory on reply (signatory_id);
create table reply_change (
  reply_id uuid not null references reply,
  seq integer not null,
  before jsonb not null,
  after jsonb not null,
  officer_id uuid references officer,
  at timestamptz not null default now(),
  primary key (reply_id, seq)
);
comment on table reply_change is 'Every delivery that was written down, and every correction of it: days and states only.';

-- As the asker, under the asker's policies, as app.sees_petition.
create function app.lists_signatories(petition uuid, resource text, action text) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.petition p where p.id = petition and p.kind in ('complaint','recommendation')
    and not p.restricted and p.sealed_to is null and p.agency_id = any (app.agencies(resource, action))); end $$;
revoke all on function app.lists_signatories(uuid, text, text) from public;
grant execute on function app.lists_signatories(uuid, text, text) to minhxet_app;

do $$
declare t text;
begin
  foreach t in array array['signatory','signatory_detail','signatory_change','reply_batch','reply','reply_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;
create policy read on signatory for select to minhxet_app using (app.sees_petition(petition_id) or (select app.is_job()));
create policy add on signatory for insert to minhxet_app with check (app.lists_signatories(petition_id, 'signatory', 'record'));
create policy change on signatory for update to minhxet_app using (app.lists_signatories(petition_id, 'signatory', 'record') or (select app.is_job()));
create policy read on signatory_detail for select to minhxet_app using (exists (select from signatory s where s.id = signatory_id));
create policy add on signatory_detail for insert to minhxet_app with check (exists (select from signatory s where s.id = signatory_id));
create policy change on signatory_detail for update to minhxet_app using (
  exists (select from signatory s where s.id = signatory_id and app.lists_signatories(s.petition_id, 'signatory', 'record')));
create policy read on signatory_change for select to minhxet_app using (exists (select from signatory s where s.id = signatory_id));
create policy add on signatory_change for insert to minhxet_app with check (
  officer_id = (select app.officer_id()) and exists (select from signatory s where s.id = signatory_id));
create policy read on reply_batch for select to minhxet_app using (app.sees_petition(petition_id) or (select app.is_job()));
create policy add on reply_batch for insert to minhxet_app with check (app.lists_signatories(petition_id, 'paper', 'send'));
create policy change on reply_batch for update to minhxet_app using (app.lists_signatories(petition_id, 'paper', 'send') or (select app.is_job()));
create policy read on reply for select to minhxet_app using (app.sees_petition(petition_id) or (select app.is_job()));
create policy add on reply for insert to minhxet_app with check (app.lists_signatories(petition_id, 'paper', 'send'));
create policy change on reply for update to minhxet_app using (
  app.lists_signatories(petition_id, 'paper', 'send') or app.lists_signatories(petition_id, 'signatory', 'record') or (select app.is_job()));
create policy of_reply on reply_change to minhxet_app
  using (exists (select from reply r where r.id = reply_id))
  with check (officer_id = (select app.officer_id()) and exists (select from reply r where r.id = reply_id));
grant select, insert on signatory, signatory_detail, signatory_change, reply_batch, reply, reply_change to minhxet_app;
grant update (representative, digest, removed_on, tracking_hash) on signatory to minhxet_app;
grant update (full_name, address, id_kind, id_number, phone) on signatory_detail to minhxet_app;
grant update (state, started_by, started_at, ended_at) on reply_batch to minhxet_app;
grant update (sha256, made_at, method, sent_on, outcome, outcome_on) on reply to minhxet_app;

-- What one signatory sees under their own code and secret: where the petition is, and their own replies. Nobody else's.
create function app.track_signatory(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('code', s.code, 'receivedOn', p.received_on, 'state', p.state, 'matterState', m.state, 'lawPack', m.law_pack,
      'procedure', m.procedure, 'agencyId', p.agency_id,
      'replies', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'template', x.template, 'number', x.number, 'issuedOn', x.issued_on,
          'state', r.state, 'sentOn', r.sent_on, 'outcomeOn', r.outcome_on, 'sha256', encode(r.sha256, 'hex')) order by x.issued_on, r.id), '[]')
        from public.reply r join public.paper x on x.id = r.paper_id where r.signatory_id = s.id and r.sent_on is not null))
    from public.signatory s join public.petition p on p.id = s.petition_id left join public.matter m on m.id = p.matter_id
    where s.code = $1 and s.tracking_hash = $2 and s.removed_on is null and p.kind in ('complaint','recommendation') and not p.restricted;
  $$;
revoke all on function app.track_signatory(text, bytea) from public;
grant execute on function app.track_signatory(text, bytea) to minhxet_app;
