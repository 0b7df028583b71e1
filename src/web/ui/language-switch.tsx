import { useLocation } from "react-router";
import { m } from "../paraglide/messages.js";
import { getLocale } from "../paraglide/runtime.js";

const names = { vi: "Tiếng Việt", en: "English" };

/** A plain form: it works without scripts and reloads the page in the other language. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const other = getLocale() === "vi" ? "en" : "vi";
  return (
    <form method="post" action="/language" aria-label={m.ui_language()}>
      <input type="hidden" name="to" value={pathname + search} />
      <button type="submit" name="locale" value={other} lang={other} className="as-link">
        {names[other]}
      </button>
    </form>
  );
}

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1.5" y="1.5" width="29" height="29" rx="6" />
      <path d="M8 23V9.5l8 8 8-8V23" />
    </svg>
  );
}
