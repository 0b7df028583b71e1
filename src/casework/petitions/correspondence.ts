import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, type Who, whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notAllowed, notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type LetterAbout, leaveLetter, openLetterBox } from "./letter-box.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition, type PetitionRow } from "./petition-row.ts";
import { hashTrackingSecret } from "./tracking-secret.ts";

/** As the person with the receipt sees it: the office is the office, no officer is named. */
export interface Letter {
  readonly id: string;
  readonly fromOffice: boolean;
  readonly body: string;
  readonly on: CivilDate;
  /** When the office marked as read what the petitioner wrote. */
  readonly seenOn: CivilDate | null;
  /** What the petitioner asks by it, and how many documents came with it. */
  readonly about: LetterAbout;
  readonly files: number;
}

export interface OfficeLetter extends Letter {
  readonly officer: string | null;
}

export interface Correspondence {
  readonly letters: readonly OfficeLetter[];
  readonly mayWrite: boolean;
}

/** Letters of at most so many characters. */
const longest = 4000;

const body = z.string().trim().min(1).max(longest);
const byCode = z.object({ key: z.uuid(), code: z.string().max(60), secret: z.string().max(60), body });
export type WriteByCodeInput = z.input<typeof byCode>;

/**
 * A letter of the person with the receipt; `key` is its id, so that the same letter sent twice is one. False for a wrong
 * code and a wrong secret alike. Throws "invalid-input", "too-many-attempts" when the day's letters are used up.
 */
export async function writeByCode(setting: Setting, input: WriteByCodeInput): Promise<boolean> {
  const wanted = parseInput(byCode, input);
  const code = wanted.code.trim().toUpperCase();
  const secretHash = hashTrackingSecret(wanted.secret);
  const letter = { key: wanted.key, code, secretHash, body: wanted.body, about: "letter" } as const;
  return transaction(setting.store, "nobody", async (tx) => {
    const box = await openLetterBox(tx, setting, letter);
    if (!box) return false;
    await leaveLetter(tx, setting, box, letter);
    return true;
  });
}

/** What was written, for the person with the receipt; empty for a wrong secret. */
export async function lettersByCode(tx: Trx, code: string, secretHash: Buffer): Promise<readonly Letter[]> {
  const { rows } = await sql<{ letters: Letter[] }>`select app.letters(${code}, ${secretHash}) as letters`.execute(tx);
  return rows[0]?.letters ?? [];
}

const ofPetition = z.object({ petitionId: z.uuid() });

/** Throws "not-found" for whoever may not see the petition. */
export async function correspondence(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof ofPetition>,
): Promise<Correspondence> {
  const { petitionId } = parseInput(ofPetition, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      agencyId: string;
      sealedTo: string | null;
      letters: OfficeLetter[];
      mine: boolean;
      restricted: boolean;
    }>`
      select p.agency_id as "agencyId", p.sealed_to as "sealedTo", p.restricted, coalesce(p.assignee_id = ${who.officerId}::uuid, false) as mine,
        coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'fromOffice', x.officer_id is not null, 'body', x.body, 'on', x.written_on, 'seenOn', x.seen_on, 'about', x.about, 'files', x.files, 'officer', o.display_name)
          order by x.seq) from petition_message x left join officer o on o.id = x.officer_id where x.petition_id = p.id), '[]') as letters
      from petition p where p.id = ${petitionId}`.execute(tx);
    const row = rows[0];
    if (!row) throw notFound();
    if (who.officerId && row.letters.length > 0)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'letters', ${petitionId})`.execute(
        tx,
      );
    return { letters: row.letters, mayWrite: mayWrite(who, row, row.restricted) };
  });
}

const toPetitioner = z.object({ key: z.uuid(), petitionId: z.uuid(), body });
export type WriteToPetitionerInput = z.input<typeof toPetitioner>;

/** Leaves the building: the petitioner reads it with the code of the receipt. What they wrote counts as read with it. */
export async function writeToPetitioner(
  setting: Setting,
  asker: Asker,
  input: WriteToPetitionerInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(toPetitioner, input);
  return runOnce(setting, asker, wanted.key, "write-to-petitioner", async (tx) => {
    const { petition, who } = await toWrite(tx, wanted.petitionId);
    const today = setting.today();
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: petition.id,
        what: "office-wrote",
        on: today,
        officerId: who.officerId,
        data: { message: wanted.key, digest: textDigest(wanted.body) },
      },
    ]);
    await sql`
      insert into petition_message (id, petition_id, seq, officer_id, body, written_on, recorded_at)
      values (${wanted.key}, ${petition.id}, (select max(seq) from petition_event where petition_id = ${petition.id}), ${who.officerId}, ${wanted.body}, ${today}, ${setting.now().toISOString()})`.execute(
      tx,
    );
    await markRead(tx, petition.id, today);
    return { petitionId: petition.id };
  });
}

const asRead = z.object({ key: z.uuid(), petitionId: z.uuid() });

/** The petitioner then sees that the office has read what they wrote, and the list shows nothing new. */
export async function markLettersRead(
  setting: Setting,
  asker: Asker,
  input: z.input<typeof asRead>,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(asRead, input);
  return runOnce(setting, asker, wanted.key, "letters-read", async (tx) => {
    const { petition } = await toWrite(tx, wanted.petitionId);
    await markRead(tx, petition.id, setting.today());
    return { petitionId: petition.id };
  });
}

async function toWrite(tx: Trx, petitionId: string): Promise<{ readonly petition: PetitionRow; readonly who: Who }> {
  const who = whoAsks(tx);
  const petition = await lockPetition(tx, petitionId);
  const { rows } = await sql<{ restricted: boolean; mine: boolean }>`
    select restricted, coalesce(assignee_id = ${who.officerId}::uuid, false) as mine from petition where id = ${petitionId}`.execute(
    tx,
  );
  if (!mayWrite(who, { ...petition, mine: rows[0]?.mine ?? false }, rows[0]?.restricted ?? false)) throw notAllowed();
  return { petition, who };
}

/** A denunciation is seen by the head and those assigned by name alone: whoever sees it may write. */
function mayWrite(
  who: Who,
  petition: Pick<PetitionRow, "agencyId" | "sealedTo"> & { readonly mine: boolean },
  restricted: boolean,
): boolean {
  if (petition.sealedTo !== null) return petition.sealedTo === who.officerId;
  return (
    restricted ||
    petition.mine ||
    can(who.grants, "petition:process", petition.agencyId) ||
    can(who.grants, "matter:act", petition.agencyId)
  );
}

async function markRead(tx: Trx, petitionId: string, today: CivilDate): Promise<void> {
  await sql`update petition_message set seen_on = ${today} where petition_id = ${petitionId} and officer_id is null and seen_on is null`.execute(
    tx,
  );
  await sql`update petition set unread = false where id = ${petitionId} and unread`.execute(tx);
}
