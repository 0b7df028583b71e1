import pg from "pg";
import type { App } from "../src/server/app.ts";
import { familyNames, givenNames, middleNames, sentences } from "./words.ts";

/** The day the bench takes for today; everything is generated up to it. */
export const benchToday = "2026-11-24";

/**
 * Fills an empty database with `size` petitions by set-based SQL; every value is a pure function of the row's number,
 * so that two runs give the same rows. A hundred agencies: the first has a fifth of all petitions, as a province's
 * reception board would, the others share the rest. One petition in five has a matter with four events; a quarter of
 * the matters is under verification. Event hashes are of the right length but no chain: `audit verify` is not run here.
 */
export async function generate(app: App, size: number): Promise<void> {
  const client = new pg.Client({ ...app.setting.store.keeper, application_name: "minhxet bench" });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    await client.query("set maintenance_work_mem = '768MB'");
    await client.query("set work_mem = '128MB'");
    await client.query(helpers(size));
    await client.query("insert into bench.words values ($1, $2, $3)", [familyNames, middleNames, givenNames]);
    await client.query(
      "insert into bench.sentences select n - 1, body from unnest($1::text[]) with ordinality s(body, n)",
      [sentences(sentenceCount)],
    );
    await client.query("analyze bench.sentences");
    const indexes = await dropIndexes(client);
    for (const statement of rows(size)) await client.query(statement);
    for (const definition of indexes) await client.query(definition);
    await client.query("reset session_replication_role");
    await client.query("analyze");
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}

export const agencyCount = 100;
const sentenceCount = 4000;

function helpers(size: number): string {
  return `
    create schema bench;
    create table bench.words (family text[], middle text[], given text[]);
    create table bench.sentences (n int primary key, body text not null);
    -- Uniform in [0, 1), by row and purpose.
    create function bench.r(i bigint, purpose int) returns float8 language sql immutable parallel safe
      as $$ select (hashint8extended(i, purpose) & 9007199254740991)::float8 / 9007199254740992 $$;
    create function bench.day(i bigint) returns date language sql immutable parallel safe
      as $$ select date '2016-01-01' + floor(power(i::float8 / ${size}, 0.8) * (date '${benchToday}' - date '2016-01-01'))::int $$;
    -- As version 7 looks: the time first, so that ids grow with registration.
    create function bench.id(kind int, i bigint) returns uuid language sql immutable parallel safe
      as $$ select (lpad(to_hex(1451606400000 + i * ${Math.floor(344_000_000_000 / size)}), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid from md5(kind || ':' || i) h $$;
    create function bench.agency_no(i bigint) returns int language sql immutable parallel safe
      as $$ select case when i % 5 = 0 then 0 else 1 + (((i / 5) * 4 + i % 5 - 1) % ${agencyCount - 1})::int end $$;
    create function bench.agency(n int) returns uuid language sql immutable parallel safe
      as $$ select md5('agency ' || n)::uuid $$;
    -- Seven in ten come for the first time; the others came before to the same agency.
    create function bench.person_no(i bigint) returns bigint language sql immutable parallel safe
      as $$ select case when i <= 19800 or bench.r(i, 1) < 0.7 then i else i - 495 * (1 + floor(bench.r(i, 2) * 39))::bigint end $$;
    create function bench.name(w bench.words, i bigint) returns text language sql immutable parallel safe
      as $$ select w.family[1 + floor(power(bench.r(i, 3), 2) * cardinality(w.family))::int] || ' '
        || w.middle[1 + floor(power(bench.r(i, 4), 1.5) * cardinality(w.middle))::int] || ' '
        || w.given[1 + floor(bench.r(i, 5) * cardinality(w.given))::int] $$;
    create function bench.code(i bigint) returns text language sql immutable parallel safe
      as $$ select 'B' || lpad(bench.agency_no(i)::text, 2, '0') || '-' || to_char(bench.day(i), 'YY') || '-' || lpad(i::text, 7, '0') $$;`;
}

/** Secondary indexes are made again at the end: far faster, and as compact as on a restored database. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ name: string; definition: string }>(`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`);
  for (const { name } of found) await client.query(`drop index ${name}`);
  return found.map(({ definition }) => definition);
}

/** A sentence of row `i`, by a hash join: a call for each would take minutes. */
const sentence = (alias: string, purpose: number | string) =>
  `join bench.sentences ${alias} on ${alias}.n = floor(bench.r(i, ${purpose}) * ${sentenceCount})::int`;
