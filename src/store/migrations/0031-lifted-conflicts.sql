-- A conflict of interest that was declared by mistake is lifted, by another than the officer concerned, with a reason. The row
-- stays and says so; the same officer can be declared again. What is lifted bars from nothing any more.
alter table conflict_of_interest
  drop constraint conflict_of_interest_pkey,
  add column id uuid primary key default gen_random_uuid(),
  add column lifted_by uuid references officer,
  add column lifted_on date,
  add column lift_reason text,
  add check (num_nulls(lifted_by, lifted_on, lift_reason) in (0, 3)),
  add check (lifted_by <> officer_id);
comment on table conflict_of_interest is 'Declared by the officer or by who handles the petition; until it is lifted the officer sees nothing of it.';
-- One that holds for each officer; whom a petition's list names; whom a transaction is barred from.
create unique index conflict_that_holds on conflict_of_interest (petition_id, officer_id) where lifted_on is null;
create index conflict_of_petition on conflict_of_interest (petition_id);

create or replace function app.barred_petitions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if strpos(current_setting('minhxet.context', true), '|barred|') = 0 then return '{}'; end if;
    return array(select c.petition_id from public.conflict_of_interest c where c.officer_id = app.officer_id() and c.lifted_on is null);
  end $$;
create or replace function app.barred_matters() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  begin
    if strpos(current_setting('minhxet.context', true), '|barred|') = 0 then return '{}'; end if;
    return array(select m.matter_id from public.conflict_of_interest c join public.matter_petition m on m.petition_id = c.petition_id
      where c.officer_id = app.officer_id() and c.lifted_on is null);
  end $$;
create or replace function vault.barred_identities() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select i.id from public.conflict_of_interest c join vault.identity i on i.petition_id = c.petition_id
    where c.officer_id = app.officer_id() and c.lifted_on is null); end $$;

-- The heads for whom the officer acts today: nobody lifts the conflict of whoever gave them the power to.
create function app.acting_for() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare day date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    return array(select d.from_officer from public.delegation d where d.to_officer = app.officer_id() and d.ended_at is null
      and d.valid_from <= day and d.valid_to >= day);
  end $$;
revoke all on function app.acting_for() from public;
grant execute on function app.acting_for() to minhxet_app;

drop policy of_petition on conflict_of_interest;
create policy read on conflict_of_interest for select to minhxet_app
  using (exists (select 1 from petition p where p.id = petition_id));
create policy declare on conflict_of_interest for insert to minhxet_app
  with check (declared_by = (select app.officer_id()) and lifted_on is null and exists (select 1 from petition p where p.id = petition_id
    and (officer_id = (select app.officer_id()) or p.sealed_to = (select app.officer_id())
      or p.agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[]))));
create policy lift on conflict_of_interest for update to minhxet_app
  using (lifted_on is null and officer_id <> (select app.officer_id()) and officer_id <> all ((select app.acting_for())::uuid[])
    and exists (select 1 from petition p where p.id = petition_id
      and p.agency_id = any ((select app.agencies('denunciation', 'read'))::uuid[])))
  with check (lifted_by = (select app.officer_id()));
grant update (lifted_by, lifted_on, lift_reason) on conflict_of_interest to minhxet_app;
