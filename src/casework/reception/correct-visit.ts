import { sql } from "kysely";
import * as z from "zod";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, yearOf } from "../../time/civil-date.ts";
import { can, require, type Who, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { changePerson, idKinds, idNumberRule, type PersonChange, parseIdentityPaper } from "../people/index.ts";
import { correctPetitionsOfVisit, reindexPetitions } from "../petitions/index.ts";
import { type FieldProblem, invalidInput, notAllowed, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { representativesProblem } from "./groups.ts";
import { handedAlready } from "./handed-visit.ts";
import { redact } from "./register/redact.ts";
import { visitRow } from "./visit-sheet.ts";

const text = (max: number) => z.string().trim().max(max).optional();

export const correctVisitInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  visitId: z.uuid(),
  /** Why the entry was wrong. */
  reason: z.string().trim().min(5).max(2000),
  /** YYYY-MM-DD within the year of the register in which the number was given. */
  receivedOn: z.iso.date().optional(),
  peopleCount: z.coerce.number().int().min(1).max(100_000).optional(),
  withinCompetence: z.boolean().optional(),
  content: z.string().trim().min(1).max(20_000).optional(),
  request: text(20_000),
  priorAuthority: text(400),
  followUp: text(4000),
  note: text(4000),
  guidedTo: text(400),
  guidanceNumber: text(60),
  transferredTo: text(400),
  transferNumber: text(60),
  people: z
    .array(
      z.object({
        personId: z.uuid(),
        fullName: z.string().trim().min(1).max(200).optional(),
        address: z.string().trim().min(1).max(400).optional(),
        idKind: z.enum(idKinds).optional(),
        idNumber: z.string().trim().min(1).max(40).optional(),
      }),
    )
    .max(21)
    .default([]),
});
export type CorrectVisitInput = z.input<typeof correctVisitInput>;
type Wanted = z.output<typeof correctVisitInput>;
type Sheet = NonNullable<Awaited<ReturnType<typeof visitRow>>>;

interface Change {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** Free texts by the column in which they stand. */
const textColumns = {
  content: ["visit_text", "content"],
  request: ["visit_text", "request"],
  priorAuthority: ["visit_text", "prior_authority"],
  followUp: ["visit_text", "follow_up"],
  note: ["visit_text", "note"],
  guidedTo: ["visit", "guided_to"],
  guidanceNumber: ["visit", "guidance_number"],
  transferredTo: ["visit", "transferred_to"],
  transferNumber: ["visit", "transfer_number"],
} as const;
type TextField = keyof typeof textColumns;
const textFields = Object.keys(textColumns) as readonly TextField[];

/**
 * Corrects wrong entries of a visit; the old values stay beside the new ones with the reason, and the petitions' dates are
 * computed anew (settled 26). `seq` is that of the correction, the last one when nothing differs. Throws "not-found",
 * "not-allowed", "invalid-input", "law" for an unclassified visit, "already-done" when a date belongs to a matter now.
 */
export async function correctVisit(
  setting: Setting,
  asker: Asker,
  input: CorrectVisitInput,
): Promise<{ readonly visitId: string; readonly seq: number }> {
  const wanted = parseInput(correctVisitInput, input);
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  return runOnce(setting, asker, wanted.key, "correct-visit", async (tx) => {
    const who = whoAsks(tx);
    await sql`select 1 from visit where id = ${wanted.visitId} for update`.execute(tx);
    const sheet = await visitRow(tx, wanted.visitId);
    if (!sheet) throw notFound();
    checkRight(who, sheet, wanted);
    checkValues(setting, sheet, wanted);
    const changes = [
      ...(await correctPeople(tx, setting, sheet, wanted)),
      ...(await correctTexts(tx, sheet, wanted)),
      ...(await correctFacts(tx, inside, who, sheet, wanted)),
    ];
    return { visitId: sheet.id, seq: await keepOld(tx, setting, who, sheet, wanted.reason, changes) };
  });
}

function checkRight(who: Who, sheet: Sheet, wanted: Wanted): void {
  if (sheet.handed) throw handedAlready();
  if (sheet.kinds.length === 0) {
    throw new Refused({
      code: "law",
      message: {
        vi: "Phân loại lượt tiếp trước khi đính chính: bản ghi đính chính giữ cả giá trị cũ, không được giữ tên người có thể là người tố cáo.",
        en: "Classify the visit before correcting it: a correction keeps the old value, and must not keep the name of somebody who may be a denouncer.",
      },
      article: "Điều 26 Luật Tiếp công dân",
      instead: [{ act: "classify-visit", name: { vi: "Phân loại lượt tiếp", en: "Classify the visit" } }],
    });
  }
  if (sheet.sealed || who.kind !== "officer") return;
  if (!can(who.grants, "visit:record", sheet.agencyId) && !can(who.grants, "petition:process", sheet.agencyId))
    throw notAllowed();
  if (wanted.receivedOn !== undefined || wanted.peopleCount !== undefined)
    require(who, "petition:process", sheet.agencyId);
}

function checkValues(setting: Setting, sheet: Sheet, wanted: Wanted): void {
  const problems: FieldProblem[] = [];
  const { receivedOn, peopleCount } = wanted;
  if (receivedOn !== undefined && receivedOn > setting.today())
    problems.push({ field: "receivedOn", message: notLater });
  else if (receivedOn !== undefined && yearOf(receivedOn as CivilDate) !== sheet.registerYear)
    problems.push({ field: "receivedOn", message: sameYear });
  const crowd = peopleCount === undefined ? undefined : representativesProblem(peopleCount, sheet.people.length);
  if (crowd) problems.push({ field: "peopleCount", message: crowd });
  if (sheet.pseudonym !== null)
    for (const field of textFields) if (wanted[field] !== undefined) problems.push({ field, message: noText });
  for (const [index, one] of wanted.people.entries()) {
    if (!sheet.people.some((person) => person.personId === one.personId)) throw notFound();
    if (one.idNumber !== undefined && !parseIdentityPaper(one.idNumber, one.idKind))
      problems.push({ field: `people.${index}.idNumber`, message: idNumberRule });
  }
  if (problems.length > 0) throw invalidInput(problems);
}

const notLater = { vi: "Ngày tiếp không thể sau hôm nay.", en: "The day of reception cannot be after today." };
const sameYear = {
  vi: "Số thứ tự thuộc sổ của năm đã ghi, nên ngày tiếp chỉ sửa được trong năm đó.",
  en: "The number belongs to the register of its year, so the day can only move within that year.",
};
const noText = {
  vi: "Lượt tiếp có tố cáo: không sửa phần chữ, vì chữ mới có thể làm lộ người tố cáo.",
  en: "The visit holds a denunciation: its texts are not changed, because new words could show who denounces.",
};

async function correctPeople(tx: Trx, setting: Setting, sheet: Sheet, wanted: Wanted): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const one of wanted.people) {
    const index = sheet.people.findIndex((person) => person.personId === one.personId);
    const now = sheet.people[index];
    if (!now) throw notFound();
    const paper = one.idNumber === undefined ? undefined : parseIdentityPaper(one.idNumber, one.idKind);
    const change: PersonChange = {
      ...(one.fullName === undefined || one.fullName === now.name ? {} : { fullName: one.fullName }),
      ...(one.address === undefined || one.address === now.address ? {} : { address: one.address }),
      ...(paper && paper.idNumber !== now.idNumber ? paper : {}),
    };
    const old = { fullName: now.name, address: now.address, idKind: now.idKind, idNumber: now.idNumber };
    for (const field of ["fullName", "address", "idKind", "idNumber"] as const) {
      const next = change[field];
      if (next !== undefined && next !== old[field])
        changes.push({ field: `people.${index}.${field}`, old: old[field], new: next });
    }
    await changePerson(tx, one.personId, change);
  }
  if (changes.length > 0)
    await reindexPetitions(
      tx,
      setting,
      sheet.petitions.map((one) => one.id),
    );
  return changes;
}

