import { Outlet } from "react-router";
import { m } from "../paraglide/messages.js";
import { LanguageSwitch, Mark } from "../ui/language-switch.tsx";
import { filingPath, verifyPath } from "./filing/paths.ts";
import { calendarPath, deadlinePath, lawPath, proceduresPath, publicationsPath, trailPath } from "./law/words.ts";

export default function CitizenLayout() {
  return (
    <div className="citizen">
      <meta name="description" content={m.citizen_description()} />
      <header className="letterhead">
        <a href="/" className="brand">
          <Mark />
          <span>
            {m.ui_product()} <small>{m.ui_tagline()}</small>
          </span>
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" className="sheet">
        <Outlet />
      </main>
      <footer className="foot">
        <a href="/">{m.ui_to_home()}</a>
        <a href={filingPath}>{m.filing_title()}</a>
        <a href="/track">{m.citizen_track()}</a>
        <a href={calendarPath}>{m.sessions_pub_title()}</a>
        <a href={publicationsPath}>{m.publications_title()}</a>
        <a href={deadlinePath}>{m.law_deadlines()}</a>
        <a href={proceduresPath}>{m.law_procedures()}</a>
        <a href={lawPath}>{m.law_known()}</a>
        <a href={verifyPath}>{m.filing_verify()}</a>
        <a href={trailPath}>{m.trail_title()}</a>
        <a href="/sign-in">{m.account_for_officers()}</a>
      </footer>
    </div>
  );
}
