import type { TransferLine, TransferView } from "../../../casework/petitions/index.ts";
import { m } from "../../paraglide/messages.js";

export const views: Readonly<Record<TransferView, () => string>> = {
  incoming: m.transfers_view_incoming,
  deciding: m.transfers_view_deciding,
  sent: m.transfers_view_sent,
};

export const transferStates: Readonly<Record<TransferLine["state"], () => string>> = {
  proposed: m.transfers_state_proposed,
  accepted: m.transfers_state_accepted,
  returned: m.transfers_state_returned,
  referred: m.transfers_state_referred,
  decided: m.transfers_state_decided,
  outside: m.transfers_state_outside,
};
