import { redirect } from "react-router";
import type { Asker } from "../../casework/setting.ts";
import { appContext } from "../context.ts";
import type { Route } from "./+types/sign-out.ts";

export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const secret = app.cookie.read(request);
  const asker: Asker | undefined = secret ? { session: secret } : undefined;
  if (asker) await app.access.signOut(asker);
  return redirect("/sign-in", { status: 303, headers: { "Set-Cookie": app.cookie.clear() } });
}

export function loader() {
  return redirect("/", 303);
}
