const stops = "input:not([type=hidden]):not([disabled]), select, textarea, button[data-stop]";

/** In the entry step Enter moves on; only the button or Ctrl+Enter sends. Letters being composed are left alone. */
export function onEntryKey(event: React.KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  const form = event.currentTarget;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // A key held down would confirm the next page unread.
    if (event.repeat) return;
    const send = form.querySelector<HTMLButtonElement>("button.primary[data-stop]");
    if (send && !send.disabled) form.requestSubmit(send);
    return;
  }
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target.type === "file") return;
  event.preventDefault();
  const all = [...form.querySelectorAll<HTMLElement>(stops)].filter((each) => each.offsetParent !== null);
  all[all.indexOf(target) + 1]?.focus();
}

/** Arrows walk the people found; from the name or number Down enters them. */
export function onResultKey(event: React.KeyboardEvent<HTMLElement>): void {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.nativeEvent.isComposing) return;
  const results = [...document.querySelectorAll<HTMLButtonElement>("#known-people button[name=choose]")];
  if (results.length === 0) return;
  const at = results.findIndex((each) => each.isSameNode(document.activeElement));
  event.preventDefault();
  if (event.key === "ArrowDown") results[Math.min(at + 1, results.length - 1)]?.focus();
  else if (at > 0) results[at - 1]?.focus();
  else document.getElementById("visitor.name")?.focus();
}
