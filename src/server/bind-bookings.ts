import type { Throttle } from "../casework/access/index.ts";
import * as bookings from "../casework/reception/bookings/index.ts";
import type { Setting } from "../casework/setting.ts";
import type { Budgets } from "./auth/budgets.ts";
import { bound } from "./bound.ts";
import { slowly } from "./slowly.ts";
import { refuseBeyond, type TooMuch } from "./within-budget.ts";

interface Parts {
  readonly bookingKey: Buffer;
  readonly throttle: Throttle;
  readonly budgets: Budgets;
}

/** In an hour from one network, which many households may share: at one session, so that nobody takes all of it; and at all. */
const anHour = { atOneSession: 5, inAll: 60 } as const;

/** Places at heads' sessions: booked by citizens within their budgets (settled 31), handled by who receives them. */
export function bindBookings(setting: Setting, { bookingKey, throttle, budgets }: Parts) {
  return {
    placesOf: (input: { readonly sessionId: string }) => bookings.placesOf(setting, input),
    bookPlace: async (input: bookings.BookPlaceInput & { readonly network: string }) => {
      bookings.parseBooking(input);
      const here = await budgets.spend(`booking ${input.sessionId} ${input.network}`);
      refuseBeyond(here, anHour.atOneSession, tooMany);
      refuseBeyond(await budgets.spend(`booking ${input.network}`), anHour.inAll, tooMany);
      return bookings.bookPlace({ ...setting, bookingKey }, input);
    },
    byCode: (input: bookings.BookingCodes & { readonly network: string }) =>
      slowly(throttle, input, () => bookings.bookingByCode(setting, input)),
    cancel: (input: bookings.BookingCodes & { readonly network: string }) =>
      slowly(throttle, input, () => bookings.cancelBooking(setting, input)),
    ofSession: bound(setting, bookings.sessionBookings),
    booking: bound(setting, bookings.booking),
    mark: bound(setting, bookings.markBooking),
    finish: bound(setting, bookings.finishBooking),
  };
}

const tooMany: TooMuch = ({ vi, en }) => ({
  vi: `Mạng ông/bà đang dùng đã đặt quá nhiều chỗ trong giờ này. Hãy thử lại sau ${vi}, dùng mạng khác, hoặc đến trực tiếp: người chưa đặt chỗ vẫn được tiếp.`,
  en: `Too many places were booked from your network within this hour. Try again in ${en}, use another network, or simply come: you are received without a booking too.`,
});
