import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type Who, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { eraseBytes, sealedFor } from "../identity/index.ts";
import { parseInput } from "../parse-input.ts";
import { erasePeople, knownPeople, unsealPeople } from "../people/index.ts";
import { type NewPetition, openSealedPetition, registerPetitions, sealAsDenunciation } from "../petitions/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { hideNothing, hiderOf, newPseudonym } from "./hide-denouncer.ts";
import { hideInVisit } from "./hide-in-visit.ts";
import { keepDenouncer, scansOf, sealedPerson, wordsBefore } from "./keep-denouncer.ts";
import { type RecordedPetition, sealedNotices } from "./record-visit.ts";
import { type Kind, petitionKinds } from "./visit-input.ts";
import { tracesOfKnown } from "./visit-people.ts";
import { type VisitSheet, visitRow } from "./visit-sheet.ts";

export const classifyVisitInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  visitId: z.uuid(),
  /** One petition for each; a visit with a denunciation stays sealed as a whole. */
  kinds: z.array(z.enum(petitionKinds)).min(1).max(3),
  /** What belongs to each petition of a mixed visit; a kind without a part keeps the whole content. */
  parts: z
    .array(
      z.object({
        kind: z.enum(petitionKinds),
        content: z.string().trim().min(1).max(20_000),
        request: z.string().trim().max(20_000).optional(),
        contestedAct: z.string().trim().max(4000).optional(),
        respondent: z.string().trim().max(400).optional(),
      }),
    )
    .max(3)
    .default([]),
});
export type ClassifyVisitInput = z.input<typeof classifyVisitInput>;
type Wanted = z.output<typeof classifyVisitInput>;

export interface ClassifiedVisit {
  readonly visitId: string;
  /** Petitions split off now have no receipt of their own: the first one's code leads to the visit. */
  readonly petitions: readonly RecordedPetition[];
  readonly sealedNotice?: Text;
}

/**
 * The officer who took an unclassified visit says what it is. Without a denunciation visit, people and petitions open to
 * the agency; with one the people and their scans are sealed for the agency's custodians and erased here, their traces
 * hidden, and the visit stays sealed under a pseudonym (settled 2, 5, 15). Throws "not-found", "already-done", "invalid-input".
 */
export async function classifyVisit(
  setting: Setting,
  asker: Asker,
  input: ClassifyVisitInput,
): Promise<ClassifiedVisit> {
  const wanted = parseInput(classifyVisitInput, input);
  const kinds = petitionKinds.filter((kind) => wanted.kinds.includes(kind));
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  const denounced = kinds.includes("denunciation");
  const done = await runOnce(setting, asker, wanted.key, "classify-visit", async (tx) => {
    const who = whoAsks(tx);
    const sheet = await lockUnclassified(tx, wanted.visitId);
    if (denounced) return { visitId: sheet.id, ...(await sealVisit(tx, inside, who, sheet, wanted, kinds)) };
    const petitions = await openVisit(tx, inside, who, sheet, wanted, kinds);
    return { visitId: sheet.id, petitions, kept: false };
  });
  if (denounced) await eraseBytes(setting, asker);
  const { visitId, petitions, kept } = done;
  return { visitId, petitions, ...(denounced ? { sealedNotice: sealedNotices[kept ? "kept" : "denunciation"] } : {}) };
}

type Sheet = NonNullable<Awaited<ReturnType<typeof visitRow>>>;

/** Only the officer to whom it is sealed sees an unclassified visit at all. */
async function lockUnclassified(tx: Trx, visitId: string): Promise<Sheet> {
  await sql`select 1 from visit where id = ${visitId} for update`.execute(tx);
  const sheet = await visitRow(tx, visitId);
  if (!sheet) throw notFound();
  if (sheet.kinds.length > 0 || !sheet.sealed) {
    throw new Refused({
      code: "already-done",
      message: {
        vi: "Lượt tiếp này đã phân loại. Muốn đổi loại của một đơn, mở đơn đó.",
        en: "This visit is classified already. To change the kind of one petition, open that petition.",
      },
    });
  }
  return sheet;
}

async function openVisit(
  tx: Trx,
  setting: Setting,
  who: Who,
  sheet: Sheet,
  wanted: Wanted,
  kinds: readonly Kind[],
): Promise<readonly RecordedPetition[]> {
  await sql`update visit set kinds = ${kinds}::text[], sealed_to = null where id = ${sheet.id}`.execute(tx);
  await unsealPeople(
    tx,
    sheet.people.map((one) => one.personId),
  );
  const [first] = sheet.petitions;
  const [kind, ...others] = kinds.filter((each) => each !== "denunciation");
  if (!first || !kind) return [];
  const part = wanted.parts.find((one) => one.kind === kind);
  await openSealedPetition(tx, setting, who.officerId, first.id, {
    kind,
    content: part?.content,
    request: part?.request,
    contestedAct: part?.contestedAct,
    respondent: part?.respondent,
  });
  const split = await splitOff(tx, setting, who, sheet, wanted, others, {
    sealedTo: null,
    pseudonym: null,
    originId: first.id,
  });
  return [{ id: first.id, code: first.code, kind }, ...split];
}

