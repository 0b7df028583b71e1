import { data, Form, Link, redirect, type ShouldRevalidateFunctionArgs, useFetcher } from "react-router";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Select } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { ActFields } from "../matters/act-fields.tsx";
import { answersOf, type Typed, typedOf } from "../matters/act-form-data.ts";
import { type Problem, problemsOf, shown, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/open-matter.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const form = await shown(app.matters.openingForm(asker, { petitionId: params.id, procedure: params.procedure }));
  return { id: params.id, form, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { asker } = context.get(sessionContext);
  const posted = await request.formData();
  const wanted = { petitionId: params.id, procedure: params.procedure };
  const { fields } = await shown(app.matters.openingForm(asker, wanted));
  const typed = typedOf(posted, fields);
  const values = answersOf(typed, fields);
  const { visible } = await shown(app.matters.openingForm(asker, { ...wanted, values }));
  const [remote, assigneeId] = [formText(posted, "remote"), formText(posted, "assigneeId")];
  const again = (problems: readonly Problem[], status: number) =>
    data({ typed, visible, remote, assigneeId, problems }, { status });
  if (formText(posted, "intent") === "fields") return again([], 200);
  const shownIds = new Set(visible.map((each) => each.id));
  const answered = Object.entries(values).flatMap(([id, value]) =>
    shownIds.has(id) && typeof value !== "object" ? [[id, value] as const] : [],
  );
  const answer = await orRefusal(
    app.matters.openMatter(asker, {
      ...wanted,
      key: formText(posted, "key"),
      values: Object.fromEntries(answered),
      ...(remote ? { remote: remote === "yes" } : {}),
      ...(assigneeId ? { assigneeId } : {}),
    }),
  );
  if ("value" in answer) return redirect(`/office/matters/${answer.value.matterId}?saved=1`, 303);
  return again(problemsOf(answer.refusal), statusOf(answer.refusal));
}

/** Asking which fields to show is no reason to read the page again. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get("intent") !== "fields" && defaultShouldRevalidate;
}

export default function OpenMatter({ loaderData, actionData }: Route.ComponentProps) {
  const { id, form } = loaderData;
  const fetcher = useFetcher<typeof action>();
  const typed: Typed = actionData?.typed ?? {};
  const problems = actionData?.problems ?? [];
  const visible = fetcher.data?.visible ?? actionData?.visible ?? form.visible;
  const depends = form.fields.some((field) => field.shownWhen !== undefined);
  return (
    <div className="act-page">
      <title>{`${say(form.todo)} · ${form.petitionCode} · ${m.ui_product()}`}</title>
      <p className="eyebrow">
        <Link to={`/office/petitions/${id}`}>{m.matters_petition({ code: form.petitionCode })}</Link>
      </p>
      <h1>{say(form.todo)}</h1>
      <p className="quiet">{m.matters_open_basis({ article: form.article })}</p>
      <p className="quiet">{m.matters_open_law({ pack: form.lawPack, date: sayDate(form.receivedOn) })}</p>
      <ErrorSummary problems={problems} />
      <Form
        method="post"
        className="form"
        onChange={(event) => {
          if (!depends || !(event.target instanceof HTMLInputElement)) return;
          const answers = new FormData(event.currentTarget);
          answers.set("intent", "fields");
          fetcher.submit(answers, { method: "post" });
        }}
      >
        <input type="hidden" name="key" value={loaderData.key} />
        <ActFields fields={form.fields} visible={visible} typed={typed} problems={problems} officers={form.officers} />
        {depends && (
          <noscript>
            <Button type="submit" name="intent" value="fields" formNoValidate>
              {m.matters_act_show()}
            </Button>
          </noscript>
        )}
        <Select
          name="remote"
          label={m.matters_remote()}
          defaultValue={actionData?.remote ?? ""}
          options={[
            { value: "", label: m.matters_remote_list() },
            { value: "yes", label: m.matters_yes() },
            { value: "no", label: m.matters_no() },
          ]}
          required={false}
        />
        <Select
          name="assigneeId"
          label={m.matters_assignee()}
          defaultValue={actionData?.assigneeId ?? ""}
          options={[
            { value: "", label: m.matters_assignee_none() },
            ...form.officers.map((each) => ({
              value: each.id,
              label: each.jobTitle ? `${each.name}, ${each.jobTitle}` : each.name,
            })),
          ]}
          required={false}
        />
        <Button kind="primary" type="submit">
          {m.matters_open_do()}
        </Button>
      </Form>
    </div>
  );
}
