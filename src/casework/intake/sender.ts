import type { Trx } from "../../store/index.ts";
import type { SealedPerson } from "../identity/index.ts";
import { addPeople, foldVietnamese, type KnownPerson, peopleByNumber } from "../people/index.ts";
import type { Traces } from "../reception/index.ts";
import type { Setting } from "../setting.ts";
import type { Sender } from "./post-input.ts";

/** Stores who sent the letter; null for a letter without a name. The same paper and name is the same person, unless sealed. */
export async function storeSender(
  tx: Trx,
  setting: Setting,
  agencyId: string,
  sender: Sender,
  sealedTo: string | null,
): Promise<string | null> {
  if (!sender.name) return null;
  if (sealedTo === null && sender.paper) {
    const known = (await peopleByNumber(tx, agencyId, [sender.paper.idNumber])).get(sender.paper.idNumber);
    if (known?.foldedName === foldVietnamese(sender.name)) return known.personId;
  }
  const id = setting.newId();
  await addPeople(tx, [
    {
      id,
      agencyId,
      sealedTo,
      fullName: sender.name,
      idKind: sender.paper?.idKind ?? null,
      idNumber: sender.paper?.idNumber ?? null,
      address: sender.address || null,
      ...(sender.birthYear ? { birthYear: sender.birthYear } : {}),
      ...(sender.phone ? { phone: sender.phone } : {}),
      ...(sender.email ? { email: sender.email } : {}),
    },
  ]);
  return id;
}

export const tracesOfSender = (sender: Sender): Traces => ({
  name: sender.name,
  address: sender.address,
  idNumber: sender.paper?.idNumber ?? sender.idTyped,
  phone: sender.phone ?? null,
  email: sender.email ?? null,
});

/** As the vault keeps them; empty when the letter gives nothing of its sender. */
export function sealedSender(sender: Sender): readonly SealedPerson[] {
  const { name, address, paper, idTyped, phone, email, birthYear } = sender;
  const identityNumber = paper?.idNumber ?? idTyped;
  if (!(name || address || identityNumber || phone || email)) return [];
  return [
    {
      name,
      address,
      role: "petitioner",
      ...(identityNumber ? { identityNumber } : {}),
      ...(paper ? { identityPaper: paper.idKind } : {}),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(birthYear ? { birthYear } : {}),
    },
  ];
}

export function senderOf(known: KnownPerson): Sender {
  const { fullName, address, idKind, idNumber, birthYear, phone, email } = known;
  return {
    name: fullName,
    address: address ?? "",
    paper: idKind && idNumber ? { idKind, idNumber } : null,
    idTyped: idNumber ?? "",
    ...(birthYear ? { birthYear } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  };
}
