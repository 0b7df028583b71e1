import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { require, type Who, whoAsks } from "../access/index.ts";
import { onceByKey } from "../commands.ts";
import { eraseBytes, sealedFor } from "../identity/index.ts";
import { type NewPetition, registerPetitions } from "../petitions/index.ts";
import { notAllowed } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { keepSecrets, keptSecrets, type Secrets } from "./given-secrets.ts";
import { type Hider, hideNothing, hiderOf, newPseudonym } from "./hide-denouncer.ts";
import { keepDenouncer, ownScans, wordsBefore } from "./keep-denouncer.ts";
import { type Kind, parseVisit, type RecordVisitInput, refuseScans, type VisitWanted } from "./visit-input.ts";
import { denouncersOf, storeVisitPeople, tracesOfVisit } from "./visit-people.ts";
import { storeVisit, type VisitToStore } from "./visit-rows.ts";

export interface RecordedPetition {
  readonly id: string;
  readonly code: string;
  readonly kind: Kind | null;
  /** For the receipt; said here only. */
  readonly trackingSecret?: string;
}

export interface RecordedVisit {
  readonly visitId: string;
  readonly registerNo: number;
  readonly registerYear: number;
  readonly petitions: readonly RecordedPetition[];
  /** Present when the visit is sealed to the officer: what that means for who came and what to do next. */
  readonly sealedNotice?: Text;
  /** Present when the tracking secrets can no longer be given: they are kept nowhere. */
  readonly secretNotice?: Text;
}

type Stored = Omit<RecordedVisit, "sealedNotice" | "secretNotice"> & {
  readonly sealed: keyof typeof sealedNotices | null;
};

/**
 * Records a visit at the counter: a row of the register, the people, the papers, and one petition for each kind
 * (settled 15). A visit with a denunciation is stored without name, address and ID under a pseudonym; they and its scans
 * are sealed for the agency's custodians, or kept nowhere while it has none. An unclassified visit is known to the officer
 * alone (settled 2). The same key again gives the same answer. Throws "invalid-input",
 * "not-allowed", "not-found".
 */
export async function recordVisit(setting: Setting, asker: Asker, input: RecordVisitInput): Promise<RecordedVisit> {
  const wanted = parseVisit(input, setting.today());
  // Read before: a transaction that waited here for a second connection could wait for itself.
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  let fresh: Secrets | undefined;
  let scans = 0;
  const { stored, officerId } = await transaction(setting.store, asker, async (tx) => {
    fresh = undefined;
    const who = whoAsks(tx);
    require(who, "visit:record", wanted.agencyId);
    // Two presses of the same button wait for each other: the second finds what the first did.
    await sql`select pg_advisory_xact_lock(hashtextextended(${wanted.key}, 0))`.execute(tx);
    const done = await onceByKey(tx, wanted.key, "record-visit", async () => {
      const made = await storeAll(tx, inside, who, wanted);
      fresh = made.secrets;
      scans = made.scansErased;
      return made.stored;
    });
    // Under the lock still: whoever waits for it finds them, and secrets of what is not committed fit no petition.
    if (fresh) keepSecrets(who.officerId, wanted.key, fresh, Date.now());
    return { stored: done, officerId: who.officerId };
  });
  if (scans > 0) await eraseBytes(setting, asker);
  return answer(stored, fresh ?? keptSecrets(officerId, wanted.key, Date.now()));
}

async function storeAll(
  tx: Trx,
  setting: Setting,
  who: Who,
  given: VisitWanted,
): Promise<{ stored: Stored; secrets: Secrets; scansErased: number }> {
  const sealed = given.kinds.includes("denunciation")
    ? "denunciation"
    : given.kinds.length === 0
      ? "unclassified"
      : null;
  // A seal needs an officer to be sealed to: background work records no such visit.
  if (sealed && who.officerId === null) throw notAllowed();
  const denounced = sealed === "denunciation";
  const custody = sealed ? await sealedFor(tx, given.agencyId) : null;
  if (sealed && !custody) refuseScans(given.items);
  const scans = denounced ? await ownScans(tx, given.agencyId, given.items) : [];
  // What is sealed is never hung on the visit, not even for a moment.
  const wanted = denounced ? { ...given, items: given.items.map(({ fileId: _, ...item }) => item) } : given;
  const hide = denounced ? hiderOf(await tracesOfVisit(tx, wanted)) : hideNothing;
  const visit: VisitToStore = {
    id: setting.newId(),
    officerId: who.officerId,
    receivedAt: wanted.receivedOn === setting.today() ? setting.now() : null,
    sealedTo: sealed ? who.officerId : null,
    pseudonym: denounced ? newPseudonym(wanted.receivedOn) : null,
    people: denounced ? [] : await storeVisitPeople(tx, setting, wanted, sealed ? who.officerId : null),
  };
  const place = await storeVisit(tx, wanted, visit, hide);
  const petitions = petitionsOf(wanted, visit, hide);
  const registered = await registerPetitions(tx, setting, who.officerId, petitions);
  const made = registered.map((one, index) => ({ id: one.id, code: one.code, kind: petitions[index]?.kind ?? null }));
  const denunciation = made.find((one) => one.kind === "denunciation");
  const kept =
    denunciation !== undefined &&
    visit.pseudonym !== null &&
    (await keepDenouncer(tx, setting, custody, {
      agencyId: wanted.agencyId,
      visitId: visit.id,
      pseudonym: visit.pseudonym,
      petition: denunciation,
      takenOn: wanted.receivedOn,
      origin: "counter",
      people: await denouncersOf(tx, wanted),
      words: wordsBefore(textsOf(wanted), hide),
      files: scans,
    }));
  const secrets = Object.fromEntries(registered.map((one) => [one.id, one.trackingSecret ?? ""]));
  const stored: Stored = { visitId: visit.id, ...place, sealed: kept ? "kept" : sealed, petitions: made };
  return { stored, secrets, scansErased: scans.length };
}

