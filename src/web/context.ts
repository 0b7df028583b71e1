import { createContext } from "react-router";
import type { Who } from "../casework/access/index.ts";
import type { Asker } from "../casework/setting.ts";
import type { App } from "../server/app.ts";
import type { CivilDate } from "../time/civil-date.ts";

/** The composition root: every use case that a loader or an action may call. */
export const appContext = createContext<App>();

/** What is known of every request before anybody is recognised. */
export interface RequestFacts {
  readonly locale: "vi" | "en";
  readonly today: CivilDate;
  /** For the inline scripts of hydrated pages. */
  readonly nonce: string;
  /** Tells networks apart for the throttle; never logged. */
  readonly network: string;
}
export const requestContext = createContext<RequestFacts>();

export interface Session {
  readonly asker: Asker;
  readonly who: Who & { readonly agencyName: string; readonly hasSubordinates: boolean };
}

/** Set for every route under the officers' layout; reading it elsewhere throws. */
export const sessionContext = createContext<Session>();
