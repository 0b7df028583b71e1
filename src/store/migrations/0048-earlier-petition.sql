-- The keys of the petition whose receipt somebody holds, so that what they are about to send is compared with it: hashes
-- only, and nothing at all for a wrong code or a wrong secret.
create function app.tracked_keys(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('kind', p.kind, 'keys', array_to_string(k.keys, ','), 'marks', array_to_string(k.marks, ','),
      'sketch', array_to_string(k.sketch, ','))
    from public.petition p join public.petition_key k on k.petition_id = p.id
    where p.code = $1 and p.tracking_hash = $2
  $$;
revoke all on function app.tracked_keys(text, bytea) from public;
grant execute on function app.tracked_keys(text, bytea) to minhxet_app;
