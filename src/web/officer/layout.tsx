import { Form, Outlet, redirect, type ShouldRevalidateFunctionArgs, useLocation, useNavigation } from "react-router";
import { openSession } from "../account/session.ts";
import { appContext, requestContext, sessionContext } from "../context.ts";
import { sayDate } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { CommandPalette } from "../ui/command-palette.tsx";
import { HelpDialog } from "../ui/help-dialog.tsx";
import { LanguageSwitch, Mark } from "../ui/language-switch.tsx";
import { NavItem } from "../ui/table.tsx";
import type { Route } from "./+types/layout.ts";
import { navigationFor } from "./navigation.ts";

export const handle = { js: true };

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }) => {
    const session = await openSession(request, context);
    if (session.who.mustChangePassword) throw redirect("/password", 303);
    if (session.who.secondFactorDue) throw redirect("/second-factor", 303);
    context.set(sessionContext, session);
  },
];

export function loader({ context }: Route.LoaderArgs) {
  const { who } = context.get(sessionContext);
  return {
    name: who.displayName,
    agency: who.agencyName,
    roles: who.grants.map((grant) => grant.role),
    hasSubordinates: who.hasSubordinates,
    today: context.get(requestContext).today,
    isSingle: context.get(appContext).access.singleSignOnName !== null,
  };
}

/** Who is signed in does not change by an act; without this a lost connection would take the page away with what was typed. */
export const shouldRevalidate = ({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formMethod === undefined && defaultShouldRevalidate;

export default function OfficerLayout({ loaderData }: Route.ComponentProps) {
  const { name, agency, roles, hasSubordinates, today, isSingle } = loaderData;
  const items = navigationFor(roles, hasSubordinates);
  const busy = useNavigation().state !== "idle";
  const { pathname, search } = useLocation();
  const links = items.map((item) => <NavItem key={item.to} {...item} />);
  return (
    <div className="office">
      <header className="top">
        <a href="/office" className="brand">
          <Mark /> <span>{m.ui_product()}</span>
        </a>
        <span className="agency">{agency}</span>
        <Form role="search" action="/office/list" className="search">
          <input
            id="global-search"
            type="search"
            name="q"
            aria-label={m.ui_search()}
            placeholder={m.ui_search_hint()}
          />
        </Form>
        <details className="user">
          <summary>{name}</summary>
          <div className="user-menu">
            <p>{m.ui_today({ date: sayDate(today) })}</p>
            <a href="/password">{m.ui_password()}</a>
            <a href="/second-factor">{m.account_factor()}</a>
            {roles.includes("head") && <a href="/office/delegation">{m.account_delegation()}</a>}
            <a href="/passkeys">{m.account_passkeys()}</a>
            {isSingle && <a href="/single-sign-on">{m.account_single()}</a>}
            <a href="/sessions">{m.account_sessions()}</a>
            <LanguageSwitch />
            <form method="post" action="/sign-out">
              <button type="submit" className="as-link">
                {m.ui_sign_out()}
              </button>
            </form>
          </div>
        </details>
      </header>
      <nav className="side" aria-label={m.ui_navigation()}>
        {links}
      </nav>
      {/* The address changes a moment before the page does; who drives the page from outside can see which stands here. */}
      <main id="main" className="desk" data-page={pathname + search}>
        {busy && (
          <p role="status" className="busy">
            {m.ui_working()}
          </p>
        )}
        <Outlet />
      </main>
      <CommandPalette commands={items} />
      <HelpDialog />
    </div>
  );
}
