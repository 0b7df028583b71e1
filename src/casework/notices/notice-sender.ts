import type { NoticeChannel } from "./notice-address.ts";

/** Ready to be sent; nothing in it says what the petition is about. */
export interface NoticeMessage {
  /** The same at every try: what knows it drops the second. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** With whole lines, for a letter. */
  readonly text: string;
  /** One line, for a telephone. */
  readonly short: string;
}

/** How a try ended; "refused" will not get better by trying again. `failure`: its kind, never what a server said. */
export type Sent = { readonly is: "sent" } | { readonly is: "failed" | "refused"; readonly failure: string };

/** Port: what carries messages out of the house. Never throws; ends within a minute. */
export interface NoticeSender {
  send(message: NoticeMessage): Promise<Sent>;
}

/** What an installation has; a channel that is missing is not offered. */
export type NoticeSenders = Partial<Readonly<Record<NoticeChannel, NoticeSender>>>;
