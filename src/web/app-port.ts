import type { Who } from "../casework/access/index.ts";
import type { Asker } from "../casework/setting.ts";
import type { DeadlineStep } from "../rules/deadline.ts";
import type { Text } from "../rules/pack.ts";
import type { CivilDate } from "../time/civil-date.ts";

export interface TrackedPetition {
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly statusPlain: Text;
  readonly holder: string;
  readonly next?: {
    readonly what: Text;
    readonly on: CivilDate;
    readonly why: readonly DeadlineStep[];
    readonly provisional: boolean;
  };
  readonly events: readonly { readonly on: CivilDate; readonly what: Text }[];
  readonly documents?: readonly { readonly on: CivilDate; readonly name: Text }[];
}

/** What the pages of this room ask of the composition root. */
export interface App {
  readonly today: () => CivilDate;
  readonly cookie: {
    write(secret: string, expiresAt: Date): string;
    clear(): string;
    read(request: Request): string | undefined;
  };
  readonly access: {
    signIn(input: { username: string; password: string; network: string }): Promise<{
      readonly secret: string;
      readonly expiresAt: Date;
      readonly mustChangePassword: boolean;
    }>;
    signOut(asker: Asker): Promise<void>;
    changePassword(asker: Asker, input: { current: string; next: string; network: string }): Promise<void>;
    /** Throws "not-signed-in" when the session has ended. */
    whoAmI(asker: Asker): Promise<Who & { readonly agencyName: string }>;
  };
  readonly petitions: {
    track(input: { code: string; secret: string; network: string }): Promise<TrackedPetition | null>;
  };
}
