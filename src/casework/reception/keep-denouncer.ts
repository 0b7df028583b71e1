import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { type ClearFile, eraseFiles, keepIdentities, type SealedFor, type SealedPerson } from "../identity/index.ts";
import type { KnownPerson } from "../people/index.ts";
import { notFound } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import type { VisitSheet } from "./visit-sheet.ts";

/** What the vault keeps of one visit; with nobody and no scan in it there is nothing to keep. */
export interface DenouncerKept {
  readonly agencyId: string;
  readonly visitId: string;
  readonly pseudonym: string;
  readonly petition: { readonly id: string; readonly code: string };
  readonly takenOn: CivilDate;
  readonly origin: "counter" | "classification";
  readonly people: readonly SealedPerson[];
  readonly words: string;
  readonly files: readonly ClearFile[];
}

/**
 * Seals who denounces for the agency's custodians, when it has any, and ends the clear scans in either case; the visit
 * says for how many. Returns whether something was kept.
 */
export async function keepDenouncer(
  tx: Trx,
  setting: Setting,
  custody: SealedFor | null,
  kept: DenouncerKept,
): Promise<boolean> {
  const { agencyId, visitId, files, people, words, ...facts } = kept;
  const something = custody !== null && (people.length > 0 || files.length > 0);
  if (custody && something) {
    const identity = { ...facts, visitId, people, files, ...(words === "" ? {} : { words }) };
    await keepIdentities(tx, setting, agencyId, custody, [identity]);
  }
  const onVisit = kept.origin === "classification" ? visitId : null;
  await eraseFiles(
    tx,
    files.map((file) => file.fileId),
    onVisit,
  );
  const sealedForCount = custody && something ? custody.custodians.length : 0;
  await sql`update visit set identity_sealed_for = ${sealedForCount} where id = ${visitId}`.execute(tx);
  return something;
}

/** What was known of somebody, as the vault keeps it. */
export function sealedPerson(known: Omit<KnownPerson, "personId" | "agencyId">, role: string): SealedPerson {
  return {
    name: known.fullName,
    address: known.address ?? "",
    role,
    ...(known.idNumber ? { identityNumber: known.idNumber } : {}),
    ...(known.idKind ? { identityPaper: known.idKind } : {}),
    ...(known.phone ? { phone: known.phone } : {}),
    ...(known.email ? { email: known.email } : {}),
    ...(known.birthYear ? { birthYear: known.birthYear } : {}),
  };
}

/** The texts as they were said, for the vault alone; empty when nothing had to be taken out of them. */
export function wordsBefore(texts: readonly (string | null | undefined)[], hide: (text: string) => string): string {
  const said = texts.filter((text): text is string => !!text);
  return said.some((text) => hide(text) !== text) ? said.join("\n\n") : "";
}

/** Scans of an intake at the counter that hang on nothing yet: only what the officer took in themselves. Throws "not-found". */
export async function ownScans(
  tx: Trx,
  agencyId: string,
  items: readonly { readonly fileId?: string | undefined; readonly pages?: number | undefined }[],
): Promise<readonly ClearFile[]> {
  const files = new Map(items.flatMap(({ fileId, pages }) => (fileId ? [[fileId, pages ?? null] as const] : [])));
  if (files.size === 0) return [];
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from file
    where id = any(${[...files.keys()]}::uuid[]) and agency_id = ${agencyId} and added_by = app.officer_id()`.execute(
    tx,
  );
  if (rows[0]?.n !== files.size) throw notFound();
  return [...files].map(([fileId, pages]) => ({ fileId, pages }));
}

/** Scans that a visit holds, each once. */
export function scansOf({ items }: Pick<VisitSheet, "items">): readonly ClearFile[] {
  return [...new Map(items.flatMap(({ fileId, pages }) => (fileId ? [[fileId, pages] as const] : [])))].map(
    ([fileId, pages]) => ({ fileId, pages }),
  );
}
