import { Form, useNavigation } from "react-router";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { onEntryKey } from "./keyboard.ts";
import type { Problem } from "./problems.ts";
import { filledItems, kindsOf, peopleCountOf, type Values } from "./visit-form.ts";
import { copyTypeName, identityText, identityTitle, idKindName, kindName, kindsName } from "./words.ts";

/** Everything in large type, as it is read to the visitor; saved once, when the visitor confirms. */
export function ReadBack({
  values,
  problems,
  custodians,
}: {
  values: Values;
  problems: readonly Problem[];
  custodians: number;
}) {
  const busy = useNavigation().state !== "idle";
  const kinds = kindsOf(values);
  return (
    <Form method="post" className="read-back" onKeyDown={onEntryKey}>
      <h1 id="read-back" tabIndex={-1}>
        {m.reception_read_title()}
      </h1>
      <p className="hint">{m.reception_read_hint()}</p>
      <ErrorSummary problems={problems} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <dl className="spoken">
        {spoken(values).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kinds.includes("denunciation") && (
        <Callout kind="warn" title={identityTitle(custodians)}>
          <p>{identityText(custodians)}</p>
          <p>{m.reception_draft_gone()}</p>
        </Callout>
      )}
      {kinds.length === 0 && (
        <Callout kind="info">
          <p>{m.reception_unclassified_text()}</p>
        </Callout>
      )}
      <div className="send">
        <Button kind="primary" type="submit" name="intent" value="save" disabled={busy} data-stop>
          {m.reception_confirm()}
        </Button>
        <Button type="submit" name="intent" value="edit">
          {m.reception_edit()}
        </Button>
        <span className="hint">{m.reception_read_keys()}</span>
      </div>
    </Form>
  );
}

type Line = readonly [string, React.ReactNode];

function spoken(values: Values): readonly Line[] {
  const kinds = kindsOf(values);
  const text = (name: string, label: string): readonly Line[] => (values[name]?.trim() ? [[label, values[name]]] : []);
  const idKind = values["visitor.idKind"];
  const paper = [idKind ? idKindName(idKind) : "", values["visitor.idNumber"]].filter(Boolean).join(" ");
  const people = peopleCountOf(values);
  return [
    ...text("receivedOn", m.reception_received_on()),
    ...text("visitor.name", m.reception_name()),
    ...text("visitor.address", m.reception_address()),
    ...(paper ? [[m.reception_id_number(), paper] as const] : []),
    ...text("visitor.birthYear", m.reception_birth_year()),
    ...text("visitor.phone", m.reception_phone()),
    ...text("tellAt", m.notices_tell_at()),
    ...text("content", m.reception_content()),
    ...text("request", m.reception_request()),
    ...text("contestedAct", m.reception_contested()),
    ...text("respondent", m.reception_respondent()),
    [m.reception_part_kind(), kindsName(kinds)],
    ...(kinds.length > 1
      ? kinds.flatMap((kind) => text(`part.${kind}`, m.reception_part_of({ kind: kindName(kind) })))
      : []),
    ...(people > 1 ? [[m.reception_people_count(), String(people)] as const] : []),
    ...Array.from({ length: 4 }, (_, i) =>
      text(`representatives.${i}.name`, m.reception_representative({ n: i + 2 })),
    ).flat(),
    ...text("priorAuthority", m.reception_prior()),
    ...text("guidedTo", m.reception_guided()),
    ...text("transferredTo", m.reception_transferred()),
    ...text("note", m.reception_note()),
    ...papers(values),
  ];
}

function papers(values: Values): readonly Line[] {
  const items = filledItems(values);
  const written = values.hasPetitionPaper === "on" ? [m.reception_has_paper()] : [];
  const lines = items.map((i) => {
    const pages = values[`items.${i}.pages`];
    const copy = values[`items.${i}.copyType`];
    return [values[`items.${i}.title`], pages ? m.reception_pages_n({ n: pages }) : "", copy ? copyTypeName(copy) : ""]
      .filter(Boolean)
      .join(" · ");
  });
  if (written.length + lines.length === 0) return [];
  return [
    [
      m.reception_part_papers(),
      <ul key="papers">
        {[...written, ...lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>,
    ],
  ];
}
