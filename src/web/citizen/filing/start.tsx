import { data, Form, redirect } from "react-router";
import type { DraftAccess } from "../../../casework/filing/index.ts";
import { appContext, requestContext } from "../../context.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Flash } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/start.ts";
import { type Problem, statusOf } from "./opened-draft.ts";
import { receiptPath, stepPath } from "./paths.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { filing } = context.get(appContext);
  const access = filing.cookie.read(request);
  const draft = access && (await filing.openDraft(access));
  return { hasDraft: draft ? (draft.sent ? ("sent" as const) : ("open" as const)) : null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { filing, afterFiling } = context.get(appContext);
  const from = { network: context.get(requestContext).network };
  const form = await request.formData();
  const intent = formText(form, "intent");
  const access = filing.cookie.read(request);
  if (intent === "leave" || intent === "throw") {
    if (intent === "throw" && access) await filing.forgetDraft(access);
    const gone: "left" | "thrown" = intent === "throw" ? "thrown" : "left";
    return data({ ...nothing, gone }, { headers: { "Set-Cookie": filing.cookie.clear() } });
  }
  if (intent === "continue") {
    const typed = { code: formText(form, "code").trim(), secret: formText(form, "secret").trim() };
    const missing: Problem[] = [];
    if (!typed.code) missing.push({ field: "code", message: m.filing_code_missing() });
    if (!typed.secret) missing.push({ field: "secret", message: m.filing_secret_missing() });
    if (missing.length > 0) return data({ ...nothing, problems: missing, code: typed.code }, { status: 422 });
    const found = await orRefusal(filing.findDraft(typed, from));
    if ("refusal" in found) return refused(say(found.refusal.message), statusOf(found.refusal), typed.code);
    if (!found.value) return refused(m.filing_none(), 404, typed.code);
    const headers = { "Set-Cookie": filing.cookie.write({ code: found.value.code, secret: tidy(typed.secret) }) };
    return redirect(found.value.sent ? receiptPath : stepPath("kiem-tra"), { status: 303, headers });
  }
  const isSecond = intent === "second";
  const codes = { code: formText(form, "code"), secret: formText(form, "secret"), ...from };
  const started = await orRefusal<DraftAccess | null>(
    isSecond ? afterFiling.startSecondComplaint(codes) : filing.startDraft(from),
  );
  if ("refusal" in started) return refused(say(started.refusal.message), statusOf(started.refusal), "");
  if (!started.value) return refused(m.after_second_closed(), 409, "");
  const headers = { "Set-Cookie": filing.cookie.write(started.value) };
  return redirect(stepPath(isSecond ? "noi-nhan" : "loai"), { status: 303, headers });
}

const nothing = { problems: [] as readonly Problem[], code: "", gone: null as "left" | "thrown" | null };

const refused = (message: string, status: number, code: string) =>
  data({ ...nothing, problems: [{ field: "code", message }], code }, { status });

/** A cookie takes no spaces; letters are read alike in either case. */
const tidy = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z-]/g, "");

export default function Start({ loaderData, actionData }: Route.ComponentProps) {
  const { problems, code, gone } = actionData ?? nothing;
  const error = (field: string) => problems.find((each) => each.field === field)?.message;
  const hasDraft = gone ? null : loaderData.hasDraft;
  return (
    <div className="filing">
      <title>{`${m.filing_title()} · ${m.ui_product()}`}</title>
      <h1>{m.filing_title()}</h1>
      <p className="lead">{m.filing_lead()}</p>
      {gone && <Flash>{gone === "left" ? m.filing_left() : m.filing_thrown()}</Flash>}
      <ErrorSummary problems={problems} />
      <h2>{m.filing_before()}</h2>
      <ul>
        <li>{m.filing_before_1()}</li>
        <li>{m.filing_before_2()}</li>
        <li>{m.filing_before_3()}</li>
      </ul>
      <Form method="post" className="buttons">
        {hasDraft && (
          <LinkButton to={hasDraft === "sent" ? receiptPath : stepPath("kiem-tra")} kind="primary">
            {hasDraft === "sent" ? m.filing_sent_pdf() : m.filing_continue_here()}
          </LinkButton>
        )}
        <Button type="submit" name="intent" value="start" kind={hasDraft ? "secondary" : "primary"}>
          {m.filing_start()}
        </Button>
      </Form>
      <h2>{m.filing_continue()}</h2>
      <Form method="post" className="form narrow">
        <input type="hidden" name="intent" value="continue" />
        <TextInput
          name="code"
          label={m.filing_code()}
          error={error("code")}
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextInput
          name="secret"
          label={m.filing_secret()}
          error={error("secret")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Button type="submit">{m.filing_continue_button()}</Button>
      </Form>
    </div>
  );
}
