import { Form } from "react-router";
import type { SessionsOfAgency } from "../../../casework/reception/sessions/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { DateInput, Select, TextArea, TextInput } from "../../ui/field.tsx";
import { groundOptions, kindOptions } from "./session-words.ts";
import type { TypedPlan } from "./sessions-form.ts";

/** A morning at a quarter of an hour each, with some of it left for who comes without a booking. */
const usualPlaces = "10";

/** Single days or a monthly pattern; one form that works without scripts, so both ways stand in it. */
export function PlanForm({
  positions,
  typed,
  formKey,
  error,
  open,
}: {
  positions: SessionsOfAgency["positions"];
  typed: TypedPlan;
  formKey: string;
  error: (field: string) => string | undefined;
  open: boolean;
}) {
  const text = (name: keyof TypedPlan & string) => ({ name, defaultValue: typed[name], error: error(name) });
  return (
    <details className="fold" open={open}>
      <summary>{m.sessions_new()}</summary>
      <Form method="post" className="session-form" key={formKey}>
        <input type="hidden" name="key" value={formKey} />
        <Select
          {...text("position")}
          label={m.sessions_position()}
          options={positions.map(({ position, name }) => ({ value: position, label: say(name) }))}
          required
        />
        <Select {...text("kind")} label={m.sessions_kind()} options={kindOptions()} required />
        <div className="wide">
          <Select
            {...text("ground")}
            label={m.sessions_ground()}
            hint={m.sessions_ground_hint()}
            options={groundOptions()}
          />
        </div>
        <div className="wide">
          <RadioGroup
            name="how"
            label={m.sessions_how()}
            chosen={[typed.how || "once"]}
            options={[
              { value: "once", label: m.sessions_how_once() },
              { value: "monthly", label: m.sessions_how_monthly() },
            ]}
          />
        </div>
        <TextArea {...text("dates")} label={m.sessions_dates()} hint={m.sessions_dates_hint()} rows={3} />
        <Monthly text={text} />
        <TextInput
          {...text("startsAt")}
          defaultValue={typed.startsAt || "08:00"}
          label={m.sessions_starts()}
          type="time"
          required
        />
        <TextInput
          {...text("endsAt")}
          defaultValue={typed.endsAt || "11:30"}
          label={m.sessions_ends()}
          type="time"
          required
        />
        <TextInput {...text("place")} label={m.sessions_place()} autoComplete="off" required />
        <TextInput {...text("hostName")} label={m.sessions_host()} hint={m.sessions_host_hint()} autoComplete="off" />
        <TextArea {...text("attending")} label={m.sessions_attending()} rows={2} />
        <TextArea {...text("topics")} label={m.sessions_topics()} hint={m.sessions_topics_hint()} rows={2} />
        <TextInput
          {...text("places")}
          defaultValue={typed.places ?? usualPlaces}
          label={m.booking_places()}
          hint={m.booking_places_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="wide">
          <DateInput {...text("announcedOn")} label={m.sessions_announced_on()} hint={m.sessions_announced_on_hint()} />
        </div>
        <Button kind="primary" type="submit" name="intent" value="plan">
          {m.sessions_create()}
        </Button>
      </Form>
    </details>
  );
}

type Texts = (name: keyof TypedPlan & string) => {
  name: string;
  defaultValue: string | undefined;
  error: string | undefined;
};

function Monthly({ text }: { text: Texts }) {
  return (
    <div className="form">
      <TextInput {...text("days")} label={m.sessions_days()} hint={m.sessions_days_hint()} autoComplete="off" />
      <DateInput {...text("from")} label={m.sessions_from()} hint="" />
      <DateInput {...text("until")} label={m.sessions_until()} hint="" />
      <Select
        {...text("onDayOff")}
        label={m.sessions_day_off()}
        hint={m.sessions_day_off_hint()}
        options={[
          { value: "next-working-day", label: m.sessions_day_off_next() },
          { value: "skip", label: m.sessions_day_off_skip() },
          { value: "keep", label: m.sessions_day_off_keep() },
        ]}
      />
    </div>
  );
}
