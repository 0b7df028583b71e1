export {
  type BookedPlace,
  type BookPlaceInput,
  bookPlace,
  parseBooking,
} from "./book-place.ts";
export {
  type BookableSession,
  type BookingCodes,
  type BookingShown,
  bookingByCode,
  cancelBooking,
  placesOf,
} from "./booking-by-code.ts";
export { forgetOldBookings } from "./forget-bookings.ts";
export { booking, finishBooking, markBooking } from "./handle-bookings.ts";
export { moveBookings } from "./move-bookings.ts";
export { type Booking, type BookingMark, type SessionBookings, sessionBookings } from "./session-bookings.ts";
