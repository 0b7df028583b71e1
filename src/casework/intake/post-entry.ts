import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { type LetterSheet, letterSheet } from "../papers/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { intakeChecklist, type WayOn, waysOn } from "./conditions.ts";
import type { Forwarder, PostKind, PostSource } from "./post-input.ts";

/** One letter of the post book with everything the asker may see of it. */
export interface PostEntry {
  readonly id: string;
  readonly agencyId: string;
  readonly bookYear: number;
  readonly bookNo: number;
  readonly receivedOn: CivilDate;
  readonly postmarkOn: CivilDate | null;
  readonly source: PostSource;
  readonly forwarder: Forwarder | null;
  readonly forwarderName: string | null;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly kinds: readonly PostKind[];
  readonly sealed: boolean;
  readonly pseudonym: string | null;
  readonly signatureCount: number;
  readonly originalCount: number;
  readonly originalsReturnedOn: CivilDate | null;
  readonly returnedPapers: string | null;
  readonly forwarderReturnedOn: CivilDate | null;
  readonly returnReason: string | null;
  readonly returnPaperId: string | null;
  readonly unmet: readonly string[];
  /** Of a denunciation: for how many custodians its sender was sealed. */
  readonly identitySealedFor: number | null;
  readonly note: string | null;
  readonly officer: string | null;
  /** Empty under a pseudonym, and for a letter without a name. */
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly address: string | null;
    readonly idNumber: string | null;
    readonly phone: string | null;
  }[];
  /** Of its first petition; null when the asker may not see it. */
  readonly content: string | null;
  readonly petitions: readonly { readonly id: string; readonly code: string; readonly kind: PostKind | null }[];
  readonly files: readonly { readonly fileId: string; readonly title: string }[];
}

export interface PostEntrySheet extends PostEntry {
  /** The conditions that are not met, in the words of the law. */
  readonly missing: readonly { readonly fact: string; readonly label: { readonly vi: string; readonly en: string } }[];
  readonly conditionsArticle: string | null;
  readonly ways: readonly WayOn[];
  readonly mayChange: boolean;
  /** With which it went back to the forwarder; null too for whoever may not see it. */
  readonly letter: LetterSheet | null;
}

export async function readEntry(tx: Trx, entryId: string): Promise<PostEntry | undefined> {
  const { rows } = await sql<PostEntry>`
    select e.id, e.agency_id as "agencyId", e.book_year as "bookYear", e.book_no as "bookNo", e.received_on as "receivedOn",
      e.postmark_on as "postmarkOn", e.source, e.forwarder, x.forwarder_name as "forwarderName", x.letter_number as "letterNumber",
      e.letter_on as "letterOn", e.kinds, e.sealed_to is not null as sealed, e.pseudonym, e.signature_count as "signatureCount",
      e.original_count as "originalCount", e.originals_returned_on as "originalsReturnedOn", x.returned_papers as "returnedPapers",
      coalesce(e.forwarder_returned_on, (select min(v.on_date) from petition p join matter_petition mp on mp.petition_id = p.id
          join matter_event v on v.matter_id = mp.matter_id and v.act = 'return-to-forwarder' where p.post_entry_id = e.id)) as "forwarderReturnedOn", x.return_reason as "returnReason", e.return_paper_id as "returnPaperId", e.unmet,
      e.identity_sealed_for as "identitySealedFor", x.note, o.display_name as officer,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'kind', p.kind) order by p.code)
        from petition p where p.post_entry_id = e.id), '[]') as petitions,
      (select t.content from petition p join petition_text t on t.petition_id = p.id where p.post_entry_id = e.id order by p.code limit 1) as content,
      coalesce((select jsonb_agg(distinct jsonb_build_object('personId', d.person_id, 'name', d.full_name, 'address', d.address,
          'idNumber', d.id_number, 'phone', d.phone))
        from petition p join petition_party pp on pp.petition_id = p.id join person_detail d on d.person_id = pp.person_id
        where p.post_entry_id = e.id), '[]') as people,
      coalesce((select jsonb_agg(distinct jsonb_build_object('fileId', f.file_id, 'title', f.title))
        from petition p join petition_file f on f.petition_id = p.id where p.post_entry_id = e.id), '[]') as files
    from post_entry e left join post_entry_text x on x.entry_id = e.id left join officer o on o.id = e.officer_id
    where e.id = ${entryId}`.execute(tx);
  return rows[0];
}

/** The letter with what its conditions lack and what the law lets the office do next. The look is recorded. Throws "not-found". */
export async function openPostEntry(
  setting: Setting,
  asker: Asker,
  input: { readonly entryId: string },
): Promise<PostEntrySheet> {
  const { entryId } = parseInput(z.object({ entryId: z.uuid() }), input);
  const calendar = await setting.calendar();
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const entry = await readEntry(tx, entryId);
    if (!entry) throw notFound();
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'post-entry', ${entryId})`.execute(
        tx,
      );
    const checklist = intakeChecklist(setting, entry.receivedOn);
    const questions = checklist ? [...checklist.conditions, ...checklist.obstacles] : [];
    return {
      ...entry,
      missing: questions.filter(({ fact }) => entry.unmet.includes(fact)),
      conditionsArticle: checklist?.article ?? null,
      ways: waysOn(setting, calendar, {
        receivedOn: entry.receivedOn,
        kinds: entry.kinds,
        unmet: entry.unmet,
        forwarded: entry.source === "forwarded",
        originals: entry.originalCount > 0 && entry.originalsReturnedOn === null,
      }),
      mayChange: can(who.grants, "post:record", entry.agencyId),
      letter: entry.returnPaperId ? await letterSheet(tx, setting, entry.returnPaperId, who.grants) : null,
    };
  });
}
