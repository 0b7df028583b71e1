/** Port: a mailbox of the agency. */
export interface Mailbox {
  /**
   * Hands over each letter that was not taken before, one after the other, and marks it in the mailbox only when `take`
   * resolved: what fails stays and comes again. Returns how many were taken.
   */
  collect(take: (letter: MailLetter) => Promise<void>): Promise<number>;
}

export interface MailLetter {
  /** The Message-ID; of a letter without one, a digest of the whole. */
  readonly messageId: string;
  readonly sender: string;
  readonly subject: string;
  /** Plain text; what a letter in HTML says, without its markup. Nothing it points to is fetched. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