async function correctTexts(tx: Trx, sheet: Sheet, wanted: Wanted): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const field of textFields) {
    const next = wanted[field] === "" ? null : wanted[field];
    if (next === undefined || next === sheet[field]) continue;
    const [table, column] = textColumns[field];
    const key = table === "visit" ? "id" : "visit_id";
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${next} where ${sql.ref(key)} = ${sheet.id}`.execute(
      tx,
    );
    changes.push({ field, old: sheet[field], new: next });
  }
  return changes;
}

/** Day, number of people and competence; the petitions follow the first two. */
async function correctFacts(
  tx: Trx,
  setting: Setting,
  who: Who,
  sheet: Sheet,
  wanted: Wanted,
): Promise<readonly Change[]> {
  const { receivedOn = sheet.receivedOn, peopleCount = sheet.peopleCount } = wanted;
  const withinCompetence = wanted.withinCompetence ?? sheet.withinCompetence;
  const moved = receivedOn !== sheet.receivedOn;
  const changes = [
    { field: "receivedOn", old: sheet.receivedOn, new: receivedOn },
    { field: "peopleCount", old: String(sheet.peopleCount), new: String(peopleCount) },
    { field: "withinCompetence", old: shown(sheet.withinCompetence), new: shown(withinCompetence) },
  ].filter((change) => change.old !== change.new);
  if (changes.length === 0) return [];
  await sql`update visit set received_on = ${receivedOn}, received_at = case when ${moved} then null else received_at end,
      people_count = ${peopleCount}, within_competence = ${withinCompetence} where id = ${sheet.id}`.execute(tx);
  if (moved || peopleCount !== sheet.peopleCount) {
    const ids = sheet.petitions.map((one) => one.id);
    await correctPetitionsOfVisit(tx, setting, who.officerId, ids, { receivedOn, peopleCount, reason: wanted.reason });
  }
  return changes;
}

const shown = (value: boolean | null): string | null => (value === null ? null : String(value));

async function keepOld(
  tx: Trx,
  setting: Setting,
  who: Who,
  sheet: Sheet,
  reason: string,
  changes: readonly Change[],
): Promise<number> {
  const last = sheet.corrections.at(-1)?.seq ?? 0;
  if (changes.length === 0) return last;
  const kept = sheet.pseudonym === null ? reason : redact(reason, [], []);
  const rows = changes.map((change) => ({ field: change.field, old_value: change.old, new_value: change.new }));
  await sql`insert into visit_correction (visit_id, seq, field, old_value, new_value, reason, officer_id, corrected_at)
    select ${sheet.id}::uuid, ${last + 1}::int, field, old_value, new_value, ${kept}, ${who.officerId}::uuid, ${setting.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(field text, old_value text, new_value text)`.execute(
    tx,
  );
  return last + 1;
}
