export {
  type CallNextInput,
  callNext,
  callNextInput,
  finishTicket,
  type StepTicketInput,
  stepTicket,
  stepTicketInput,
  type TicketStep,
  ticketSteps,
} from "./call-number.ts";
export { forgetOldNumbers } from "./forget-numbers.ts";
export { closeKiosk, isKioskOpen, openKiosk } from "./kiosk.ts";
export type { Ticket } from "./queue-rows.ts";
export {
  type Queue,
  queue,
  queueInput,
  ticket,
  type WaitingRoom,
  waitingRoom,
  waitingRoomInput,
} from "./queue-sheet.ts";
export {
  type KioskNumberInput,
  kioskNumberInput,
  type TakeNumberInput,
  takeNumber,
  takeNumberAtKiosk,
  takeNumberInput,
} from "./take-number.ts";
