import { Form } from "react-router";
import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { DateInput, TextArea, TextInput } from "../../ui/field.tsx";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import type { TypedPetition } from "./petition-actions.ts";

export interface FormProps {
  readonly sheet: PetitionSheet;
  readonly formKey: string;
  readonly typed: TypedPetition;
  readonly problems: readonly Problem[];
  readonly today: CivilDate;
}

export function Hidden({ intent, formKey }: { intent: string; formKey: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}

export function ClassifyForm({ sheet, formKey, typed, problems }: FormProps) {
  return (
    <section className="panel">
      <h2>{m.matters_classify()}</h2>
      <Form method="post" className="form">
        <Hidden intent="classify" formKey={formKey} />
        <RadioGroup
          name="kind"
          label={m.matters_kind()}
          hint={m.matters_classify_hint()}
          chosen={[typed.kind || sheet.kind || ""]}
          error={errorOf(problems, "kind")}
          options={[
            { value: "complaint", label: m.matters_kind_complaint() },
            { value: "recommendation", label: m.matters_kind_recommendation() },
          ]}
          required
        />
        <p className="quiet">{m.matters_classify_denunciation()}</p>
        <TextArea
          name="contestedAct"
          rows={3}
          label={m.matters_contested()}
          defaultValue={typed.contestedAct || (sheet.contestedAct ?? "")}
          error={errorOf(problems, "contestedAct")}
        />
        <TextInput
          name="respondent"
          label={m.matters_respondent()}
          defaultValue={typed.respondent || (sheet.respondent ?? "")}
          error={errorOf(problems, "respondent")}
        />
        <Button kind={sheet.kind === null ? "primary" : "secondary"} type="submit">
          {m.matters_classify_do()}
        </Button>
      </Form>
    </section>
  );
}

export function RouteForm({ sheet, formKey, typed, problems, today }: FormProps) {
  return (
    <details className="fold" open={typed.intent === "route"}>
      <summary>{m.matters_route()}</summary>
      <Form method="post" className="form">
        <Hidden intent="route" formKey={formKey} />
        <RadioGroup
          name="route"
          label={m.matters_route()}
          chosen={[typed.route || (sheet.kind === "recommendation" ? "answer" : "")]}
          error={errorOf(problems, "route")}
          options={[
            { value: "answer", label: m.matters_route_answer() },
            { value: "guide", label: m.matters_route_guide() },
            { value: "transfer", label: m.matters_route_transfer() },
            { value: "return", label: m.matters_route_return() },
            { value: "file", label: m.matters_route_file() },
          ]}
          required
        />
        <TextInput name="to" label={m.matters_route_to()} defaultValue={typed.to} error={errorOf(problems, "to")} />
        <TextInput
          name="number"
          label={m.matters_route_number()}
          defaultValue={typed.number}
          error={errorOf(problems, "number")}
        />
        <TextArea
          name="reason"
          rows={3}
          label={m.matters_route_reason()}
          defaultValue={typed.reason}
          error={errorOf(problems, "reason")}
          required
        />
        <DateInput
          name="on"
          label={m.matters_route_on()}
          defaultValue={typed.on || dayAsTyped(today)}
          error={errorOf(problems, "on")}
          required
        />
        <ConfirmDialog label={m.matters_route_do()} question={m.matters_route_confirm()} danger>
          <Button kind="primary" type="submit">
            {m.ui_confirm()}
          </Button>
        </ConfirmDialog>
      </Form>
    </details>
  );
}

export function CorrectForm({ sheet, formKey, typed, problems }: FormProps) {
  return (
    <details className="fold" open={typed.intent === "correct"}>
      <summary>{m.matters_correct()}</summary>
      <p className="quiet">{m.matters_correct_hint()}</p>
      <Form method="post" className="form">
        <Hidden intent="correct" formKey={formKey} />
        <DateInput
          name="receivedOn"
          label={m.matters_correct_received()}
          defaultValue={typed.receivedOn || dayAsTyped(sheet.receivedOn)}
          error={errorOf(problems, "receivedOn")}
        />
        <TextInput
          name="peopleCount"
          inputMode="numeric"
          className="date"
          label={m.matters_correct_people()}
          defaultValue={typed.peopleCount || String(sheet.peopleCount)}
          error={errorOf(problems, "peopleCount")}
        />
        <TextArea
          name="correctReason"
          rows={2}
          label={m.matters_correct_reason()}
          defaultValue={typed.correctReason}
          error={errorOf(problems, "reason")}
          required
        />
        <Button type="submit">{m.matters_correct_do()}</Button>
      </Form>
    </details>
  );
}
