import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { m } from "../paraglide/messages.js";

export interface Command {
  readonly name: string;
  readonly to: string;
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** Ctrl/⌘ K lists pages and acts, "/" goes to the search field. Only on hydrated pages; everything in it is also a link. */
export function CommandPalette({ commands }: { commands: readonly Command[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (!dialog.current?.open) dialog.current?.showModal();
      } else if (event.key === "/" && !isTyping(event.target)) {
        event.preventDefault();
        document.getElementById("global-search")?.focus();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const found = commands.filter((command) => folded(command.name).includes(folded(typed)));
  const go = (to: string) => {
    dialog.current?.close();
    setTyped("");
    navigate(to);
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={m.ui_commands()}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0]) go(found[0].to);
        }}
      >
        <input
          aria-label={m.ui_commands_hint()}
          placeholder={m.ui_commands_hint()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <ul>
        {found.map((command) => (
          <li key={command.to}>
            <button type="button" onClick={() => go(command.to)}>
              {command.name}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{m.ui_commands_none()}</p>}
    </dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
