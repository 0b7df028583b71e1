import * as access from "../casework/access/index.ts";

/** Guessing the secret of one code from one network grows slow; a right one forgets the count. */
export async function slowly<Found>(
  throttle: access.Throttle,
  input: { readonly code: string; readonly network: string },
  look: () => Promise<Found>,
): Promise<Found> {
  const name = `track ${input.code.trim().toUpperCase()}`;
  const wait = await throttle.attempt(name, { network: input.network });
  if (wait > 0) throw access.tooManyAttempts(wait);
  const found = await look();
  if (found) await throttle.succeeded(name, { network: input.network });
  return found;
}
