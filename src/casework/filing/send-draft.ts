import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import { addDays, type CivilDate } from "../../time/civil-date.ts";
import { addFiledFiles } from "../files/index.ts";
import { eraseBytes, keepIdentities, type SealedFor, type SealedPerson, sealedFor } from "../identity/index.ts";
import { parseNoticeAddress } from "../notices/index.ts";
import { addPeople, type NewPerson, parseIdentityPaper } from "../people/index.ts";
import { type NewPetition, registerPetitions } from "../petitions/index.ts";
import { hiderOf, newPseudonym, sealedPerson, wordsBefore } from "../reception/index.ts";
import { invalidInput } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { problemsOf } from "./check-filing.ts";
import { type ReadDraftFile, readDraftFiles } from "./draft-files.ts";
import { draftKeyOf } from "./draft-seal.ts";
import { type Draft, type DraftAccess, draftDays, noDraft, openDraft } from "./drafts.ts";
import { type Filing, field, filedDigest, filedText, kindOf, peopleCountOf, signatories, steps } from "./filing.ts";
import { filingWorld, type World } from "./filing-world.ts";

/** The portal's own asker: it reads no case and writes what one draft holds. */
export type Portal = { readonly job: string };

/**
 * Sends a draft: one petition, whatever is pressed how often. It starts the clocks of its day of receipt and stands in the
 * office's list; who denounces, their words and their files are sealed for the office's custodians and nowhere else.
 * Throws "not-found", and "invalid-input" with every field that is still missing.
 */
export async function sendDraft(
  setting: Setting,
  portal: Portal,
  access: DraftAccess,
): Promise<{ readonly petitionCode: string }> {
  const draft = await openDraft(setting, access);
  if (!draft) throw noDraft();
  if (draft.sent) return { petitionCode: draft.sent.petitionCode };
  const world = await filingWorld(setting, portal);
  const problems = steps.flatMap((step) => problemsOf(step, draft.filing, world));
  if (problems.length > 0) throw invalidInput(problems);
  const keys = draftKeyOf(draft.code, access.secret);
  const content = await readDraftFiles(setting, keys.key, draft.code, draft.filing.files);
  // Read before: a transaction that waited here for a second connection could wait for itself.
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  const wanted = await wantedOf(inside, draft, world, content, keys.trackingSecret);
  const petitionCode = await transaction(setting.store, portal, (tx) => sendOnce(tx, inside, wanted, keys.hash));
  if (draft.filing.files.length > 0) await eraseBytes(setting, portal);
  return { petitionCode };
}

interface Wanted {
  readonly draft: Draft;
  readonly agencyId: string;
  readonly receivedOn: CivilDate;
  readonly content: readonly ReadDraftFile[];
  readonly trackingSecret: string;
  readonly people: readonly NewPerson[];
  readonly fileIds: readonly string[];
}

async function wantedOf(
  setting: Setting,
  draft: Draft,
  world: World,
  content: readonly ReadDraftFile[],
  trackingSecret: string,
): Promise<Wanted> {
  const agencyId = world.agencyIds.get(field(draft.filing, "agency")) ?? "";
  const denounced = kindOf(draft.filing) === "denunciation";
  // What a denouncer sends is never stored in the clear.
  if (!denounced) for (const file of content) await setting.files.put(file.content);
  return {
    draft,
    agencyId,
    receivedOn: setting.today(),
    content,
    trackingSecret,
    people: denounced ? [] : signatories(draft.filing).map((one) => newPerson(setting.newId(), agencyId, one)),
    fileIds: denounced ? [] : content.map(() => setting.newId()),
  };
}

type Signatory = ReturnType<typeof signatories>[number];

function newPerson(id: string, agencyId: string, one: Signatory): NewPerson {
  const paper = parseIdentityPaper(one.idNumber);
  return {
    id,
    agencyId,
    sealedTo: null,
    fullName: one.name,
    address: one.address,
    idKind: paper?.idKind ?? null,
    idNumber: paper?.idNumber ?? null,
    ...(one.phone ? { phone: one.phone } : {}),
    ...(one.email ? { email: one.email } : {}),
  };
}

