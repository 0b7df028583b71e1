import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { m } from "../../paraglide/messages.js";
import { blackedOut } from "./flatten.ts";
import type { Box, RedactionStep } from "./redaction.ts";
import { paintOn, type ScanPage } from "./scan-pages.ts";
import { Watermark } from "./watermark.tsx";

const stepSize = 0.01;
const fineStep = 0.002;

/** One page of a scan: rectangles are drawn by dragging, or added and moved with the arrows. */
export function BlackPage({
  page,
  number,
  boxes,
  isPreview,
  step,
  watermark,
}: {
  page: ScanPage;
  number: number;
  boxes: readonly Box[];
  isPreview: boolean;
  step: (step: RedactionStep) => void;
  watermark: string;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drag>();
  useEffect(() => {
    if (!canvas.current) return;
    const source = isPreview ? blackedOut(page, boxes) : page.canvas;
    canvas.current.width = source.width;
    canvas.current.height = source.height;
    paintOn(canvas.current).drawImage(source, 0, 0);
  }, [page, boxes, isPreview]);
  const at = (event: PointerEvent): Point => {
    const frame = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
  };
  const finish = () => {
    if (!drawn) return;
    const box = boxOf(drawn);
    if (box.width > 0.005 && box.height > 0.005) step({ do: "add", box: { ...box, page: number } });
    setDrawn(undefined);
  };
  return (
    <Watermark text={watermark}>
      <div
        ref={stage}
        className={isPreview ? "scan-page preview" : "scan-page"}
        onPointerDown={(event) => {
          if (isPreview || event.button !== 0 || event.target instanceof HTMLButtonElement) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ from: at(event), to: at(event) });
        }}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: at(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrawn(undefined)}
      >
        <canvas ref={canvas} role="img" aria-label={m.custodian_page_picture({ page: number + 1 })} />
        {!isPreview &&
          boxes.map((box, i) => (
            <button
              key={box.id}
              type="button"
              className="black-box"
              style={placed(box)}
              aria-label={m.custodian_box({ number: i + 1 })}
              aria-describedby="box-keys"
              onKeyDown={(event) => byKey(event, box.id, step)}
            />
          ))}
        {drawn && <div className="black-box drawing" style={placed(boxOf(drawn))} />}
      </div>
      <p id="box-keys" className="hint">
        {m.custodian_box_keys()}
      </p>
    </Watermark>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly from: Point;
  readonly to: Point;
}

type Area = Point & { readonly width: number; readonly height: number };

const boxOf = ({ from, to }: Drag): Area => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

const percent = (n: number) => `${n * 100}%`;
const placed = ({ x, y, width, height }: Area) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows move, with Shift they resize, with Alt in small steps; Delete takes the rectangle away. */
function byKey(event: KeyboardEvent, id: number, step: (step: RedactionStep) => void): void {
  const arrow = arrows[event.key];
  if (arrow) {
    const size = event.altKey ? fineStep : stepSize;
    step({ do: event.shiftKey ? "resize" : "move", id, dx: arrow[0] * size, dy: arrow[1] * size });
  } else if (event.key === "Delete" || event.key === "Backspace") step({ do: "remove", id });
  else return;
  event.preventDefault();
}
