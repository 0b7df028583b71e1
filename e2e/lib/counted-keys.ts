import type { Page } from "playwright-core";

/** Hands on a keyboard, nothing else: every stroke is counted, and the time the program lets them wait. */
export interface CountedKeys {
  readonly page: Page;
  /** One key, Shift and Ctrl held included: "Tab", "Control+Enter". */
  press(key: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Presses that key until the element that matches has the focus; fails after so many. */
  until(key: "Tab" | "Shift+Tab" | "Enter" | "ArrowDown", selector: string, most?: number): Promise<void>;
  /** Does what ends in waiting for the program. */
  wait(work: () => Promise<unknown>): Promise<void>;
  /** What was counted since the last call. */
  taken(): Taken;
}

export interface Taken {
  /** Letters of the petition itself, a stroke each; letters with two marks take more on a real keyboard. */
  readonly letters: number;
  /** All other strokes: moving, choosing, sending. */
  readonly others: number;
  readonly waitedMs: number;
}

export function countedKeys(page: Page): CountedKeys {
  let [letters, others, waitedMs] = [0, 0, 0];
  const press = async (key: string) => {
    others += 1;
    await page.keyboard.press(key);
  };
  const isAt = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  return {
    page,
    press,
    write: async (text) => {
      letters += text.length;
      await page.keyboard.insertText(text);
    },
    until: async (key, selector, most = 30) => {
      for (let i = 0; i < most; i += 1) {
        if (await isAt(selector)) return;
        await press(key);
      }
      const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
      throw new Error(`${most} × ${key} never reached ${selector} on ${new URL(page.url()).pathname}, but ${at}`);
    },
    wait: async (work) => {
      const started = performance.now();
      await work();
      waitedMs += performance.now() - started;
    },
    taken: () => {
      const taken = { letters, others, waitedMs };
      [letters, others, waitedMs] = [0, 0, 0];
      return taken;
    },
  };
}
