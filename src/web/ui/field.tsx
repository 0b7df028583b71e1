import type { ComponentProps } from "react";
import { m } from "../paraglide/messages.js";

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Label, hint and error around one control; the control takes the attributes it is given. */
export function Field({
  name,
  label,
  hint,
  error,
  required,
  children,
}: FieldProps & {
  required?: boolean | undefined;
  children: (wiring: Wiring) => React.ReactNode;
}) {
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={name}>
        {label} {!required && <span className="optional">({m.ui_optional()})</span>}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="error">
          {error}
        </p>
      )}
      {children(wiring({ name, label, hint, error }))}
    </div>
  );
}

function wiring({ name, hint, error }: FieldProps): Wiring {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return { id: name, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}

export function TextInput({ name, label, hint, error, ...rest }: FieldProps & Omit<ComponentProps<"input">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error} required={rest.required}>
      {(given) => <input type="text" {...rest} {...given} name={name} />}
    </Field>
  );
}

export function TextArea({ name, label, hint, error, ...rest }: FieldProps & Omit<ComponentProps<"textarea">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error} required={rest.required}>
      {(given) => <textarea rows={5} {...rest} {...given} name={name} />}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export function Select({
  name,
  label,
  hint,
  error,
  options,
  ...rest
}: FieldProps & { options: readonly Option[] } & Omit<ComponentProps<"select">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error} required={rest.required}>
      {(given) => (
        <select {...rest} {...given} name={name}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A day typed as dd/mm/yyyy; read it with `dateFromForm`. `defaultValue` is what was typed, or a formatted date. */
export function DateInput({ hint, ...rest }: FieldProps & Omit<ComponentProps<"input">, "name">) {
  return (
    <TextInput {...rest} hint={hint ?? m.ui_date_hint()} inputMode="numeric" autoComplete="off" className="date" />
  );
}

export function FileInput({ hint, ...rest }: FieldProps & Omit<ComponentProps<"input">, "name" | "type">) {
  return <TextInput {...rest} type="file" hint={hint ?? m.ui_file_hint()} />;
}
