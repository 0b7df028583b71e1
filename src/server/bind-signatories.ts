import type * as access from "../casework/access/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import * as signatories from "../casework/signatories/index.ts";
import { bound } from "./bound.ts";
import { slowly } from "./slowly.ts";

type Opened = signatories.SignatoryCodes & { readonly network: string };

/** Petitions that many people signed, and the replies to each, with their setting given. */
export function bindSignatories(common: Setting, signatoryKey: Buffer, throttle: access.Throttle) {
  const setting: signatories.SignatoriesSetting = { ...common, signatoryKey };
  return {
    isSignatoryCode: signatories.isSignatoryCode,
    listSignatories: bound(setting, signatories.listSignatories),
    addSignatories: (asker: Asker, input: signatories.AddSignatoriesInput, workbook?: Uint8Array) =>
      signatories.addSignatories(setting, asker, input, workbook),
    changeSignatory: bound(setting, signatories.changeSignatory),
    giveSlips: bound(setting, signatories.giveSlips),
    startReplies: bound(setting, signatories.startReplies),
    stopReplies: bound(setting, signatories.stopReplies),
    makeReplies: bound(setting, signatories.makeReplies),
    resumeReplies: (task: Asker) => signatories.resumeReplies(setting, task),
    listReplies: bound(setting, signatories.listReplies),
    recordDeliveries: bound(setting, signatories.recordDeliveries),
    printReplies: bound(setting, signatories.printReplies),
    openReply: bound(setting, signatories.openReply),
    trackSignatory: (input: Opened) => slowly(throttle, input, () => signatories.trackSignatory(setting, input)),
    replyByCode: (input: Opened & { readonly replyId: string }) =>
      slowly(throttle, input, () => signatories.replyByCode(setting, input)),
  };
}
