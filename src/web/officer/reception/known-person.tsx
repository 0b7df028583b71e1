import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Badge } from "../../ui/deadline-chip.tsx";
import { foundId } from "./found-person.ts";
import { onResultKey } from "./keyboard.ts";
import { kindName, kindsName } from "./words.ts";

/** People found by what was typed; each is a button, so that choosing works without scripts. */
export function PeopleFound({
  found,
  onChoose,
}: {
  found: readonly PersonFound[] | undefined;
  onChoose: (person: PersonFound) => void;
}) {
  if (found === undefined) return <p className="hint">{m.reception_known_hint()}</p>;
  if (found.length === 0) return <p role="status">{m.reception_known_none()}</p>;
  return (
    <>
      <p role="status" className="hint">
        {m.reception_known_found({ n: found.length })}
      </p>
      <ul className="people" onKeyDown={onResultKey}>
        {found.map((person) => (
          <li key={foundId(person)}>
            <button
              type="submit"
              name="choose"
              value={foundId(person)}
              onClick={(event) => {
                event.preventDefault();
                onChoose(person);
              }}
            >
              <strong>{person.fullName}</strong>
              <span>{[person.birthYear, person.idNumber, person.address].filter(Boolean).join(" · ")}</span>
              <span>
                {person.openPetitions > 0 && (
                  <Badge tone="blue">{m.reception_open_petitions({ n: person.openPetitions })}</Badge>
                )}{" "}
                {person.signatoryId && m.reception_signed_only()}
                {person.lastVisitOn && m.reception_last_visit({ date: sayDate(person.lastVisitOn) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Earlier visits and petitions beside the form. Links open beside it, so that nothing typed is lost. */
export function History({ history }: { history: PersonHistory }) {
  const { visits, petitions } = history;
  return (
    <>
      <h3>{m.reception_history_petitions({ n: petitions.length })}</h3>
      {petitions.length === 0 && <p className="hint">{m.reception_history_none()}</p>}
      <ul className="earlier">
        {petitions.map((petition) => (
          <li key={petition.petitionId}>
            <a href={`/office/petitions/${petition.petitionId}`} target="_blank" rel="noreferrer">
              {petition.code}
            </a>{" "}
            <span className="soft">
              {sayDate(petition.receivedOn)} · {petition.kind ? kindName(petition.kind) : kindsName([])}
              {petition.signed && ` · ${m.reception_signed()}`}
            </span>
            <p className="clamp">{petition.content}</p>
          </li>
        ))}
      </ul>
      <h3>{m.reception_history_visits({ n: visits.length })}</h3>
      {visits.length === 0 && <p className="hint">{m.reception_history_none()}</p>}
      <ul className="earlier">
        {visits.map((visit) => (
          <li key={visit.visitId}>
            <a href={`/office/reception/visits/${visit.visitId}`} target="_blank" rel="noreferrer">
              {m.reception_visit_number({ no: visit.registerNo, year: visit.registerYear })}
            </a>{" "}
            <span className="soft">
              {sayDate(visit.receivedOn)} · {kindsName(visit.kinds)}
            </span>
            <p className="clamp">{visit.content}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
