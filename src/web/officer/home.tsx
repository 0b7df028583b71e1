import { redirect } from "react-router";
import { sessionContext } from "../context.ts";
import type { Route } from "./+types/home.ts";
import { navigationFor } from "./navigation.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { who } = context.get(sessionContext);
  const first = navigationFor(who.grants.map((grant) => grant.role))[0];
  return redirect(first?.to ?? "/password", 303);
}
