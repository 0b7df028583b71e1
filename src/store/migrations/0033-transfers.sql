-- A petition handed from one agency of the tree to another. Rights move with it: `petition.agency_id` says where it lies. The
-- sender keeps this row, so that it sees that the petition was handed over and what was answered, and nothing else of it.
create table petition_transfer (
  id uuid primary key,
  petition_id uuid not null references petition,
  ordinal smallint not null,
  code text not null,
  kind text not null,
  restricted boolean not null,
  from_agency uuid not null references agency,
  to_agency uuid references agency,
  wished_agency uuid references agency,
  handler_agency uuid references agency,
  state text not null check (state in ('proposed','accepted','returned','referred','decided','outside')),
  on_date date not null,
  by_officer uuid references officer,
  answered_on date,
  answered_by uuid references officer,
  sealed_to uuid references officer,
  paper_id uuid references paper,
  unique (petition_id, ordinal),
  check ((state = 'outside') = (to_agency is null)),
  check ((state = 'decided') = (handler_agency is not null))
);
comment on column petition_transfer.ordinal is 'Every hand-over counts, legal or internal, returned or not (settled 16); from the third on the common superior decides.';
comment on column petition_transfer.code is 'The petition''s code: the sender no longer sees the petition.';
comment on column petition_transfer.to_agency is 'Null: a body outside the system. With "referred" the common superior; wished_agency is where the sender wanted it.';
comment on column petition_transfer.sealed_to is 'The officer to whom the denunciation was sealed before, who gets it back when it is returned.';
comment on column petition_transfer.paper_id is 'The letter: one for each agency and content, so a second hand-over by the same agency names the first one''s.';
create unique index transfer_open on petition_transfer (petition_id) where state in ('proposed','referred');
create index transfer_incoming on petition_transfer (to_agency, id desc) where state in ('proposed','referred');
create index transfer_sent on petition_transfer (from_agency, id desc);
create index transfer_of_paper on petition_transfer (paper_id) where paper_id is not null;
create table petition_transfer_text (
  transfer_id uuid not null references petition_transfer,
  part text not null check (part in ('reason','answer','body')),
  body text not null,
  primary key (transfer_id, part)
);
comment on table petition_transfer_text is 'Why it was handed over and what was answered, shown to the petitioner too; "body": the name of a body outside. Events hold digests.';

alter table petition add column transfers smallint not null default 0;
comment on column petition.transfers is 'How many times it was handed over.';
update petition p set transfers = 1 where state = 'transferred';
alter table petition drop constraint petition_state_check;
alter table petition add constraint petition_state_check check (state in ('received','screening','guided','transferred','filed','returned',
  'in-matter','closed','handed-over','referred'));

alter table person add column copy_of uuid references person on delete set null;
comment on column person.copy_of is 'Came with a petition from another agency: the person as the first agency knows them.';
create index person_copies on person (copy_of) where copy_of is not null;

do $$
declare t text;
begin
  foreach t in array array['petition_transfer','petition_transfer_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

-- Of a denunciation the heads alone, at either end, and the officer who handed over what was sealed to them (settled 4).
create policy read on petition_transfer for select to minhxet_app using (
  (case when restricted then from_agency = any ((select app.agencies('denunciation', 'read'))::uuid[])
      or to_agency = any ((select app.agencies('denunciation', 'read'))::uuid[]) or handler_agency = any ((select app.agencies('denunciation', 'read'))::uuid[])
    else from_agency = any ((select app.agencies('petition', 'read'))::uuid[])
      or to_agency = any ((select app.agencies('petition', 'read'))::uuid[]) or handler_agency = any ((select app.agencies('petition', 'read'))::uuid[]) end)
  or (restricted and by_officer = (select app.officer_id()) and sealed_to = (select app.officer_id())) or (select app.is_job()));
create policy add on petition_transfer for insert to minhxet_app with check (
  by_officer = (select app.officer_id()) and exists (select 1 from petition p where p.id = petition_id and p.agency_id = from_agency
    and (p.sealed_to = (select app.officer_id()) or p.agency_id = any ((select app.agencies('petition', 'process'))::uuid[])
      or p.agency_id = any ((select app.agencies('matter', 'act'))::uuid[]))));
create policy answer on petition_transfer for update to minhxet_app
  using ((state = 'proposed' and to_agency = any ((select app.agencies('petition', 'process'))::uuid[]))
    or (state = 'referred' and to_agency = any ((select app.agencies('transfer', 'decide'))::uuid[])))
  with check (answered_by = (select app.officer_id()));
create policy no_conflict on petition_transfer as restrictive to minhxet_app using (petition_id <> all ((select app.barred_petitions())::uuid[]));
create policy of_transfer on petition_transfer_text to minhxet_app
  using (exists (select 1 from petition_transfer t where t.id = transfer_id))
  with check (exists (select 1 from petition_transfer t where t.id = transfer_id));
grant select, insert on petition_transfer, petition_transfer_text to minhxet_app;
grant update (state, answered_on, answered_by, handler_agency) on petition_transfer to minhxet_app;

-- The letter is the sender's, who does not see the petition any more.
create function app.sees_transfer_of(letter uuid) returns boolean language plpgsql stable strict
  as $$ begin return exists (select from public.petition_transfer t where t.paper_id = letter); end $$;
revoke all on function app.sees_transfer_of(uuid) from public;
grant execute on function app.sees_transfer_of(uuid) to minhxet_app;
alter policy of_case on paper
  using ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id) or exists (select from visit v where v.id = visit_id)
    or (matter_id is null and app.sees_transfer_of(id)))
  with check ((select app.is_job()) or app.sees_matter(matter_id) or app.sees_petition(petition_id) or exists (select from visit v where v.id = visit_id)
    or (matter_id is null and app.sees_transfer_of(id)));

