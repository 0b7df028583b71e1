import { useState } from "react";
import { m } from "../../paraglide/messages.js";

/** A passphrase never leaves the browser: the field has no name, so that no form can send it, with scripts or without. */
export function PassphraseField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (typed: string) => void;
}) {
  const [isShown, setShown] = useState(false);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
      <input
        id={id}
        type={isShown ? "text" : "password"}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        required
      />
      <label className="choice">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />{" "}
        <span>{m.custodian_show_passphrase()}</span>
      </label>
    </div>
  );
}
