/** One line a lawyer can check by hand. Dates as YYYY-MM-DD; a pause is FROM..TO, the day TO is counted again. */
export interface WorkedExample {
  readonly what: string;
  readonly rule: string;
  readonly start: string;
  readonly paused?: readonly string[];
  /** How many times the limit was extended. */
  readonly extended?: number;
  readonly provisional?: true;
  /** The last day in law. */
  readonly due?: string;
  /** The last day as counted, where it differs. */
  readonly raw?: string;
  readonly effective?: string;
  /** The refusal expected instead of a date. */
  readonly refused?:
    | "outside-verified-calendar"
    | "before-coverage"
    | "no-version-in-force"
    | "unknown-rule"
    | "no-extension";
}
