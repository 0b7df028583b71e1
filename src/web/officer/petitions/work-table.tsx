import { Link } from "react-router";
import type { PetitionLine } from "../../../casework/petitions/index.ts";
import type { Text } from "../../../rules/pack.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge, DeadlineChip } from "../../ui/deadline-chip.tsx";
import { dayAsTyped } from "../matters/act-fields.tsx";
import { sayKind, sayState, sayTodo, waiting } from "./words.ts";

export interface WorkLine extends PetitionLine {
  readonly words: { readonly state: Text | null; readonly todo: Text | null };
}

/** The work list: a dense table, and one card for each line where there is no room for a table. */
export function WorkTable({ lines, today }: { lines: readonly WorkLine[]; today: CivilDate }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-frame work-list" aria-label={m.matters_list_title()} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{m.matters_list_title()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.matters_col_code()}</th>
            <th scope="col">{m.matters_col_received()}</th>
            <th scope="col">{m.matters_col_petitioner()}</th>
            <th scope="col">{m.matters_col_summary()}</th>
            <th scope="col">{m.matters_state()}</th>
            <th scope="col">{m.matters_col_next()}</th>
            <th scope="col">{m.matters_col_due()}</th>
            <th scope="col">{m.matters_col_assignee()}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line, today }: { line: WorkLine; today: CivilDate }) {
  const todo = line.matterId && line.nextAct ? line.words.todo : null;
  const to = line.matterId ? `/office/matters/${line.matterId}` : `/office/petitions/${line.id}`;
  const state = line.matterId && line.words.state ? say(line.words.state) : sayState(line.state);
  const todoText = todo ? say(todo) : sayTodo(line.nextAct);
  const elsewhere = line.waitingOn === "petitioner" || line.waitingOn === "others";
  return (
    <tr>
      <th scope="row" className="cell-code">
        <Link to={to} className="line-link">
          {line.matterCode ?? line.code}
        </Link>
      </th>
      <td className="cell-received">{dayAsTyped(line.receivedOn)}</td>
      <td className="cell-petitioner">
        {line.petitioner}
        {line.peopleCount > 1 && <small> {m.matters_and_others({ count: line.peopleCount - 1 })}</small>}
      </td>
      <td className="cell-summary" title={line.summary}>
        {line.summary}
      </td>
      <td className="cell-state" title={`${sayKind(line.kind)} · ${state}`}>
        {line.kind === "complaint" ? state : `${sayKind(line.kind)} · ${state}`}
      </td>
      <td className="cell-next" title={todoText}>
        {line.source === "online" && line.matterId === null && <Badge tone="blue">{m.filing_online()}</Badge>}{" "}
        {line.unread && (
          <Link to={`/office/petitions/${line.id}#letters`} className="unread">
            {m.matters_letters_new()}
          </Link>
        )}
        {todoText}
        {line.transfers > 0 && <small> · {m.transfers_badge({ count: line.transfers })}</small>}
        {elsewhere && <small> · {m.matters_waiting_on({ who: waiting[line.waitingOn]() })}</small>}
      </td>
      <td className="cell-due">
        {line.nextDueOn ? (
          <DeadlineChip dueOn={line.nextDueOn} today={today} provisional={line.nextProvisional} short />
        ) : (
          <span className="quiet">{m.matters_no_due()}</span>
        )}
      </td>
      <td className="cell-assignee" title={line.assignee ?? undefined}>
        {line.assignee ?? <span className="quiet">{m.matters_unassigned()}</span>}
      </td>
    </tr>
  );
}