-- Whether an agency has somebody who may do that, and need not keep away from the petition.
create function app.agency_takes(agency uuid, petition uuid, resource text, action text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if app.context_kind() is null then return false; end if;
    return exists (select from public.role_grant g join public.officer o on o.id = g.officer_id and o.active
      join app.access_rule r on r.role = g.role and r.resource = agency_takes.resource and r.action = agency_takes.action
      where g.agency_id = agency and g.valid_from <= day and (g.valid_to is null or g.valid_to >= day)
        and not exists (select from public.conflict_of_interest c where c.officer_id = g.officer_id and c.petition_id = agency_takes.petition and c.lifted_on is null));
  end $$;
revoke all on function app.agency_takes(uuid, uuid, text, text) from public;
grant execute on function app.agency_takes(uuid, uuid, text, text) to minhxet_app;

-- Moves a petition by the transfer that this very officer just wrote or answered, with its people: who takes it knows them by
-- rows of its own. Owner-privileged, because whoever moves it sees it no more. The identity of a denouncer stays in the vault
-- of the agency that took it in, sealed to that agency's custodians, who release it on request.
create function app.move_petition(transfer uuid, ids uuid[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    t public.petition_transfer;
    me uuid := app.officer_id();
    giver uuid;
    target uuid;
    sealed uuid;
    party record;
    known uuid;
    n int := 0;
  begin
    select * into t from public.petition_transfer x where x.id = transfer;
    giver := case when t.state in ('proposed','referred') then t.from_agency else t.to_agency end;
    target := case t.state when 'returned' then t.from_agency when 'decided' then t.handler_agency else t.to_agency end;
    if t.id is null or me is null or t.state not in ('proposed','referred','returned','decided')
      or me is distinct from (case when t.state in ('proposed','referred') then t.by_officer else t.answered_by end) then return false; end if;
    sealed := case when t.state = 'returned' then t.sealed_to end;
    update public.petition p set agency_id = target, sealed_to = sealed, restricted = p.kind = 'denunciation' and sealed is null, assignee_id = null,
        transfers = greatest(p.transfers, t.ordinal)
      where p.id = t.petition_id and p.agency_id = giver and p.matter_id is null and p.id <> all (app.barred_petitions())
        and (p.sealed_to = me or giver = any (app.agencies('petition', 'process')) or giver = any (app.agencies('transfer', 'decide')));
    if not found then return false; end if;
    update public.petition_search s set agency_id = target, sealed_to = case when t.restricted then coalesce(sealed, '00000000-0000-0000-0000-000000000000') end,
        names = case when t.restricted then '' else s.names end, words = case when t.restricted then '' else s.words end
      where s.petition_id = t.petition_id;
    for party in select pp.person_id, coalesce(x.copy_of, x.id) as root, x.copy_of from public.petition_party pp join public.person x on x.id = pp.person_id
        where pp.petition_id = t.petition_id and x.agency_id <> target order by pp.ordinal loop
      select x.id into known from public.person x where x.id = party.root and x.agency_id = target;
      if known is null then
        n := n + 1;
        known := ids[n];
        insert into public.person (id, agency_id, copy_of) values (known, target, party.root);
        insert into public.person_detail (person_id, agency_id, full_name, id_kind, id_number, birth_year, address, phone, email)
          select known, target, d.full_name, d.id_kind, d.id_number, d.birth_year, d.address, d.phone, d.email
          from public.person_detail d where d.person_id = party.person_id;
      end if;
      update public.petition_party pp set person_id = known where pp.petition_id = t.petition_id and pp.person_id = party.person_id;
      -- What came with the petition goes with it, unless the agency met the person meanwhile.
      if party.copy_of is not null then
        begin
          delete from public.person_detail d where d.person_id = party.person_id;
          delete from public.person x where x.id = party.person_id;
        exception when foreign_key_violation then null;
        end;
      end if;
    end loop;
    return true;
  end $$;
revoke all on function app.move_petition(uuid, uuid[]) from public;
grant execute on function app.move_petition(uuid, uuid[]) to minhxet_app;

create function app.agency_name(agency uuid, day date) returns text
  language sql stable set search_path = pg_catalog
  as $$ select v.name from public.agency_version v where v.agency_id = agency and v.valid_from <= day order by v.valid_from desc limit 1 $$;
grant execute on function app.agency_name(uuid, date) to minhxet_app;

-- Where it went and why, for whoever holds the receipt.
create function app.transfers_by_code(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(jsonb_agg(jsonb_build_object('state', t.state, 'on', t.on_date, 'answeredOn', t.answered_on,
        'from', app.agency_name(t.from_agency, t.on_date), 'to', coalesce(app.agency_name(t.to_agency, t.on_date), b.body),
        'handler', app.agency_name(t.handler_agency, t.answered_on), 'reason', r.body, 'answer', a.body) order by t.ordinal), '[]')
    from public.petition p join public.petition_transfer t on t.petition_id = p.id
    left join public.petition_transfer_text r on r.transfer_id = t.id and r.part = 'reason'
    left join public.petition_transfer_text a on a.transfer_id = t.id and a.part = 'answer'
    left join public.petition_transfer_text b on b.transfer_id = t.id and b.part = 'body'
    where p.code = $1 and p.tracking_hash = $2;
  $$;
revoke all on function app.transfers_by_code(text, bytea) from public;
grant execute on function app.transfers_by_code(text, bytea) to minhxet_app;
