-- What the petitioner and the office write to each other, under the code and the secret of the receipt: no address is
-- stored for it, so that a denouncer who gave none can be asked and can answer (settled 1, 5).
create table petition_message (
  id uuid primary key,
  petition_id uuid not null references petition,
  seq int not null,
  officer_id uuid references officer,
  body text not null,
  written_on date not null,
  recorded_at timestamptz not null,
  seen_on date,
  unique (petition_id, seq)
);
comment on table petition_message is 'Without officer_id the petitioner wrote it; seen_on: when the office marked that as read; seq: of its event. The body may be erased: the chain of the petition holds its digest.';
alter table petition_message enable row level security;
alter table petition_message force row level security;
create policy owner on petition_message to minhxet_migrator using (true) with check (true);
create policy read on petition_message for select to minhxet_app using (exists (select 1 from petition p where p.id = petition_id));
create policy add on petition_message for insert to minhxet_app
  with check (officer_id = (select app.officer_id()) and exists (select 1 from petition p where p.id = petition_id));
create policy seen on petition_message for update to minhxet_app
  using (officer_id is null and exists (select 1 from petition p where p.id = petition_id)) with check (officer_id is null);
grant select, insert, update (seen_on) on petition_message to minhxet_app;

alter table petition add column unread boolean not null default false;
comment on column petition.unread is 'The petitioner wrote something that the office has not marked as read.';

-- The petition that the code and the secret open, locked, with the end of its chain. Nothing without the right secret.
create function app.letter_box(code text, secret_hash bytea, message uuid, today date) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare answer jsonb;
  begin
    select jsonb_build_object('petitionId', p.id,
      'seq', h.seq, 'hash', encode(h.hash, 'hex'),
      'known', exists (select 1 from public.petition_message x where x.id = message and x.petition_id = p.id),
      'today', (select count(*) from public.petition_message x where x.petition_id = p.id and x.officer_id is null and x.written_on = today))
    into answer
    from public.petition p
    cross join lateral (select e.seq, e.hash from public.petition_event e where e.petition_id = p.id order by e.seq desc limit 1) h
    where p.code = $1 and p.tracking_hash = $2 for update of p;
    return answer;
  end $$;

-- Puts the petitioner's message and its event there; both are of the petition that the code and the secret open.
create function app.put_in_letter_box(code text, secret_hash bytea, message jsonb, event jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare petition uuid := (select p.id from public.petition p where p.code = $1 and p.tracking_hash = $2);
  begin
    if petition is null then return false; end if;
    insert into public.petition_message (id, petition_id, seq, body, written_on, recorded_at)
      values ((message->>'id')::uuid, petition, (event->>'seq')::int, message->>'body', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz);
    insert into public.petition_event (petition_id, seq, what, on_date, recorded_at, data, prev_hash, hash)
      values (petition, (event->>'seq')::int, 'petitioner-wrote', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz,
        event->'data', decode(event->>'prev_hash', 'hex'), decode(event->>'hash', 'hex'));
    update public.petition p set unread = true where p.id = petition;
    return true;
  end $$;

-- What was written, oldest first, for whoever holds the receipt.
create function app.letters(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'fromOffice', x.officer_id is not null, 'body', x.body, 'on', x.written_on, 'seenOn', x.seen_on)
      order by x.seq), '[]')
    from public.petition p join public.petition_message x on x.petition_id = p.id
    where p.code = $1 and p.tracking_hash = $2;
  $$;

revoke all on function app.letter_box(text, bytea, uuid, date), app.put_in_letter_box(text, bytea, jsonb, jsonb), app.letters(text, bytea) from public;
grant execute on function app.letter_box(text, bytea, uuid, date), app.put_in_letter_box(text, bytea, jsonb, jsonb), app.letters(text, bytea) to minhxet_app;
