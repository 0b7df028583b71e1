-- Telling whoever holds a receipt that there is something new. A notice says the code and where to look, nothing of the case.
create table notice_address (
  petition_id uuid primary key references petition,
  channel text not null check (channel in ('email','phone')),
  address text not null,
  asked_on date not null
);
comment on table notice_address is 'Where the petitioner asked to be told; a row of its own, which goes when they say stop. None for a denunciation: it is followed under its secret code alone.';
create table notice (
  id uuid primary key,
  petition_id uuid not null references petition,
  agency_id uuid not null references agency,
  kind text not null check (kind in ('received','question','moved','progress')),
  state text not null default 'waiting' check (state in ('waiting','sent','undelivered','dropped')),
  tries smallint not null default 0,
  queued_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  ended_at timestamptz,
  failure text,
  check ((state = 'waiting') = (ended_at is null))
);
comment on table notice is 'Outbox: queued in the transaction of what it tells of, rendered when it is sent. Ids and kinds only. Its times are the machine''s, whatever day is set.';
comment on column notice.id is 'Also the key by which a gateway knows a message that comes twice.';
comment on column notice.failure is 'Kind of the last failure, never what a server answered.';
create index notice_due on notice (next_at) where state = 'waiting';
create index notice_of_petition on notice (petition_id);
create index notice_ended on notice (ended_at) where ended_at is not null;
create index notice_undelivered on notice (agency_id, ended_at) where state = 'undelivered';
do $$
declare t text;
begin
  foreach t in array array['notice_address','notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to minhxet_migrator using (true) with check (true)', t);
  end loop;
end $$;

-- Never of a denunciation, and of no intake before it is sorted: it may be one.
create function app.may_tell(petition public.petition) returns boolean language sql immutable
  as $$ select petition.kind is not null and petition.kind <> 'denunciation' and not petition.restricted and petition.sealed_to is null $$;
create function app.may_be_told(petition uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin
    return app.context_kind() is not null and exists (select from public.petition p where p.id = $1 and p.kind is distinct from 'denunciation' and not p.restricted);
  end $$;
revoke all on function app.may_be_told(uuid), app.may_tell(public.petition) from public;
grant execute on function app.may_be_told(uuid), app.may_tell(public.petition) to minhxet_app;

-- Whoever registers it adds the address; nobody but background work reads one.
create policy filing on notice_address for insert to minhxet_app with check (
  petition_id = any ((select app.agencies('filing', 'rows'))::uuid[]) and app.may_be_told(petition_id));
create policy add on notice_address for insert to minhxet_app with check (app.sees_petition(petition_id) and app.may_be_told(petition_id));
create policy send on notice_address for select to minhxet_app using ((select app.is_job()));
grant select, insert on notice_address to minhxet_app;

create policy read on notice for select to minhxet_app using (
  agency_id = any ((select app.agencies('notice', 'resend'))::uuid[]) or (select app.is_job()));
create policy resend on notice for update to minhxet_app
  using ((state = 'undelivered' and agency_id = any ((select app.agencies('notice', 'resend'))::uuid[])) or (select app.is_job()))
  with check ((state = 'waiting' and agency_id = any ((select app.agencies('notice', 'resend'))::uuid[])) or (select app.is_job()));
grant select, update (state, tries, next_at, ended_at, failure) on notice to minhxet_app;

-- What becomes a denunciation keeps no address, whichever way it became one.
create function app.forget_notice_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    delete from public.notice_address a where a.petition_id = new.id;
    update public.notice n set state = 'dropped', ended_at = now() where n.petition_id = new.id and n.state in ('waiting','undelivered');
    return null;
  end $$;
revoke all on function app.forget_notice_address() from public;
create trigger forget_notice_address after update of kind, restricted on petition for each row
  when (new.kind = 'denunciation' or new.restricted) execute function app.forget_notice_address();

-- Queues what the petitioners of these petitions, or of this matter, asked to be told; one message tells of all that
-- happened since the last. Owner-privileged: who hands a petition over sees it no more. All that a caller can do by it is
-- have somebody told to look.
create function app.queue_notices(petitions uuid[], matter uuid, kind text) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if app.context_kind() is null then raise exception 'not allowed' using errcode = '42501'; end if;
    insert into public.notice (id, petition_id, agency_id, kind)
      select gen_random_uuid(), p.id, p.agency_id, $3
      from public.petition p join public.notice_address a on a.petition_id = p.id
      where (p.id = any ($1) or p.matter_id = $2) and app.may_tell(p)
        and not exists (select from public.notice n where n.petition_id = p.id and n.state = 'waiting' and n.tries = 0);
  end $$;

-- By the receipt: whether and where its holder is told, and saying so or stop. The address comes back shortened.
create function app.notice_wish(code text, secret_hash bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('may', app.may_tell(p), 'channel', a.channel, 'shown', left(a.address, 2) || '…'
      || case a.channel when 'email' then substring(a.address from '@[^@]*$') else right(a.address, 3) end)
    from public.petition p left join public.notice_address a on a.petition_id = p.id where p.code = $1 and p.tracking_hash = $2;
  $$;
create function app.set_notice_wish(code text, secret_hash bytea, channel text, address text, day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare p public.petition;
  begin
    select * into p from public.petition x where x.code = $1 and x.tracking_hash = $2 for update;
    if p.id is null then return null; end if;
    if channel is not null and not app.may_tell(p) then return false; end if;
    delete from public.notice_address a where a.petition_id = p.id;
    if channel is null then
      update public.notice n set state = 'dropped', ended_at = now() where n.petition_id = p.id and n.state in ('waiting','undelivered');
    else
      insert into public.notice_address (petition_id, channel, address, asked_on) values (p.id, $3, $4, $5);
    end if;
    return true;
  end $$;
do $$
declare f text;
begin
  foreach f in array array['queue_notices(uuid[], uuid, text)', 'notice_wish(text, bytea)', 'set_notice_wish(text, bytea, text, text, date)'] loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to minhxet_app', f);
  end loop;
end $$;
