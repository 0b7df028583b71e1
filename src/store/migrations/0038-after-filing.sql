-- What the person with the receipt does after filing: adds documents, asks to withdraw, says how it ended for them.

alter table petition_message add column about text not null default 'letter' check (about in ('letter','withdraw-all','withdraw-part','documents'));
alter table petition_message add column files smallint not null default 0;
comment on column petition_message.about is 'What the petitioner asks by it. A withdrawal asked for changes nothing: the officer carries out the act of the law. files: how many documents came with it.';

-- As in 0021, with what the message is about; and how many documents came under this receipt.
create or replace function app.letter_box(code text, secret_hash bytea, message uuid, today date) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare answer jsonb;
  begin
    select jsonb_build_object('petitionId', p.id,
      'seq', h.seq, 'hash', encode(h.hash, 'hex'),
      'known', exists (select 1 from public.petition_message x where x.id = message and x.petition_id = p.id),
      'today', (select count(*) from public.petition_message x where x.petition_id = p.id and x.officer_id is null and x.written_on = today),
      'files', (select coalesce(sum(x.files), 0) from public.petition_message x where x.petition_id = p.id))
    into answer
    from public.petition p
    cross join lateral (select e.seq, e.hash from public.petition_event e where e.petition_id = p.id order by e.seq desc limit 1) h
    where p.code = $1 and p.tracking_hash = $2 for update of p;
    return answer;
  end $$;
create or replace function app.put_in_letter_box(code text, secret_hash bytea, message jsonb, event jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare petition uuid := (select p.id from public.petition p where p.code = $1 and p.tracking_hash = $2);
  begin
    if petition is null then return false; end if;
    if not event->>'what' = any (array['petitioner-wrote','withdrawal-asked','documents-added']) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    insert into public.petition_message (id, petition_id, seq, body, written_on, recorded_at, about, files)
      values ((message->>'id')::uuid, petition, (event->>'seq')::int, message->>'body', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz,
        message->>'about', (message->>'files')::smallint);
    insert into public.petition_event (petition_id, seq, what, on_date, recorded_at, data, prev_hash, hash)
      values (petition, (event->>'seq')::int, event->>'what', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz,
        event->'data', decode(event->>'prev_hash', 'hex'), decode(event->>'hash', 'hex'));
    update public.petition p set unread = true where p.id = petition;
    return true;
  end $$;
create or replace function app.letters(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'fromOffice', x.officer_id is not null, 'body', x.body, 'on', x.written_on, 'seenOn', x.seen_on,
      'about', x.about, 'files', x.files) order by x.seq), '[]')
    from public.petition p join public.petition_message x on x.petition_id = p.id
    where p.code = $1 and p.tracking_hash = $2;
  $$;

