import { type RouterContextProvider, redirect } from "react-router";
import type { Asker } from "../../casework/setting.ts";
import { appContext, type Session } from "../context.ts";
import { orRefusal } from "../ui/refusal.ts";

/** The open session of the request, or a redirect to the sign-in page that leads back here. */
export async function openSession(request: Request, context: Readonly<RouterContextProvider>): Promise<Session> {
  const app = context.get(appContext);
  const secret = app.cookie.read(request);
  if (!secret) throw toSignIn(request);
  const asker: Asker = { session: secret };
  const answer = await orRefusal(app.access.whoAmI(asker));
  if ("value" in answer) return { asker, who: answer.value };
  if (answer.refusal.code === "not-signed-in") throw toSignIn(request, app.cookie.clear());
  throw new Response(null, { status: 403 });
}

function toSignIn(request: Request, clear?: string): Response {
  const { pathname, search } = new URL(request.url);
  const path = pathname.replace(/\.data$/, "");
  const to = request.method === "GET" && path !== "/office" ? `?to=${encodeURIComponent(path + search)}` : "";
  return redirect(`/sign-in${to}`, { status: 303, headers: clear ? { "Set-Cookie": clear } : {} });
}
