import { sql } from "kysely";
import type { Calendar } from "../../rules/calendar.ts";
import { lawFor } from "../../rules/clock-changes.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { TransitionRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { chainHash, chainStart } from "../audit/index.ts";
import type { Setting } from "../setting.ts";
import { factsOf, type MatterRow, packOf } from "./load-matter.ts";

/** The event that a transition rule leaves in the history. */
export const lawMoved = "law-moved";

export interface LawMove {
  readonly to: LoadedPack;
  readonly rule: TransitionRule;
}

/** The version that the matter goes on under from a day, when a transition rule moves it (VER-n); undefined: it stays. */
export function moveDue(setting: Setting, calendar: Calendar, matter: MatterRow, on: CivilDate): LawMove | undefined {
  const { subject } = packOf(setting, matter);
  const facts = factsOf(matter);
  for (const pack of setting.law.packs.filter((each) => each.subject === subject)) {
    const law = lawFor(pack, facts, calendar, on, setting.today());
    const rule = pack.transitions.find(
      (each) =>
        each.effect === "moves" &&
        each.on <= on &&
        each.from.includes(matter.lawPack) &&
        (each.procedures?.includes(matter.procedure) ?? true) &&
        (each.when === undefined || (pack.conditions[each.when]?.(facts, undefined, law) ?? false)),
    );
    if (rule) return { to: pack, rule };
  }
  return undefined;
}

/** The matter as it stands under the version that applies from that day: moved, with an event that says so, or as it was. */
export async function underLawOf(
  tx: Trx,
  setting: Setting,
  calendar: Calendar,
  matter: MatterRow,
  on: CivilDate,
): Promise<MatterRow> {
  const move = moveDue(setting, calendar, matter, on);
  if (!move) return matter;
  const seq = matter.seq + 1;
  const at = setting.now().toISOString();
  const data = { values: {}, move: { rule: move.rule.id, from: matter.lawPack, to: move.to.id } };
  const previous = matter.lastHash ?? chainStart;
  const hash = chainHash(previous, {
    id: matter.id,
    seq,
    act: lawMoved,
    on: move.rule.on,
    at,
    officer: null,
    from: matter.state,
    to: matter.state,
    data,
  });
  await sql`
    with event as (
      insert into matter_event (matter_id, seq, act, on_date, recorded_at, officer_id, from_state, to_state, data, prev_hash, hash)
      values (${matter.id}, ${seq}, ${lawMoved}, ${move.rule.on}, ${at}, null, ${matter.state}, ${matter.state}, ${JSON.stringify(data)}::jsonb, ${previous}, ${hash}))
    update matter set law_pack = ${move.to.id}, seq = ${seq}, changed_at = ${at} where id = ${matter.id}`.execute(tx);
  return { ...matter, lawPack: move.to.id, seq, lastHash: hash };
}
