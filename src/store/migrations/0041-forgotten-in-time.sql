-- What is only of use for a while goes by itself, every night.

-- Numbers of earlier days, with which visit each led to.
create function app.forget_numbers(today date) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n integer;
  begin
    if app.context_kind() is distinct from 'task' then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from public.queue_visit v using public.queue_ticket t where t.id = v.ticket_id and t.on_date < today;
    delete from public.queue_ticket t where t.on_date < today;
    get diagnostics n = row_count;
    delete from public.queue_day d where d.on_date < today;
    delete from public.queue_kiosk k where k.on_date < today;
    return n;
  end $$;

-- Notices that ended before; then the addresses of petitions on which nobody waits and of which nothing was told since.
create function app.forget_notices(before_at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n integer;
  begin
    if app.context_kind() is distinct from 'task' then raise exception 'not allowed' using errcode = '42501'; end if;
    delete from public.notice x where x.ended_at < before_at;
    get diagnostics n = row_count;
    delete from public.notice_address a using public.petition p where p.id = a.petition_id and p.waiting_on = 'nobody'
      and a.asked_on < before_at::date and not exists (select from public.notice x where x.petition_id = a.petition_id);
    return n;
  end $$;
revoke all on function app.forget_numbers(date), app.forget_notices(timestamptz) from public;
grant execute on function app.forget_numbers(date), app.forget_notices(timestamptz) to minhxet_app;
