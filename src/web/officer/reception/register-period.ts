import { type CivilDate, civilDate, yearOf } from "../../../time/civil-date.ts";
import { m } from "../../paraglide/messages.js";
import { typedDate } from "../../ui/typed-date.ts";

export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The dates of the address; the year so far when there are none. */
export function periodOf(
  params: URLSearchParams,
  today: CivilDate,
): { period: Period; wrong: readonly { field: string; message: string }[] } {
  const wrong: { field: string; message: string }[] = [];
  const read = (name: "from" | "to", otherwise: CivilDate): CivilDate => {
    const text = params.get(name)?.trim() ?? "";
    if (text === "") return otherwise;
    const date = typedDate(text);
    if (!date) wrong.push({ field: name, message: m.register_bad_date({ text: text.slice(0, 20) }) });
    return date ?? otherwise;
  };
  return { period: { from: read("from", civilDate(`${yearOf(today)}-01-01`)), to: read("to", today) }, wrong };
}
