import path from "node:path";
import { z } from "zod";
import { type CivilDate, parseCivilDate } from "../time/civil-date.ts";
import { type NoticesConfig, noticesEnvironment, noticesOf, noticesProblems } from "./config-notices.ts";

/** How this installation runs, read once from the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly databaseAppUrl?: string;
  /** Whether an empty installation gets the demonstration; when not said, only an embedded one on loopback does. */
  readonly demo?: boolean;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** How many proxies in front may be believed about who connects and whether by TLS; 0: none. */
  readonly trustedProxies: number;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Public keys of age that backups are encrypted to; none: a backup has to be asked for in clear. */
  readonly backupRecipients?: readonly string[];
  /** Absolute; the private key that signs the roots of the trail. */
  readonly trailKey?: string;
  /** Absolute; the private key that signs receipts of what citizens file. */
  readonly receiptKey?: string;
  /** `host:port` of a clamd, or the absolute path of its socket; files are not scanned without it. */
  readonly clamd?: string;
  /** The longest recording of an online reception that is taken, in bytes. */
  readonly recordingBytesMax?: number;
  /** So many filings an hour from one network, and to one office, are taken in at once; beyond them each is confirmed once more. */
  readonly filingsAnHour?: number;
  /** Where passwords known from breaches are asked for by the first five digits of their SHA-1; not asked without it. */
  readonly breachedPasswordsUrl?: string;
  /** Officers may sign in by this provider of OpenID Connect, too; nobody is asked without it. */
  readonly singleSignOn?: SingleSignOnConfig;
  /** The mailbox that petitions come to, and the agency whose it is; none is read without it. */
  readonly mail?: MailConfig;
  /** How petitioners are told; into a folder of the data folder without it. */
  readonly notices?: NoticesConfig;
  /** The civil date that the whole application takes for today (demonstration, tests). */
  readonly today?: CivilDate;
}

export interface SingleSignOnConfig {
  /** As the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Without it: a public client. */
  readonly clientSecret?: string | undefined;
  /** On the button. */
  readonly name: string;
  /** Values of `acr` and `amr` that count as a second factor. */
  readonly secondFactor: readonly string[];
}

export interface MailConfig {
  /** `imaps://user:password@host/INBOX`. */
  readonly url: string;
  readonly agencyCode: string;
}

/** One line per bad value, ready to be shown. */
export class ConfigError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "ConfigError";
    this.lines = lines;
  }
}

const blankIsAbsent = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
  error: "must be a PostgreSQL address such as postgres://user:password@host:5432/name",
});
const yesNo = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((text) => text === "1");

const environment = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, "must be a port number from 0 to 65535")
      .transform(Number)
      .refine((n) => n <= 65_535, "must be a port number from 0 to 65535"),
  ),
  HOST: optional(z.string()),
  MINHXET_DATA: optional(z.string()),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_APP_URL: optional(postgresUrl),
  MINHXET_DEMO: optional(yesNo),
  MINHXET_PUBLIC_URL: optional(
    z
      .string()
      .refine(
        (text) => /^https?:\/\/[^/?#]+\/?$/.test(text),
        "must be an address such as https://minhxet.example.gov.vn, without a path",
      ),
  ),
  MINHXET_TRUST_PROXY: optional(
    z.string().regex(/^\d$/, "must be the number of proxies in front, 0 to 9").transform(Number),
  ),
  LOG_LEVEL: optional(
    z.enum(["silent", "error", "warn", "info", "debug"], { error: "must be silent, error, warn, info or debug" }),
  ),
  MINHXET_BACKUP_RECIPIENTS: optional(
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine(
        (keys) => keys.every((key) => /^age1[a-z0-9]{50,}$/.test(key)),
        "must be public keys of age (age1…), with commas between",
      ),
  ),
  MINHXET_TRAIL_KEY: optional(z.string()),
  MINHXET_RECEIPT_KEY: optional(z.string()),
  MINHXET_CLAMD: optional(
    z
      .string()
      .regex(
        /^(\/.+|.+:\d{1,5})$/,
        "must be host:port, or the absolute path of a socket, such as /run/clamav/clamd.ctl",
      ),
  ),
  MINHXET_FILINGS_AN_HOUR: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/, "must be a number of filings, 1 to 999999")
      .transform(Number),
  ),
  MINHXET_RECORDING_MAX_MB: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/, "must be a number of megabytes, 1 to 99999")
      .transform((text) => Number(text) * 1_000_000),
  ),
  MINHXET_BREACHED_PASSWORDS_URL: optional(
    z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), "must be an http or https address"),
  ),
  MINHXET_OIDC_ISSUER: optional(
    z
      .string()
      .refine(
        isIssuer,
        "must be an https address without a query (http on this machine only), such as https://id.example.gov.vn",
      ),
  ),
  MINHXET_OIDC_CLIENT_ID: optional(z.string()),
  MINHXET_OIDC_CLIENT_SECRET: optional(z.string()),
  MINHXET_OIDC_NAME: optional(z.string().trim().max(40, "must have at most 40 characters")),
  MINHXET_OIDC_SECOND_FACTOR: optional(
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine(
        (values) => values.every((each) => /^[\w:./+-]{1,200}$/.test(each)),
        "must be values of acr or amr, such as mfa or otp, with commas between",
      ),
  ),
  MINHXET_IMAP_URL: optional(
    z
      .string()
      .refine(
        (text) => /^imaps?:\/\/[^/@]+:[^/@]+@[^/]+/.test(text) && URL.canParse(text),
        "must be an address such as imaps://user:password@mail.example.gov.vn/INBOX",
      )
      .refine(
        (text) =>
          text.startsWith("imaps:") || ["127.0.0.1", "localhost", "[::1]"].includes(URL.parse(text)?.hostname ?? ""),
        "must be encrypted, imaps:// (imap:// sends the password in clear, and is taken for this machine alone)",
      ),
  ),
  MINHXET_IMAP_AGENCY: optional(z.string()),
  ...noticesEnvironment,
  MINHXET_TODAY: optional(
    z.string().transform((text, context) => {
      const date = parseCivilDate(text);
      if (date === undefined) context.addIssue({ code: "custom", message: "must be a date YYYY-MM-DD" });
      return date ?? z.NEVER;
    }),
  ),
});

