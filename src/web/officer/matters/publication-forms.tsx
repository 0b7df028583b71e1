import { Form } from "react-router";
import type { MatterPublication } from "../../../casework/publications/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Select, TextArea, TextInput } from "../../ui/field.tsx";
import { errorOf, type Problem } from "./shown.ts";

export interface Typed {
  readonly id: string;
  readonly field: string;
  readonly extract: string;
  readonly place: string;
  readonly ground: "correction" | "least-time-over";
  readonly reason: string;
}

interface Given {
  publication: MatterPublication;
  formKey: string;
  /** What was typed and refused. */
  typed: Typed | undefined;
  problems: readonly Problem[];
}

export function Words({ publication, formKey, typed, problems }: Given) {
  const { field, extract, place } = typed ?? publication;
  const confirm = errorOf(problems, "nothingPersonal");
  return (
    <Form method="post" className="form">
      <h3>{m.publications_words()}</h3>
      <p>{m.publications_words_note()}</p>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="publication" value={publication.id} />
      <TextInput
        name="field"
        label={m.publications_field()}
        hint={m.publications_field_hint()}
        defaultValue={field}
        maxLength={120}
        error={errorOf(problems, "field")}
      />
      <TextArea
        name="extract"
        label={m.publications_extract()}
        hint={m.publications_extract_hint()}
        defaultValue={extract}
        maxLength={5_000}
        error={errorOf(problems, "extract")}
      />
      <TextInput
        name="place"
        label={m.publications_place()}
        hint={m.publications_place_hint()}
        defaultValue={place}
        maxLength={300}
        error={errorOf(problems, "place")}
      />
      {confirm && <p className="error">{confirm}</p>}
      <Checkbox id="nothingPersonal" name="nothingPersonal" label={m.publications_confirm()} />
      <Button type="submit" kind="primary">
        {m.publications_save()}
      </Button>
    </Form>
  );
}

export function TakeDown({ publication, formKey, typed, problems }: Given) {
  return (
    <details className="fold" open={typed !== undefined && typed.reason !== ""}>
      <summary>{m.publications_take_down()}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="publication" value={publication.id} />
        <Select
          name="ground"
          label={m.publications_ground()}
          defaultValue={typed?.ground ?? "correction"}
          options={[
            { value: "correction", label: m.publications_ground_correction() },
            { value: "least-time-over", label: m.publications_ground_over() },
          ]}
          required
        />
        <TextArea
          name="reason"
          label={m.publications_reason()}
          defaultValue={typed?.reason ?? ""}
          maxLength={2_000}
          error={errorOf(problems, "reason")}
          rows={3}
          required
        />
        <Button type="submit" kind="danger">
          {m.publications_take_down()}
        </Button>
      </Form>
    </details>
  );
}
