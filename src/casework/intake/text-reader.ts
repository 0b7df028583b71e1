/** Port: reads typed Vietnamese off scans, outside the server's own thread, without network. */
export interface TextReader {
  /**
   * Lines of each page in reading order, with places as shares of the page (0 to 1). `onPage` is told of every page that
   * was read, and says whether to go on. Ends with "time" when the limit was reached: the pages read until then are there, the others are not.
   */
  read(
    scan: { readonly bytes: Uint8Array; readonly mediaType: string },
    limits: { readonly seconds: number; readonly pagesMax: number },
    onPage: (pagesRead: number) => Promise<boolean>,
  ): Promise<ReadScan>;
  /** How many pages there are; 0 for what is no scan. */
  pages(scan: { readonly bytes: Uint8Array; readonly mediaType: string }): Promise<number>;
  /** A page of a scan as a picture that a browser shows; null where there is no such page. */
  picture(
    scan: { readonly bytes: Uint8Array; readonly mediaType: string },
    page: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null>;
}

export interface ReadScan {
  readonly ended: "whole" | "time" | "unreadable";
  readonly pages: readonly { readonly lines: readonly ReadLine[] }[];
}

export interface ReadLine {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly place: Place;
}

/** Left, top, width and height as shares of the page. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
