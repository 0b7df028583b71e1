import { armor, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { App } from "../src/server/app.ts";
import { agencyId } from "./load-agencies.ts";
import { asOfficer, officers } from "./officers.ts";

/** Synthetic, and shown at the start: opens the keys of the demonstration's custodians. Real ones choose their own, in their browser. */
export const demoPassphrase = "lua chin ben song may troi cao";

/** Makes a key for each custodian before the first denunciation comes, as their browsers would. */
export async function makeCustodianKeys(app: App): Promise<void> {
  for (const { username, agency } of officers.filter(({ roles }) => roles.includes("custodian"))) {
    const key = await generateX25519Identity();
    const encrypter = new Encrypter();
    encrypter.setPassphrase(demoPassphrase);
    encrypter.setScryptWorkFactor(14);
    const sealedKey = armor.encode(await encrypter.encrypt(key));
    const session = await asOfficer(app, username);
    await app.identity.becomeCustodian(session.asker, {
      agencyId: agencyId(agency),
      recipient: await identityToRecipient(key),
      sealedKey,
    });
    await session.end();
  }
}
