-- What became of who denounced, for the officer who took the visit in: they know their custodians, never the vault.
alter table visit add column identity_sealed_for smallint;
comment on column visit.identity_sealed_for is 'Of a visit with a denunciation: for how many custodians the identity was sealed; 0: nothing was kept. Null for every other visit and for an imported row.';
update visit v set identity_sealed_for = coalesce(
  (select cardinality(i.sealed_for) from vault.identity i where i.visit_id = v.id order by i.id limit 1), 0)
  where 'denunciation' = any(v.kinds) and v.source = 'counter';

-- Releases past their last day: background work takes what was sealed for the requester away, unread, and says so in the ledger.
create policy expiry on vault.ledger for insert to minhxet_app with check (
  officer_id is null and what = 'release-expired' and (select app.is_job()));
create function vault.end_expired(day date) returns table (agency_id uuid, identity_id uuid, release_id uuid)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if not app.is_job() then raise exception 'not allowed' using errcode = '42501'; end if;
    return query update vault.release_body b set ciphertext = null from vault.release r
      where r.id = b.release_id and r.state = 'approved' and r.until < day and b.ciphertext is not null
      returning r.agency_id, r.identity_id, r.id;
  end $$;
revoke all on function vault.end_expired(date) from public;
grant execute on function vault.end_expired(date) to minhxet_app;

-- A scan that was taken in and then hung on nothing (the visitor left, the form was given up) may show who denounces.
create function vault.forget_loose_scans(before timestamptz) returns integer
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
        and not exists (select from public.delivery x where x.proof_file_id = f.id);
    delete from public.file_name where file_id = any(loose);
    with gone as (delete from public.file where id = any(loose) returning sha256)
      insert into vault.erasure (sha256) select distinct sha256 from gone on conflict do nothing;
    return cardinality(loose);
  end $$;
revoke all on function vault.forget_loose_scans(timestamptz) from public;
grant execute on function vault.forget_loose_scans(timestamptz) to minhxet_app;
