import type { ComponentProps } from "react";
import { Link } from "react-router";

type Kind = "primary" | "secondary" | "danger" | "quiet";

export function Button({ kind = "secondary", className = "", ...rest }: ComponentProps<"button"> & { kind?: Kind }) {
  return <button type="button" {...rest} className={`button ${kind} ${className}`} />;
}

export function LinkButton({
  kind = "secondary",
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { kind?: Kind }) {
  return <Link {...rest} className={`button ${kind} ${className}`} />;
}

/** An act that is not possible now: it can be reached by keyboard and says why, with the article. */
export function DisabledAct({ name, why, article }: { name: string; why: string; article?: string }) {
  return (
    <details className="disabled-act">
      <summary aria-disabled="true" className="button">
        {name}
      </summary>
      <p>
        {why} {article && <cite>{article}</cite>}
      </p>
    </details>
  );
}

/** Asks before something that cannot be taken back; works without scripts. `children` is the form that does it. */
export function ConfirmDialog({
  label,
  question,
  children,
  danger = false,
}: {
  label: string;
  question: string;
  children: React.ReactNode;
  danger?: boolean;
}) {
  return (
    <details className="confirm">
      <summary className={`button ${danger ? "danger" : "secondary"}`}>{label}</summary>
      <div className="confirm-body">
        <p>{question}</p>
        {children}
      </div>
    </details>
  );
}
