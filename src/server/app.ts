import { randomUUIDv7 } from "node:crypto";
import path from "node:path";
import { calendarYears, lawPacks } from "../../law/index.ts";
import type * as access from "../casework/access/index.ts";
import * as agencies from "../casework/agencies/index.ts";
import * as calendar from "../casework/calendar/index.ts";
import * as files from "../casework/files/index.ts";
import { forgetOldDrafts } from "../casework/filing/index.ts";
import { dropUnfinishedFiles, forgetOldCommands } from "../casework/housekeeping.ts";
import { bindIdentity, lookUpNumbers, tidyVault } from "../casework/identity/index.ts";
import * as matters from "../casework/matters/index.ts";
import { forgetOldNotices } from "../casework/notices/index.ts";
import * as papers from "../casework/papers/index.ts";
import * as people from "../casework/people/index.ts";
import * as petitions from "../casework/petitions/index.ts";
import { forgetOldBookings } from "../casework/reception/bookings/index.ts";
import * as registerImport from "../casework/reception/import/index.ts";
import * as reception from "../casework/reception/index.ts";
import { forgetOldNumbers } from "../casework/reception/queue/index.ts";
import * as headSessions from "../casework/reception/sessions/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { clamdScanner, noScanner } from "../channels/clamd.ts";
import { fileFolder } from "../channels/file-folder.ts";
import { closeRenderer, renderPaper, renderSlips, renderTogether } from "../documents/index.ts";
import type { Text } from "../rules/pack.ts";
import { type OpenStoreOptions, openStore, prepareSchema, type Store, transaction } from "../store/index.ts";
import { fixedClock, systemClock } from "../time/clock.ts";
import { breachedPasswords, noBreachedPasswords } from "./auth/breached-passwords.ts";
import { databaseBudgets } from "./auth/budgets.ts";
import { forgetOldSessions, openCredentials } from "./auth/credentials.ts";
import { deviceCookie } from "./auth/device-cookie.ts";
import { databasePasskeys } from "./auth/passkeys.ts";
import { databaseSecondFactors } from "./auth/second-factor.ts";
import { type SessionCookie, sessionCookie } from "./auth/session-cookie.ts";
import { signOnCookie } from "./auth/sign-on-cookie.ts";
import { databaseSignOnLinks, oidcProvider } from "./auth/single-sign-on.ts";
import { databaseThrottle } from "./auth/throttle.ts";
import { bindAccess } from "./bind-access.ts";
import { bindAfterFiling } from "./bind-after-filing.ts";
import { bindBookings } from "./bind-bookings.ts";
import { bindConflicts } from "./bind-conflicts.ts";
import { bindDuplicates } from "./bind-duplicates.ts";
import { bindFiling, receiptSigner } from "./bind-filing.ts";
import { bindIntake } from "./bind-intake.ts";
import { bindNotices } from "./bind-notices.ts";
import { bindPublications } from "./bind-publications.ts";
import { bindQueue } from "./bind-queue.ts";
import { bindRecordings } from "./bind-recordings.ts";
import { bindSignatories } from "./bind-signatories.ts";
import { bindTransfers } from "./bind-transfers.ts";
import { bound } from "./bound.ts";
import type { Config } from "./config.ts";
import { signOnBackPath } from "./endpoints.ts";
import { openLawDesk } from "./law-desk.ts";
import { prepareAccess } from "./prepare-database.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { slowly } from "./slowly.ts";
import { openTrailDesk } from "./trail-desk.ts";
import { receiptKeyFile, trailKeyFile } from "./trail-key.ts";

export interface AppOptions {
  /** `serve`: alone on the data folder; `join`: a command, beside a running application or without one. */
  readonly mode: OpenStoreOptions["mode"];
  /** An open, migrated database instead of the one that the configuration names. `close()` closes it. */
  readonly store?: Store;
  readonly notice?: (line: string) => void;
}

/** Everything the outer layers may call. Web and API get this object and nothing else. */
export type App = Awaited<ReturnType<typeof createApp>>;

