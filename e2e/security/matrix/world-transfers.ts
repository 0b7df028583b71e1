import type { Permission } from "../../../src/casework/access/index.ts";
import type { Actor, Where } from "./actors.ts";
import { mark } from "./secrets.ts";
import type { SessionDay } from "./world-session.ts";
import { key, type Planting } from "./world-taking.ts";

/** The complaint and the denunciation of the session's day, each handed to the other commune with its letter; both wait there. */
export async function handedOver(
  { office, maker, can, agencies }: Planting,
  { complaint, denunciation }: SessionDay,
): Promise<void> {
  const { app, as, otherCommuneId: toAgencyId } = office;
  const [sorter, head] = [await as("petition-officer"), await as("head")];
  const hand = async (asker: typeof head, petitionId: string, reason: string) =>
    app.transfers.transferPetition(asker, { key: key(), petitionId, toAgencyId, reason: `Vì ${reason}`, on: today });
  const today = app.today();
  const any =
    (...wanted: readonly (readonly [Where, Permission])[]) =>
    ({ grants }: Actor) =>
      wanted.some(([where, permission]) => can(grants, permission, agencies[where]));

  const [reason, why] = [mark(), mark()];
  await hand(sorter, complaint.petitionId, reason);
  maker.add(
    "handed-over-people",
    "who complained, of a complaint handed to the other commune",
    "`person:read`, `petition:read` or `visit:read` in either",
    complaint.person.traces,
    any(
      ["here", "visit:read"],
      ["here", "petition:read"],
      ["elsewhere", "petition:read"],
      ["elsewhere", "person:read"],
    ),
  );
  maker.add(
    "handed-over",
    "that complaint",
    "`visit:read` or `petition:read` where it was taken in, `petition:read` where it is",
    [complaint.content],
    any(["here", "visit:read"], ["here", "petition:read"], ["elsewhere", "petition:read"]),
  );
  const isHolder = ({ role }: Actor) => role === "receipt-holder";
  const seesTransfer = any(["here", "petition:read"], ["elsewhere", "petition:read"]);
  maker.add(
    "handed-over-reason",
    "why it was handed over",
    "`petition:read` in either, and the holder of the receipt",
    [reason],
    (actor) => isHolder(actor) || seesTransfer(actor),
  );

  const { petitionId } = denunciation;
  await app.petitions.handToHead(await as("reception-officer"), { key: key(), petitionId });
  await hand(head, petitionId, why);
  const seesDenunciation = any(["here", "denunciation:read"], ["elsewhere", "denunciation:read"]);
  maker.nobody(
    "denouncer-handed-over",
    "who denounced, of a denunciation handed to the other commune",
    denunciation.person.traces,
  );
  maker.add(
    "denunciation-handed-over",
    "that denunciation",
    "`denunciation:read` in either",
    [denunciation.content],
    seesDenunciation,
  );
  maker.add(
    "denunciation-handed-over-reason",
    "why that was handed over",
    "`denunciation:read` in either, and the holder of the receipt",
    [why],
    (actor) => isHolder(actor) || seesDenunciation(actor),
  );
}
