import type { Page } from "playwright-core";
import * as keyboard from "./keyboard.ts";

/** How a person fills a form in: the same road by keyboard, or by hand in a browser that runs no script. */
export type Hands = Pick<typeof keyboard, "press" | "type" | "choose" | "pick">;

export const byKeyboard: Hands = keyboard;

/** Pointer and typing: what the keyboard's helper asks of the page would not be answered without scripts. */
export const byHand: Hands = {
  press: (page: Page, selector: string) => page.click(selector),
  type: (page: Page, name: string, text: string) => page.fill(`[name="${name}"]`, text),
  choose: (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`),
  pick: async (page: Page, name: string, value: string) => {
    await page.selectOption(`select[name="${name}"]`, value);
  },
};
