import { Form } from "react-router";
import type { ConflictLine, ConflictSheet } from "../../../casework/petitions/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { type Option, Select, TextInput } from "../../ui/field.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import { groundNames, ownGround, reasonField, type TypedConflict } from "./conflict-actions.ts";
import { Hidden } from "./petition-forms.tsx";

export interface ConflictFormProps {
  readonly sheet: ConflictSheet;
  readonly officers: readonly Option[];
  readonly formKey: string;
  readonly problems: readonly Problem[];
  readonly typed: TypedConflict | undefined;
}

const groundOptions = (): readonly Option[] =>
  Object.entries(groundNames).map(([value, name]) => ({
    value,
    label: name(),
    ...(value === "relative" ? { hint: m.conflicts_ground_relative_hint() } : {}),
  }));

export function OwnConflict({ sheet, formKey, problems, typed }: ConflictFormProps) {
  return (
    <section className="panel">
      <h2>{m.conflicts_own()}</h2>
      {sheet.isSealedToAsker ? (
        <p>{m.conflicts_own_sealed()}</p>
      ) : (
        <Form method="post" className="form">
          <Hidden intent="own" formKey={formKey} />
          <RadioGroup
            name={ownGround}
            label={m.conflicts_own_ground()}
            options={groundOptions()}
            chosen={[typed?.ownGround ?? ""]}
            error={errorOf(problems, ownGround)}
            required
          />
          <Callout kind="warn">
            <p>{m.conflicts_own_warning()}</p>
            {sheet.mayDeclareOthers && <p>{m.conflicts_own_head()}</p>}
          </Callout>
          <ConfirmDialog label={m.conflicts_own_do()} question={m.conflicts_own_ask()} danger>
            <Button kind="primary" type="submit">
              {m.ui_confirm()}
            </Button>
          </ConfirmDialog>
        </Form>
      )}
    </section>
  );
}

export function ConflictOfOther({ officers, formKey, problems, typed }: ConflictFormProps) {
  return (
    <section className="panel">
      <h2>{m.conflicts_other()}</h2>
      <Form method="post" className="form">
        <Hidden intent="other" formKey={formKey} />
        <Select
          name="officerId"
          label={m.conflicts_other_officer()}
          options={[{ value: "", label: m.matters_act_choose() }, ...officers]}
          defaultValue={typed?.officerId ?? ""}
          error={errorOf(problems, "officerId")}
          required
        />
        <RadioGroup
          name="ground"
          label={m.conflicts_other_ground()}
          options={groundOptions()}
          chosen={[typed?.ground ?? ""]}
          error={errorOf(problems, "ground")}
          required
        />
        <Callout kind="warn">
          <p>{m.conflicts_other_warning()}</p>
        </Callout>
        <ConfirmDialog label={m.conflicts_other_do()} question={m.conflicts_other_ask()}>
          <Button kind="primary" type="submit">
            {m.ui_confirm()}
          </Button>
        </ConfirmDialog>
      </Form>
    </section>
  );
}

/** One who keeps away, or kept away until it was lifted. */
export function ConflictEntry({ line, form }: { line: ConflictLine; form: ConflictFormProps }) {
  const { officer, ground, declaredBy: name, lifted } = line;
  const date = sayDate(line.declaredOn);
  return (
    <li>
      <p>
        <strong>{officer}</strong> · {groundNames[ground]()}
      </p>
      <p className="quiet">
        {line.isSelfDeclared ? m.conflicts_self_declared({ date }) : m.conflicts_declared_by({ name, date })}
      </p>
      {lifted && (
        <p className="quiet">
          {m.conflicts_lifted_by({ name: lifted.by, date: sayDate(lifted.on), reason: lifted.reason })}
        </p>
      )}
      {line.mayLift && <Lift line={line} form={form} />}
    </li>
  );
}

function Lift({ line, form: { formKey, problems, typed } }: { line: ConflictLine; form: ConflictFormProps }) {
  const name = reasonField(line.id);
  const error = errorOf(problems, name);
  return (
    <details className="confirm" open={error !== undefined}>
      <summary className="button secondary" aria-label={m.conflicts_lift_of({ name: line.officer })}>
        {m.conflicts_lift()}
      </summary>
      <div className="confirm-body">
        <p>{m.conflicts_lift_ask()}</p>
        <Form method="post" className="form">
          <Hidden intent="lift" formKey={formKey} />
          <input type="hidden" name="conflictId" value={line.id} />
          <TextInput
            name={name}
            label={m.conflicts_lift_reason()}
            hint={m.conflicts_lift_reason_hint()}
            defaultValue={typed?.conflictId === line.id ? typed.reason : ""}
            error={error}
            maxLength={500}
            autoComplete="off"
            required
          />
          <Button kind="primary" type="submit">
            {m.conflicts_lift()}
          </Button>
        </Form>
      </div>
    </details>
  );
}
