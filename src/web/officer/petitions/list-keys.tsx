import { useEffect, useRef } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";

/** "/" to the search box, j k and the arrows from line to line, "?" the list of shortcuts. Lines are links: Enter opens them. */
export function ListKeys({ search }: { search: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") document.getElementById(search)?.focus();
      else if (event.key === "?") dialog.current?.showModal();
      else if (event.key === "j" || event.key === "ArrowDown") moveBy(1);
      else if (event.key === "k" || event.key === "ArrowUp") moveBy(-1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [search]);
  const keys = [
    ["/", m.matters_keys_search()],
    ["j k ↓ ↑", m.matters_keys_move()],
    ["Enter", m.matters_keys_open()],
    ["Ctrl K", m.matters_keys_palette()],
    ["?", m.matters_keys_help()],
  ] as const;
  return (
    <>
      <Button kind="quiet" className="keys-button" onClick={() => dialog.current?.showModal()}>
        <kbd>?</kbd> {m.matters_keys_title()}
      </Button>
      <dialog ref={dialog} className="palette keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{m.matters_keys_title()}</h2>
        <dl>
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <Button type="submit">{m.ui_close()}</Button>
        </form>
      </dialog>
    </>
  );
}

function moveBy(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>(".work-list .line-link")];
  const at = lines.findIndex((line) => line === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : lines.length - 1) : at + step;
  lines[next]?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, dialog *, [contenteditable]");
}
