import { CommanderError, Option } from "commander";

/** 0 done, 1 failed, 2 refused or used wrongly. */
export const FAILED = 1;
export const REFUSED = 2;

export const out = (text: string): void => void process.stdout.write(`${text}\n`);
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);
export const json = (value: unknown): void => out(JSON.stringify(value, null, 2));

/** Standard output then holds JSON and nothing else, errors too. */
export const asJson = () => new Option("--json", "print nothing but JSON");

export interface JsonOption {
  readonly json?: boolean;
}

/** What the caller typed cannot be used; ends with exit code 2. */
export function misused(code: string, message: string): CommanderError {
  return new CommanderError(REFUSED, `minhxet.${code}`, message);
}
