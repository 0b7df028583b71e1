import { data, redirect } from "react-router";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { sayInstant } from "../../account/instant.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Tabs } from "../../ui/table.tsx";
import { type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/custodian.ts";
import { Ledger, SealedList } from "./lists.tsx";
import { LookUp } from "./look-up.tsx";
import { MyKey } from "./my-key.tsx";
import { SetUp } from "./set-up.tsx";
import { Waiting } from "./waiting.tsx";

const views = ["sealed", "releases", "look-up", "ledger", "key"] as const;
type View = (typeof views)[number];

const none = { sealed: null, releases: null, queue: null, ledger: null };

async function loadView({ identity }: App, asker: Asker, view: View, agencyId: string, after: string | undefined) {
  switch (view) {
    case "sealed":
      return { ...none, sealed: await shown(identity.listSealed(asker, { agencyId, after })) };
    case "releases":
      return { ...none, releases: await shown(identity.releases(asker, { which: "to-decide", after })) };
    case "look-up":
      return { ...none, queue: await shown(identity.queue(asker, { agencyId, after })) };
    case "ledger":
      return { ...none, ledger: await shown(identity.ledger(asker, { agencyId, after })) };
    case "key":
      return none;
  }
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const { today } = context.get(requestContext);
  const query = new URL(request.url).searchParams;
  const after = query.get("after") ?? undefined;
  const wanted = query.get("agency");
  const holds = who.grants.some(({ role }) => role === "custodian");
  if (!holds) {
    // The head keeps an eye on who looked, and opens nothing.
    const agencyId = who.grants.find(
      ({ role, agencyId }) => role === "head" && (!wanted || agencyId === wanted),
    )?.agencyId;
    if (!agencyId) throw new Response(null, { status: 404 });
    const parts = await loadView(app, asker, "ledger", agencyId, after);
    return { agencies: [], agency: null, view: "ledger" as const, agencyId, made: false, today, ...parts };
  }
  const { agencies } = await shown(app.identity.custody(asker));
  const agency = agencies.find(({ agencyId }) => agencyId === wanted) ?? agencies[0];
  if (!agency) throw new Response(null, { status: 404 });
  const view = views.find((each) => each === query.get("view")) ?? "sealed";
  const parts = agency.mine ? await loadView(app, asker, view, agency.agencyId, after) : none;
  return { agencies, agency, view, agencyId: agency.agencyId, made: query.has("made"), today, ...parts };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { identity } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const answered = (problems: readonly Problem[], found: Found | null, status = 200) =>
    data({ problems, found }, { status });
  const releaseId = formText(form, "releaseId");
  switch (formText(form, "intent")) {
    case "refuse": {
      const answer = await orRefusal(identity.refuseRelease(asker, { releaseId, reason: formText(form, "reason") }));
      if ("refusal" in answer) return answered(problemsOf(answer.refusal), null, statusOf(answer.refusal));
      return redirect("/office/custodian?view=releases", 303);
    }
    case "end": {
      const answer = await orRefusal(identity.endRelease(asker, { releaseId }));
      if ("refusal" in answer) return answered(problemsOf(answer.refusal), null, statusOf(answer.refusal));
      return redirect("/office/custodian?view=releases", 303);
    }
    default: {
      const answer = await orRefusal(identity.lookUp(asker, lookUpOf(form)));
      if ("refusal" in answer) return answered(problemsOf(answer.refusal), null, statusOf(answer.refusal));
      return answered([], answer.value.hits ?? []);
    }
  }
}

type Found = readonly { readonly id: string; readonly pseudonym: string }[];

function lookUpOf(form: FormData) {
  const agencyId = formText(form, "agencyId");
  switch (formText(form, "by")) {
    case "phone":
      return { agencyId, by: "phone" as const, phone: formText(form, "phone") };
    case "name-and-birth-year":
      return {
        agencyId,
        by: "name-and-birth-year" as const,
        name: formText(form, "name"),
        birthYear: formText(form, "birthYear"),
      };
    default:
      return { agencyId, by: "identity-number" as const, number: formText(form, "number") };
  }
}

export default function Custodian({ loaderData, actionData }: Route.ComponentProps) {
  const { agencies, agency, view, agencyId, made, today, sealed, releases, queue, ledger } = loaderData;
  const to = (of: View, after?: string | number | null) =>
    `/office/custodian?view=${of}&agency=${agencyId}${after ? `&after=${after}` : ""}`;
  const nextOf = (page: { next: string | number | null } | null) => (page?.next ? to(view, page.next) : undefined);
  const names: Record<View, string> = {
    sealed: m.custodian_sealed(),
    releases: m.custodian_releases(),
    "look-up": m.custodian_look_up(),
    ledger: m.custodian_ledger(),
    key: m.custodian_my_key(),
  };
  return (
    <div className="custodian">
      <title>{`${m.custodian_title()} · ${m.ui_product()}`}</title>
      <h1>{m.custodian_title()}</h1>
      <ErrorSummary problems={actionData?.problems ?? []} />
      {made && <Flash>{m.custodian_made()}</Flash>}
      {agencies.length > 1 && (
        <Tabs
          label={m.custodian_agencies()}
          items={agencies.map((each) => ({
            to: `/office/custodian?agency=${each.agencyId}`,
            name: each.name,
            current: each.agencyId === agencyId,
          }))}
        />
      )}
      {agency && !agency.mine && <SetUp key={agencyId} agency={agency} />}
      {agency?.mine && (
        <Tabs
          label={m.custodian_parts()}
          items={views.map((each) => ({
            to: to(each),
            name: names[each],
            current: each === view,
            ...(each === "releases" && agency.waiting > 0 ? { count: String(agency.waiting) } : {}),
            ...(each === "sealed" ? { count: String(agency.sealed) } : {}),
          }))}
        />
      )}
      {sealed && <SealedList rows={sealed.rows} next={nextOf(sealed)} />}
      {releases && (
        <Waiting
          rows={releases.rows}
          next={nextOf(releases)}
          sealedKey={agency?.mine?.sealedKey ?? null}
          today={today}
        />
      )}
      {queue && <LookUp agencyId={agencyId} found={actionData?.found ?? null} rows={queue.rows} next={nextOf(queue)} />}
      {ledger && <Ledger rows={ledger.rows} next={nextOf(ledger)} />}
      {view === "key" && agency?.mine && (
        <MyKey
          {...agency.mine}
          agencyId={agencyId}
          since={sayInstant(new Date(agency.mine.since))}
          custodians={agency.custodians}
          recovery={agency.recovery}
        />
      )}
      {view === "ledger" && !ledger && <EmptyState title={m.custodian_none_ledger()} />}
    </div>
  );
}
