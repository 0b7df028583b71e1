import type { TicketStep } from "../../../casework/reception/queue/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { formText } from "../../ui/form-data.ts";

/** What the page says next: words for its address; a code is shown once and stands in none. */
interface Said {
  readonly given?: string;
  readonly nobody?: string;
  readonly code?: string;
}

const steps: readonly TicketStep[] = ["call", "recall", "skip", "done"];

/** One press on the page of the queue. */
export async function doQueue(app: App, asker: Asker, agencyId: string, desk: number, form: FormData): Promise<Said> {
  const intent = formText(form, "intent");
  const key = formText(form, "key");
  const step = steps.find((each) => each === intent);
  if (step) {
    await app.queue.stepTicket(asker, { key, ticketId: formText(form, "ticket"), step, desk });
    return {};
  }
  switch (intent) {
    case "next": {
      const { ticket } = await app.queue.callNext(asker, { key, agencyId, desk });
      return ticket ? {} : { nobody: "1" };
    }
    case "give":
    case "give-priority": {
      const { number } = await app.queue.takeNumber(asker, { key, agencyId, priority: intent === "give-priority" });
      return { given: `${number}` };
    }
    case "open-kiosk":
      return app.queue.openKiosk(asker, { agencyId });
    case "close-kiosk":
      await app.queue.closeKiosk(asker, { agencyId });
      return {};
    default:
      throw new Response(null, { status: 400 });
  }
}
