import { m } from "../paraglide/messages.js";

export function Callout({
  kind,
  title,
  children,
}: {
  kind: "info" | "warn" | "danger" | "outside-letter";
  title?: string;
  children: React.ReactNode;
}) {
  const heading = title ?? (kind === "outside-letter" ? m.ui_outside_letter() : undefined);
  return (
    <div className={`callout ${kind}`}>
      {heading && <p className="callout-title">{heading}</p>}
      {children}
    </div>
  );
}

/** What has just been done, said once. */
export function Flash({ children }: { children: React.ReactNode }) {
  return (
    <div role="status" className="callout done">
      {children}
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
