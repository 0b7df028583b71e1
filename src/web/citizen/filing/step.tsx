import { data, Form, redirect } from "react-router";
import type { Step } from "../../../casework/filing/index.ts";
import { appContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/step.ts";
import { openedDraft, type Problem, pageAfter, problemsIn, statusOf } from "./opened-draft.ts";
import { Onward, Question } from "./question.tsx";
import { StepFields } from "./step-fields.tsx";

/** Steps that ask with fields of text and choice; files and the last page have routes of their own. */
function stepOf(steps: readonly Step[], name: string): Step {
  const step = steps.find((each) => each === name);
  if (!step) throw data(null, { status: 404 });
  return step;
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const step = stepOf(app.filing.steps, params.step);
  const { access, draft } = await openedDraft(request, context);
  const isWhere = step === "noi-nhan";
  const kind = draft.filing.fields["kind"];
  const tree = isWhere ? await app.agencies.agencyTree("nobody", { asOf: app.today() }) : [];
  return {
    step,
    steps: app.filing.steps,
    fields: draft.filing.fields,
    from: new URL(request.url).searchParams.get("from") === "kiem-tra" ? "kiem-tra" : "",
    saved: {
      code: draft.code,
      secret: access.secret,
      forgetOn: draft.forgetOn,
      isNew: Object.keys(draft.filing.fields).length === 0,
    },
    agencies: tree.filter((each) => each.kind !== "reception-board").map(({ code, name }) => ({ code, name })),
    against:
      isWhere && (kind === "complaint" || kind === "denunciation")
        ? app.law.kinds(app.today(), kind).map(({ id, label }) => ({ id, label }))
        : [],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { filing } = context.get(appContext);
  const step = stepOf(filing.steps, params.step);
  const { access } = await openedDraft(request, context);
  const form = await request.formData();
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, formText(form, name)]));
  const saved = await orRefusal(filing.saveStep(access, { step, typed }));
  if ("refusal" in saved)
    return data({ problems: problemsIn(saved.refusal, "main") }, { status: statusOf(saved.refusal) });
  const isBack = formText(form, "to") === "back";
  const problems: readonly Problem[] = isBack
    ? []
    : filing
        .problemsOf(step, saved.value, await filing.world())
        .map(({ field, message }) => ({ field, message: say(message) }));
  if (problems.length > 0) return data({ problems }, { status: 422 });
  return redirect(pageAfter(filing.steps, step, form), 303);
}

export default function StepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { step, steps, saved, from } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <Question step={step} steps={steps} problems={problems} saved={saved}>
      <Form method="post" className="form" noValidate>
        {from && <input type="hidden" name="from" value={from} />}
        <StepFields {...loaderData} error={(field) => problems.find((each) => each.field === field)?.message} />
        <Onward isFirst={step === steps[0]} />
      </Form>
    </Question>
  );
}
