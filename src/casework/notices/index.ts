export { forgetOldNotices } from "./forget-notices.ts";
export {
  keepNoticeAddresses,
  type NoticeAddress,
  type NoticeWish,
  noNoticeOfDenunciation,
  noticeAddressRule,
  noticeWish,
  parseNoticeAddress,
  setNoticeWish,
} from "./notice-address.ts";
export type { NoticeMessage, NoticeSender, NoticeSenders, Sent } from "./notice-sender.ts";
export { type NoticeKind, queueBookingNotices, queueNotices } from "./queue-notices.ts";
export { sendNotices } from "./send-notices.ts";
export { sendNoticeAgain, type UndeliveredNotice, undeliveredNotices } from "./undelivered.ts";
