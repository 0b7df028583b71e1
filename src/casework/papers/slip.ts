/** What one of many signatories is handed to follow the petition by: it names that person alone. */
export interface Slip {
  /** Of the agency that holds the petition. */
  readonly agency: string;
  readonly name: string;
  /** YYYY-MM-DD: when the petition was taken in, and when the slip was given. */
  readonly receivedOn: string;
  readonly givenOn: string;
  readonly code: string;
  readonly secret: string;
  /** Address of the tracking page. */
  readonly url: string;
  /** From the second slip on: the one before opens nothing any more. */
  readonly again: boolean;
}
