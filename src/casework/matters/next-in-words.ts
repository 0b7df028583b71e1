import { proceduresFor } from "../../rules/opening.ts";
import type { Text } from "../../rules/pack.ts";
import type { Setting } from "../setting.ts";

/** What the list knows of a line: the version, the procedure, and the ids of the state and of the next act. */
export interface NextIds {
  readonly lawPack: string | null;
  readonly procedure: string | null;
  readonly matterState: string | null;
  readonly nextAct: string | null;
}

/** The state of a matter and what must be done next, in the words of the law version it runs under; null where there is none. */
export function nextInWords(
  setting: Setting,
  ids: NextIds,
): { readonly procedure: Text; readonly state: Text | null; readonly todo: Text | null } {
  const procedure = setting.law.packs
    .find((pack) => pack.id === ids.lawPack)
    ?.procedures.find((each) => each.id === ids.procedure);
  const act = procedure?.acts.find((each) => each.id === ids.nextAct);
  return {
    procedure: procedure?.name ?? { vi: ids.procedure ?? "", en: ids.procedure ?? "" },
    state: procedure?.states.find((each) => each.id === ids.matterState)?.name ?? null,
    todo: act?.todo ?? act?.name ?? null,
  };
}

/** The states that a matter opened today may have, for the filter of the list; each once, in the order of the procedures. */
export function matterStates(setting: Setting): readonly { readonly id: string; readonly name: Text }[] {
  const kinds = ["complaint", "denunciation", "recommendation"] as const;
  const procedures = kinds.flatMap((kind) => proceduresFor(setting.law.packs, kind, setting.today()));
  const states = procedures
    .filter(({ procedure }) => procedure.opens.role === "main")
    .flatMap(({ procedure }) => procedure.states.map(({ id, name }) => [id, name] as const));
  return [...new Map(states.toReversed())].toReversed().map(([id, name]) => ({ id, name }));
}
