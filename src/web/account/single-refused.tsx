import { m } from "../paraglide/messages.js";
import { ErrorSummary } from "../ui/error-summary.tsx";

/** Why nobody came in by the provider, and the ways on. */
export function SingleRefused({ name, message, to }: { name: string; message: string; to: string }) {
  const title = m.account_single_by({ name });
  const query = to === "/office" ? "" : `?${new URLSearchParams({ to })}`;
  return (
    <div className="narrow">
      <title>{`${title} · ${m.ui_product()}`}</title>
      <h1>{title}</h1>
      <ErrorSummary problems={[{ message }]} />
      <p className="actions">
        <a className="button primary" href={`/sign-in/single${query}`}>
          {m.account_single_again()}
        </a>
      </p>
      <p>
        <a href={`/sign-in${query}`}>{m.account_passkey_password()}</a>
      </p>
    </div>
  );
}
