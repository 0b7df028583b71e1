import { appContext, sessionContext } from "../../context.ts";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/list-counts.ts";
import { readFilter } from "./list-filter.ts";

/** The capped counts of the tabs: a request of their own, so that the list does not wait for them (settled 30). */
export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const { asker } = context.get(sessionContext);
  const counts = await shown(context.get(appContext).petitions.countPetitions(asker, readFilter(url).wanted));
  // React Router's own parameter of a data request is none of the filter's.
  url.searchParams.delete("_routes");
  return { of: url.searchParams.toString(), counts };
}
