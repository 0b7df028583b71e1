-- Which rows of a register were imported before, sealed ones of other officers included: they must not be stored twice.
-- The digest of a sealed row holds nothing of the denouncer, so the answer tells the asker only what is in the file already.
create function app.imported_before(agency uuid, digests bytea[]) returns setof bytea
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  begin
    if not (app.is_job() or agency = any (app.agencies('register', 'import'))) then
      raise exception 'not allowed' using errcode = '42501';
    end if;
    return query select v.import_digest from public.visit v where v.agency_id = agency and v.import_digest = any (digests);
  end $$;
revoke all on function app.imported_before(uuid, bytea[]) from public;
grant execute on function app.imported_before(uuid, bytea[]) to minhxet_app;

-- The workbook of rows to mend, in the language of who mends it.
alter table import_error_file add column locale text not null default 'vi' check (locale in ('vi', 'en'));
alter table import_error_file drop constraint import_error_file_pkey;
alter table import_error_file add primary key (run_id, locale);
