import { Form } from "react-router";
import type { FollowUp as May } from "../../casework/after-filing/index.ts";
import { say, sayWeekday } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { Button } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { Checkbox, RadioGroup } from "../ui/choice.tsx";
import { FileInput, TextArea } from "../ui/field.tsx";
import { filingPath } from "./filing/paths.ts";
import type { OpenedBy } from "./letters.tsx";
import type { Sent } from "./track-intents.ts";

export const documentsPath = "/track/tai-lieu";

interface Props {
  readonly may: May;
  readonly openedBy: OpenedBy;
  /** What was just sent; its problems stand at their fields. */
  readonly sent: Sent | undefined;
}

/** What the person with the receipt may do now, each folded until it is wanted. */
export function FollowUp(props: Props) {
  const { may } = props;
  if (!may.withdrawal && !may.second && !may.mayAdd && !may.mayRate) return null;
  return (
    <section className="follow-up">
      <h2>{m.after_may()}</h2>
      {may.second && <Second {...props} second={may.second} />}
      {may.mayRate && <Rate {...props} />}
      {may.mayAdd && <Add {...props} />}
      {may.withdrawal && <Withdraw {...props} withdrawal={may.withdrawal} />}
    </section>
  );
}

function Opened({ openedBy, intent }: { openedBy: OpenedBy; intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="code" value={openedBy.code} />
      <input type="hidden" name="secret" value={openedBy.secret} />
      <input type="hidden" name="key" value={openedBy.key} />
    </>
  );
}

const errorOf = (sent: Sent | undefined, field: string) => sent?.problems.find((each) => each.field === field)?.message;
const typedIn = (sent: Sent | undefined, intent: string) =>
  sent?.intent === intent && sent.problems.length > 0 ? sent : undefined;

function Add({ openedBy, sent }: Props) {
  const failed = typedIn(sent, "add");
  return (
    <details className="fold" open={failed !== undefined}>
      <summary>{m.after_add()}</summary>
      <Form method="post" action={documentsPath} encType="multipart/form-data" className="form">
        <Opened openedBy={openedBy} intent="add" />
        <FileInput
          name="file"
          label={m.after_add_files()}
          hint={m.after_add_hint()}
          error={errorOf(failed, "file")}
          multiple
          required
        />
        <TextArea name="note" label={m.after_add_note()} defaultValue={failed?.typed} maxLength={4000} rows={3} />
        <Button type="submit">{m.after_add_button()}</Button>
      </Form>
    </details>
  );
}

function Withdraw({ withdrawal, openedBy, sent }: Props & { withdrawal: NonNullable<May["withdrawal"]> }) {
  const failed = typedIn(sent, "withdraw");
  const names = { "withdraw-all": m.after_withdraw_all(), "withdraw-part": m.after_withdraw_part() };
  return (
    <details className="fold" open={failed !== undefined}>
      <summary>{m.after_withdraw()}</summary>
      <Callout kind="warn" title={m.after_withdraw_follows()}>
        <ul>
          {withdrawal.consequences.map(({ what, article }) => (
            <li key={what.vi}>
              {say(what)} <span className="quiet">({article})</span>
            </li>
          ))}
        </ul>
        <p>{m.after_withdraw_note()}</p>
      </Callout>
      <Form method="post" action="/track" className="form">
        <Opened openedBy={openedBy} intent="withdraw" />
        <RadioGroup
          name="scope"
          label={m.after_withdraw_scope()}
          error={errorOf(failed, "scope")}
          chosen={failed?.chosen ? [failed.chosen] : []}
          options={withdrawal.scopes.map((scope) => ({ value: scope, label: names[scope] }))}
          required
        />
        <TextArea
          name="withdrawn"
          label={m.after_withdraw_body()}
          hint={m.after_withdraw_hint()}
          error={errorOf(failed, "withdrawn")}
          defaultValue={failed?.typed}
          maxLength={4000}
          rows={3}
        />
        <div className={errorOf(failed, "sure") ? "field wrong" : "field"}>
          {errorOf(failed, "sure") && <p className="error">{errorOf(failed, "sure")}</p>}
          <Checkbox name="sure" id="sure" value="yes" label={m.after_withdraw_sure()} required />
        </div>
        <Button type="submit" kind="danger">
          {m.after_withdraw_button()}
        </Button>
      </Form>
    </details>
  );
}

function Second({ second, openedBy }: Props & { second: NonNullable<May["second"]> }) {
  const { lastOn, decision, article } = second;
  return (
    <section className="next">
      <h3>{m.after_second()}</h3>
      <p>
        <strong>{lastOn ? m.after_second_until({ date: sayWeekday(lastOn) }) : m.after_second_open()}</strong>{" "}
        <span className="quiet">({article})</span>
      </p>
      <p>{decision ? m.after_second_decision({ number: decision.number }) : m.after_second_late()}</p>
      <Form method="post" action={filingPath}>
        <Opened openedBy={openedBy} intent="second" />
        <Button type="submit" kind="primary">
          {m.after_second_button()}
        </Button>
      </Form>
    </section>
  );
}

function Rate({ openedBy, sent }: Props) {
  const failed = typedIn(sent, "rate");
  return (
    <details className="fold" open={failed !== undefined}>
      <summary>{m.after_rate()}</summary>
      <Form method="post" action="/track" className="form">
        <Opened openedBy={openedBy} intent="rate" />
        <RadioGroup
          name="solved"
          label={m.after_rate()}
          hint={m.after_rate_hint()}
          error={errorOf(failed, "solved")}
          chosen={failed?.chosen ? [failed.chosen] : []}
          options={[
            { value: "yes", label: m.after_rate_yes() },
            { value: "partly", label: m.after_rate_partly() },
            { value: "no", label: m.after_rate_no() },
          ]}
          required
        />
        <TextArea name="unsolved" label={m.after_rate_body()} defaultValue={failed?.typed} maxLength={4000} rows={3} />
        <Button type="submit">{m.after_rate_button()}</Button>
      </Form>
    </details>
  );
}
