import { data, redirect } from "react-router";
import { appContext } from "../context.ts";
import { say } from "../i18n/say.ts";
import { safePath } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";
import type { Route } from "./+types/single-start.ts";
import { SingleRefused } from "./single-refused.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const name = app.access.singleSignOnName;
  if (name === null) throw new Response(null, { status: 404 });
  const to = safePath(new URL(request.url).searchParams.get("to") ?? "", "/office");
  const answer = await orRefusal(app.access.beginSingleSignOn());
  if ("refusal" in answer) return data({ name, message: say(answer.refusal.message), to }, { status: 503 });
  const { url, flow } = answer.value;
  throw redirect(url, { status: 303, headers: { "Set-Cookie": app.signOnCookie.write(flow, to) } });
}

export default function SingleStart({ loaderData }: Route.ComponentProps) {
  return <SingleRefused {...loaderData} />;
}
