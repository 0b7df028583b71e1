import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import type { PetitionKind } from "../petitions/index.ts";
import { representativesMax } from "../reception/index.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

const listInput = z.object({
  petitionId: z.uuid(),
  /** The place on the list of the last line of the page before. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListSignatoriesInput = z.input<typeof listInput>;

export interface SignatoryLine {
  readonly id: string;
  readonly ordinal: number;
  readonly code: string;
  readonly representative: boolean;
  readonly name: string;
  readonly address: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  /** When the slip they hold was given; null without one. */
  readonly slipOn: CivilDate | null;
}

export type BatchState = "running" | "done" | "failed" | "stopped";

export interface ReplyPaper {
  readonly id: string;
  readonly name: Text;
  readonly number: string;
  readonly issuedOn: CivilDate;
  /** Null while no copies were asked for. */
  readonly batch: BatchState | null;
}

export interface SignatoryPage {
  readonly petition: {
    readonly id: string;
    readonly code: string;
    readonly kind: PetitionKind | null;
    readonly peopleCount: number;
  };
  readonly lines: readonly SignatoryLine[];
  readonly next?: number;
  readonly people: number;
  readonly representatives: number;
  /** How many hold no slip yet, and how many of those represent the others. */
  readonly withoutSlip: { readonly people: number; readonly representatives: number };
  /** The most that may represent so many (Điều 29 Luật Tiếp công dân). */
  readonly representativesMax: number;
  /** Signed and numbered papers, the latest first, that may be sent to each. */
  readonly papers: readonly ReplyPaper[];
  readonly mayRecord: boolean;
  readonly maySend: boolean;
}

/** The list of who signed a petition, in its order. The look is recorded. Throws "not-found". */
export async function listSignatories(
  setting: Setting,
  asker: Asker,
  input: ListSignatoriesInput,
): Promise<SignatoryPage> {
  const { petitionId, after, limit } = parseInput(listInput, input);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{
      code: string;
      kind: PetitionKind | null;
      agencyId: string;
      sealed: boolean;
      peopleCount: number;
      people: number;
      representatives: number;
      withoutSlip: SignatoryPage["withoutSlip"];
    }>`
      select p.code, p.kind, p.agency_id as "agencyId", p.sealed_to is not null as sealed, p.people_count as "peopleCount", n.people, n.representatives,
        jsonb_build_object('people', n.people_without_slip, 'representatives', n.representatives_without_slip) as "withoutSlip"
      from petition p cross join lateral app.count_signatories(p.id) n
      where p.id = ${petitionId}`.execute(tx);
    const petition = rows[0];
    if (!petition) throw notFound();
    const { rows: lines } = await sql<SignatoryLine>`
      select s.id, s.ordinal, s.code, s.representative, d.full_name as name, d.address, d.id_number as "idNumber", d.phone, s.slip_on as "slipOn"
      from signatory s join signatory_detail d on d.signatory_id = s.id
      where s.petition_id = ${petitionId} and s.removed_on is null and s.ordinal > ${after} order by s.ordinal limit ${limit}`.execute(
      tx,
    );
    const { rows: papers } = await sql<Omit<ReplyPaper, "name"> & { template: string }>`
      select p.id, p.template, p.number, p.issued_on as "issuedOn", b.state as batch
      from paper p left join reply_batch b on b.paper_id = p.id and b.petition_id = ${petitionId}
      where p.state in ('numbered', 'sent') and p.number is not null and (p.petition_id = ${petitionId}
        or p.matter_id in (select matter_id from matter_petition where petition_id = ${petitionId}))
      order by p.issued_on desc, p.id desc limit 50`.execute(tx);
    if (who.officerId)
      await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'signatories', ${petitionId})`.execute(
        tx,
      );
    const { code, kind, agencyId, peopleCount, people, representatives, withoutSlip } = petition;
    const listed = kind !== null && kind !== "denunciation" && !petition.sealed;
    const last = lines.length === limit ? lines.at(-1) : undefined;
    return {
      petition: { id: petitionId, code, kind, peopleCount },
      lines,
      ...(last ? { next: last.ordinal } : {}),
      people,
      representatives,
      withoutSlip,
      representativesMax: representativesMax(Math.max(people, peopleCount)),
      papers: papers.map(({ template, ...paper }) => ({ ...paper, name: nameOfPaper(setting, template) })),
      mayRecord: listed && can(who.grants, "signatory:record", agencyId),
      maySend: listed && can(who.grants, "paper:send", agencyId),
    };
  });
}

export function nameOfPaper(setting: Setting, template: string): Text {
  const documents = setting.law.packs.flatMap((pack) => pack.procedures).flatMap(({ documents }) => documents);
  return documents.find(({ key }) => key === template)?.name ?? { vi: template, en: template };
}
