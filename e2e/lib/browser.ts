import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { inject } from "vitest";

/** `port`: where other programs may drive the same browser. */
export async function openBrowser(port?: number): Promise<Browser> {
  const libraries = inject("browserLibraries");
  return chromium.launch({
    executablePath: inject("browserPath"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
  });
}

export type Language = "vi" | "en";

/** A person's own browser window, in a language. `scripts: false` is a browser that runs none. */
export async function openWindow(
  browser: Browser,
  options: {
    readonly baseURL: string;
    readonly language?: Language;
    readonly scripts?: boolean;
    readonly width?: number;
  },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    javaScriptEnabled: options.scripts ?? true,
    viewport: { width: options.width ?? 1440, height: 900 },
    locale: options.language === "en" ? "en-GB" : "vi-VN",
  });
  if (options.language === "en") {
    await context.addCookies([{ name: "minhxet-lang", value: "en", url: options.baseURL }]);
  }
  context.setDefaultTimeout(10_000);
  return context;
}
