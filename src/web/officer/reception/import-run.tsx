import { useEffect } from "react";
import { data, Form, redirect, useRevalidator } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/import-run.ts";
import { Rejected } from "./register-import.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { reception } = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const { runId } = params;
  const answer = await orRefusal(reception.importRun(asker, { runId }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  const run = answer.value;
  const rejected = run.state === "running" ? [] : await reception.importRejections(asker, { runId });
  return data({ run, rejected: rejected.slice(0, 500) });
}

export async function action({ params, context }: Route.ActionArgs) {
  const { reception } = context.get(appContext);
  await orRefusal(reception.cancelImport(context.get(sessionContext).asker, { runId: params.runId }));
  return redirect(`/office/register/import/${params.runId}`, 303);
}

export default function ImportRun({ loaderData }: Route.ComponentProps) {
  const { run, rejected } = loaderData;
  const { revalidate } = useRevalidator();
  const running = run.state === "running";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 1000);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  return (
    <>
      <title>{`${m.register_run_title()} · ${m.ui_product()}`}</title>
      <h1>{m.register_run_title()}</h1>
      {running ? <Running run={run} /> : <Ended run={run} />}
      <dl className="tally">
        {tally(run).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sayNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {!running && (
        <div className="send">
          <LinkButton kind={rejected.length === 0 ? "primary" : "secondary"} to="/office/register">
            {m.register_run_open()}
          </LinkButton>
          {rejected.length > 0 && (
            <LinkButton kind="primary" to={`/office/register/import/${run.runId}/errors`} reloadDocument>
              {m.register_run_download()}
            </LinkButton>
          )}
          <LinkButton to="/office/register/import">{m.register_run_again()}</LinkButton>
        </div>
      )}
      {rejected.length > 0 && (
        <>
          <p>{m.register_run_mend()}</p>
          <Rejected rejected={rejected} />
        </>
      )}
    </>
  );
}

type Run = Route.ComponentProps["loaderData"]["run"];

function Running({ run }: { run: Run }) {
  const done = run.imported + run.alreadyThere + run.rejected;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p role="status">{m.register_run_running({ done: sayNumber(done), rows: sayNumber(run.rows) })}</p>
      <progress value={done} max={Math.max(1, run.rows)} aria-label={m.register_run_title()} />
      <Form method="post" className="send">
        <Button type="submit">{m.register_run_cancel()}</Button>
      </Form>
    </>
  );
}

function Ended({ run }: { run: Run }) {
  if (run.state === "done") return <Flash>{m.register_run_done()}</Flash>;
  const said = run.state === "cancelled" ? m.register_run_cancelled() : m.register_run_failed();
  return (
    <Callout kind="warn" title={said}>
      {run.hint && <p>{say(run.hint)}</p>}
    </Callout>
  );
}

function tally(run: Run): readonly (readonly [string, number])[] {
  return [
    [m.register_run_rows(), run.rows],
    [m.register_run_imported(), run.imported],
    [m.register_run_there(), run.alreadyThere],
    [m.register_run_rejected(), run.rejected],
    [m.register_run_sealed(), run.sealed],
    [m.register_run_kept(), run.kept],
  ];
}
