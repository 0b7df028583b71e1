import { useEffect, useRef } from "react";
import { m } from "../paraglide/messages.js";

/** "?" lists the shortcuts. Only on hydrated pages; everything in it can be done without them. */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]"))
        return;
      event.preventDefault();
      if (!dialog.current?.open) dialog.current?.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const shortcuts: readonly (readonly [keys: string, what: string])[] = [
    ["/", m.ui_help_search()],
    ["Ctrl K", m.ui_help_commands()],
    ["?", m.ui_help_help()],
    ["Enter", m.ui_help_next()],
    ["Ctrl Enter", m.ui_help_review()],
    ["↓ ↑", m.ui_help_people()],
  ];
  return (
    <dialog ref={dialog} className="palette help" aria-labelledby="help-title">
      <h2 id="help-title">{m.ui_help_title()}</h2>
      <dl>
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button secondary">
          {m.ui_close()}
        </button>
      </form>
    </dialog>
  );
}
