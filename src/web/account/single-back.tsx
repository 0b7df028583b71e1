import { data, redirect } from "react-router";
import { appContext, requestContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { safePath } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/single-back.ts";
import { browserFamily } from "./browser-family.ts";
import { SecondStep } from "./second-step.tsx";
import { SingleRefused } from "./single-refused.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { network } = context.get(requestContext);
  const name = app.access.singleSignOnName;
  if (name === null) throw new Response(null, { status: 404 });
  const begun = app.signOnCookie.read(request, new Date());
  const to = safePath(begun?.to ?? "", "/office");
  const isLink = begun !== undefined && begun.flow.linkFor !== null;
  const headers = new Headers({ "Set-Cookie": app.signOnCookie.clear() });
  const answer = await orRefusal(
    app.access.finishSingleSignOn(app.sessionOf(request), {
      flow: begun?.flow,
      query: new URL(request.url).search,
      network,
      from: browserFamily(request.headers.get("user-agent")),
    }),
  );
  if ("refusal" in answer) {
    const { code, message } = answer.refusal;
    const status = code === "too-many-attempts" ? 429 : code === "unavailable" ? 503 : 422;
    return data({ name, to, isLink, message: say(message), challenge: null }, { status, headers });
  }
  if (answer.value === "linked") throw redirect("/single-sign-on?linked=1", { status: 303, headers });
  if ("challenge" in answer.value) {
    const { challenge } = answer.value;
    return data({ name, to, isLink, message: null, challenge }, { status: 200, headers });
  }
  const { secret, expiresAt, mustChangePassword, officer } = answer.value;
  headers.append("Set-Cookie", app.cookie.write(secret, expiresAt));
  headers.append("Set-Cookie", app.devices.write(request, officer.username));
  throw redirect(mustChangePassword ? "/password" : to, { status: 303, headers });
}

export default function SingleBack({ loaderData }: Route.ComponentProps) {
  const { name, to, isLink, message, challenge } = loaderData;
  if (challenge !== null)
    return <SecondStep challenge={challenge} message={null} action={`/sign-in?${new URLSearchParams({ to })}`} />;
  if (!isLink) return <SingleRefused name={name} message={message ?? ""} to={to} />;
  return (
    <div className="narrow">
      <title>{`${m.account_single()} · ${m.ui_product()}`}</title>
      <h1>{m.account_single()}</h1>
      <ErrorSummary problems={[{ message: message ?? "" }]} />
      <p>
        <a className="button primary" href="/single-sign-on">
          {m.account_single_back()}
        </a>
      </p>
    </div>
  );
}
