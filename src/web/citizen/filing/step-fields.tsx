import type { Step } from "../../../casework/filing/index.ts";
import type { Text } from "../../../rules/pack.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Select, TextArea, TextInput } from "../../ui/field.tsx";

interface Props {
  readonly step: Step;
  readonly fields: Readonly<Record<string, string>>;
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  readonly against: readonly { readonly id: string; readonly label: Text }[];
  readonly error: (field: string) => string | undefined;
}

/** The fields of one question. */
export function StepFields(props: Props) {
  const Fields = fieldsOf[props.step];
  return Fields ? <Fields {...props} /> : null;
}

const fieldsOf: Partial<Record<Step, (props: Props) => React.ReactNode>> = {
  loai: Kind,
  "noi-nhan": Where,
  "su-viec": What,
  "yeu-cau": Request,
  "nguoi-gui": Who,
  "cung-gui": Others,
};

function Kind({ fields, error }: Props) {
  return (
    <RadioGroup
      name="kind"
      label={m.filing_kind()}
      error={error("kind")}
      chosen={[fields["kind"] ?? ""]}
      required
      options={[
        { value: "complaint", label: m.filing_kind_complaint(), hint: m.filing_kind_complaint_hint() },
        { value: "denunciation", label: m.filing_kind_denunciation(), hint: m.filing_kind_denunciation_hint() },
        { value: "recommendation", label: m.filing_kind_recommendation(), hint: m.filing_kind_recommendation_hint() },
      ]}
    />
  );
}

function Where({ fields, agencies, against, error }: Props) {
  return (
    <>
      <Select
        name="agency"
        label={m.filing_agency()}
        hint={m.filing_agency_hint()}
        error={error("agency")}
        defaultValue={fields["agency"] ?? ""}
        required
        options={[
          { value: "", label: m.filing_agency_choose() },
          ...agencies.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {against.length > 0 && (
        <Select
          name="against"
          label={m.filing_against()}
          hint={m.filing_against_hint()}
          error={error("against")}
          defaultValue={fields["against"] ?? ""}
          options={[
            { value: "", label: m.filing_against_unsure() },
            ...against.map(({ id, label }) => ({ value: id, label: say(label) })),
          ]}
        />
      )}
      <TextInput
        name="respondent"
        label={m.filing_respondent()}
        hint={m.filing_respondent_hint()}
        error={error("respondent")}
        defaultValue={fields["respondent"]}
        maxLength={400}
        required={against.length > 0}
      />
    </>
  );
}

function What({ fields, error }: Props) {
  const isSecret = fields["kind"] === "denunciation";
  return (
    <>
      <TextArea
        name="content"
        label={m.filing_content()}
        hint={isSecret ? m.filing_content_hint_denunciation() : m.filing_content_hint()}
        error={error("content")}
        defaultValue={fields["content"]}
        rows={12}
        maxLength={20_000}
        required
      />
      {fields["kind"] === "complaint" && (
        <TextInput
          name="contestedAct"
          label={m.filing_contested()}
          hint={m.filing_contested_hint()}
          error={error("contestedAct")}
          defaultValue={fields["contestedAct"]}
          maxLength={1000}
        />
      )}
    </>
  );
}

function Request({ fields, error }: Props) {
  return (
    <TextArea
      name="request"
      label={m.filing_request()}
      hint={m.filing_request_hint()}
      error={error("request")}
      defaultValue={fields["request"]}
      rows={6}
      maxLength={4000}
      required={fields["kind"] === "complaint"}
    />
  );
}

function Who({ fields, error }: Props) {
  const isSecret = fields["kind"] === "denunciation";
  const common = (name: string) => ({ name, error: error(name), defaultValue: fields[name] });
  return (
    <>
      {isSecret && <Callout kind="info">{m.filing_who_denunciation()}</Callout>}
      <TextInput {...common("name")} label={m.filing_name()} autoComplete="name" maxLength={200} required />
      <TextInput
        {...common("address")}
        label={m.filing_address()}
        autoComplete="street-address"
        maxLength={400}
        required
      />
      <TextInput
        {...common("idNumber")}
        label={m.filing_id_number()}
        hint={m.filing_id_number_hint()}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
      />
      <TextInput
        {...common("phone")}
        label={m.filing_phone()}
        type="tel"
        autoComplete="tel"
        maxLength={30}
        required={isSecret}
      />
      <TextInput {...common("email")} label={m.filing_email()} type="email" autoComplete="email" maxLength={200} />
      {!isSecret && (
        <TextInput
          {...common("tellAt")}
          label={m.notices_tell_at()}
          hint={m.notices_tell_at_hint()}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
      )}
    </>
  );
}

const others = [1, 2, 3, 4] as const;

function Others({ fields, error }: Props) {
  return (
    <>
      <RadioGroup
        name="group"
        label={m.filing_group()}
        error={error("group")}
        chosen={[fields["group"] ?? ""]}
        required
        options={[
          { value: "alone", label: m.filing_group_alone() },
          { value: "group", label: m.filing_group_group() },
        ]}
      />
      <TextInput
        name="peopleCount"
        label={m.filing_people_count()}
        error={error("peopleCount")}
        defaultValue={fields["peopleCount"]}
        inputMode="numeric"
        maxLength={6}
      />
      <details open={others.some((n) => fields[`otherName${n}`] || error(`otherName${n}`))}>
        <summary>{m.filing_others()}</summary>
        <p className="hint">{m.filing_others_hint()}</p>
        {others.map((n) => (
          <div key={n} className="form other-person">
            <TextInput
              name={`otherName${n}`}
              label={m.filing_other_name({ n: n + 1 })}
              error={error(`otherName${n}`)}
              defaultValue={fields[`otherName${n}`]}
              maxLength={200}
            />
            <TextInput
              name={`otherAddress${n}`}
              label={m.filing_other_address({ n: n + 1 })}
              error={error(`otherAddress${n}`)}
              defaultValue={fields[`otherAddress${n}`]}
              maxLength={400}
            />
            <TextInput
              name={`otherIdNumber${n}`}
              label={m.filing_other_id({ n: n + 1 })}
              error={error(`otherIdNumber${n}`)}
              defaultValue={fields[`otherIdNumber${n}`]}
              inputMode="numeric"
              maxLength={40}
            />
          </div>
        ))}
      </details>
    </>
  );
}
