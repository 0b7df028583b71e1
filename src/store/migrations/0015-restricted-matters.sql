-- Denunciations are seen by the competent head and by those assigned by name, and by nobody else of the unit
-- (Điều 56 Luật Tố cáo; settled 4). The officer who took one hands it to the head.
alter table matter add column restricted boolean not null default false;
alter table matter add column at_counter boolean not null default false;
comment on column matter.at_counter is 'The follow-up of a reception, which the counter carries on (right reception:follow).';
alter table petition add column restricted boolean not null default false;
comment on column matter.restricted is 'A denunciation: only heads (right denunciation:read) and those assigned by name.';
comment on column petition.restricted is 'As matter.restricted, from the moment the officer who took it hands it to the head.';

-- Matters assigned to the person asking by name. Owner-privileged: the policy of matter_assignment asks for the matter.
create function app.assigned_matters() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select a.matter_id from public.matter_assignment a where a.officer_id = app.officer_id() and a.to_on is null); end $$;
revoke all on function app.assigned_matters() from public;
grant execute on function app.assigned_matters() to minhxet_app;

alter policy read on matter using (
  (case when restricted then agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[]) or id = any ((select app.assigned_matters())::uuid[])
    else agency_id = any ((select app.agencies('matter', 'read'))::uuid[]) or (at_counter and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[])) end)
  or assignee_id = (select app.officer_id()) or (select app.is_job()));
alter policy change on matter using (
  (case when restricted then agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[]) or id = any ((select app.assigned_matters())::uuid[]) or assignee_id = (select app.officer_id())
    else agency_id = any ((select app.agencies('matter', 'act'))::uuid[]) or (at_counter and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[])) or assignee_id = (select app.officer_id()) end)
  or (select app.is_job()));
alter policy add on matter with check (
  agency_id = any ((select app.agencies('matter', 'open'))::uuid[])
  or (at_counter and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[])) or (select app.is_job()));
alter policy read on petition using (
  (case when sealed_to is not null then sealed_to = (select app.officer_id())
    when restricted then agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[])
      or assignee_id = (select app.officer_id()) or matter_id = any ((select app.assigned_matters())::uuid[])
    else agency_id = any ((select app.agencies('petition', 'read'))::uuid[]) end)
  or (select app.is_job()));

alter policy change on petition
  using (sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[])
    or agency_id = any ((select app.agencies('matter', 'act'))::uuid[])
    or (not restricted and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[])) or (select app.is_job()))
  with check (sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[])
    or agency_id = any ((select app.agencies('matter', 'act'))::uuid[])
    or (not restricted and agency_id = any ((select app.agencies('reception', 'follow'))::uuid[]))
    or (sealed_to is null and agency_id = any ((select app.agencies('petition', 'register'))::uuid[])) or (select app.is_job()));

-- What is restricted is in no search: its row stays empty, sealed to nobody.
create or replace function app.index_petition(petition uuid, agency uuid, sealed uuid, received date, names text, body text) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare hidden boolean;
  begin
    select p.restricted into hidden from public.petition p where p.id = petition;
    if not (app.is_job() or exists (select 1 from public.petition p where p.id = petition
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

-- The officer to whom a denunciation is sealed lets go of it: from then on it is the head's. Owner-privileged, because
-- that officer no longer sees the row. Returns false when it is not theirs, or no denunciation.
create function app.hand_to_head(petition uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    update public.petition p set sealed_to = null, restricted = true, next_act = 'open-matter', waiting_on = 'us'
      where p.id = petition and p.sealed_to = app.officer_id() and p.kind = 'denunciation' and p.matter_id is null;
    if not found then return false; end if;
    update public.petition_search s set sealed_to = '00000000-0000-0000-0000-000000000000', names = '', words = '' where s.petition_id = petition;
    return true;
  end $$;
revoke all on function app.hand_to_head(uuid) from public;
grant execute on function app.hand_to_head(uuid) to minhxet_app;

-- Who is competent: what the law proposes for whom the petition is against, and what the officer settled.
create table petition_competence (
  petition_id uuid primary key references petition,
  against text not null,
  rule text not null,
  law_pack text not null,
  agrees boolean not null,
  chosen text,
  reason text,
  officer_id uuid references officer,
  settled_on date not null,
  check (agrees or (chosen is not null and reason is not null))
);
comment on table petition_competence is 'The current word; each change is an event of the petition with digests (settled 1).';
alter table petition_competence enable row level security;
alter table petition_competence force row level security;
create policy owner on petition_competence to minhxet_migrator using (true) with check (true);
create policy of_petition on petition_competence to minhxet_app
  using (exists (select 1 from petition p where p.id = petition_id)) with check (exists (select 1 from petition p where p.id = petition_id));
grant select, insert, update on petition_competence to minhxet_app;
