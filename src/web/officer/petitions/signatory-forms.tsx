import { Form } from "react-router";
import type { ListRejection, SignatoryLine } from "../../../casework/signatories/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextInput } from "../../ui/field.tsx";
import { Table } from "../../ui/table.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import { Hidden } from "./petition-forms.tsx";
import type { TypedPerson } from "./signatory-actions.ts";

interface Props {
  readonly formKey: string;
  readonly typed: TypedPerson;
  readonly problems: readonly Problem[];
}

/** A list as a file or pasted, and one person alone. */
export function AddForms({ formKey, typed, problems }: Props) {
  const one = typed.intent === "add-one";
  return (
    <section className="panel main-panel">
      <h2>{m.signatories_add_list()}</h2>
      <Form method="post" encType="multipart/form-data" className="form">
        <Hidden intent="add" formKey={formKey} />
        <TextInput
          name="file"
          type="file"
          accept=".xlsx"
          label={m.signatories_file()}
          hint={m.signatories_file_hint()}
          error={errorOf(problems, "list")}
        />
        <TextArea
          name="pasted"
          rows={4}
          label={m.signatories_pasted()}
          hint={m.signatories_pasted_hint()}
          defaultValue={typed.pasted}
        />
        <Button kind="primary" type="submit">
          {m.signatories_add()}
        </Button>
      </Form>
      <details className="fold" open={one}>
        <summary>{m.signatories_add_one()}</summary>
        <Form method="post" className="form">
          <Hidden intent="add-one" formKey={formKey} />
          <PersonFields given={one ? typed : undefined} problems={one ? problems : []} />
          <Button type="submit">{m.signatories_add_one_do()}</Button>
        </Form>
      </details>
    </section>
  );
}

type Given = Partial<Pick<TypedPerson, "name" | "address" | "idNumber" | "phone">>;

function PersonFields({ given, problems }: { given: Given | undefined; problems: readonly Problem[] }) {
  const field = (name: "name" | "address" | "idNumber" | "phone", label: string, required: boolean) => (
    <TextInput
      name={name}
      label={label}
      defaultValue={given?.[name]}
      error={errorOf(problems, name)}
      autoComplete="off"
      required={required}
    />
  );
  return (
    <>
      {field("name", m.signatories_name(), true)}
      {field("address", m.signatories_address(), true)}
      {field("idNumber", m.signatories_id(), false)}
      {field("phone", m.signatories_phone(), false)}
    </>
  );
}

/** Beside one line of the list; a field's id carries the line, because every line has these fields. */
export function ChangeForm({
  line,
  formKey,
  typed,
  children,
}: {
  line: SignatoryLine;
  formKey: string;
  typed: TypedPerson;
  children?: React.ReactNode;
}) {
  const given = typed.signatoryId === line.id && typed.intent === "correct" ? typed : undefined;
  const input = (name: "name" | "address" | "idNumber" | "phone" | "reason", label: string, value: string) => (
    <label className="field">
      {label}
      <input
        type="text"
        name={name}
        defaultValue={given?.[name] ?? value}
        required={name === "name" || name === "address"}
      />
    </label>
  );
  return (
    <details className="change-in-row" open={given !== undefined}>
      <summary className="nowrap">
        {m.signatories_change()}
        <span className="visually-hidden">{` ${line.name}`}</span>
      </summary>
      <Form method="post">
        <Hidden intent="represent" formKey={formKey} />
        <input type="hidden" name="signatoryId" value={line.id} />
        <input type="hidden" name="to" value={line.representative ? "no" : "yes"} />
        <Button type="submit">{line.representative ? m.signatories_dismiss() : m.signatories_appoint()}</Button>
      </Form>
      {children}
      <Form method="post" className="form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="signatoryId" value={line.id} />
        {input("name", m.signatories_name(), line.name)}
        {input("address", m.signatories_address(), line.address)}
        {input("idNumber", m.signatories_id(), line.idNumber ?? "")}
        {input("phone", m.signatories_phone(), line.phone ?? "")}
        {input("reason", m.signatories_reason(), "")}
        <div className="send">
          <Button type="submit" name="intent" value="correct">
            {m.signatories_correct()}
          </Button>
          <Button kind="danger" type="submit" name="intent" value="remove">
            {m.signatories_remove()}
          </Button>
        </div>
      </Form>
    </details>
  );
}

export function Rejected({ rejected }: { rejected: readonly ListRejection[] }) {
  return (
    <>
      <h2>{m.signatories_rejected()}</h2>
      <Table
        caption={m.signatories_rejected()}
        rows={rejected}
        keyOf={({ row }) => String(row)}
        columns={[
          { key: "row", name: m.signatories_row(), cell: ({ row }) => row, number: true },
          { key: "column", name: m.signatories_column(), cell: ({ column }) => column },
          { key: "value", name: m.signatories_value(), cell: ({ value }) => value || "–" },
          { key: "reason", name: m.signatories_why(), cell: ({ reason }) => say(reason) },
        ]}
      />
    </>
  );
}
