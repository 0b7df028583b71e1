import { expect, test } from "vitest";
import { uploadRoom } from "./upload-room.ts";

test("files from one network come in one after another, none of an honest crowd refused; others need not wait for them", async () => {
  const enter = uploadRoom({ atOnce: 3, ofNetwork: 2, waiting: 100, waitMs: 60_000 });
  let inside = 0;
  let most = 0;
  const upload = async (network: string) => {
    const leave = await enter(network);
    inside += 1;
    most = Math.max(most, inside);
    await Promise.resolve();
    inside -= 1;
    leave?.();
    return leave !== null;
  };
  const crowd = Array.from({ length: 50 }, () => upload("203.0.113.80"));
  const other = enter("198.51.100.1");
  expect(await other).not.toBeNull();
  expect(await Promise.all(crowd)).not.toContain(false);
  expect(most).toBeLessThanOrEqual(2);
});

test("whoever comes when too many wait, or waited too long, is told to come again", async () => {
  const enter = uploadRoom({ atOnce: 1, ofNetwork: 1, waiting: 1, waitMs: 20 });
  const leave = await enter("a");
  const waiting = enter("b");
  expect(await enter("c")).toBeNull();
  expect(await waiting).toBeNull();
  leave?.();
  expect(await enter("d")).not.toBeNull();
});