/** Opens the database and composes the application. Throws `StoreError` with one clear line; nothing is left running then. */
export async function createApp(config: Config, options: AppOptions) {
  const store = options.store ?? (await openMigrated(config, options));
  try {
    const secrets = readSecrets(store.dataDir);
    await prepareAccess(store, secrets);
    const app = await compose(config, store, secrets, options.notice ?? (() => undefined));
    if (options.mode === "serve") await registerImport.failDeadImports(app.setting, app.task);
    return app;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openMigrated(config: Config, options: AppOptions): Promise<Store> {
  const { dataDir, databaseUrl, databaseAppUrl } = config;
  const store = await openStore({ dataDir, databaseUrl, databaseAppUrl, mode: options.mode, notice: options.notice });
  try {
    await prepareSchema(store, options.notice, config.backupRecipients);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function compose(config: Config, store: Store, secrets: Secrets, notice: (line: string) => void) {
  const clock = config.today === undefined ? systemClock : fixedClock(config.today);
  const announced = forAWhile(calendarSeconds, () =>
    transaction(store, "nobody", (tx) => calendar.announcedCalendar(tx, calendarYears), { readOnly: true }),
  );
  const setting: Setting = {
    store,
    law: { packs: lawPacks },
    calendar: announced.ask,
    today: clock.today,
    now: clock.now,
    newId: () => randomUUIDv7(),
    files: fileFolder(path.join(store.dataDir, "files")),
    scanner: config.clamd === undefined ? noScanner : clamdScanner(config.clamd),
    renderer: { render: renderPaper, renderTogether, renderSlips },
    publicUrl: config.publicUrl,
    lookUpKey: secrets.vaultLookUp,
  };
  const accounts: access.AccountsSetting = {
    ...setting,
    credentials: await openCredentials(store.authPool, secrets.library),
    // Real time, also where the day is set: telephones show codes of now.
    secondFactors: databaseSecondFactors(store.authPool, secrets.secondFactor, () => new Date()),
    passkeys: databasePasskeys(store.authPool, config.publicUrl, () => new Date()),
    signOn: {
      links: databaseSignOnLinks(store.authPool),
      provider:
        config.singleSignOn &&
        oidcProvider(config.singleSignOn, { redirectUri: `${config.publicUrl}${signOnBackPath}`, notice }),
    },
    breached: config.breachedPasswordsUrl
      ? breachedPasswords(config.breachedPasswordsUrl, notice)
      : noBreachedPasswords,
    throttle: databaseThrottle(store.authPool, secrets.throttle, () => new Date()),
    task: { job: secrets.task },
  };
  const cookie = sessionCookie(secrets.session, config.publicUrl.startsWith("https:"));
  const budgets = databaseBudgets(store.authPool, secrets.throttle, () => new Date());
  const portal = { job: secrets.portal };
  const receiptKey = receiptKeyFile(config.receiptKey, store.dataDir);
  const filing = bindFiling(setting, {
    portal,
    key: receiptKey,
    budgets,
    throttle: accounts.throttle,
    filingsAnHour: config.filingsAnHour,
    confirmation: secrets.confirmation,
    isSecure: config.publicUrl.startsWith("https:"),
  });
  return {
    config,
    setting,
    /** What every page says of this installation; set at the start when it holds the demonstration. */
    installation: { banner: null as Text | null },
    today: clock.today,
    cookie,
    /** Marks the browsers from which an officer has signed in. */
    devices: deviceCookie(secrets.device, config.publicUrl.startsWith("https:")),
    /** What a browser carries to the provider of single sign-on and back. */
    signOnCookie: signOnCookie(secrets.signOn, config.publicUrl.startsWith("https:")),
    /** Who asks by the request's cookie; "nobody" without one of ours. Whether the session is open, the database says. */
    sessionOf: (request: Request): Asker => sessionOf(cookie, request),
    /** Whether the database answers and has this program's schema. */
    isReady: () => isReady(store),
    access: bindAccess(accounts),
    ...bindAreas(setting, accounts.throttle, receiptSigner(receiptKey)),
    /** What citizens file themselves: drafts, sending, receipts and their check. */
    filing,
    intake: bindIntake(setting, config.mail),
    /** What they do after filing with the codes of the receipt, and who reads what they say of the outcome. */
    afterFiling: bindAfterFiling(setting, { portal, throttle: accounts.throttle, budgets, filing }),
    /** Places at heads' sessions that citizens booked. */
    bookings: bindBookings(setting, { bookingKey: secrets.bookings, throttle: accounts.throttle, budgets }),
    notices: bindNotices(setting, { config: config.notices, dataDir: store.dataDir, throttle: accounts.throttle }),
    /** Who denounces: sealed identities, their custodians, releases and the ledger. */
    identity: bindIdentity(setting),
    /** Petitions about the same matter. */
    duplicates: bindDuplicates(setting),
    transfers: bindTransfers(setting),
    publications: bindPublications(setting),
    recordings: bindRecordings(setting, config.recordingBytesMax ?? recordingBytesMax),
    /** Petitions that many people signed, and the replies to each. */
    signatories: bindSignatories(setting, secrets.signatories, accounts.throttle),
    calendar: bindCalendar({ ...setting, years: calendarYears, task: accounts.task }, announced.forget),
    /** The trail of what was done, its signed roots and their check. */
    audit: openTrailDesk(setting, trailKeyFile(config.trailKey, store.dataDir, store.embedded)),
    housekeeping: {
      forgetOldCommands: (asker: Asker) => forgetOldCommands(setting, asker),
      tidyVault: (asker: Asker) => tidyVault(setting, asker),
      dropUnfinishedFiles: () => dropUnfinishedFiles(setting, new Date()),
      forgetOldDrafts: (asker: { readonly job: string }) => forgetOldDrafts(setting, asker),
      forgetOldNotices: (asker: Asker) => forgetOldNotices(setting, asker),
      forgetOldBookings: (asker: Asker) => forgetOldBookings(setting, asker),
      forgetOldNumbers: (asker: Asker) => forgetOldNumbers(setting, asker),
      forgetOldSessions: () => forgetOldSessions(store.authPool),
    },
    /** Askers of the command line and of background work; never handed to a request. */
    command: { job: secrets.command } as const,
    task: { job: secrets.task } as const,
    close: async () => {
      await registerImport.stopImports(setting);
      await closeRenderer();
      await store.close();
    },
  };
}

/** Where the installation says nothing: hours of a meeting, and seldom a whole disk. */
const recordingBytesMax = 2_000_000_000;

/** How long a process goes on with the calendar it read: an announcement reaches every process within this time. */
const calendarSeconds = 10;

/** Asks again only when the last answer is older than that, or was forgotten; a failure is not kept. */
function forAWhile<T>(seconds: number, work: () => Promise<T>) {
  let kept: { readonly answer: Promise<T>; readonly until: number } | undefined;
  const forget = () => {
    kept = undefined;
  };
  const ask = (): Promise<T> => {
    if (kept && performance.now() < kept.until) return kept.answer;
    const answer = work();
    kept = { answer, until: performance.now() + seconds * 1000 };
    answer.catch(forget);
    return answer;
  };
  return { ask, forget };
}

function sessionOf(cookie: SessionCookie, request: Request): Asker {
  const secret = cookie.read(request);
  return secret === undefined ? "nobody" : { session: secret };
}

async function isReady(store: Store): Promise<boolean> {
  try {
    const { rows } = await store.appPool.query("select app.context_kind() as kind");
    return rows.length === 1;
  } catch {
    return false;
  }
}

function bindAreas(setting: Setting, throttle: access.Throttle, sign: reception.ReceiptSigner) {
  return {
    agencies: {
      agencyTree: bound(setting, agencies.agencyTree),
      agencySuccessions: bound(setting, agencies.agencySuccessions),
      createAgency: bound(setting, agencies.createAgency),
      renameAgency: bound(setting, agencies.renameAgency),
    },
    people: {
      findPeople: (asker: Asker, input: people.FindPeopleInput) =>
        people.findPeople(setting, asker, input, (tx, agencyId, numbers) =>
          lookUpNumbers(tx, setting, agencyId, numbers),
        ),
      personHistory: bound(setting, people.personHistory),
    },
    files: { addFile: bound(setting, files.addFile), readFile: bound(setting, files.readFile) },
    petitions: {
      listPetitions: bound(setting, petitions.listPetitions),
      countPetitions: bound(setting, petitions.countPetitions),
      openPetition: bound(setting, petitions.openPetition),
      classifyPetition: (asker: Asker, input: petitions.ClassifyInput) =>
        petitions.classifyPetition(setting, asker, input, reception.visitFollows),
      routePetition: (asker: Asker, input: petitions.RouteInput) =>
        petitions.routePetition(setting, asker, input, reception.visitFollows),
      correctPetition: bound(setting, petitions.correctPetition),
      competenceTable: bound(setting, petitions.competenceTable),
      settleCompetence: bound(setting, petitions.settleCompetence),
      handToHead: bound(setting, petitions.handToHead),
      ...bindConflicts(setting),
      dueUntil: bound(setting, petitions.dueUntil),
      alarmsUntil: bound(setting, petitions.alarmsUntil),
      track: (input: { readonly code: string; readonly secret: string; readonly network: string }) =>
        slowly(throttle, input, () => petitions.trackPetition(setting, input)),
      writeByCode: (input: petitions.WriteByCodeInput & { readonly network: string }) =>
        slowly(throttle, input, () => petitions.writeByCode(setting, input)),
      correspondence: bound(setting, petitions.correspondence),
      writeToPetitioner: bound(setting, petitions.writeToPetitioner),
      markLettersRead: bound(setting, petitions.markLettersRead),
    },
    reception: {
      /** What `recordVisit` would refuse in the form itself; stores nothing. Throws "invalid-input". */
      checkVisit: async (input: reception.RecordVisitInput): Promise<void> => {
        reception.parseVisit(input, setting.today());
      },
      recordVisit: bound(setting, reception.recordVisit),
      classifyVisit: bound(setting, reception.classifyVisit),
      visit: bound(setting, reception.visit),
      exportRegister: bound(setting, reception.exportRegister),
      correctVisit: bound(setting, reception.correctVisit),
      receiptInput: (asker: Asker, input: reception.ReceiptInput) =>
        reception.receiptInput(setting, sign, asker, input),
      renderReceipt: (asker: Asker, input: reception.RenderReceiptInput) =>
        reception.renderReceipt(setting, sign, asker, input),
      register: bound(setting, reception.register),
      previewRegister: bound(setting, registerImport.previewRegister),
      runImport: bound(setting, registerImport.runImport),
      startImport: bound(setting, registerImport.startImport),
      cancelImport: bound(setting, registerImport.cancelImport),
      importRun: bound(setting, registerImport.importRun),
      importErrors: bound(setting, registerImport.importErrors),
      importRejections: bound(setting, registerImport.importRejections),
    },
    queue: bindQueue(setting, throttle),
    /** The sessions at which heads receive citizens, and the duty they fulfil. */
    headSessions: {
      planSessions: bound(setting, headSessions.planSessions),
      announceSessions: bound(setting, headSessions.announceSessions),
      recordSession: bound(setting, headSessions.recordSession),
      setPlaces: bound(setting, headSessions.setPlaces),
      correctSession: bound(setting, headSessions.correctSession),
      listSessions: bound(setting, headSessions.listSessions),
      openSession: bound(setting, headSessions.openSession),
      addCase: bound(setting, headSessions.addCase),
      removeCase: bound(setting, headSessions.removeCase),
      sessionFile: bound(setting, headSessions.sessionFile),
      sessionPapers: bound(setting, headSessions.sessionPapers),
      draftSessionPaper: bound(setting, headSessions.draftSessionPaper),
      headDuties: bound(setting, headSessions.headDuties),
      publishedCalendar: (input: headSessions.PublishedCalendarInput) => headSessions.publishedCalendar(setting, input),
    },
    matters: {
      openMatter: bound(setting, matters.openMatter),
      openingForm: bound(setting, matters.openingForm),
      openMatterSheet: bound(setting, matters.openMatterSheet),
      performAct: bound(setting, matters.performAct),
      stepPaper: bound(setting, matters.stepPaper),
      rewritePaper: bound(setting, matters.rewritePaper),
      returnPaper: bound(setting, matters.returnPaper),
      knownAnswers: bound(setting, matters.knownAnswers),
      recordDeliveryReceipt: bound(setting, matters.recordDeliveryReceipt),
      indexMatter: bound(setting, matters.indexMatter),
      subordinateMatters: bound(setting, matters.subordinateMatters),
      actFields: bound(setting, matters.actFields),
      nextInWords: (ids: matters.NextIds) => matters.nextInWords(setting, ids),
      matterStates: () => matters.matterStates(setting),
    },
    papers: {
      renderPaper: bound(setting, papers.renderPaper),
      openDraft: bound(setting, papers.openDraft),
      papersWaiting: (asker: Asker) => papers.papersWaiting(setting, asker),
    },
    /** What anyone may ask of the law, by the calendar announced here. */
    law: openLawDesk({ packs: setting.law.packs, calendar: setting.calendar }),
  };
}

function bindCalendar(setting: calendar.CalendarSetting, forget: () => void) {
  const follow: calendar.ClocksFollow = {
    matters: (tx, ids) => matters.followClocks(tx, setting, ids),
    petitions: (tx, ids) => petitions.followIntakeClocks(tx, ids),
  };
  return {
    /** The years of the civil-service calendar, with what was announced and from which source. */
    years: async () => (await setting.calendar()).years,
    yearSheet: bound(setting, calendar.yearSheet),
    previewNotice: bound(setting, calendar.previewNotice),
    announce: async (asker: Asker, input: calendar.NoticeInput & { readonly key: string }) => {
      const made = await calendar.announce(setting, asker, input);
      forget();
      return made;
    },
    recountDeadlines: (asker: Asker, input: { readonly noticeId: string; readonly again?: boolean }) =>
      calendar.recountDeadlines(setting, asker, input, follow),
  };
}
