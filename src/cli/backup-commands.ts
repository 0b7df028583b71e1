import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { readConfig } from "../server/config.ts";
import { asJson, type JsonOption, json, misused, out, tell } from "./output.ts";
import { withApp } from "./with-app.ts";

export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("into one new FILE, or (without FILE, embedded database) a base for points in time")
    .argument("[file]", "such as minhxet.tar.gz.age")
    .option("--recipient <key>", "encrypt to this public key, age1…; may be repeated", collect)
    .option("--plain", "leave it in clear, where nobody is to encrypt to")
    .option("--keep <count>", "without FILE: so many bases stay, older ones go")
    .addOption(asJson())
    .action(writeBackup);
  program
    .command("backup-key")
    .description("makes a pair of keys for backups; the private one is shown once and kept nowhere")
    .addOption(asJson())
    .action(makeKey);
  program
    .command("restore")
    .description("puts a backup FILE in the place of the database, or makes a new one as it was --to a moment")
    .argument("[file]", "a file that backup wrote")
    .option("--to <moment>", 'such as "2026-11-20 10:15", Viet Nam time; into an empty data folder')
    .option("--latest", "to the end of what was kept; into an empty data folder")
    .option("--from <folder>", "with --to and --latest: the folder backups of the data folder that was, or a copy")
    .option("--identity <file>", "the private key of an encrypted backup; - reads it from standard input")
    .addOption(asJson())
    .action(restoreBackup);
}

const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value];

interface BackupOptions extends JsonOption {
  readonly recipient?: readonly string[];
  readonly plain?: boolean;
  readonly keep?: string;
}

async function writeBackup(file: string | undefined, options: BackupOptions): Promise<void> {
  const { requireRecipients } = await import("../store/index.ts");
  const recipients = options.plain ? [] : (options.recipient ?? readConfig(process.env).backupRecipients ?? []);
  if (options.plain && options.recipient) throw misused("backup", "Either --recipient or --plain, not both.");
  if (recipients.length === 0 && !options.plain) {
    throw misused(
      "backup-plain",
      "A backup holds everything in clear. Name whom to encrypt it to (--recipient age1… or MINHXET_BACKUP_RECIPIENTS; minhxet backup-key makes a pair), or say --plain.",
    );
  }
  requireRecipients(recipients);
  if (file === undefined) return writeBase(recipients, options);
  if (options.keep !== undefined) throw misused("backup", "--keep is for backups without FILE.");
  const { backup } = await import("../store/index.ts");
  const made = await withApp((app) => backup(app.setting.store, path.resolve(file), recipients));
  tellFaults(made.missing, made.altered);
  if (options.json) return json(made);
  out(`${made.file}: ${made.rows} rows of ${made.tables} tables, ${made.files} files, ${sealedOrNot(made.encrypted)}.`);
}

async function writeBase(recipients: readonly string[], options: BackupOptions): Promise<void> {
  if (options.keep !== undefined && !/^[1-9]\d*$/.test(options.keep))
    throw misused("keep", "--keep takes a number from 1.");
  const keep = options.keep === undefined ? undefined : Number(options.keep);
  const { backupBase } = await import("../store/index.ts");
  const made = await withApp((app) => backupBase(app.setting.store, { recipients, keep }));
  tellFaults(made.missing, []);
  if (options.json) return json(made);
  out(`${made.file}: every moment from ${made.from} on can be restored, ${sealedOrNot(made.encrypted)}.`);
  out(`Bases kept: ${made.basesKept}, removed: ${made.basesRemoved}. Stored files copied: ${made.filesCopied}.`);
}

const sealedOrNot = (encrypted: boolean) => (encrypted ? "encrypted" : "in clear");

function tellFaults(missing: readonly string[], altered: readonly string[]): void {
  for (const digest of missing) tell(`A row names the file ${digest}, which is not in the file store.`);
  for (const digest of altered) tell(`The stored file ${digest} no longer has its content.`);
}

async function makeKey(options: JsonOption): Promise<void> {
  const { makeBackupKey } = await import("../store/index.ts");
  const { identity, recipient } = await makeBackupKey();
  if (options.json) return json({ recipient, identity });
  out(`# Public: MINHXET_BACKUP_RECIPIENTS or --recipient\n# ${recipient}`);
  out(
    "# Private: keep it apart from this machine and from the backups. It is not shown again; without it no backup opens.",
  );
  out(identity);
}

interface RestoreOptions extends JsonOption {
  readonly to?: string;
  readonly latest?: boolean;
  readonly from?: string;
  readonly identity?: string;
}

async function restoreBackup(file: string | undefined, options: RestoreOptions): Promise<void> {
  const ways = [file !== undefined, options.to !== undefined, options.latest === true].filter(Boolean).length;
  if (ways !== 1) throw misused("restore", "Name one: a FILE, --to MOMENT, or --latest.");
  const identities = await readKeys(options.identity);
  if (file === undefined) return restorePoint(identities, options);
  const { restore } = await import("../store/index.ts");
  const { dataDir, databaseUrl, databaseAppUrl } = readConfig(process.env);
  const setting = { dataDir, databaseUrl, databaseAppUrl, notice: tell };
  const made = await restore({ file: path.resolve(file), identities }, setting);
  if (options.json) return json(made);
  out(`Restored the backup of ${made.createdAt}: ${made.rows} rows, ${made.files} files.`);
  if (made.keptAs) out(`The database that was there is kept as ${made.keptAs}.`);
}

async function restorePoint(identities: readonly string[], options: RestoreOptions): Promise<void> {
  const { dataDir, databaseUrl } = readConfig(process.env);
  if (databaseUrl) throw misused("restore", "DATABASE_URL is a server of its own: its own tools go to a moment.");
  const { restoreTo } = await import("../store/index.ts");
  const from = path.resolve(options.from ?? path.join(dataDir, "backups"));
  const to = options.to === undefined ? undefined : momentOf(options.to);
  const made = await restoreTo({ from, to, identities, dataDir, notice: tell });
  if (options.json) return json({ ...made, to: to?.toISOString() });
  out(
    `Restored into ${dataDir} as of ${options.to ?? "the end of what was kept"}: ${made.segments} segments, ${made.files} files.`,
  );
  out("Put the copy of secrets/ that you keep apart into the data folder before you start, but not its database.json.");
}

async function readKeys(place: string | undefined): Promise<readonly string[]> {
  if (place === undefined) return [];
  const { readIdentities } = await import("../store/index.ts");
  return readIdentities(place === "-" ? await text(process.stdin) : readFileSync(place, "utf8"));
}

/** "2026-11-20 10:15", with seconds or without, in Viet Nam; or ISO 8601 with its own offset. */
function momentOf(given: string): Date {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?$/.exec(given.trim());
  const moment = new Date(match ? `${match[1]}T${match[2]}${match[3] ?? "+07:00"}` : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw misused("moment", `${given} is not a moment such as "2026-11-20 10:15".`);
  return moment;
}
