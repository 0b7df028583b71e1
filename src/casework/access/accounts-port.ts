/** An opened session: `secret` is what the database's `app.enter` takes. */
export interface OpenedSession {
  readonly secret: string;
  readonly officerId: string;
  readonly expiresAt: Date;
}

/** Port: passwords and sessions, kept apart from everything else under a database role of their own. */
export interface Credentials {
  /** Undefined for a wrong password and for an unknown name alike, after the same work. */
  open(username: string, password: string): Promise<OpenedSession | undefined>;
  close(secret: string): Promise<void>;
  /** Ends every session of the officer, but not the one named. */
  closeAll(officerId: string, except?: string): Promise<void>;
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

/** Port: slows down guessing from one network at one name; never shuts a name for other networks. */
export interface Throttle {
  /** Counts an attempt. Returns the seconds to wait before the next one is looked at; 0: go on. */
  attempt(username: string, network: string): Promise<number>;
  /** The attempt was the right one: forget the count. */
  succeeded(username: string, network: string): Promise<void>;
}
