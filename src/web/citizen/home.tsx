import { m } from "../paraglide/messages.js";
import { LinkButton } from "../ui/button.tsx";
import { KeyValues } from "../ui/stepper.tsx";
import { filingPath } from "./filing/paths.ts";
import { calendarPath, deadlinePath, lawPath, proceduresPath, publicationsPath } from "./law/words.ts";

export default function Home() {
  const steps = [
    [m.citizen_step_1(), m.citizen_step_1_text()],
    [m.citizen_step_2(), m.citizen_step_2_text()],
    [m.citizen_step_3(), m.citizen_step_3_text()],
  ] as const;
  const lookups = [
    [calendarPath, m.sessions_pub_title(), m.sessions_pub_home_text()],
    [publicationsPath, m.publications_title(), m.publications_home_text()],
    [deadlinePath, m.law_deadlines(), m.law_home_deadlines_text()],
    [proceduresPath, m.law_procedures(), m.law_home_procedures_text()],
    [lawPath, m.law_known(), m.law_home_known_text()],
  ] as const;
  return (
    <>
      <title>{m.ui_product()}</title>
      <h1>{m.citizen_home_title()}</h1>
      <p className="lead">{m.citizen_home_lead()}</p>
      <p className="buttons">
        <LinkButton to={filingPath} kind="primary">
          {m.filing_title()}
        </LinkButton>
        <LinkButton to="/track">{m.citizen_track()}</LinkButton>
      </p>
      <h2>{m.citizen_how()}</h2>
      <ol className="how">
        {steps.map(([name, text]) => (
          <li key={name}>
            <h3>{name}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>{m.citizen_limits()}</h2>
      <KeyValues
        pairs={[
          [m.citizen_limit_accept(), m.citizen_limit_accept_value()],
          [m.citizen_limit_settle(), m.citizen_limit_settle_value()],
        ]}
      />
      <p>{m.citizen_limits_note()}</p>
      <h2>{m.law_more()}</h2>
      <ul className="law-links">
        {lookups.map(([to, name, text]) => (
          <li key={to}>
            <a href={to}>{name}</a>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
