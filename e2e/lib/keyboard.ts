import type { Page } from "playwright-core";

const tabsMax = 250;

/** Presses Tab until the element that matches has the focus: nothing is reached that a keyboard cannot reach. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, { state: "attached" });
  // All but the last steps at once: looking after each Tab costs more than the Tab.
  const sure = await stepsBefore(page, selector);
  await Promise.all(Array.from({ length: sure }, () => page.keyboard.press("Tab")));
  for (let i = 0; i < tabsMax; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${selector} on ${new URL(page.url()).pathname}`);
}

/** How many stops of the Tab key lie at least between the focus and the element, as far as the document tells. */
function stepsBefore(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
    ].filter((each) => {
      if (each.tabIndex < 0 || each.matches(":disabled, [type=hidden]") || !each.checkVisibility()) return false;
      if (!(each instanceof HTMLInputElement) || each.type !== "radio") return true;
      // A group of radio buttons is one stop: the chosen one, or the first.
      const group = [...(each.form?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
      const same = group.filter((other) => other.name === each.name);
      return each === (same.find((other) => other.checked) ?? same[0]);
    });
    const focus = document.activeElement;
    const from = focus instanceof HTMLElement ? stops.indexOf(focus) : -1;
    const to = stops.findIndex((each, index) => index > from && each.matches(wanted));
    return Math.max(0, to - from - 2);
  }, selector);
}

export async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** Chooses one of a group of radio buttons by Space and the arrow keys. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[type="radio"][name="${name}"]`);
  await page.keyboard.press("Space");
  for (let i = 0; i < 40; i++) {
    const at = await page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement ? document.activeElement.value : "",
    );
    if (at === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the choice ${value} of ${name} is not there`);
}

/** Chooses from a list by the arrow keys. */
export async function pick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `select[name="${name}"]`);
  await page.keyboard.press("Home");
  for (let i = 0; i < 80; i++) {
    const at = await page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement ? document.activeElement.value : "",
    );
    if (at === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${value} is not in the list ${name}`);
}

export async function tick(page: Page, name: string, value?: string): Promise<void> {
  await tabTo(page, `input[type="checkbox"][name="${name}"]${value ? `[value="${value}"]` : ""}`);
  await page.keyboard.press("Space");
}

/** Goes to a button or link and presses Enter; waits for the page it leads to. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}
