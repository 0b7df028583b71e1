import type { ActRule, Cited, ClockEffect } from "../../src/rules/pack.ts";
import { choice, date, guard, line, option, t, words } from "../wording.ts";

/** Settled 26: a wrong entry is corrected by an act of its own. */
export function correctIn(
  states: readonly { readonly id: string }[],
  cited: Cited,
  clocks: readonly ClockEffect[],
): ActRule {
  return {
    id: "correct",
    name: t("Đính chính thông tin ghi sai", "Correct a wrong entry"),
    rule: "correction",
    ...cited,
    from: states.map((state) => state.id),
    to: "same",
    actors: ["reception-officer", "petition-officer", "clerk", "settlement-officer", "head"],
    guards: [
      guard(
        "corrected-date-not-in-future",
        cited,
        t("Ngày đúng không được sau ngày hôm nay.", "The right date cannot be after today."),
      ),
    ],
    fields: [
      choice("what", t("Thông tin ghi sai", "What was wrong"), [
        option("received-on", t("Ngày tiếp nhận", "Day of receipt")),
        option("other", t("Thông tin khác", "Something else")),
      ]),
      line("oldValue", t("Thông tin đã ghi", "Entry so far")),
      date("newDate", t("Ngày đúng", "Right date"), { required: "corrects-date", shownWhen: "corrects-date" }),
      words("newValue", t("Thông tin đúng", "Right entry"), {
        required: "corrects-words",
        shownWhen: "corrects-words",
      }),
      words("reason", t("Lý do đính chính", "Reason")),
    ],
    documents: [],
    clocks,
    sets: {},
  };
}
