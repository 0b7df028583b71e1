import { data, Form, Link, redirect } from "react-router";
import { sayInstant } from "../../account/instant.ts";
import { appContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Table } from "../../ui/table.tsx";
import { problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/notices.ts";

const path = "/office/admin/notices";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  if (!who.grants.some((grant) => grant.role === "administrator")) throw new Response(null, { status: 404 });
  const lines = await shown(context.get(appContext).notices.undelivered(asker));
  return { lines, again: new URL(request.url).searchParams.has("again") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const noticeId = formText(await request.formData(), "notice");
  const { asker } = context.get(sessionContext);
  const answer = await orRefusal(context.get(appContext).notices.sendAgain(asker, { noticeId }));
  if ("refusal" in answer) return data({ problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal) });
  return redirect(`${path}?again=1`, 303);
}

const kinds = {
  received: m.notices_kind_received,
  question: m.notices_kind_question,
  moved: m.notices_kind_moved,
  progress: m.notices_kind_progress,
  session: m.booking_notice_kind,
};

/** Messages to petitioners that were given up; neither whom they were for nor about which petition. */
export default function Notices({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, again } = loaderData;
  return (
    <>
      <title>{`${m.notices_undelivered()} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to="/office/admin">{m.notices_back()}</Link>
      </p>
      <h1>{m.notices_undelivered()}</h1>
      <p className="quiet">{m.notices_undelivered_about()}</p>
      {!actionData && again && <Flash>{m.notices_again_done()}</Flash>}
      <ErrorSummary problems={actionData?.problems ?? []} />
      {lines.length === 0 ? (
        <EmptyState title={m.notices_undelivered_none()}>
          <p>{m.notices_undelivered_none_text()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.notices_undelivered()}
          rows={lines}
          keyOf={(each) => each.id}
          columns={[
            { key: "queued", name: m.notices_queued(), cell: (each) => sayInstant(new Date(each.queuedAt)) },
            { key: "ended", name: m.notices_ended(), cell: (each) => sayInstant(new Date(each.endedAt)) },
            { key: "kind", name: m.notices_kind(), cell: (each) => kinds[each.kind]() },
            { key: "tries", name: m.notices_tries(), number: true, cell: (each) => each.tries },
            { key: "failure", name: m.notices_failure(), cell: (each) => <code>{each.failure}</code> },
            {
              key: "again",
              name: m.notices_again(),
              cell: (each) => (
                <Form method="post">
                  <input type="hidden" name="notice" value={each.id} />
                  <Button type="submit" aria-label={m.notices_again_of({ time: sayInstant(new Date(each.queuedAt)) })}>
                    {m.notices_again()}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
