import { type CivilDate, formatCivilDate } from "../../../time/civil-date.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/field.tsx";
import { typedDate } from "../../ui/typed-date.ts";

export interface AsOf {
  readonly on: CivilDate;
  /** What was typed; empty means today. */
  readonly typed: string;
  readonly problem: string | null;
}

/** The day a page of the law is about, from its address. */
export function asOf(request: Request, today: CivilDate): AsOf {
  const typed = new URL(request.url).searchParams.get("on")?.trim().slice(0, 40) ?? "";
  if (typed === "") return { on: today, typed, problem: null };
  const on = typedDate(typed);
  return on ? { on, typed, problem: null } : { on: today, typed, problem: m.law_on_wrong({ text: typed }) };
}

/** Asks for another day; a plain form that only changes the address. */
export function AsOfForm({ action, day }: { action: string; day: AsOf }) {
  return (
    <form method="get" action={action} className="as-of screen-only">
      <DateInput
        name="on"
        label={m.law_on()}
        hint={m.law_on_hint()}
        error={day.problem ?? undefined}
        defaultValue={day.problem ? day.typed : formatCivilDate(day.on, "vi")}
      />
      <Button type="submit">{m.law_show()}</Button>
    </form>
  );
}
