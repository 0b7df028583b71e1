import type { ComponentProps } from "react";
import type { FieldProps, Option } from "./field.tsx";

export function Checkbox({
  name,
  label,
  ...rest
}: { name: string; label: string } & Omit<ComponentProps<"input">, "name" | "type">) {
  return (
    <label className="choice">
      <input type="checkbox" {...rest} name={name} /> <span>{label}</span>
    </label>
  );
}

interface GroupProps extends FieldProps {
  options: readonly Option[];
  /** The values chosen at first. */
  chosen?: readonly string[];
  required?: boolean;
}

export function RadioGroup(props: GroupProps) {
  return <Group {...props} type="radio" />;
}

export function CheckboxGroup(props: GroupProps) {
  return <Group {...props} type="checkbox" />;
}

function Group({
  name,
  label,
  hint,
  error,
  options,
  chosen = [],
  required = false,
  type,
}: GroupProps & { type: "radio" | "checkbox" }) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={error ? "field wrong" : "field"}
      aria-describedby={describedBy || undefined}
    >
      <legend>{label}</legend>
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
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type={type}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            required={required && type === "radio"}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
