import type { Asker } from "../casework/setting.ts";

/** A use case with its setting given. */
export function bound<S, Input, Result>(
  setting: S,
  useCase: (setting: S, asker: Asker, input: Input) => Promise<Result>,
) {
  return (asker: Asker, input: Input): Promise<Result> => useCase(setting, asker, input);
}
