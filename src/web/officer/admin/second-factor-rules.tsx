import { data, Form, redirect } from "react-router";
import type { SecondFactorRule } from "../../../casework/access/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import type { Option } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { type Problem, problemsOf, statusOf } from "../matters/shown.ts";
import { roleNames, roleOf, roleOptions } from "./words.ts";

/** The part of the administrator's action that demands a second factor of a role, or no longer. */
export async function demandFactor(app: App, asker: Asker, form: FormData) {
  const role = roleOf(formText(form, "role"));
  const refuse = (problems: readonly Problem[], status: number) =>
    data({ typed: null, problems, made: null }, { status });
  if (!role) return refuse([{ field: "factor-role", message: m.matters_act_choose() }], 422);
  const agencyId = formText(form, "agencyId");
  const demanded = formText(form, "demanded") === "yes";
  const answer = await orRefusal(app.access.demandSecondFactor(asker, { agencyId, role, demanded }));
  return "value" in answer
    ? redirect("/office/admin", 303)
    : refuse(problemsOf(answer.refusal), statusOf(answer.refusal));
}

interface AgencyName {
  readonly id: string;
  readonly name: string;
}

export function SecondFactorRules({
  agencies,
  rules,
}: {
  agencies: readonly AgencyName[];
  rules: readonly SecondFactorRule[];
}) {
  const nameOf = (id: string) => agencies.find((each) => each.id === id)?.name ?? "";
  return (
    <>
      <h2>{m.admin_factor_rules()}</h2>
      <p className="quiet">{m.admin_factor_rules_lead()}</p>
      {rules.length === 0 ? (
        <p>{m.admin_factor_none()}</p>
      ) : (
        <ul className="grants">
          {rules.map((rule) => (
            <li key={`${rule.agencyId} ${rule.role}`}>
              <Form method="post" className="inline">
                <strong>{roleNames[rule.role]()}</strong> · {nameOf(rule.agencyId)} · {m.admin_factor_demanded()}{" "}
                <input type="hidden" name="intent" value="factor" />
                <input type="hidden" name="agencyId" value={rule.agencyId} />
                <input type="hidden" name="role" value={rule.role} />
                <Button type="submit">{m.admin_factor_release()}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <details className="fold">
        <summary>{m.admin_factor_demand()}</summary>
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="factor" />
          <input type="hidden" name="demanded" value="yes" />
          <RuleSelect
            name="agencyId"
            label={m.admin_agency()}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RuleSelect name="role" label={m.admin_role()} options={roleOptions()} />
          <Button kind="primary" type="submit">
            {m.admin_factor_demand()}
          </Button>
        </Form>
      </details>
    </>
  );
}

/** Another form of the page has fields of the same names; ids must differ. */
function RuleSelect({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  return (
    <div className="field">
      <label htmlFor={`factor-${name}`}>{label}</label>
      <select id={`factor-${name}`} name={name} required>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
