/** A black rectangle on a page; all in fractions of the page's width and height, so that zoom changes nothing. */
export interface Box {
  readonly id: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Redaction {
  readonly boxes: readonly Box[];
  readonly past: readonly (readonly Box[])[];
  readonly nextId: number;
}

export const nothingRedacted: Redaction = { boxes: [], past: [], nextId: 1 };

export type RedactionStep =
  | { readonly do: "add"; readonly box: Omit<Box, "id"> }
  | { readonly do: "move" | "resize"; readonly id: number; readonly dx: number; readonly dy: number }
  | { readonly do: "remove"; readonly id: number }
  | { readonly do: "undo" };

const smallest = 0.01;

export function redact(state: Redaction, step: RedactionStep): Redaction {
  switch (step.do) {
    case "add": {
      const box = inside({ ...step.box, id: state.nextId });
      return { ...remember(state, [...state.boxes, box]), nextId: state.nextId + 1 };
    }
    case "move":
      return change(state, step.id, (box) => inside({ ...box, x: box.x + step.dx, y: box.y + step.dy }));
    case "resize":
      return change(state, step.id, (box) =>
        inside({ ...box, width: box.width + step.dx, height: box.height + step.dy }),
      );
    case "remove":
      return remember(
        state,
        state.boxes.filter((box) => box.id !== step.id),
      );
    case "undo": {
      const boxes = state.past.at(-1);
      return boxes ? { ...state, boxes, past: state.past.slice(0, -1) } : state;
    }
  }
}

const remember = (state: Redaction, boxes: readonly Box[]): Redaction => ({
  ...state,
  boxes,
  past: [...state.past, state.boxes],
});

function change(state: Redaction, id: number, to: (box: Box) => Box): Redaction {
  return remember(
    state,
    state.boxes.map((box) => (box.id === id ? to(box) : box)),
  );
}

function inside(box: Box): Box {
  const width = Math.min(1, Math.max(smallest, box.width));
  const height = Math.min(1, Math.max(smallest, box.height));
  return { ...box, width, height, x: between(box.x, 1 - width), y: between(box.y, 1 - height) };
}

const between = (n: number, most: number): number => Math.min(most, Math.max(0, n));

/** The rectangle in whole pixels of a page; rounded outwards, so that no edge of a letter stays. */
export function pixelsOf(box: Box, width: number, height: number) {
  const left = Math.floor(box.x * width);
  const top = Math.floor(box.y * height);
  return {
    left,
    top,
    width: Math.min(width, Math.ceil((box.x + box.width) * width)) - left,
    height: Math.min(height, Math.ceil((box.y + box.height) * height)) - top,
  };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The mark that stands for a covered span; always as long, so that the length of a name is not told. */
export const coveredMark = "█████";

/** The text without the spans; overlapping ones become one. */
export function coverText(text: string, spans: readonly Span[]): string {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (span.to <= span.from) continue;
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  const kept = merged.map((span, i) => text.slice(merged[i - 1]?.to ?? 0, span.from) + coveredMark);
  return kept.join("") + text.slice(merged.at(-1)?.to ?? 0);
}
