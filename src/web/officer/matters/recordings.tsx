import { data, Link, redirect } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FileInput } from "../../ui/field.tsx";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/recordings.ts";
import { RecordingList, recordingAct } from "./matter-recordings.tsx";
import { errorOf, type Problem, problemsOf, shown, statusOf } from "./shown.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const sheet = await shown(app.matters.openMatterSheet(asker, { matterId: params.id }));
  const { id, code, recordings, restricted } = sheet;
  const megabytes = Math.floor(app.recordings.bytesMax / 1_000_000);
  return { id, code, recordings, restricted, ...recordingAct(sheet), megabytes };
}

/** The form is read as it comes: `formData()` would keep the whole recording in memory. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { asker } = context.get(sessionContext);
  const input = { matterId: params.id, request };
  const answer = await orRefusal(context.get(appContext).recordings.addRecording(asker, input));
  if ("value" in answer) return redirect(`/office/matters/${params.id}?saved=1#recordings`, 303);
  const { refusal } = answer;
  if (refusal.code === "not-found") throw new Response(null, { status: 404 });
  const ofFile = refusal.code === "unreadable-file" || refusal.code === "too-large" || refusal.code === "already-done";
  const problems: readonly Problem[] = problemsOf(refusal);
  return data(
    { problems: ofFile ? problems.map((each) => ({ ...each, field: "file" })) : problems },
    {
      status: statusOf(refusal),
    },
  );
}

export default function Recordings({ loaderData, actionData }: Route.ComponentProps) {
  const { id, code, asked, article, restricted, megabytes } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <div className="act-page">
      <title>{`${m.matters_recordings()} · ${code} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/matters/${id}#recordings`}>{m.matters_matter({ code })}</Link>
      </p>
      <h1>{m.matters_recordings()}</h1>
      {article && <p className="quiet">{m.matters_act_basis({ article })}</p>}
      <ErrorSummary problems={problems} />
      {restricted && <Callout kind="warn">{m.matters_recording_sealed()}</Callout>}
      {!asked && <Callout kind="info">{m.matters_recording_not_asked()}</Callout>}
      {asked && !restricted && (
        <form method="post" encType="multipart/form-data" className="form">
          <FileInput
            name="file"
            label={m.matters_recording_file()}
            hint={m.matters_recording_hint({ megabytes: sayNumber(megabytes) })}
            error={errorOf(problems, "file")}
            accept="video/mp4,video/webm,audio/mpeg,audio/mp4,audio/x-m4a,audio/ogg"
            required
          />
          <p className="hint">{m.matters_recording_wait()}</p>
          <Button kind="primary" type="submit">
            {m.matters_recording_do()}
          </Button>
        </form>
      )}
      <h2>{m.matters_recordings_kept()}</h2>
      <RecordingList sheet={loaderData} />
    </div>
  );
}
