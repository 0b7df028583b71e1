import { useRef, useState } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { coverText, type Span } from "./redaction.ts";

/** A sealed text: what is selected, by mouse or keyboard, is covered in the copy below. */
export function TextCover({ text, onChange }: { text: string; onChange: (covered: string) => void }) {
  const original = useRef<HTMLTextAreaElement>(null);
  const [spans, setSpans] = useState<readonly Span[]>([]);
  const set = (next: readonly Span[]) => {
    setSpans(next);
    onChange(coverText(text, next));
  };
  const cover = () => {
    const area = original.current;
    if (area && area.selectionEnd > area.selectionStart)
      set([...spans, { from: area.selectionStart, to: area.selectionEnd }]);
  };
  return (
    <>
      <div className="field">
        <label htmlFor="sealed-text">{m.custodian_sealed_text()}</label>
        <textarea id="sealed-text" ref={original} readOnly rows={10} defaultValue={text} />
      </div>
      <div className="copy-tools" role="toolbar" aria-label={m.custodian_copy_tools()}>
        <Button onClick={cover}>{m.custodian_cover()}</Button>
        <Button onClick={() => set(spans.slice(0, -1))} aria-disabled={spans.length === 0}>
          {m.custodian_undo()}
        </Button>
      </div>
      <div className="field">
        <label htmlFor="covered-text">{m.custodian_covered_text()}</label>
        <textarea id="covered-text" readOnly rows={10} value={coverText(text, spans)} />
      </div>
    </>
  );
}
