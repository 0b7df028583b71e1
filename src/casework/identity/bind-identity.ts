import type { Asker, Setting } from "../setting.ts";
import { becomeCustodian, changeSealedKey, custodianCount, custody } from "./custodians.ts";
import { approveRelease, endRelease, openForRelease, refuseRelease } from "./decide-release.ts";
import { makeRecoveryKey, recover, retireCustodian, rotate } from "./key-upkeep.ts";
import { ledger } from "./ledger.ts";
import { lookUp, queue } from "./look-up.ts";
import { addRedactedCopy, listSealed, openSealed, sealedFile, sealedLine } from "./open-sealed.ts";
import { askRelease, releases, viewRelease } from "./releases.ts";

/** The use cases of the vault with their setting given. */
export function bindIdentity(setting: Setting) {
  const bound =
    <Input, Result>(useCase: (setting: Setting, asker: Asker, input: Input) => Result) =>
    (asker: Asker, input: Input): Result =>
      useCase(setting, asker, input);
  return {
    custody: (asker: Asker) => custody(setting, asker),
    custodianCount: bound(custodianCount),
    becomeCustodian: bound(becomeCustodian),
    changeSealedKey: bound(changeSealedKey),
    listSealed: bound(listSealed),
    sealedLine: bound(sealedLine),
    openSealed: bound(openSealed),
    sealedFile: bound(sealedFile),
    addRedactedCopy: bound(addRedactedCopy),
    askRelease: bound(askRelease),
    releases: bound(releases),
    openForRelease: bound(openForRelease),
    approveRelease: bound(approveRelease),
    refuseRelease: bound(refuseRelease),
    endRelease: bound(endRelease),
    viewRelease: bound(viewRelease),
    lookUp: bound(lookUp),
    queue: bound(queue),
    ledger: bound(ledger),
    makeRecoveryKey: (asker: Asker) => makeRecoveryKey(setting, asker),
    retireCustodian: bound(retireCustodian),
    rotate: bound(rotate),
    recover: bound(recover),
  };
}
