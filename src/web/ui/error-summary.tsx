import { m } from "../paraglide/messages.js";

/** What must be mended, on top of a form that was refused; each line leads to its field (the field's name is its id). */
export function ErrorSummary({
  problems,
}: {
  problems: readonly { readonly field?: string; readonly message: string }[];
}) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="callout danger" tabIndex={-1}>
      <h2>{m.ui_errors_title()}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field}${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
