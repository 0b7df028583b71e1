import * as duplicates from "../casework/duplicates/index.ts";
import { lookUpNumbers } from "../casework/identity/index.ts";
import { fileAsDuplicate, undoDuplicate } from "../casework/petitions/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { bound } from "./bound.ts";

/** Finding what was handed in before, and filing the same matter with it. */
export function bindDuplicates(setting: Setting) {
  return {
    findDuplicates: (asker: Asker, input: duplicates.FindDuplicatesInput) =>
      duplicates.findDuplicates(setting, asker, input, (tx, agencyId, numbers) =>
        lookUpNumbers(tx, setting, agencyId, numbers),
      ),
    duplicatesOf: bound(setting, duplicates.duplicatesOf),
    weighedCandidates: bound(setting, duplicates.weighedCandidates),
    fileAsDuplicate: bound(setting, fileAsDuplicate),
    undoDuplicate: bound(setting, undoDuplicate),
    keyMissingPetitions: (asker: Asker) => duplicates.keyMissingPetitions(setting, asker),
  };
}
