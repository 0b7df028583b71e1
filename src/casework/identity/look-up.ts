import { createHmac } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import { can, require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { foldVietnamese, numbersLike, parseIdentityPaper } from "../people/index.ts";
import { invalidInput } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { writeLedger } from "./ledger.ts";
import type { SealedPerson } from "./payload.ts";

export const lookUpKinds = ["identity-number", "phone", "name-and-birth-year"] as const;
export type LookUpKind = (typeof lookUpKinds)[number];

type Key = Pick<Setting, "lookUpKey">;

/** One exact key of one agency, blinded. The same person gives other digests in other agencies. */
function digestOf({ lookUpKey }: Key, agencyId: string, kind: LookUpKind, value: string): Buffer {
  return createHmac("sha256", lookUpKey)
    .update(JSON.stringify(["vault/1", agencyId, kind, value]))
    .digest();
}

/** Nine digits and more, without what people write between them; +84 is 0. */
function phoneOf(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, "").replace(/^(\+84|0084)/, "0");
  return /^0\d{8,10}$/.test(digits) ? digits : undefined;
}

const nameOf = (name: string, birthYear: number): string => `${foldVietnamese(name)} ${birthYear}`;

/** Every key under which these people can be found again. */
export function digestsOfPeople(setting: Key, agencyId: string, people: readonly SealedPerson[]): readonly Buffer[] {
  return people.flatMap(({ name, identityNumber, phone, birthYear }) => {
    const number = identityNumber ? parseIdentityPaper(identityNumber)?.idNumber : undefined;
    const compact = phone ? phoneOf(phone) : undefined;
    return [
      ...(number ? [digestOf(setting, agencyId, "identity-number", number)] : []),
      ...(compact ? [digestOf(setting, agencyId, "phone", compact)] : []),
      ...(birthYear && name ? [digestOf(setting, agencyId, "name-and-birth-year", nameOf(name, birthYear))] : []),
    ];
  });
}

export const lookUpInput = z.discriminatedUnion("by", [
  z.object({ agencyId: z.uuid(), by: z.literal("identity-number"), number: z.string().trim().min(6).max(40) }),
  z.object({ agencyId: z.uuid(), by: z.literal("phone"), phone: z.string().trim().min(8).max(40) }),
  z.object({
    agencyId: z.uuid(),
    by: z.literal("name-and-birth-year"),
    name: z.string().trim().min(2).max(200),
    birthYear: z.coerce.number().int().min(1900).max(2100),
  }),
]);
export type LookUpInput = z.input<typeof lookUpInput>;

export interface LookUpAnswer {
  readonly asked: true;
  /** For custodians only. */
  readonly hits?: readonly { readonly id: string; readonly pseudonym: string }[];
}

/**
 * Asks by an exact key whether somebody has denounced before. Officers get the same answer in any case; a hit goes to the
 * custodians (settled 3). There is no search by part of a name. Throws "not-allowed", "invalid-input".
 */
export async function lookUp(setting: Setting, asker: Asker, input: LookUpInput): Promise<LookUpAnswer> {
  const wanted = parseInput(lookUpInput, input);
  const { agencyId, by } = wanted;
  const digests = digestsAsked(setting, wanted);
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const holds = who.kind === "officer" && can(who.grants, "identity:hold", agencyId);
    if (!holds) require(who, "person:read", agencyId);
    const id = setting.newId();
    await ask(tx, setting, { id, agencyId, by, digests });
    if (!holds) return { asked: true };
    await writeLedger(tx, setting, agencyId, [{ what: "looked-up", data: { by } }]);
    const { rows } = await sql<{ id: string; pseudonym: string }>`
      select i.id, i.pseudonym from vault.query q join vault.identity i on i.id = any(q.hits) where q.id = ${id} order by i.id desc`.execute(
      tx,
    );
    return { asked: true, hits: rows };
  });
}

function digestsAsked(setting: Key, wanted: z.output<typeof lookUpInput>): readonly Buffer[] {
  const { agencyId, by } = wanted;
  if (by === "name-and-birth-year") return [digestOf(setting, agencyId, by, nameOf(wanted.name, wanted.birthYear))];
  if (by === "identity-number") return numbersLike(wanted.number).map((each) => digestOf(setting, agencyId, by, each));
  const phone = phoneOf(wanted.phone);
  if (phone) return [digestOf(setting, agencyId, by, phone)];
  throw invalidInput([
    {
      field: "phone",
      message: {
        vi: "Số điện thoại có 9 đến 11 chữ số, bắt đầu bằng 0.",
        en: "A telephone number has 9 to 11 digits and begins with 0.",
      },
    },
  ]);
}

interface Asking {
  readonly id: string;
  readonly agencyId: string;
  readonly by: LookUpKind;
  readonly digests: readonly Buffer[];
}

/** One statement, hit or not. */
async function ask(tx: Trx, setting: Setting, { id, agencyId, by, digests }: Asking): Promise<void> {
  const hexes = digests.map((each) => each.toString("hex"));
  await sql`select vault.look_up(${id}::uuid, ${agencyId}::uuid, ${by},
    array(select decode(x, 'hex') from unnest(${hexes}::text[]) x), ${setting.now()}::timestamptz)`.execute(tx);
}

/** What the search of people at the counter asks beside its own: numbers alone, since a name without its year is no exact key. */
export async function lookUpNumbers(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  numbers: readonly string[],
): Promise<void> {
  const digests = numbers.flatMap((each) => {
    const phone = phoneOf(each);
    return [
      digestOf(setting, agencyId, "identity-number", each),
      ...(phone ? [digestOf(setting, agencyId, "phone", phone)] : []),
    ];
  });
  await ask(tx, setting, { id: setting.newId(), agencyId, by: "identity-number", digests });
}

const queueInput = z.object({ agencyId: z.uuid(), after: z.uuid().optional() });
export type QueueInput = z.input<typeof queueInput>;

export interface QueueLine {
  readonly id: string;
  readonly askedAt: Date;
  readonly by: LookUpKind;
  readonly askedBy: string | null;
  readonly hits: readonly { readonly id: string; readonly pseudonym: string }[];
}

const LINES = 50;

/** Askings that met somebody in the vault, newest first, for custodians. Throws "not-allowed". */
export async function queue(
  setting: Setting,
  asker: Asker,
  input: QueueInput,
): Promise<{ readonly rows: readonly QueueLine[]; readonly next: string | null }> {
  const { agencyId, after } = parseInput(queueInput, input);
  return transaction(setting.store, asker, async (tx) => {
    require(whoAsks(tx), "identity:hold", agencyId);
    const { rows } = await sql<QueueLine>`
      select q.id, q.asked_at as "askedAt", q.by_kind as "by", o.display_name as "askedBy",
        h.hits
      from vault.query q left join officer o on o.id = q.asked_by
      cross join lateral (select jsonb_agg(jsonb_build_object('id', i.id, 'pseudonym', i.pseudonym) order by i.id desc) as hits
        from vault.identity i where i.id = any(q.hits)) h
      where q.agency_id = ${agencyId} and q.hits <> '{}' and h.hits is not null and (${after ?? null}::uuid is null or q.id < ${after ?? null}::uuid)
      order by q.id desc limit ${LINES + 1}`.execute(tx);
    return { rows: rows.slice(0, LINES), next: rows.length > LINES ? (rows[LINES - 1]?.id ?? null) : null };
  });
}