/** Reads the environment. Throws `ConfigError` with one line for each value that cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success)
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  const { data } = read;
  const together = noticesProblems(data);
  if (together.length > 0) throw new ConfigError(together);
  const port = data.PORT ?? 8080;
  const host = data.HOST ?? "127.0.0.1";
  return {
    port,
    host,
    dataDir: path.resolve(data.MINHXET_DATA ?? "data"),
    databaseUrl: data.DATABASE_URL,
    databaseAppUrl: data.DATABASE_APP_URL,
    demo: data.MINHXET_DEMO,
    publicUrl: (data.MINHXET_PUBLIC_URL ?? `http://${shownHost(host)}:${port}`).replace(/\/$/, ""),
    trustedProxies: data.MINHXET_TRUST_PROXY ?? 0,
    logLevel: data.LOG_LEVEL ?? "info",
    backupRecipients: data.MINHXET_BACKUP_RECIPIENTS,
    ...mailOf(data),
    ...noticesOf(data),
    trailKey: data.MINHXET_TRAIL_KEY === undefined ? undefined : path.resolve(data.MINHXET_TRAIL_KEY),
    receiptKey: data.MINHXET_RECEIPT_KEY === undefined ? undefined : path.resolve(data.MINHXET_RECEIPT_KEY),
    clamd: data.MINHXET_CLAMD,
    recordingBytesMax: data.MINHXET_RECORDING_MAX_MB,
    filingsAnHour: data.MINHXET_FILINGS_AN_HOUR,
    breachedPasswordsUrl: data.MINHXET_BREACHED_PASSWORDS_URL,
    singleSignOn: singleSignOnOf(data),
    today: data.MINHXET_TODAY,
  };
}

function mailOf(data: z.infer<typeof environment>): Pick<Config, "mail"> {
  const { MINHXET_IMAP_URL: url, MINHXET_IMAP_AGENCY: agencyCode } = data;
  if (url !== undefined && agencyCode !== undefined) return { mail: { url, agencyCode } };
  if (url !== undefined) throw new ConfigError(["MINHXET_IMAP_AGENCY must be set with MINHXET_IMAP_URL."]);
  if (agencyCode !== undefined)
    throw new ConfigError(["MINHXET_IMAP_AGENCY must be set together with MINHXET_IMAP_URL."]);
  return {};
}

function singleSignOnOf(data: z.infer<typeof environment>): SingleSignOnConfig | undefined {
  const { MINHXET_OIDC_ISSUER: issuer, MINHXET_OIDC_CLIENT_ID: clientId } = data;
  if (issuer === undefined) {
    const alone = Object.entries(data).flatMap(([key, value]) =>
      key.startsWith("MINHXET_OIDC_") && value !== undefined ? [key] : [],
    );
    if (alone.length === 0) return undefined;
    throw new ConfigError(alone.map((key) => `${key} must be set together with MINHXET_OIDC_ISSUER.`));
  }
  if (clientId === undefined) throw new ConfigError(["MINHXET_OIDC_CLIENT_ID must be set with MINHXET_OIDC_ISSUER."]);
  return {
    issuer,
    clientId,
    clientSecret: data.MINHXET_OIDC_CLIENT_SECRET,
    name: data.MINHXET_OIDC_NAME ?? new URL(issuer).hostname,
    secondFactor: data.MINHXET_OIDC_SECOND_FACTOR ?? [],
  };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, "")));
  return isSafe && `${search}${hash}${username}` === "";
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

export function shownHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
