import { type CivilDate, civilDate } from "./civil-date.ts";

/** Where the application reads the time: handed in at the edge, never read by anything pure. */
export interface Clock {
  /** The civil date in Asia/Ho_Chi_Minh. */
  today(): CivilDate;
  /** The instant, for `timestamptz`. */
  now(): Date;
}

export const zone = "Asia/Ho_Chi_Minh";

/** The machine's clock. */
export const systemClock: Clock = {
  today: () => civilDateOf(new Date()),
  now: () => new Date(),
};

/** A clock whose civil date is set (demonstration, tests); the instant is noon of that day in Vietnam. */
export function fixedClock(on: CivilDate): Clock {
  return { today: () => on, now: () => new Date(`${on}T12:00:00+07:00`) };
}

/** The civil date in Asia/Ho_Chi_Minh of an instant. */
export function civilDateOf(instant: Date): CivilDate {
  return civilDate(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
}

/** The time of day in Asia/Ho_Chi_Minh of an instant, "08:05". */
export function clockTimeOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainTime().toString({
    smallestUnit: "minute",
  });
}
