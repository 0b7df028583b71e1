import path from "node:path";
import type { Throttle } from "../casework/access/index.ts";
import * as after from "../casework/after-filing/index.ts";
import * as notices from "../casework/notices/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { folderSenders } from "../channels/notice-folder.ts";
import { gatewaySender } from "../channels/notice-gateway.ts";
import { smtpSender } from "../channels/notice-smtp.ts";
import { bound } from "./bound.ts";
import type { NoticesConfig } from "./config-notices.ts";
import { slowly } from "./slowly.ts";

interface Parts {
  readonly config: NoticesConfig | undefined;
  readonly dataDir: string;
  readonly throttle: Throttle;
}

/** Telling petitioners that there is news, where they asked for it. */
export function bindNotices(given: Setting, { config, dataDir, throttle }: Parts) {
  const setting = { ...given, senders: sendersOf(config, dataDir) };
  return {
    /** Background: sends what is due. */
    sendNotices: (asker: Asker) => notices.sendNotices(setting, asker),
    undelivered: (asker: Asker) => notices.undeliveredNotices(setting, asker),
    sendAgain: bound(setting, notices.sendNoticeAgain),
    wish: (input: after.ReceiptCodes & { readonly network: string }) =>
      slowly(throttle, input, () => after.readNoticeWish(setting, input)),
    setWish: (input: after.SetNoticeWishInput & { readonly network: string }) =>
      slowly(throttle, input, () => after.changeNoticeWish(setting, input)),
  };
}

/** A gateway takes letters too where there is no SMTP; a folder takes what is left only when nothing else is set. */
function sendersOf(config: NoticesConfig | undefined, dataDir: string): notices.NoticeSenders {
  const { smtp, gateway, folder } = config ?? {};
  if (folder || (!smtp && !gateway)) return folderSenders(folder ?? path.join(dataDir, "notices"));
  const messages = gateway && gatewaySender(gateway.url, gateway.secret);
  const letters = smtp ? smtpSender(smtp.url, smtp.from) : messages;
  return { ...(letters ? { email: letters } : {}), ...(messages ? { phone: messages } : {}) };
}
