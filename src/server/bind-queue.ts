import * as access from "../casework/access/index.ts";
import * as queue from "../casework/reception/queue/index.ts";
import type { Setting } from "../casework/setting.ts";
import { bound } from "./bound.ts";

/** The waiting room, with its setting given. */
export function bindQueue(setting: Setting, throttle: access.Throttle) {
  return {
    queue: bound(setting, queue.queue),
    ticket: bound(setting, queue.ticket),
    takeNumber: bound(setting, queue.takeNumber),
    callNext: bound(setting, queue.callNext),
    stepTicket: bound(setting, queue.stepTicket),
    finishTicket: bound(setting, queue.finishTicket),
    openKiosk: bound(setting, queue.openKiosk),
    closeKiosk: bound(setting, queue.closeKiosk),
    waitingRoom: (input: Parameters<typeof queue.waitingRoom>[1]) => queue.waitingRoom(setting, input),
    isKioskOpen: (input: Parameters<typeof queue.isKioskOpen>[1]) => queue.isKioskOpen(setting, input),
    unlockKiosk: (input: { readonly agency: string; readonly code: string; readonly network: string }) =>
      slowly(throttle, input, () => queue.isKioskOpen(setting, input)),
    takeNumberAtKiosk: (input: queue.KioskNumberInput & { readonly network: string }) =>
      slowly(throttle, input, () => queue.takeNumberAtKiosk(setting, input)),
  };
}

/** Trying codes of the device from one network grows slow; a right one forgets the count. Throws "too-many-attempts". */
async function slowly<Found>(
  throttle: access.Throttle,
  { agency, network }: { readonly agency: string; readonly network: string },
  look: () => Promise<Found>,
): Promise<Found> {
  const name = `kiosk ${agency}`;
  const wait = await throttle.attempt(name, { network });
  if (wait > 0) throw access.tooManyAttempts(wait);
  const found = await look();
  if (found) await throttle.succeeded(name, { network });
  return found;
}
