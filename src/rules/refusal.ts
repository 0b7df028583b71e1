import { type CivilDate, formatCivilDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { lawFor } from "./clock-changes.ts";
import type { ActCommand, MatterFacts, Refusal } from "./decide.ts";
import type { Law, LoadedPack } from "./load-pack.ts";
import type { ActId, Actor, ActRule, ProcedureRule, Text } from "./pack.ts";

/** Who stands where, before an act. */
export interface Setting {
  readonly pack: LoadedPack;
  readonly procedure: ProcedureRule;
  readonly matter: MatterFacts;
  readonly actors: readonly Actor[];
  readonly calendar: Calendar;
  readonly today: CivilDate;
}

/** A refusal completed with what is possible instead, now, for these actors. */
export function refuse(setting: Setting, refusal: Omit<Refusal, "instead">, suggested?: readonly ActId[]): Refusal {
  const possible = actsNow(setting);
  const chosen = suggested?.length ? possible.filter((act) => suggested.includes(act.id)) : [];
  const offered = chosen.length > 0 ? chosen : possible;
  return { ...refusal, instead: offered.map((act) => ({ act: act.id, name: act.name })) };
}

export function unknownAct(setting: Setting, id: ActId): Refusal {
  return refuse(setting, {
    code: "unknown-act",
    message: {
      vi: `Thủ tục “${setting.procedure.name.vi}” không có việc “${id}”.`,
      en: `The procedure “${setting.procedure.name.en}” has no act “${id}”.`,
    },
    article: setting.pack.basis[0] ?? setting.pack.id,
    rule: setting.pack.id,
  });
}

/** Wrong state, then wrong actor. */
export function standingRefusal(setting: Setting, act: ActRule): Refusal | undefined {
  const { article, rule } = act;
  if (!act.from.includes(setting.matter.state)) {
    return refuse(setting, { code: "wrong-state", message: wrongState(setting, act), article, rule });
  }
  if (!act.actors.some((actor) => setting.actors.includes(actor))) {
    return refuse(setting, { code: "wrong-actor", message: wrongActor(act), article, rule });
  }
  return undefined;
}

/** An act happens neither before the last act of the matter nor after today. */
export function dateRefusal(setting: Setting, act: ActRule, on: CivilDate): Refusal | undefined {
  const { article, rule } = act;
  const last = setting.matter.history.reduce(
    (latest, each) => (each.on > latest ? each.on : latest),
    setting.matter.receivedOn,
  );
  if (on > setting.today) {
    const message = {
      vi: `Ngày thực hiện (${formatCivilDate(on, "vi")}) không được sau ngày hôm nay (${formatCivilDate(setting.today, "vi")}).`,
      en: `The day of the act (${formatCivilDate(on, "en")}) cannot be after today (${formatCivilDate(setting.today, "en")}).`,
    };
    return refuse(setting, { code: "date-in-future", message, article, rule });
  }
  if (on < last) {
    const message = {
      vi: `Ngày thực hiện (${formatCivilDate(on, "vi")}) không được trước việc gần nhất của hồ sơ (${formatCivilDate(last, "vi")}).`,
      en: `The day of the act (${formatCivilDate(on, "en")}) cannot be before the last act of the file (${formatCivilDate(last, "en")}).`,
    };
    return refuse(setting, { code: "date-before-last-act", message, article, rule });
  }
  return undefined;
}

/** The first guard that does not hold. */
export function guardRefusal(
  setting: Setting,
  act: ActRule,
  command: ActCommand | undefined,
  law: Law,
): Refusal | undefined {
  const guard = act.guards.find((each) => !setting.pack.conditions[each.condition]?.(setting.matter, command, law));
  if (!guard) return undefined;
  return refuse(
    setting,
    { code: "guard", message: guard.refusal, article: guard.article, rule: act.rule },
    guard.instead,
  );
}

function actsNow(setting: Setting): readonly ActRule[] {
  const law = lawFor(setting.pack, setting.matter, setting.calendar, setting.today, setting.today);
  return setting.procedure.acts.filter(
    (act) =>
      act.from.includes(setting.matter.state) &&
      act.actors.some((actor) => setting.actors.includes(actor)) &&
      act.guards.every((guard) => setting.pack.conditions[guard.condition]?.(setting.matter, undefined, law)),
  );
}

function wrongState(setting: Setting, act: ActRule): Text {
  const name = (id: string) => setting.procedure.states.find((state) => state.id === id)?.name;
  const now = name(setting.matter.state);
  const from = act.from.map(name);
  return {
    vi: `Không thể “${act.name.vi}” khi hồ sơ đang ở bước “${now?.vi ?? setting.matter.state}”; việc này chỉ thực hiện được ở bước ${from.map((each) => `“${each?.vi ?? ""}”`).join(", ")}.`,
    en: `“${act.name.en}” is not possible while the matter is “${now?.en ?? setting.matter.state}”; it is possible only from ${from.map((each) => `“${each?.en ?? ""}”`).join(", ")}.`,
  };
}

/** As they stand in the middle of a sentence. */
export const actorNames: Readonly<Record<Actor, Text>> = {
  "reception-officer": { vi: "người tiếp công dân", en: "the reception officer" },
  "petition-officer": { vi: "người xử lý đơn", en: "the petition officer" },
  clerk: { vi: "văn thư", en: "the clerk" },
  "settlement-officer": { vi: "người được giao xác minh", en: "the officer assigned to verify" },
  head: { vi: "người có thẩm quyền giải quyết", en: "the competent head" },
  inspectorate: { vi: "cơ quan thanh tra hoặc đơn vị được giao tham mưu", en: "the inspectorate or the advising unit" },
  petitioner: { vi: "người gửi đơn", en: "the petitioner" },
  system: { vi: "hệ thống", en: "the system" },
};

function wrongActor(act: ActRule): Text {
  const who = act.actors.map((actor) => actorNames[actor]);
  return {
    vi: `“${act.name.vi}” thuộc trách nhiệm của ${who.map((each) => each.vi).join(", ")}.`,
    en: `“${act.name.en}” is for ${who.map((each) => each.en).join(" or ")}.`,
  };
}