const textsOf = (wanted: VisitWanted) => [
  wanted.content,
  wanted.request,
  wanted.contestedAct,
  wanted.respondent,
  wanted.priorAuthority,
  wanted.note,
  ...wanted.items.map((item) => item.title),
  ...wanted.parts.flatMap((part) => [part.content, part.request, part.contestedAct, part.respondent]),
];

/** One petition for each kind; the others point to the first. An unclassified visit has one petition without a kind. */
export function petitionsOf(wanted: VisitWanted, visit: VisitToStore, hide: Hider): readonly NewPetition[] {
  const kinds: readonly (Kind | null)[] = wanted.kinds.length > 0 ? wanted.kinds : [null];
  const outcome =
    wanted.withinCompetence === true
      ? undefined
      : wanted.guidedTo
        ? "guided"
        : wanted.transferredTo
          ? "transferred"
          : undefined;
  const files = [...new Map(wanted.items.flatMap((one) => (one.fileId ? [[one.fileId, one] as const] : []))).entries()];
  return kinds.map((kind, index) => {
    const part = wanted.parts.find((one) => one.kind === kind);
    const request = hide(part ? part.request : wanted.request);
    const contestedAct = hide(part?.contestedAct ?? (kind === "recommendation" ? undefined : wanted.contestedAct));
    const respondent = hide(part?.respondent ?? wanted.respondent);
    const priorAuthority = hide(wanted.priorAuthority);
    return {
      agencyId: wanted.agencyId,
      visitId: visit.id,
      source: "counter",
      receivedOn: wanted.receivedOn,
      kind,
      sealedTo: visit.sealedTo,
      pseudonym: visit.pseudonym,
      peopleCount: wanted.peopleCount,
      parties: visit.people.map((one) => ({
        personId: one.personId,
        role: one.role === "visitor" ? "petitioner" : "representative",
      })),
      content: hide(part?.content ?? wanted.content),
      ...(request ? { request } : {}),
      ...(contestedAct ? { contestedAct } : {}),
      ...(respondent ? { respondent } : {}),
      ...(priorAuthority ? { priorAuthority } : {}),
      files: files.map(([fileId, one]) => ({ fileId, title: one.title, ...(one.pages ? { pages: one.pages } : {}) })),
      namesForSearch: visit.people.map((one) => one.name),
      giveTrackingSecret: true,
      tellAt: wanted.tellAt,
      ...(index > 0 ? { originOf: 0 } : {}),
      ...(outcome ? { outcome } : {}),
    };
  });
}

function answer({ sealed, petitions, ...stored }: Stored, secrets: Secrets | undefined): RecordedVisit {
  return {
    ...stored,
    petitions: petitions.map((one) => {
      const trackingSecret = secrets?.[one.id];
      return trackingSecret ? { ...one, trackingSecret } : one;
    }),
    ...(sealed ? { sealedNotice: sealedNotices[sealed] } : {}),
    ...(petitions.every((one) => secrets?.[one.id]) ? {} : { secretNotice }),
  };
}

export const sealedNotices: Readonly<Record<"kept" | "denunciation" | "unclassified", Text>> = {
  kept: {
    vi: "Lượt tiếp có tố cáo: họ tên, địa chỉ, số giấy tờ, liên hệ và bản quét đã được mã hóa cho những người giữ danh tính của cơ quan, chỉ mở được trên máy của họ; ở đây chỉ còn bí danh, và mọi mục ghi đã được giấu tên. Bản giấy để trong phong bì niêm phong. Nội dung khiếu nại, kiến nghị không liên quan đến tố cáo nên ghi thành lượt riêng để được giải quyết ngay.",
    en: "The visit holds a denunciation: name, address, ID number, contact and scans were encrypted for the agency's custodians of identities and open in their browsers only; here a pseudonym is left, and names are hidden in every entry. Keep the paper in a sealed envelope. Record a complaint or recommendation that has nothing to do with it as a visit of its own, so that it can be dealt with.",
  },
  denunciation: {
    vi: "Lượt tiếp có tố cáo: hệ thống không lưu họ tên, địa chỉ, số giấy tờ của người tố cáo và đã giấu chúng trong mọi mục ghi; chỉ mình bạn thấy dòng này, dưới bí danh. Ghi tay thông tin đó vào giấy, để trong phong bì niêm phong. Nội dung khiếu nại, kiến nghị không liên quan đến tố cáo nên ghi thành lượt riêng để được giải quyết ngay.",
    en: "The visit holds a denunciation: the denouncer's name, address and ID number are not kept and are hidden in every entry; only you see this row, under a pseudonym. Write those details by hand and keep them in a sealed envelope. Record a complaint or recommendation that has nothing to do with it as a visit of its own, so that it can be dealt with.",
  },
  unclassified: {
    vi: "Lượt tiếp chưa phân loại: chỉ mình bạn thấy cho đến khi phân loại theo nội dung. Nếu là tố cáo, khi phân loại thông tin của người tố cáo bị xóa khỏi đây và được niêm phong cho người giữ danh tính, nếu cơ quan có.",
    en: "The visit is not classified: only you see it until you say what it is by its content. If it is a denunciation, classifying it erases here what identifies the denouncer and seals it for the agency's custodians of identities, when there are any.",
  },
};
const secretNotice: Text = {
  vi: "Lượt tiếp này đã được lưu trước đó; mã tra cứu chỉ cấp một lần trên giấy biên nhận và không còn được lưu ở đâu.",
  en: "This visit was saved before; its tracking codes were given once, on the receipt, and are kept nowhere.",
};
