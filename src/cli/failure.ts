import { CommanderError } from "commander";
import { isLawRangeError } from "../rules/law-range-error.ts";
import { ConfigError } from "../server/config.ts";
import { refusalOf } from "../server/http/problem.ts";
import { errorCode, StoreError } from "../store/store-error.ts";
import { FAILED, REFUSED } from "./output.ts";

/** How a command ends that did not do what it was asked. */
export interface Failure {
  readonly exitCode: number;
  /** Stable; the same as the API's where the refusal is the same. */
  readonly code: string;
  /** For people; absent when it was shown already. */
  readonly message?: string;
  readonly article?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "access is denied",
  EISDIR: "it is a folder",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};

export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === "commander.help") return { exitCode: 0, code: "help" };
    const { code, message } = error;
    return code.startsWith("minhxet.")
      ? { exitCode: error.exitCode, code: code.slice("minhxet.".length), message }
      : { exitCode: REFUSED, code: "usage", message: message.replace(/^error: /, "") };
  }
  if (isLawRangeError(error)) return { exitCode: REFUSED, code: error.code, message: error.text.vi };
  const refusal = refusalOf(error);
  if (refusal) {
    const fields = refusal.fields?.map(({ field, message }) => ({ field, message: message.vi }));
    const { code, message, article } = refusal;
    return {
      exitCode: REFUSED,
      code,
      message: message.vi,
      ...(article ? { article } : {}),
      ...(fields ? { fields } : {}),
    };
  }
  if (error instanceof ConfigError) return { exitCode: REFUSED, code: "config", message: error.lines.join("\n") };
  if (error instanceof StoreError) return { exitCode: FAILED, code: error.code, message: error.message };
  const problem = fileProblems[errorCode(error) ?? ""];
  if (problem && error instanceof Error && "path" in error)
    return { exitCode: FAILED, code: "file", message: `${String(error.path)}: ${problem}.` };
  return {
    exitCode: FAILED,
    code: "fault",
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
