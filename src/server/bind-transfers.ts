import * as petitions from "../casework/petitions/index.ts";
import { visitFollows } from "../casework/reception/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { bound } from "./bound.ts";

/** Petitions handed from one agency to another, with their setting given. */
export function bindTransfers(setting: Setting) {
  return {
    transferPetition: (asker: Asker, input: petitions.TransferPetitionInput) =>
      petitions.transferPetition(setting, asker, input, visitFollows),
    acceptTransfer: bound(setting, petitions.acceptTransfer),
    returnTransfer: bound(setting, petitions.returnTransfer),
    decideHandler: bound(setting, petitions.decideHandler),
    listTransfers: bound(setting, petitions.listTransfers),
    transferSheet: bound(setting, petitions.transferSheet),
  };
}
