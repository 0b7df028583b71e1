import { data, Form, redirect } from "react-router";
import { appContext, requestContext } from "../../context.ts";
import { sizeInWords } from "../../i18n/size-in-words.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/files.ts";
import { openedDraft, type Problem, pageAfter, problemsIn, statusOf } from "./opened-draft.ts";
import { Onward, Question } from "./question.tsx";

const step = "tai-lieu";
const filesMax = 10;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { access, draft, filing } = await openedDraft(request, context);
  return {
    steps: filing.steps,
    files: draft.filing.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    saved: { code: draft.code, secret: access.secret, forgetOn: draft.forgetOn, isNew: false },
    from: new URL(request.url).searchParams.get("from") === "kiem-tra" ? "kiem-tra" : "",
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { filing } = context.get(appContext);
  const { network } = context.get(requestContext);
  const { access } = await openedDraft(request, context);
  const form = await request.formData();
  const remove = formText(form, "remove");
  const given = form.getAll("file").filter((each): each is File => each instanceof File && each.size > 0);
  const refuse = (problems: readonly Problem[], status: number) => data({ problems }, { status });
  if (remove) {
    const removed = await orRefusal(filing.removeFile(access, remove));
    if ("refusal" in removed) return refuse(problemsIn(removed.refusal, "file"), statusOf(removed.refusal));
    return redirect("/nop-don/tai-lieu", 303);
  }
  if (given.length > 0) {
    const files = await Promise.all(given.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
    const added = await orRefusal(filing.addFiles(access, files, { network }));
    if ("refusal" in added) return refuse(problemsIn(added.refusal, "file"), statusOf(added.refusal));
    if (formText(form, "to") === "upload") return redirect("/nop-don/tai-lieu", 303);
  } else if (formText(form, "to") === "upload") {
    return refuse([{ field: "file", message: m.filing_files_missing() }], 422);
  }
  return redirect(pageAfter(filing.steps, step, form), 303);
}

export default function Files({ loaderData, actionData }: Route.ComponentProps) {
  const { steps, files, saved, from } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <Question step={step} steps={steps} problems={problems} saved={saved}>
      {files.length === 0 ? (
        <p className="quiet">{m.filing_files_none()}</p>
      ) : (
        <Form method="post" encType="multipart/form-data">
          <h2>{m.filing_files_list()}</h2>
          <ul className="file-list">
            {files.map(({ id, name, bytes }) => (
              <li key={id}>
                <span>
                  {name} <span className="quiet">{sizeInWords(bytes)}</span>
                </span>
                <Button type="submit" name="remove" value={id} kind="quiet" aria-label={m.filing_file_remove({ name })}>
                  {m.filing_file_remove_short()}
                </Button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      <Form method="post" encType="multipart/form-data" className="form">
        {from && <input type="hidden" name="from" value={from} />}
        <FileInput
          name="file"
          label={m.filing_files()}
          hint={m.filing_files_hint({ most: filesMax })}
          error={problems.find(({ field }) => field === "file")?.message}
          multiple
        />
        <Button type="submit" name="to" value="upload">
          {m.filing_files_add()}
        </Button>
        <Onward isFirst={false} />
      </Form>
    </Question>
  );
}
