-- Who must keep away from a denunciation keeps away from its vault too (settled 4): a custodian who is the accused opened the
-- identity of who accused them, and a head read in the ledger why somebody had looked. That there was a look stays readable.
create function vault.barred_identities() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return array(select i.id from public.conflict_of_interest c join vault.identity i on i.petition_id = c.petition_id
    where c.officer_id = app.officer_id()); end $$;
revoke all on function vault.barred_identities() from public;
grant execute on function vault.barred_identities() to minhxet_app;

create policy no_conflict on vault.identity as restrictive for select to minhxet_app
  using (id <> all ((select vault.barred_identities())::uuid[]));
create policy no_conflict on vault.identity_body as restrictive for select to minhxet_app
  using (identity_id <> all ((select vault.barred_identities())::uuid[]));
create policy no_conflict on vault.sealed_file as restrictive for select to minhxet_app
  using (identity_id <> all ((select vault.barred_identities())::uuid[]));
create policy no_conflict on vault.release as restrictive for select to minhxet_app
  using (identity_id <> all ((select vault.barred_identities())::uuid[]));
create policy no_conflict on vault.ledger_text as restrictive for select to minhxet_app
  using (not exists (select from vault.ledger l where l.agency_id = ledger_text.agency_id and l.seq = ledger_text.seq
    and (l.data ->> 'identity')::uuid = any ((select vault.barred_identities())::uuid[])));
