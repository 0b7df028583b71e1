import path from "node:path";
import { z } from "zod";

/** How messages to petitioners leave the house. */
export interface NoticesConfig {
  /** E-mail, `smtps://user:password@host:465`, and whose name it bears. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** A gateway that is asked by HTTPS to send to telephones, and to e-mail addresses where there is no SMTP. */
  readonly gateway?: { readonly url: string; readonly secret: string };
  /** Absolute; messages are written there instead of sent. */
  readonly folder?: string;
}

const given = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
  z.string().trim().optional(),
);

const onThisMachine = (text: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(text).hostname);

const smtpUrl = (text: string | undefined): boolean =>
  text === undefined || (/^smtps?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text));
const gatewayUrl = (text: string | undefined): boolean =>
  text === undefined ||
  (URL.canParse(text) && (text.startsWith("https://") || (text.startsWith("http://") && onThisMachine(text))));

export const noticesEnvironment = {
  MINHXET_SMTP_URL: given.refine(smtpUrl, "must be an address such as smtps://user:password@mail.example.gov.vn:465"),
  MINHXET_SMTP_FROM: given.refine(
    (text) => text === undefined || /^[^\s<>@"]+@[^\s<>@"]+$/.test(text),
    "must be an e-mail address such as khong-tra-loi@example.gov.vn",
  ),
  MINHXET_GATEWAY_URL: given.refine(gatewayUrl, "must be an https address (http on this machine only)"),
  MINHXET_GATEWAY_SECRET: given.refine(
    (text) => text === undefined || text.length >= 32,
    "must have at least 32 characters",
  ),
  MINHXET_NOTICE_FOLDER: given,
};

type Given = Readonly<Partial<Record<keyof typeof noticesEnvironment, string | undefined>>>;

/** Why these values cannot be used together; empty when they can. */
export function noticesProblems(data: Given): readonly string[] {
  const together = (one: keyof Given, other: keyof Given) =>
    (data[one] === undefined) === (data[other] === undefined) ? [] : [`${one} and ${other} must be set together.`];
  return [
    ...together("MINHXET_SMTP_URL", "MINHXET_SMTP_FROM"),
    ...together("MINHXET_GATEWAY_URL", "MINHXET_GATEWAY_SECRET"),
  ];
}

/** Of values without problems. */
export function noticesOf(data: Given): { readonly notices?: NoticesConfig } {
  const { MINHXET_SMTP_URL, MINHXET_SMTP_FROM, MINHXET_GATEWAY_URL, MINHXET_GATEWAY_SECRET } = data;
  const folder = data.MINHXET_NOTICE_FOLDER;
  const notices = {
    ...(MINHXET_SMTP_URL && MINHXET_SMTP_FROM ? { smtp: { url: MINHXET_SMTP_URL, from: MINHXET_SMTP_FROM } } : {}),
    ...(MINHXET_GATEWAY_URL && MINHXET_GATEWAY_SECRET
      ? { gateway: { url: MINHXET_GATEWAY_URL, secret: MINHXET_GATEWAY_SECRET } }
      : {}),
    ...(folder ? { folder: path.resolve(folder) } : {}),
  };
  return Object.keys(notices).length > 0 ? { notices } : {};
}
