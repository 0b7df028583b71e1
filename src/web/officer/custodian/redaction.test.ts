import { expect, test } from "vitest";
import { coveredMark, coverText, nothingRedacted, pixelsOf, redact } from "./redaction.ts";

const box = { page: 0, x: 0.1, y: 0.1, width: 0.3, height: 0.1 };

test("a rectangle is drawn, moved, made larger, taken away, and each step can be undone", () => {
  const drawn = redact(nothingRedacted, { do: "add", box });
  const moved = redact(drawn, { do: "move", id: 1, dx: 0.2, dy: 0 });
  const larger = redact(moved, { do: "resize", id: 1, dx: 0, dy: 0.1 });
  expect(larger.boxes).toEqual([{ ...box, id: 1, x: expect.closeTo(0.3), height: expect.closeTo(0.2) }]);
  const gone = redact(larger, { do: "remove", id: 1 });
  expect(gone.boxes).toEqual([]);
  let back = gone;
  for (let i = 0; i < 3; i++) back = redact(back, { do: "undo" });
  expect(back.boxes).toEqual(drawn.boxes);
  expect(redact(redact(back, { do: "undo" }), { do: "undo" }).boxes).toEqual([]);
});

test("a rectangle stays on its page and never vanishes", () => {
  const state = redact(nothingRedacted, { do: "add", box });
  const out = redact(redact(state, { do: "move", id: 1, dx: 5, dy: -5 }), { do: "resize", id: 1, dx: -5, dy: 5 });
  const [end] = out.boxes;
  expect(end).toMatchObject({ y: 0, width: 0.01, height: 1 });
  expect((end?.x ?? 2) + (end?.width ?? 0)).toBeLessThanOrEqual(1);
});

test("in pixels the rectangle is rounded outwards, and not over the edge", () => {
  expect(pixelsOf({ id: 1, page: 0, x: 0.105, y: 0.999, width: 0.2, height: 0.5 }, 100, 100)).toEqual({
    left: 10,
    top: 99,
    width: 21,
    height: 1,
  });
});

test("words are covered by a mark of one length, also where two selections overlap", () => {
  const text = "Tôi là Trần Thị Hư Cấu ở thôn Ba.";
  const spans = [
    { from: 25, to: 32 },
    { from: 7, to: 15 },
    { from: 12, to: 22 },
    { from: 3, to: 3 },
  ];
  expect(coverText(text, spans)).toBe(`Tôi là ${coveredMark} ở ${coveredMark}.`);
  expect(coverText(text, [])).toBe(text);
});
