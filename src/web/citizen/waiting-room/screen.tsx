import { data } from "react-router";
import { appContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/screen.ts";

const refreshSeconds = 5;

/** Open to anyone: numbers and desks. The browser asks again by itself, without a script. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const answer = await orRefusal(context.get(appContext).queue.waitingRoom({ agency: params.code }));
  if ("refusal" in answer) throw new Response(null, { status: 404 });
  return data({ room: answer.value }, { headers: { Refresh: `${refreshSeconds}` } });
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function Screen({ loaderData }: Route.ComponentProps) {
  const { room } = loaderData;
  return (
    <main id="main" className="waiting-screen">
      <title>{`${m.queue_room_title()} · ${room.agencyName}`}</title>
      <header>
        <h1>{room.agencyName}</h1>
        <p>{m.queue_room_waiting({ n: room.waiting })}</p>
      </header>
      {room.called.length === 0 ? (
        <div className="waiting-none">
          <p>{m.queue_room_none()}</p>
          <p>{m.queue_room_none_text()}</p>
        </div>
      ) : (
        <table>
          <caption className="visually-hidden">{m.queue_room_called()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.queue_room_number()}</th>
              <th scope="col">{m.queue_room_desk()}</th>
            </tr>
          </thead>
          <tbody>
            {room.called.map(({ number, desk }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{desk}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {room.skipped.length > 0 && <footer>{m.queue_room_skipped({ numbers: room.skipped.join(", ") })}</footer>}
    </main>
  );
}
