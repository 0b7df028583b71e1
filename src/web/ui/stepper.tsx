import type { CivilDate } from "../../time/civil-date.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";

/** The stages of the law; what is done, where we are, what is still to come is also said in words. */
export function Stepper({
  label,
  stages,
}: {
  label: string;
  stages: readonly { readonly id: string; readonly name: string; readonly state: "done" | "now" | "later" }[];
}) {
  const words = { done: m.ui_stage_done(), now: m.ui_stage_now(), later: m.ui_stage_later() };
  return (
    <ol className="stepper" aria-label={label}>
      {stages.map((stage) => (
        <li key={stage.id} className={stage.state} aria-current={stage.state === "now" ? "step" : undefined}>
          {stage.name} <span className="visually-hidden">({words[stage.state]})</span>
        </li>
      ))}
    </ol>
  );
}

export function Timeline({
  entries,
}: {
  entries: readonly { readonly id: string; readonly on: CivilDate; readonly what: React.ReactNode }[];
}) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.on}>{sayDate(entry.on)}</time>
          <div>{entry.what}</div>
        </li>
      ))}
    </ol>
  );
}

export function KeyValues({ pairs }: { pairs: readonly (readonly [name: string, value: React.ReactNode])[] }) {
  return (
    <dl className="key-values">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `max` absent: it is not known how much there is. */
export function Progress({ label, value, max }: { label: string; value?: number; max?: number }) {
  return (
    <label className="progress">
      {label} <progress value={value} max={max} />
    </label>
  );
}
