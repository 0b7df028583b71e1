import type { Calendar } from "../rules/calendar.ts";
import type { LoadedPack } from "../rules/load-pack.ts";
import type { Caller, Store } from "../store/index.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { FileScanner } from "./files/file-scanner.ts";
import type { FileStore } from "./files/file-store.ts";
import type { PaperRenderer } from "./papers/renderer.ts";

/** What every use case is given by the composition root: the database, the law, the clock, and the ports to what lives outside. */
export interface Setting {
  readonly store: Store;
  readonly law: { readonly packs: readonly LoadedPack[] };
  /** The calendar of the law with the announcements that administrators entered. */
  readonly calendar: () => Promise<Calendar>;
  readonly today: () => CivilDate;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly files: FileStore;
  readonly scanner: FileScanner;
  readonly renderer: PaperRenderer;
  /** Address under which citizens reach this installation, for the tracking link of receipts. */
  readonly publicUrl: string;
  /** Key of the blind look-up of denouncers: outside database, file store and backups (settled 5). */
  readonly lookUpKey: Buffer;
}

/** Who asks: a secret that the database turns into a person and the person's rights; nothing else is believed. */
export type Asker = Caller;