const isMatter = (i: string) => `(${i} % 5 = 1 or ${i} % 25 = 10)`;
/** Three petitions in four are settled; of the newest twentieth none is. */
const isOpen = (i: string, size: number) => `(${i} > ${Math.floor(size * 0.95)} or bench.r(${i}, 30) < 0.02)`;
const isVerifying = (i: string) => `(bench.r(${i}, 31) < 0.25)`;

function rows(size: number): readonly string[] {
  const all = `generate_series(1, ${size}::bigint) i`;
  const matters = `${all} where ${isMatter("i")}`;
  return [
    `insert into place (id, code) values (md5('bench place')::uuid, 'BENCH')`,
    `insert into place_version (place_id, valid_from, name, level) values (md5('bench place')::uuid, '2012-01-01', 'Tỉnh Đo Tốc Độ', 'province')`,
    `insert into agency (id, code) select bench.agency(n), 'B' || lpad(n::text, 2, '0') from generate_series(0, ${agencyCount - 1}) n`,
    `insert into agency_version (agency_id, valid_from, name, short_name, level, kind, parent_id, place_id, head_title, symbol)
     select bench.agency(n), '2012-01-01', 'Ủy ban nhân dân xã thử số ' || n, 'Xã ' || n, case when n = 0 then 'province' else 'commune' end,
       'peoples-committee', case when n > 0 then bench.agency(0) end, md5('bench place')::uuid, 'CHỦ TỊCH', 'UBND' from generate_series(0, ${agencyCount - 1}) n`,
    `insert into person (id, agency_id) select bench.id(1, i), bench.agency(bench.agency_no(i)) from ${all}`,
    `insert into person_detail (person_id, agency_id, full_name, id_kind, id_number, birth_year, address, phone)
     select bench.id(1, i), bench.agency(bench.agency_no(i)), bench.name(w, i), 'citizen-card', '0' || lpad((40000000000 + i * 7919)::text, 11, '0'),
       1940 + floor(bench.r(i, 6) * 65)::int, 'Thôn ' || (1 + i % 12) || ', xã thử số ' || bench.agency_no(i), '09' || lpad((i * 31 % 100000000)::text, 8, '0')
     from ${all}, bench.words w`,
    `insert into petition (id, code, agency_id, source, received_on, kind, state, pseudonym, people_count, matter_id, assignee_id, next_act, next_due_on, waiting_on, matter_state, registered_at)
     select bench.id(2, i), bench.code(i), bench.agency(bench.agency_no(i)), 'post', bench.day(i),
       case when matter then 'complaint' when kind < 0.1 then 'denunciation' when kind < 0.6 then 'recommendation' else 'complaint' end,
       case when not open and not (matter and verifying) then 'closed' when matter then 'in-matter' else 'screening' end,
       case when not matter and kind < 0.1 then 'Người tố cáo ' || i end, case when kind > 0.95 then 12 else 1 end,
       case when matter then bench.id(3, i) end, null,
       case when open or (matter and verifying) then case when matter then 'report' else 'answer' end end,
       case when open or (matter and verifying) then bench.day(i) + 45 end,
       case when not open and not (matter and verifying) then 'nobody' when kind < 0.2 then 'petitioner' else 'us' end,
       case when matter then case when verifying then 'VERIFYING' when open then 'ACCEPTED' else 'CLOSED' end end, bench.day(i)
     from (select i, ${isMatter("i")} as matter, ${isVerifying("i")} as verifying, ${isOpen("i", size)} as open, bench.r(i, 32) as kind from ${all}) x`,
    `insert into petition_text (petition_id, content, request, contested_act, respondent)
     select bench.id(2, i), concat_ws(' ', a.body, b.body, c.body, d.body, e.body, case when bench.r(i, 20) < 0.6 then f.body || ' ' || g.body end), g.body, 'Quyết định số ' || i % 4000 || '/QĐ-UBND', 'Ủy ban nhân dân xã thử số ' || bench.agency_no(i)
     from ${all} ${"abcdefg"
       .split("")
       .map((alias, n) => sentence(alias, 10 + n))
       .join(" ")}`,
    `insert into petition_party (petition_id, person_id, role, ordinal)
     select p.id, bench.id(1, bench.person_no(i)), 'petitioner', 0 from ${all} join petition p on p.id = bench.id(2, i) where p.kind <> 'denunciation'`,
    `insert into petition_event (petition_id, seq, what, on_date, recorded_at, data, prev_hash, hash)
     select bench.id(2, i), 1, 'registered', bench.day(i), bench.day(i), '{"kind": "complaint", "source": "post", "visit": null, "peopleCount": 1}',
       sha256(''), sha256(i::text::bytea) from ${all}`,
    `insert into matter (id, code, agency_id, procedure, law_pack, opened_on, received_on, accepted_on, state, seq, facts, lead_petition_id, closed_on)
     select bench.id(3, i), 'KN-' || bench.code(i), bench.agency(bench.agency_no(i)), 'complaint-first',
       case when bench.day(i) < '2020-12-10' then 'complaints/2012-07-01' when bench.day(i) < '2025-07-01' then 'complaints/2020-12-10' when bench.day(i) < '2026-07-01' then 'complaints/2025-07-01' else 'complaints/2026-07-01' end,
       bench.day(i), bench.day(i), bench.day(i) + 5, p.matter_state, 4,
       '{"remote": false, "peopleCount": 1, "signaturesComplete": true, "representativePaper": false, "representativesCount": 0}', p.id,
       case when p.matter_state = 'CLOSED' then bench.day(i) + 60 end
     from ${all} join petition p on p.id = bench.id(2, i) where ${isMatter("i")}`,
    `insert into matter_petition (matter_id, petition_id, linked_on) select bench.id(3, i), bench.id(2, i), bench.day(i) from ${matters}`,
    `insert into matter_event (matter_id, seq, act, on_date, recorded_at, from_state, to_state, data, prev_hash, hash)
     select bench.id(3, i), s, (array['accept','order-verification','hold-working-session','hold-working-session'])[s], bench.day(i) + s * 3, bench.day(i) + s * 3,
       (array['KN_SCREEN','ACCEPTED','VERIFYING','VERIFYING'])[s], (array['ACCEPTED','VERIFYING','VERIFYING','VERIFYING'])[s],
       jsonb_build_object('values', jsonb_build_object('with', 'complainant'), 'digests', jsonb_build_object('summary', encode(sha256(i::text::bytea), 'hex')), 'clocks', '[]'::jsonb, 'paper', null),
       sha256((i || ':' || s - 1)::bytea), sha256((i || ':' || s)::bytea)
     from ${all}, generate_series(1, 4) s where ${isMatter("i")}`,
    `insert into matter_text (matter_id, seq, field, body)
     select bench.id(3, i), s, 'summary', a.body || ' ' || b.body from ${all} cross join generate_series(1, 4) s ${sentence("a", "40 + s")} ${sentence("b", "50 + s")} where ${isMatter("i")}`,
    `insert into deadline (id, petition_id, matter_id, agency_id, clock, rule, law_pack, start_on, raw_on, due_on, provisional, status, met_on, inputs, explanation)
     select bench.id(case c when 'acceptance' then 4 else 5 end, i), bench.id(2, i), bench.id(3, i), m.agency_id, c, case c when 'acceptance' then 'KN-27-1' else 'KN-28-1' end,
       m.law_pack, bench.day(i), bench.day(i) + 9, bench.day(i) + case c when 'acceptance' then 9 else 45 end, false,
       case when c = 'settlement' and m.state <> 'CLOSED' then 'running' else 'met' end, bench.day(i) + 5, jsonb_build_object('rule', 'KN-28-1', 'startOn', bench.day(i), 'pauses', '[]'::jsonb),
       jsonb_build_object('article', 'Điều 28 Luật Khiếu nại', 'confidence', 'text', 'gap', null, 'name', jsonb_build_object('vi', 'Thời hạn giải quyết khiếu nại lần đầu', 'en', 'Limit of the first settlement'),
         'steps', (select jsonb_agg(jsonb_build_object('kind', 'rolled', 'from', bench.day(i) + d, 'to', bench.day(i) + d, 'text', jsonb_build_object('vi', 'Thứ bảy, chủ nhật', 'en', 'weekend'))) from generate_series(1, 8) d))
     from ${all} join matter m on m.id = bench.id(3, i) cross join unnest(array['acceptance','settlement']) c where ${isMatter("i")}`,
    `insert into petition_search (petition_id, agency_id, received_on, names, words)
     select p.id, p.agency_id, p.received_on, case when p.kind = 'denunciation' then '' else app.fold(bench.name(w, bench.person_no(i))) end,
       to_tsvector('app.vi', concat_ws(E'\\n', p.code, t.content, t.request, t.contested_act, t.respondent))
     from ${all} join petition p on p.id = bench.id(2, i) join petition_text t on t.petition_id = p.id cross join bench.words w`,
    `insert into counter (agency_id, series, year, last) select bench.agency(n), 'petition', 2026, 9000000 from generate_series(0, ${agencyCount - 1}) n`,
  ];
}
