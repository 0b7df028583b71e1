import { m } from "../paraglide/messages.js";
import { TextInput } from "../ui/field.tsx";

interface Words {
  readonly label: string;
  readonly hint?: string;
}

/** What lets somebody without an account back to what they filed or booked. The secret is never filled in again. */
export function CodeAndSecret({
  code = { label: m.citizen_code() },
  secret = { label: m.citizen_secret() },
  typed,
  error,
}: {
  readonly code?: Words;
  readonly secret?: Words;
  /** The code that was sent before. */
  readonly typed: string | undefined;
  readonly error: (field: string) => string | undefined;
}) {
  return (
    <>
      <TextInput
        name="code"
        {...code}
        error={error("code")}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <TextInput name="secret" {...secret} error={error("secret")} autoComplete="off" spellCheck={false} required />
    </>
  );
}
