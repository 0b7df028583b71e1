import { Form } from "react-router";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import type { Problem } from "./problems.ts";
import { kindOptions } from "./words.ts";

/** Says what an unclassified visit is; until then only the officer who took it sees it. */
export function ClassifyForm({
  visitKey,
  chosen,
  problems,
  custodians,
}: {
  visitKey: string;
  chosen: readonly string[];
  problems: readonly Problem[];
  custodians: number;
}) {
  const error = problems.find(({ field }) => field === "kinds")?.message;
  return (
    <Form method="post" className="classify">
      <input type="hidden" name="key" value={visitKey} />
      <fieldset id="kinds" tabIndex={-1} className={error ? "field wrong" : "field"}>
        <legend>{m.reception_sheet_classify()}</legend>
        <p className="hint">
          {custodians > 0
            ? m.reception_sheet_classify_sealed({ count: custodians })
            : m.reception_sheet_classify_none()}
        </p>
        {error && <p className="error">{error}</p>}
        <div className="kinds">
          {kindOptions().map(({ value, label }) => (
            <Checkbox
              key={value}
              name={`kind.${value}`}
              label={label}
              value="on"
              defaultChecked={chosen.includes(value)}
            />
          ))}
        </div>
      </fieldset>
      <Button kind="primary" type="submit">
        {m.reception_sheet_classify()}
      </Button>
    </Form>
  );
}
