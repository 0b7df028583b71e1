import { Link } from "react-router";
import type { SessionCase } from "../../../casework/reception/sessions/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { KeyValues } from "../../ui/stepper.tsx";
import { shown } from "../matters/shown.ts";
import { sayKind, sayState } from "../petitions/words.ts";
import type { Route } from "./+types/session-file.ts";
import { CaseBadges } from "./session-cases.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  const app = context.get(appContext);
  const file = await shown(app.headSessions.sessionFile(asker, { sessionId: params.sessionId }));
  return { file, reader: who.displayName };
}

/** The whole day on paper: one page for each matter. */
export default function SessionFile({ loaderData }: Route.ComponentProps) {
  const { file, reader } = loaderData;
  const title = m.sessions_file_of({ date: sayDate(file.on) });
  const facts: readonly (readonly [string, string | null])[] = [
    [m.sessions_position(), file.hostName ? `${say(file.positionName)}: ${file.hostName}` : say(file.positionName)],
    [m.sessions_when(), `${sayWeekday(file.on)}, ${m.sessions_hours({ from: file.startsAt, to: file.endsAt })}`],
    [m.sessions_place(), file.place],
    [m.sessions_attending(), file.attending],
    [m.sessions_topics(), file.topics],
  ];
  return (
    <div className="session-file">
      <title>{`${title} · ${m.ui_product()}`}</title>
      <p className="eyebrow screen-only">
        <Link to={`/office/sessions/${file.id}`}>← {m.sessions_sheet({ date: sayDate(file.on) })}</Link>
      </p>
      <p className="session-file-agency">{file.agencyName}</p>
      <h1>{title}</h1>
      <KeyValues pairs={facts.filter(([, value]) => value)} />
      <p className="quiet">{m.sessions_file_only({ name: reader })}</p>
      <p className="hint screen-only">{m.sessions_file_print()}</p>
      {file.cases.length === 0 ? (
        <p>{m.sessions_file_none()}</p>
      ) : (
        <>
          <p>
            <strong>{m.sessions_file_count({ n: file.cases.length })}</strong>
          </p>
          <ol className="session-file-list">
            {file.cases.map((each) => (
              <li key={each.petitionId}>
                {each.code} · {sayKind(each.kind)} · {nameOf(each)}
              </li>
            ))}
          </ol>
          {file.cases.map((each, index) => (
            <Case key={each.petitionId} of={each} no={index + 1} />
          ))}
        </>
      )}
    </div>
  );
}

function nameOf({ people, pseudonym }: SessionCase): string {
  if (people.length > 0) return people.map(({ name }) => name).join(", ");
  return pseudonym ? m.sessions_file_hidden({ name: pseudonym }) : m.sessions_file_nobody();
}

function Case({ of, no }: { of: SessionCase; no: number }) {
  const state = of.matterStateName ? say(of.matterStateName) : sayState(of.state);
  const due = of.nextDueOn ? `; ${m.sessions_file_due({ date: sayDate(of.nextDueOn) })}` : "";
  const matter = of.matterCode ? ` (${of.matterCode})` : "";
  const pairs: readonly (readonly [string, string | null])[] = [
    [
      m.sessions_file_who(),
      of.people.map(({ name, address }) => (address ? `${name}, ${address}` : name)).join("; ") || nameOf(of),
    ],
    [m.sessions_file_content(), of.content],
    [m.sessions_file_request(), of.request],
    [m.sessions_file_contested(), of.contestedAct],
    [m.sessions_file_respondent(), of.respondent],
    [m.sessions_file_prior(), of.priorAuthority],
    [m.sessions_file_state(), `${state}${matter}${due}`],
    [m.sessions_case_prepare(), of.prepare],
    [m.sessions_case_unit(), of.unit],
  ];
  return (
    <article className="session-case">
      <h2>
        {no}. {of.code} · {sayKind(of.kind)} · {sayDate(of.receivedOn)}
      </h2>
      <CaseBadges of={of} />
      <KeyValues pairs={pairs.filter(([, value]) => value)} />
      <h3>{m.sessions_file_earlier()}</h3>
      {of.earlier.length === 0 ? (
        <p className="quiet">{m.sessions_file_earlier_none()}</p>
      ) : (
        <ul className="session-earlier">
          {of.earlier.map((each) => (
            <li key={`${each.what} ${each.no}`}>
              <strong>
                {sayDate(each.on)},{" "}
                {each.what === "visit"
                  ? m.sessions_file_visit({ no: each.no })
                  : m.sessions_file_petition({ no: each.no })}
              </strong>
              {each.kinds.length > 0 && ` (${each.kinds.map(sayKind).join(", ")})`}: {each.content}
            </li>
          ))}
        </ul>
      )}
      <h3>{m.sessions_file_opinion()}</h3>
      <div className="session-lines" />
    </article>
  );
}