async function sealVisit(
  tx: Trx,
  setting: Setting,
  who: Who,
  sheet: Sheet,
  wanted: Wanted,
  kinds: readonly Kind[],
): Promise<{ readonly petitions: readonly RecordedPetition[]; readonly kept: boolean }> {
  const [first] = sheet.petitions;
  if (!first || who.officerId === null) throw notFound();
  const ids = sheet.people.map((one) => one.personId);
  const known = await knownPeople(tx, sheet.agencyId, ids);
  const hide = hiderOf(known.map(tracesOfKnown));
  const pseudonym = newPseudonym(sheet.receivedOn);
  const part = wanted.parts.find((one) => one.kind === "denunciation");
  await sealAsDenunciation(tx, setting, {
    petitionId: first.id,
    officerId: who.officerId,
    pseudonym,
    hide,
    content: part?.content,
    request: part?.request,
    respondent: part?.respondent,
  });
  const kept = await keepDenouncer(tx, setting, await sealedFor(tx, sheet.agencyId), {
    agencyId: sheet.agencyId,
    visitId: sheet.id,
    pseudonym,
    petition: first,
    takenOn: sheet.receivedOn,
    origin: "classification",
    people: known.map((one, index) => sealedPerson(one, sheet.people[index]?.role ?? "visitor")),
    words: wordsBefore(textsOf(sheet, wanted), hide),
    files: scansOf(sheet),
  });
  await hideInVisit(tx, sheet, hide);
  await sql`delete from visit_party where visit_id = ${sheet.id}`.execute(tx);
  await erasePeople(tx, ids);
  await sql`update visit set kinds = ${kinds}::text[], pseudonym = ${pseudonym} where id = ${sheet.id}`.execute(tx);
  const others = kinds.filter((kind) => kind !== "denunciation");
  const place = { sealedTo: who.officerId, pseudonym, originId: first.id };
  const split = await splitOff(tx, setting, who, { ...sheet, people: [] }, wanted, others, place, hide);
  return { petitions: [{ id: first.id, code: first.code, kind: "denunciation" }, ...split], kept };
}

const textsOf = (sheet: Sheet, wanted: Wanted) => [
  sheet.content,
  sheet.request,
  sheet.priorAuthority,
  sheet.followUp,
  sheet.note,
  ...sheet.items.map((item) => item.title),
  ...wanted.parts.flatMap((part) => [part.content, part.request, part.contestedAct, part.respondent]),
];

async function splitOff(
  tx: Trx,
  setting: Setting,
  who: Who,
  sheet: Pick<
    VisitSheet,
    "id" | "agencyId" | "receivedOn" | "peopleCount" | "people" | "content" | "request" | "priorAuthority" | "source"
  >,
  wanted: Wanted,
  kinds: readonly Kind[],
  place: Pick<NewPetition, "sealedTo" | "pseudonym"> & { readonly originId: string },
  hide = hideNothing,
): Promise<readonly RecordedPetition[]> {
  const petitions = kinds.map((kind): NewPetition => {
    const part = wanted.parts.find((one) => one.kind === kind);
    const request = hide(part ? part.request : (sheet.request ?? undefined));
    const contestedAct = hide(part?.contestedAct);
    const respondent = hide(part?.respondent);
    const priorAuthority = hide(sheet.priorAuthority);
    return {
      agencyId: sheet.agencyId,
      visitId: sheet.id,
      source: sheet.source,
      receivedOn: sheet.receivedOn,
      kind,
      ...place,
      peopleCount: sheet.peopleCount,
      parties: sheet.people.map((one) => ({
        personId: one.personId,
        role: one.role === "visitor" ? "petitioner" : one.role,
      })),
      content: hide(part?.content ?? sheet.content),
      ...(request ? { request } : {}),
      ...(contestedAct ? { contestedAct } : {}),
      ...(respondent ? { respondent } : {}),
      ...(priorAuthority ? { priorAuthority } : {}),
      files: [],
      namesForSearch: sheet.people.map((one) => one.name),
      giveTrackingSecret: false,
    };
  });
  const made = await registerPetitions(tx, setting, who.officerId, petitions);
  return made.map((one, index) => ({ id: one.id, code: one.code, kind: kinds[index] ?? null }));
}
