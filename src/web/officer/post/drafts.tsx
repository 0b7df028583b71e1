import { useEffect } from "react";
import { data, Form, Link, redirect, useNavigation, useRevalidator } from "react-router";
import type { DraftLine } from "../../../casework/intake/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Table } from "../../ui/table.tsx";
import { type Problem, problemsOf } from "../reception/problems.ts";
import type { Route } from "./+types/drafts.ts";
import { postAgency } from "./post-agency.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { asker, who } = context.get(sessionContext);
  postAgency(who.grants);
  return { lines: await context.get(appContext).intake.listDrafts(asker), key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const refuse = (problems: readonly Problem[]) => data({ problems }, { status: 422 });
  const taken = formText(form, "take");
  if (taken) {
    const answer = await orRefusal(app.intake.takeDraft(asker, { draftId: taken }));
    if ("refusal" in answer) return refuse(problemsOf(answer.refusal));
    return redirect(`/office/post/drafts/${taken}`, 303);
  }
  const agencyId = postAgency(who.grants);
  const files = form.getAll("files").filter((each): each is File => each instanceof File && each.size > 0);
  if (files.length === 0) return refuse([{ field: "files", message: m.post_no_files() }]);
  const fileIds: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const added = await orRefusal(app.files.addFile(asker, { agencyId, name: file.name, bytes }));
    if ("refusal" in added) {
      return refuse([{ field: "files", message: `${file.name}: ${say(added.refusal.message)}` }]);
    }
    fileIds.push(added.value.fileId);
  }
  const oneLetter = formText(form, "oneLetter") === "on";
  const answer = await orRefusal(
    app.intake.startDrafts(asker, { key: formText(form, "key"), agencyId, fileIds, oneLetter }),
  );
  if ("refusal" in answer) return refuse(problemsOf(answer.refusal));
  return redirect("/office/post/drafts", 303);
}

export default function Drafts({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, key } = loaderData;
  const problems: readonly Problem[] = actionData?.problems ?? [];
  const busy = useNavigation().state !== "idle";
  const { revalidate } = useRevalidator();
  const reading = lines.some(({ state }) => state === "waiting" || state === "reading");
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => void revalidate(), 2000);
    return () => clearInterval(timer);
  }, [reading, revalidate]);
  return (
    <>
      <title>{`${m.post_drafts()} · ${m.ui_product()}`}</title>
      <header className="page-head">
        <h1>{m.post_drafts()}</h1>
        <div className="actions">
          <LinkButton to="/office/post">{m.post_title()}</LinkButton>
          <LinkButton to="/office/post/book">{m.post_book()}</LinkButton>
        </div>
      </header>
      <ErrorSummary problems={problems} />
      <Form method="post" encType="multipart/form-data" className="form">
        <input type="hidden" name="key" value={key} />
        <TextInput
          name="files"
          type="file"
          label={m.post_scan_add()}
          hint={m.post_scan_files()}
          error={problems.find(({ field }) => field === "files")?.message}
          accept="image/jpeg,image/png,application/pdf"
          multiple
          required
        />
        <Checkbox name="oneLetter" label={m.post_scan_one()} value="on" />
        <p className="hint">{m.post_scan_limit()}</p>
        <Button kind="primary" type="submit" disabled={busy}>
          {busy ? m.ui_working() : m.post_scan_start()}
        </Button>
      </Form>
      {lines.length === 0 ? (
        <EmptyState title={m.post_drafts_empty()}>
          <p>{m.post_drafts_empty_text()}</p>
        </EmptyState>
      ) : (
        <Lines lines={lines} />
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly DraftLine[] }) {
  return (
    <Table
      caption={m.post_drafts()}
      rows={lines}
      keyOf={(line) => line.draftId}
      columns={[
        {
          key: "what",
          name: m.post_c_source(),
          cell: (line) => (line.origin === "email" ? m.post_draft_mail() : m.post_draft_scan()),
        },
        { key: "at", name: m.post_c_received(), cell: (line) => sayInstant(line.receivedAt) },
        { key: "state", name: m.post_c_state(), cell: sayDraft },
        {
          key: "open",
          name: m.post_draft_open(),
          cell: (line) =>
            line.mine ? (
              <Link to={`/office/post/drafts/${line.draftId}`}>{m.post_draft_open()}</Link>
            ) : (
              <Form method="post">
                <Button type="submit" name="take" value={line.draftId}>
                  {m.post_draft_take()}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}

function sayDraft({ state, why, pagesRead }: DraftLine): string {
  switch (state) {
    case "waiting":
      return m.post_draft_waiting();
    case "reading":
      return m.post_draft_reading({ n: pagesRead });
    case "read":
      return why === "time" ? m.post_draft_time() : m.post_draft_read();
    case "unread":
      return why === "no-pages" ? m.post_draft_no_pages() : m.post_draft_unread();
  }
}