-- Opens the one petition to which this transaction may add documents. What may show who denounces goes to the vault:
-- "sealed" says so, and then no file in the clear can be hung on it.
create function app.begin_addition(code text, secret_hash bytea, files uuid[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    p public.petition;
    hidden boolean;
    body text;
  begin
    if app.context_kind() is distinct from 'portal' then raise exception 'not allowed' using errcode = '42501'; end if;
    select * into p from public.petition x where x.code = $1 and x.tracking_hash = $2 for update;
    if p.id is null then return null; end if;
    hidden := p.restricted or p.kind is not distinct from 'denunciation' or p.pseudonym is not null;
    if exists (select from public.file f where f.id = any (files)) then raise exception 'not allowed' using errcode = '42501'; end if;
    body := 'portal:|' || case when hidden then '' else files::text || '=,filing:rows,|{' || p.id || '}=,addition:petition,|' end
      || '{' || p.agency_id || '}=,filing:agency,|';
    perform set_config('minhxet.context', app.seal(body) || body, true);
    return jsonb_build_object('petitionId', p.id, 'agencyId', p.agency_id, 'sealed', hidden, 'pseudonym', p.pseudonym,
      'beingSorted', p.sealed_to is not null and not hidden);
  end $$;
create policy adding on petition_file for insert to minhxet_app with check (
  petition_id = any ((select app.agencies('addition', 'petition'))::uuid[]) and file_id = any ((select app.agencies('filing', 'rows'))::uuid[]));

-- How it ended for the petitioner. Read by a second person: never by whoever settles or settled the matter.
create table petition_rating (
  id uuid primary key,
  petition_id uuid not null references petition,
  agency_id uuid not null references agency,
  solved text not null check (solved in ('yes','partly','no')),
  body text not null,
  given_on date not null,
  read_by uuid references officer,
  read_on date,
  note text
);
comment on table petition_rating is 'body and note may be erased: the chain of the petition holds their digests.';
create index petition_rating_to_read on petition_rating (agency_id, given_on desc, id desc);
create index petition_rating_of_petition on petition_rating (petition_id);
-- Whoever works or worked on it is not a second person, nor is whoever declared a conflict of interest.
create function app.is_second_person(petition uuid, agency uuid) returns boolean
  language plpgsql stable strict security definer set search_path = pg_catalog
  as $$
  declare me uuid := app.officer_id();
  begin
    if me is null or not agency = any (app.agencies('outcome', 'read')) then return false; end if;
    return exists (select from public.petition p where p.id = petition and p.assignee_id is distinct from me
        and (not p.restricted or p.agency_id = any (app.agencies('denunciation', 'read'))))
      and not exists (select from public.matter_petition mp join public.matter m on m.id = mp.matter_id
        where mp.petition_id = petition and (m.assignee_id = me or m.facts->>'assignedTo' = me::text))
      and not petition = any (app.barred_petitions());
  end $$;
alter table petition_rating enable row level security;
alter table petition_rating force row level security;
create policy owner on petition_rating to minhxet_migrator using (true) with check (true);
create policy read on petition_rating for select to minhxet_app using (
  agency_id = any ((select app.agencies('outcome', 'read'))::uuid[]) and app.is_second_person(petition_id, agency_id) or (select app.is_job()));
create policy noted on petition_rating for update to minhxet_app using (
  agency_id = any ((select app.agencies('outcome', 'read'))::uuid[]) and app.is_second_person(petition_id, agency_id))
  with check (read_by = (select app.officer_id()));
grant select, update (read_by, read_on, note) on petition_rating to minhxet_app;

-- What the law looks at of the matter that the code and the secret open: named facts, states and dates, nobody's name.
create function app.matter_by_receipt(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('kind', p.kind, 'receivedOn', p.received_on, 'sorted', p.sealed_to is null, 'waitingOn', p.waiting_on,
      'agencyCode', a.code,
      'outcome', p.state in ('guided','transferred','filed','returned','closed') or m.closed_on is not null
        or coalesce(m.facts ? 'conclusion' or m.facts ? 'refusalGround' or m.facts ? 'terminationGround', false),
      'ratings', (select coalesce(jsonb_agg(r.id), '[]') from public.petition_rating r where r.petition_id = p.id),
      'matter', case when m.id is null then null else jsonb_build_object(
        'procedure', m.procedure, 'lawPack', m.law_pack, 'state', m.state, 'previousState', m.previous_state, 'openedOn', m.opened_on,
        'receivedOn', m.received_on, 'facts', m.facts, 'pauses', m.pauses,
        'decision', (select jsonb_build_object('number', x.number, 'on', x.issued_on) from public.paper x
          where x.matter_id = m.id and x.template = 'kn-15' and x.number is not null order by x.issued_on desc, x.id desc limit 1),
        'clocks', (select coalesce(jsonb_agg(jsonb_build_object('clock', c.clock, 'rule', c.rule, 'startOn', c.start_on, 'status', c.status,
            'metOn', c.met_on, 'extensions', coalesce(c.inputs->'extensions', '[]'::jsonb))), '[]')
          from (select distinct on (d.clock) d.* from public.deadline d where d.matter_id = m.id and d.status <> 'replaced'
            order by d.clock, (d.status = 'running') desc, d.computed_at desc) c),
        'history', (select coalesce(jsonb_agg(jsonb_build_object('act', e.act, 'on', e.on_date) order by e.seq), '[]')
          from public.matter_event e where e.matter_id = m.id)) end)
    from public.petition p join public.agency a on a.id = p.agency_id left join public.matter m on m.id = p.matter_id
    where p.code = $1 and p.tracking_hash = $2;
  $$;

-- The petition that code and secret open, locked, with the end of its chain; and then what was said.
create function app.rate(code text, secret_hash bytea, rating jsonb, event jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare p public.petition;
  begin
    select * into p from public.petition x where x.code = $1 and x.tracking_hash = $2 for update;
    if p.id is null then return false; end if;
    insert into public.petition_rating (id, petition_id, agency_id, solved, body, given_on)
      values ((rating->>'id')::uuid, p.id, p.agency_id, rating->>'solved', rating->>'body', (event->>'on_date')::date);
    insert into public.petition_event (petition_id, seq, what, on_date, recorded_at, data, prev_hash, hash)
      values (p.id, (event->>'seq')::int, 'outcome-rated', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz,
        event->'data', decode(event->>'prev_hash', 'hex'), decode(event->>'hash', 'hex'));
    return true;
  end $$;

-- The second person writes the chain of a petition that they may not open.
create function app.end_of_rated_chain(rating uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare r public.petition_rating;
  begin
    select * into r from public.petition_rating x where x.id = rating;
    if r.id is null or not app.is_second_person(r.petition_id, r.agency_id) then return null; end if;
    perform from public.petition p where p.id = r.petition_id for update;
    return (select jsonb_build_object('petitionId', e.petition_id, 'seq', e.seq, 'hash', encode(e.hash, 'hex'))
      from public.petition_event e where e.petition_id = r.petition_id order by e.seq desc limit 1);
  end $$;
create function app.rating_was_read(rating uuid, event jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare r public.petition_rating;
  begin
    select * into r from public.petition_rating x where x.id = rating;
    if r.id is null or not app.is_second_person(r.petition_id, r.agency_id) then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into public.petition_event (petition_id, seq, what, on_date, recorded_at, officer_id, data, prev_hash, hash)
      values (r.petition_id, (event->>'seq')::int, 'outcome-read', (event->>'on_date')::date, (event->>'recorded_at')::timestamptz,
        app.officer_id(), event->'data', decode(event->>'prev_hash', 'hex'), decode(event->>'hash', 'hex'));
  end $$;
-- Of a rated petition what its list shows: not the petition itself, which the second person need not be allowed to open.
create function app.rated_petitions(petitions uuid[]) returns table (id uuid, code text, kind text)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select p.id, p.code, p.kind from public.petition p where p.id = any (petitions) and app.is_second_person(p.id, p.agency_id);
  $$;
do $$
declare f text;
begin
  foreach f in array array['begin_addition(text, bytea, uuid[])', 'matter_by_receipt(text, bytea)', 'is_second_person(uuid, uuid)',
    'rate(text, bytea, jsonb, jsonb)', 'end_of_rated_chain(uuid)', 'rating_was_read(uuid, jsonb)', 'rated_petitions(uuid[])'] loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to minhxet_app', f);
  end loop;
end $$;
