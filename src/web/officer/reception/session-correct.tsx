import { m } from "../../paraglide/messages.js";
import { DateInput, Select, TextArea, TextInput } from "../../ui/field.tsx";
import { Fold, type FormState, fieldOf } from "./session-outcomes.tsx";
import { groundOptions, kindOptions, stateName, typedDay } from "./session-words.ts";

const correctable = ["announced", "held", "held-without-visitors", "delegated", "cancelled"] as const;

/** Every entry as it stands; what is changed is corrected. A postponed session keeps its day: another stands for it. */
export function CorrectSession({ state }: { state: FormState }) {
  const { sheet } = state;
  const field = (name: string, otherwise: string | null) => fieldOf(state, "correct", name, otherwise ?? "");
  const postponed = sheet.state === "postponed";
  const draft = sheet.state === "draft";
  return (
    <Fold
      state={state}
      intent="correct"
      name={m.sessions_correct()}
      text={m.sessions_correct_hint()}
      submit={m.sessions_correct()}
    >
      {!postponed && (
        <>
          <DateInput {...field("on", typedDay(sheet.on))} label={m.sessions_when()} required />
          {draft ? (
            <span />
          ) : (
            <Select
              {...field("state", sheet.state)}
              label={m.sessions_state()}
              options={correctable.map((value) => ({ value, label: stateName(value) }))}
              required
            />
          )}
          <TextInput {...field("startsAt", sheet.startsAt)} label={m.sessions_starts()} type="time" required />
          <TextInput {...field("endsAt", sheet.endsAt)} label={m.sessions_ends()} type="time" required />
        </>
      )}
      <Select {...field("kind", sheet.kind)} label={m.sessions_kind()} options={kindOptions()} required />
      <Select {...field("ground", sheet.ground)} label={m.sessions_ground()} options={groundOptions()} />
      <TextInput {...field("place", sheet.place)} label={m.sessions_place()} required />
      <TextInput {...field("hostName", sheet.hostName)} label={m.sessions_host()} autoComplete="off" />
      <TextArea {...field("attending", sheet.attending)} label={m.sessions_attending()} rows={2} />
      <TextArea
        {...field("topics", sheet.topics)}
        label={m.sessions_topics()}
        hint={m.sessions_topics_hint()}
        rows={2}
      />
      {!draft && (
        <>
          <DateInput
            {...field("announcedOn", sheet.announcedOn && typedDay(sheet.announcedOn))}
            label={m.sessions_announced_on()}
          />
          <TextInput {...field("receivedBy", sheet.receivedBy)} label={m.sessions_received_by()} autoComplete="off" />
          <TextInput
            {...field("delegatedTo", sheet.delegatedTo)}
            label={m.sessions_delegate()}
            hint={m.sessions_delegate_hint()}
            autoComplete="off"
          />
        </>
      )}
      <div className="wide">
        <TextArea {...field("reason", "")} label={m.sessions_correct_reason()} rows={2} required />
      </div>
    </Fold>
  );
}
