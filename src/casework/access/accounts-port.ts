/** An opened session: `secret` is what the database's `app.enter` takes. */
export interface OpenedSession {
  readonly secret: string;
  readonly officerId: string;
  readonly expiresAt: Date;
}

/** A session without its secret. */
export interface SessionLine {
  readonly id: string;
  /** Browser and system by their family; empty when unknown. */
  readonly from: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly isCurrent: boolean;
}

/** Port: passwords and sessions, kept apart from everything else under a database role of their own. */
export interface Credentials {
  /** Undefined for a wrong password and for an unknown name alike, after the same work. */
  open(username: string, password: string, from?: string): Promise<OpenedSession | undefined>;
  /** Opens a session without a password, for who has shown one a moment ago; `isStrong`: with two factors, so that no other is demanded. */
  openFor(officerId: string, from?: string, isStrong?: boolean): Promise<OpenedSession>;
  close(secret: string): Promise<void>;
  /** Ends every session of the officer, but not the one named; returns how many. */
  closeAll(officerId: string, except?: string): Promise<number>;
  /** The officer's open sessions, newest first; `current` is the secret of the one that asks. */
  sessions(officerId: string, current?: string): Promise<readonly SessionLine[]>;
  /** Ends that session if it is the officer's. */
  closeOne(officerId: string, sessionId: string): Promise<boolean>;
  matches(officerId: string, password: string): Promise<boolean>;
  /** Makes the credentials and returns the officer's new id; undefined when the name is taken. */
  create(input: {
    readonly username: string;
    readonly name: string;
    readonly password: string;
  }): Promise<string | undefined>;
  remove(officerId: string): Promise<void>;
  setPassword(officerId: string, password: string): Promise<void>;
}

/** Port: the second factor of an officer: one-time codes of an authenticator app, and recovery codes. */
export interface SecondFactors {
  /** Undefined while it is not asked at sign-in. */
  state(officerId: string): Promise<{ readonly since: Date; readonly recoveryCodesLeft: number } | undefined>;
  /** A secret that waits for its first code, as text and as a picture (data address); undefined when one is in use. */
  begin(
    officerId: string,
    username: string,
  ): Promise<{ readonly secret: string; readonly picture: string } | undefined>;
  /** The first right code puts it in use; returns the recovery codes, which are kept nowhere. Undefined for a wrong code. */
  confirm(officerId: string, code: string): Promise<readonly string[] | undefined>;
  /** Takes a one-time code or a recovery code; each is good once. Undefined for a wrong one. */
  take(officerId: string, code: string): Promise<"code" | "recovery-code" | undefined>;
  /** New recovery codes; the earlier ones are good no more. */
  renewRecoveryCodes(officerId: string): Promise<readonly string[]>;
  /** Whether one was in use. */
  remove(officerId: string): Promise<boolean>;
  /** Remembers for some minutes that the password was right; returns the secret under which it is remembered. */
  ask(officerId: string): Promise<string>;
  /** Of whom a code was asked under that secret; undefined when nobody, or too long ago. */
  asked(challenge: string): Promise<string | undefined>;
  /** The secret is used up; false when it was already. */
  answered(challenge: string): Promise<boolean>;
}

/** Port: passwords known from breaches elsewhere. Says "no" when it cannot be asked. */
export interface BreachedPasswords {
  isKnown(password: string): Promise<boolean>;
}

export interface PasskeyLine {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Port: passkeys of officers, bound to the public address. What the browser is asked and answers is JSON of WebAuthn. */
export interface Passkeys {
  readonly isPossible: boolean;
  list(officerId: string): Promise<readonly PasskeyLine[]>;
  begin(officerId: string, username: string, displayName: string): Promise<object>;
  /** Undefined when it does not answer a challenge of this officer, or the person was not verified. */
  finish(officerId: string, name: string, response: unknown): Promise<string | undefined>;
  remove(officerId: string, id: string): Promise<boolean>;
  removeAll(officerId: string): Promise<void>;
  challenge(): Promise<object>;
  /** The officer whose passkey answered a challenge that nobody answered before. */
  take(response: unknown): Promise<string | undefined>;
}

/** What was sent to a provider of single sign-on, to be held against its answer. */
export interface SignOnFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** The officer whose account is to be linked; null: to sign in. */
  readonly linkFor: string | null;
}

/** Whom the provider means. */
export interface SignOnIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The provider says that it saw a factor which the installation counts as a second one. */
  readonly isStrong: boolean;
}

/** Port: a provider of single sign-on (OpenID Connect). */
export interface SignOnProvider {
  /** As the button names it. */
  readonly name: string;
  /** Undefined when the provider does not answer. */
  begin(linkFor?: string): Promise<{ readonly url: string; readonly flow: SignOnFlow } | undefined>;
  /** `query`: the query of the address under which the browser came back. "denied": the person did not confirm there. */
  finish(flow: SignOnFlow, query: string): Promise<SignOnIdentity | "denied" | "refused" | "unreachable">;
}

/** Port: which officer is linked to whom at a provider; one each. */
export interface SignOnLinks {
  since(officerId: string): Promise<Date | undefined>;
  officerOf(identity: Pick<SignOnIdentity, "issuer" | "subject">): Promise<string | undefined>;
  /** False when one of the two is linked already. */
  link(officerId: string, identity: Pick<SignOnIdentity, "issuer" | "subject">): Promise<boolean>;
  unlink(officerId: string): Promise<boolean>;
  /** Whether the browser comes back with it for the first time. */
  spend(flow: Pick<SignOnFlow, "state" | "until">): Promise<boolean>;
}

/** From where a secret is tried. */
export interface From {
  readonly network: string;
  /** The mark of a browser from which the name's owner has come in before: counted by itself, whatever strangers do. */
  readonly device?: string | undefined;
  /** Also counts the name over all networks, for names that known devices can reach all the same. */
  readonly everywhere?: boolean;
}

/** Port: slows down guessing at one name from one network, and from many; never shuts a name for its known devices. */
export interface Throttle {
  /** Counts an attempt. Returns the seconds to wait before the next one is looked at; 0: go on. */
  attempt(username: string, from: From): Promise<number>;
  /** The attempt was the right one: forget the count. */
  succeeded(username: string, from: From): Promise<void>;
}
