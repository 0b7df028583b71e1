import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from "react-router";
import type { Route } from "./+types/root.ts";
import { appContext } from "./context.ts";
import { say } from "./i18n/say.ts";
import { m } from "./paraglide/messages.js";
import { getLocale } from "./paraglide/runtime.js";
import { Callout } from "./ui/callout.tsx";
import latin400 from "./ui/fonts/be-vietnam-pro-latin-400.woff2?url";
import vietnamese400 from "./ui/fonts/be-vietnam-pro-vietnamese-400.woff2?url";
import icon from "./ui/icon.svg?url";
import "./ui/styles/index.css";

export function links() {
  const fonts = [latin400, vietnamese400].map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
    href,
  }));
  return [...fonts, { rel: "icon", type: "image/svg+xml", href: icon }];
}

export function Layout({ children }: { children: React.ReactNode }) {
  const hydrated = useMatches().some(
    ({ handle }) => typeof handle === "object" && handle !== null && "js" in handle && handle.js === true,
  );
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf9f5" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          {m.ui_skip()}
        </a>
        {children}
        {hydrated && <ScrollRestoration />}
        {hydrated && <Scripts />}
      </body>
    </html>
  );
}

export function loader({ context }: Route.LoaderArgs) {
  return { banner: context.get(appContext).installation.banner };
}

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <>
      {loaderData.banner && (
        <aside className="installation" aria-label={m.ui_installation()}>
          {say(loaderData.banner)}
        </aside>
      )}
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  const missing = isRouteErrorResponse(error) && (error.status === 404 || error.status === 403);
  return (
    <main id="main" className="sheet citizen">
      <title>{`${missing ? m.ui_not_found_title() : m.ui_error_title()} · ${m.ui_product()}`}</title>
      <h1>{missing ? m.ui_not_found_title() : m.ui_error_title()}</h1>
      <Callout kind={missing ? "info" : "danger"}>{missing ? m.ui_not_found_text() : m.ui_error_text()}</Callout>
      <p>
        <a href="/">{m.ui_to_home()}</a>
      </p>
    </main>
  );
}
