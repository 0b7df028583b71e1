import * as petitions from "../casework/petitions/index.ts";
import type { Setting } from "../casework/setting.ts";
import { bound } from "./bound.ts";

/** Who keeps away from a denunciation. */
export function bindConflicts(setting: Setting) {
  return {
    declareConflict: bound(setting, petitions.declareConflict),
    liftConflict: bound(setting, petitions.liftConflict),
    listConflicts: bound(setting, petitions.listConflicts),
  };
}
