import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import type { Who } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { keySignatories } from "../duplicates/index.ts";
import { parseInput } from "../parse-input.ts";
import { appendPetitionEvents, hashTrackingSecret, type PetitionRow, randomLetters } from "../petitions/index.ts";
import { invalidInput } from "../refusal.ts";
import type { Asker } from "../setting.ts";
import {
  digestOf,
  type ListRejection,
  listRowsMax,
  type ReadList,
  type ReadSignatory,
  readPastedList,
  readPerson,
  readWorkbookList,
} from "./read-list.ts";
import { countList, petitionWithList, type SignatoriesSetting, secretOfSignatory } from "./signatories-setting.ts";

const onePerson = z.object({
  name: z.string().max(400),
  address: z.string().max(1000),
  idNumber: z.string().max(60).default(""),
  phone: z.string().max(60).default(""),
});
const addInput = z.object({
  key: z.uuid(),
  petitionId: z.uuid(),
  person: onePerson.optional(),
  /** Lines copied from a sheet. */
  pasted: z.string().max(2_000_000).optional(),
});
export type AddSignatoriesInput = z.input<typeof addInput>;

export interface AddedSignatories {
  readonly rows: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly rejected: readonly ListRejection[];
}

/**
 * Adds people to the list of who signed a petition: one, a pasted list, or an .xlsx list. A row that cannot stand is told
 * with its column, its value and why; who stands there already is not added again. Throws "not-found", "not-allowed", "law",
 * "invalid-input" (one person), "unreadable-file", "too-large".
 */
export async function addSignatories(
  setting: SignatoriesSetting,
  asker: Asker,
  input: AddSignatoriesInput,
  workbook?: Uint8Array,
): Promise<AddedSignatories> {
  const wanted = parseInput(addInput, input);
  const list = await listGiven(wanted, workbook);
  const counted = await runOnce(setting, asker, wanted.key, "add-signatories", async (tx) => {
    const { who, petition } = await petitionWithList(tx, wanted.petitionId, "signatory:record");
    const first = await partiesOf(tx, petition.id);
    const added = await store(tx, setting, who, petition, list.people, first);
    return { added, alreadyThere: list.people.length - added + list.repeated };
  });
  return { rows: list.rows, ...counted, rejected: list.rejected };
}

async function listGiven(wanted: z.output<typeof addInput>, workbook: Uint8Array | undefined): Promise<ReadList> {
  if (workbook) return readWorkbookList(workbook);
  if (wanted.pasted !== undefined) return readPastedList(wanted.pasted);
  if (!wanted.person)
    throw invalidInput([
      { field: "list", message: { vi: "Cần chọn tệp hoặc dán danh sách.", en: "Choose a file or paste a list." } },
    ]);
  const read = readPerson(wanted.person);
  if ("field" in read) throw invalidInput([{ field: read.field, message: read.reason }]);
  return { rows: 1, people: [read], rejected: [], repeated: 0 };
}

interface Party extends ReadSignatory {
  readonly representative: boolean;
}

/** Who the petition was taken in from stands first on the list; they came for the others, so they represent them. */
async function partiesOf(tx: Trx, petitionId: string): Promise<readonly Party[]> {
  const { rows } = await sql<Omit<Party, "digest" | "representative">>`
    select d.full_name as name, coalesce(d.address, '') as address, d.id_kind as "idKind", d.id_number as "idNumber", d.phone
    from petition_party pp join person_detail d on d.person_id = pp.person_id
    where pp.petition_id = ${petitionId} and not exists (select from signatory s where s.petition_id = ${petitionId})
    order by pp.ordinal`.execute(tx);
  return rows.map((row) => ({ ...row, digest: digestOf(row), representative: true }));
}

async function store(
  tx: Trx,
  setting: SignatoriesSetting,
  who: Who,
  petition: PetitionRow,
  given: readonly ReadSignatory[],
  first: readonly Party[],
): Promise<number> {
  const { rows } = await sql<{ digest: string | null; code: string; last: number; ours: string }>`
    select encode(s.digest, 'hex') as digest, coalesce(s.code, '') as code, coalesce(s.ordinal, 0) as last, p.code as ours
    from petition p left join signatory s on s.petition_id = p.id and s.removed_on is null where p.id = ${petition.id}`.execute(
    tx,
  );
  const there = new Set(rows.map(({ digest }) => digest));
  const seeded = new Set(first.map(({ digest }) => digest));
  const fresh: readonly Party[] = [
    ...first,
    ...given
      .filter(({ digest }) => !there.has(digest) && !seeded.has(digest))
      .map((each) => ({ ...each, representative: false })),
  ];
  if (there.size + fresh.length > listRowsMax) throw tooMany();
  const { rows: ends } = await sql<{ last: number }>`
    select coalesce(max(ordinal), 0) as last from signatory where petition_id = ${petition.id}`.execute(tx);
  const codes = new Set(rows.map(({ code }) => code));
  const made = fresh.map((one, i) => {
    const id = setting.newId();
    return {
      id,
      petition_id: petition.id,
      ordinal: (ends[0]?.last ?? 0) + i + 1,
      code: newCode(rows[0]?.ours ?? "", codes),
      tracking_hash: `\\x${hashTrackingSecret(secretOfSignatory(setting, id, 0)).toString("hex")}`,
      representative: one.representative,
      digest: `\\x${one.digest}`,
      added_on: setting.today(),
      added_by: who.officerId,
      full_name: one.name,
      address: one.address,
      id_kind: one.idKind,
      id_number: one.idNumber,
      phone: one.phone,
    };
  });
  if (made.length > 0) {
    await insert(tx, made);
    await keySignatories(tx, setting, { signatoryIds: made.map(({ id }) => id) });
  }
  const { people } = await countList(tx, petition.id);
  if (people > petition.peopleCount)
    await sql`update petition set people_count = ${people} where id = ${petition.id}`.execute(tx);
  const added = made.length - first.length;
  if (made.length > 0)
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: petition.id,
        what: "signatories-added",
        on: setting.today(),
        officerId: who.officerId,
        data: { added: made.length, people, list: digestOfList(made.map(({ digest }) => digest)) },
      },
    ]);
  return added;
}

async function insert(tx: Trx, made: readonly object[]): Promise<void> {
  const json = JSON.stringify(made);
  await sql`insert into signatory (id, petition_id, ordinal, code, tracking_hash, representative, digest, added_on, added_by)
    select id, petition_id, ordinal, code, tracking_hash, representative, digest, added_on, added_by
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, petition_id uuid, ordinal int, code text, tracking_hash bytea,
      representative boolean, digest bytea, added_on date, added_by uuid)`.execute(tx);
  await sql`insert into signatory_detail (signatory_id, full_name, address, id_kind, id_number, phone)
    select id, full_name, address, id_kind, id_number, phone
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, full_name text, address text, id_kind text, id_number text, phone text)`.execute(
    tx,
  );
}

/** "NB.HL-26-00042-K7QX2": it tells nothing of the others. */
function newCode(petitionCode: string, taken: Set<string>): string {
  for (;;) {
    const code = `${petitionCode}-${randomLetters(5)}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

const digestOfList = (digests: readonly string[]): string =>
  createHash("sha256").update(digests.join("\n")).digest("hex");

const tooMany = () =>
  invalidInput([
    {
      field: "list",
      message: {
        vi: `Một đơn có nhiều nhất ${listRowsMax} người ký trong danh sách.`,
        en: `A petition has at most ${listRowsMax} signatories on its list.`,
      },
    },
  ]);