async function sendOnce(tx: Trx, setting: Setting, wanted: Wanted, hash: Buffer): Promise<string> {
  const { draft, agencyId, people, fileIds } = wanted;
  const petitionId = setting.newId();
  const rows = [petitionId, ...people.map((one) => one.id), ...fileIds];
  const { rows: begun } = await sql<{ begun: { petitionCode: string | null } | null }>`
    select app.begin_filing(${draft.code}, ${hash}, ${agencyId}::uuid, ${rows}::uuid[]) as begun`.execute(tx);
  const answer = begun[0]?.begun;
  if (!answer) throw noDraft();
  if (answer.petitionCode !== null) return answer.petitionCode;
  // The id that the database opened is the one that the petition takes.
  const once: Setting = { ...setting, newId: firstThen(petitionId, setting.newId) };
  const denounced = kindOf(draft.filing) === "denunciation";
  const custody = denounced ? await sealedFor(tx, agencyId) : null;
  if (denounced && !custody) throw noDraft();
  const petitionCode = custody ? await denounce(tx, once, wanted, custody) : await petition(tx, once, wanted);
  await sql`select app.end_filing(${petitionId}::uuid, ${agencyId}::uuid, ${setting.now().toISOString()}::timestamptz,
    ${addDays(setting.today(), draftDays)}::date)`.execute(tx);
  return petitionCode;
}

const firstThen = (first: string, then: () => string): (() => string) => {
  let given = false;
  return () => {
    if (given) return then();
    given = true;
    return first;
  };
};

function common({ draft: { filing }, agencyId, receivedOn, trackingSecret }: Wanted) {
  return {
    agencyId,
    visitId: null,
    source: "online",
    receivedOn,
    kind: kindOf(filing) ?? null,
    sealedTo: null,
    peopleCount: peopleCountOf(filing),
    giveTrackingSecret: true,
    trackingSecret,
    filedDigest: filedDigest(filedText(filing)),
  } as const;
}

const optional = (filing: Filing, name: string): string | undefined => field(filing, name) || undefined;

async function petition(tx: Trx, setting: Setting, wanted: Wanted): Promise<string> {
  const { draft, agencyId, people, fileIds, content } = wanted;
  const { filing } = draft;
  await addPeople(tx, people);
  await addFiledFiles(
    tx,
    agencyId,
    content.map((file, i) => ({ ...file, id: fileIds[i] ?? "" })),
  );
  const [contestedAct, request, respondent] = ["contestedAct", "request", "respondent"].map((name) =>
    optional(filing, name),
  );
  return registerOne(tx, setting, {
    ...common(wanted),
    pseudonym: null,
    tellAt: parseNoticeAddress(field(filing, "tellAt")),
    parties: people.map(({ id }, i) => ({ personId: id, role: i === 0 ? "petitioner" : "representative" })),
    content: field(filing, "content"),
    ...(request ? { request } : {}),
    ...(contestedAct ? { contestedAct } : {}),
    ...(respondent ? { respondent } : {}),
    files: content.map((file, i) => ({ fileId: fileIds[i] ?? "", title: file.name })),
    namesForSearch: people.map((one) => one.fullName),
  });
}

/** As at the counter: the petition says what is denounced, the vault who denounces. */
async function denounce(tx: Trx, setting: Setting, wanted: Wanted, custody: SealedFor): Promise<string> {
  const { draft, agencyId, receivedOn, content } = wanted;
  const { filing } = draft;
  const people = signatories(filing);
  const hide = hiderOf(people);
  const pseudonym = newPseudonym(receivedOn);
  const [said, request, respondent] = ["content", "request", "respondent"].map((name) => field(filing, name));
  const petitionId = setting.newId();
  const code = await registerOne(
    tx,
    { ...setting, newId: firstThen(petitionId, setting.newId) },
    {
      ...common(wanted),
      pseudonym,
      restricted: true,
      parties: [],
      content: hide(said ?? ""),
      ...(request ? { request: hide(request) } : {}),
      ...(respondent ? { respondent: hide(respondent) } : {}),
      files: [],
      namesForSearch: [],
    },
  );
  await keepIdentities(tx, setting, agencyId, custody, [
    {
      pseudonym,
      petition: { id: petitionId, code },
      visitId: null,
      takenOn: receivedOn,
      origin: "online",
      people: people.map(denouncer),
      words: wordsBefore([said, request, respondent], hide),
      files: content,
    },
  ]);
  return code;
}

function denouncer(one: Signatory, index: number): SealedPerson {
  const paper = parseIdentityPaper(one.idNumber);
  const { phone = null, email = null } = one;
  const known = {
    fullName: one.name,
    address: one.address,
    idKind: paper?.idKind ?? null,
    idNumber: paper?.idNumber ?? null,
    birthYear: null,
    phone,
    email,
  };
  return sealedPerson(known, index === 0 ? "visitor" : "representative");
}

async function registerOne(tx: Trx, setting: Setting, wanted: NewPetition): Promise<string> {
  const [made] = await registerPetitions(tx, setting, null, [wanted]);
  if (!made) throw new Error("a petition without a code");
  return made.code;
}
