import * as intake from "../casework/intake/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { imapMailbox } from "../channels/imap-mailbox.ts";
import { scanReader } from "../channels/scan-reader.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { bound } from "./bound.ts";
import type { MailConfig } from "./config.ts";

/** The post book and the drafts of intake. */
export function bindIntake(given: Setting, mail: MailConfig | undefined) {
  const setting = {
    ...given,
    reader: scanReader(),
    ...(mail ? { mail: { mailbox: imapMailbox(mail.url), agencyCode: mail.agencyCode } } : {}),
  };
  return {
    recordPost: bound(setting, intake.recordPost),
    postBook: bound(setting, intake.postBook),
    exportPostBook: bound(setting, intake.exportPostBook),
    openPostEntry: bound(setting, intake.openPostEntry),
    classifyPost: bound(setting, intake.classifyPost),
    giveBack: bound(setting, intake.giveBack),
    originalsReceipt: bound(setting, intake.originalsReceipt),
    /** What the law asks of a letter received on that day; null before the covered law. */
    checklist: (receivedOn: CivilDate) => intake.intakeChecklist(setting, receivedOn),
    names: { sources: intake.sourceNames, forwarders: intake.forwarderNames },
    startDrafts: bound(setting, intake.startDrafts),
    listDrafts: (asker: Asker) => intake.listDrafts(setting, asker),
    openDraft: bound(setting, intake.openDraft),
    takeDraft: bound(setting, intake.takeDraft),
    giveUpDraft: bound(setting, intake.giveUpDraft),
    stopReading: bound(setting, intake.stopReading),
    draftPicture: bound(setting, intake.draftPicture),
    collectMail: (asker: Asker) => intake.collectMail(setting, asker),
    readScan: bound(setting, intake.readScan),
  };
}
