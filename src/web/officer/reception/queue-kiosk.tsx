import { Form } from "react-router";
import type { Queue } from "../../../casework/reception/queue/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button, LinkButton } from "../../ui/button.tsx";

/** The screen and the device of the waiting room; `children` are the hidden fields of the page's forms. */
export function KioskPart({ queue, code, children }: { queue: Queue; code: string | null; children: React.ReactNode }) {
  const room = `/phong-cho/${encodeURIComponent(queue.agencyCode)}`;
  return (
    <>
      <h2>{m.queue_screen()}</h2>
      <p className="hint">{m.queue_screen_text()}</p>
      <p>
        <LinkButton to={room} reloadDocument target="_blank">
          {m.queue_screen_open()}
        </LinkButton>
      </p>
      <h2>{m.queue_kiosk()}</h2>
      <p>{queue.kioskOpen ? m.queue_kiosk_is_open() : m.queue_kiosk_is_closed()}</p>
      {code && (
        <p role="status" className="callout done">
          {m.queue_kiosk_code()}: <strong className="queue-code">{code}</strong>
        </p>
      )}
      <p className="hint">{m.queue_kiosk_text()}</p>
      <Form method="post" className="queue-acts">
        {children}
        <Button type="submit" name="intent" value="open-kiosk">
          {m.queue_kiosk_open()}
        </Button>
        {queue.kioskOpen && (
          <Button type="submit" name="intent" value="close-kiosk">
            {m.queue_kiosk_close()}
          </Button>
        )}
      </Form>
      <p>
        <LinkButton to={`${room}/lay-so`} reloadDocument target="_blank">
          {m.queue_kiosk_page()}
        </LinkButton>
      </p>
    </>
  );
}
