/** Port: a mailbox of the agency. */
export interface Mailbox {
  /**
   * Hands over each letter that was not taken before, one after the other, and marks it in the mailbox only when `take`
   * resolved: what fails stays, holds up no other, and comes again. Returns how many were taken; throws at the end when some failed.
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
  /** It was longer than is taken: its attachments are not here, and only in the mailbox. */
  readonly cut: boolean;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
