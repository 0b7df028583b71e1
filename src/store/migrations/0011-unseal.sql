-- The officer who took a visit in says what it is, and with that lets go of it: the row that leaves the seal is checked
-- against the right to register petitions, not against the right to process them.
drop policy change on petition;
create policy change on petition for update to minhxet_app
  using ((select app.is_job()) or sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[])
    or agency_id = any ((select app.agencies('matter', 'act'))::uuid[]))
  with check ((select app.is_job()) or sealed_to = (select app.officer_id()) or agency_id = any ((select app.agencies('petition', 'process'))::uuid[])
    or agency_id = any ((select app.agencies('matter', 'act'))::uuid[])
    or (sealed_to is null and agency_id = any ((select app.agencies('petition', 'register'))::uuid[])));
