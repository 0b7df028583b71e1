import type { Page } from "playwright-core";

/**
 * Waits until the page of this address stands. The router changes the address before React has drawn the page, so that
 * what is read or typed right after `waitForURL` may still meet the page before.
 */
export async function arrive(
  page: Page,
  address: Parameters<Page["waitForURL"]>[0],
  options: { timeout?: number } = {},
): Promise<void> {
  await page.waitForURL(address, options);
  await stands(page);
}

/** The page drawn is the one of the address; a citizen's page, which has no script, always is. */
export async function stands(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const drawn = document.querySelector<HTMLElement>("main[data-page]")?.dataset.page;
    return drawn === undefined || drawn === location.pathname + location.search;
  });
}
