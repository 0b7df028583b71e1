import type { Page } from "playwright-core";

/** Everything that goes over the wire between a page and the server: addresses, bodies asked and answered. */
export function recordWire(page: Page): { readonly bytes: () => Promise<Buffer> } {
  const asked: Buffer[] = [];
  const answered: Promise<Buffer>[] = [];
  page.on("request", (request) => {
    asked.push(Buffer.from(decodeURIComponent(request.url())), request.postDataBuffer() ?? Buffer.alloc(0));
  });
  page.on("response", (response) => {
    // An answer without a body, or one of a page that was left, has none to read.
    answered.push(response.body().catch(() => Buffer.alloc(0)));
  });
  return { bytes: async () => Buffer.concat([...asked, ...(await Promise.all(answered))]) };
}
