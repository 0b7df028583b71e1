import { Form, Link } from "react-router";
import type { VisitSheet } from "../../../casework/reception/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import type { Problem } from "./problems.ts";

/** The act of the law that each way of refusing begins with. */
export const refusingActs = { oral: "refuse-oral", written: "establish-refusal" } as const;
export const isRefusing = (way: string): way is keyof typeof refusingActs => way in refusingActs;

/** A refusal of reception, on the spot or in writing: it goes on with the act of the law, which has the grounds. */
export function RefuseForm({
  sheet,
  formKey,
  problems,
}: {
  sheet: VisitSheet;
  formKey: string;
  problems: readonly Problem[];
}) {
  const possible = sheet.petitions.filter(({ kind }) => kind !== null && kind !== "denunciation");
  if (!sheet.mayRefuse || possible.length === 0) return null;
  return (
    <details className="fold" id="refuse" open={problems.length > 0}>
      <summary>{m.reception_refuse()}</summary>
      <p className="hint">{m.reception_refuse_note()}</p>
      {possible.map(({ id, code, matterId }) =>
        matterId ? (
          <p key={id}>
            <Link to={`/office/matters/${matterId}`}>{m.reception_refuse_in_matter({ code })}</Link>
          </p>
        ) : (
          <Form key={id} method="post" className="actions">
            <input type="hidden" name="intent" value="refuse" />
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="petitionId" value={id} />
            {possible.length > 1 && <span>{code}</span>}
            <Button type="submit" name="way" value="oral">
              {m.reception_refuse_oral()}
            </Button>
            <Button type="submit" name="way" value="written">
              {m.reception_refuse_written()}
            </Button>
          </Form>
        ),
      )}
    </details>
  );
}
