import { useEffect } from "react";
import { data, redirect } from "react-router";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import type { Booking } from "../../../casework/reception/bookings/index.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import type { Route } from "./+types/counter.ts";
import { CounterEntry } from "./counter-entry.tsx";
import { duplicatesInput } from "./duplicates.ts";
import { foundId, historyOf } from "./found-person.ts";
import { type Problem, problemsOf } from "./problems.ts";
import { ReadBack } from "./read-back.tsx";
import { receptionAgency } from "./reception-agency.ts";
import { secretsCookie } from "./secrets-cookie.ts";
import { takeScans } from "./take-scans.ts";
import { type Values, valuesOf, visitInputOf, withValues } from "./visit-form.ts";

interface Answer {
  readonly step: "entry" | "review";
  readonly stamp: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Undefined: nobody was looked for. */
  readonly found?: readonly PersonFound[];
  readonly history?: PersonHistory;
  readonly duplicates?: readonly PossibleDuplicate[];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { who, asker } = context.get(sessionContext);
  const agencyId = receptionAgency(who.grants);
  const { today } = context.get(requestContext);
  const app = context.get(appContext);
  const custodians = await app.identity.custodianCount(asker, { agencyId });
  const params = new URL(request.url).searchParams;
  const ticketId = params.get("ticket");
  const bookingId = params.get("booking");
  const booking = bookingId ? await orRefusal(app.bookings.booking(asker, { bookingId })) : undefined;
  const ticket = ticketId ? await orRefusal(app.queue.ticket(asker, { ticketId })) : undefined;
  return {
    custodians,
    ticket: ticket && "value" in ticket ? ticket.value : null,
    booking: booking && "value" in booking ? booking.value : null,
    officerId: who.officerId ?? "",
    key: crypto.randomUUID(),
    today: today.split("-").reverse().join("/"),
  };
}

/** A look-up or a review saves nothing: the page keeps what it has. */
export const shouldRevalidate = () => false;

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const app = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const agencyId = receptionAgency(who.grants);
  const values = valuesOf(form);
  const intent = formText(form, "intent");
  const chosenId = formText(form, "choose");
  const again = (more: Partial<Answer> = {}, status = 200) =>
    data<Answer>({ step: "entry", stamp: crypto.randomUUID(), values, problems: [], ...more }, { status });

  if (chosenId || intent === "find") {
    const query = values["visitor.idNumber"]?.trim() || values["visitor.name"] || "";
    const answer = await orRefusal(app.people.findPeople(asker, { agencyId, query: query.slice(0, 120), limit: 6 }));
    if ("refusal" in answer) return again({ problems: problemsOf(answer.refusal) }, 422);
    const person = answer.value.find((each) => foundId(each) === chosenId);
    if (!person) return again({ found: answer.value });
    const history = await orRefusal(app.people.personHistory(asker, historyOf(person)));
    return again({
      values: withValues(values, personValues(person)),
      ...("value" in history ? { history: history.value } : {}),
    });
  }
  if (intent === "duplicates") {
    const answer = await orRefusal(app.duplicates.findDuplicates(asker, duplicatesInput(values, agencyId)));
    return "value" in answer
      ? again({ duplicates: answer.value })
      : again({ problems: problemsOf(answer.refusal) }, 422);
  }
  if (intent === "other") return again({ values: withValues(values, personValues(undefined)) });
  if (intent === "edit" || intent === "more") return again();

  if (intent === "review") {
    const custodians = await app.identity.custodianCount(asker, { agencyId });
    const scans = await takeScans(form, values, custodians, (file) =>
      orRefusal(app.files.addFile(asker, { agencyId, ...file })),
    );
    const checked = await orRefusal(app.reception.checkVisit(visitInputOf(scans.values, agencyId, true)));
    const problems = [...("refusal" in checked ? problemsOf(checked.refusal) : []), ...scans.problems];
    if (problems.length > 0) return again({ values: scans.values, problems }, 422);
    return again({ step: "review", values: scans.values });
  }
  const saved = await orRefusal(app.reception.recordVisit(asker, visitInputOf(values, agencyId, intent === "save")));
  if ("refusal" in saved) return again({ problems: problemsOf(saved.refusal) }, 422);
  const { visitId, petitions } = saved.value;
  // The visit stands; a number that is gone meanwhile changes nothing of it.
  if (values.ticket) await orRefusal(app.queue.finishTicket(asker, { ticketId: values.ticket, visitId }));
  if (values.booking) await orRefusal(app.bookings.finish(asker, { bookingId: values.booking }));
  return redirect(`/office/reception/visits/${visitId}?saved`, {
    status: 303,
    headers: { "Set-Cookie": secretsCookie(visitId, petitions, app.config.publicUrl.startsWith("https:")) },
  });
}

/** When the network fails, what was typed stays on the screen. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const step: Answer["step"] = formText(form, "intent") === "save" ? "review" : "entry";
    return {
      step,
      stamp: `offline ${Date.now()}`,
      values: valuesOf(form),
      problems: [{ message: m.reception_offline() }],
    };
  }
}

function personValues(person: PersonFound | undefined): Record<string, string | number | null | undefined> {
  return {
    "visitor.personId": person?.personId,
    "visitor.name": person?.fullName,
    "visitor.address": person?.address,
    "visitor.idKind": person?.idKind,
    "visitor.idNumber": person?.idNumber,
    "visitor.birthYear": person?.birthYear,
    "visitor.phone": person?.phone,
  };
}

/** What was said when booking; the officer asks for the rest and mends it. */
function bookedValues({ id, name, channel, contact, subject, people }: Booking): Values {
  return {
    booking: id,
    "visitor.name": name ?? "",
    "visitor.phone": channel === "phone" ? (contact ?? "") : "",
    content: subject ?? "",
    peopleCount: `${people ?? 1}`,
  };
}

export default function Counter({ loaderData, actionData }: Route.ComponentProps) {
  const answer: Answer | undefined = actionData;
  const step = answer?.step ?? "entry";
  useEffect(() => {
    if (step === "review") document.getElementById("read-back")?.focus();
  }, [step]);
  return (
    <>
      <title>{`${m.reception_title()} · ${m.ui_product()}`}</title>
      {step === "review" && answer ? (
        <ReadBack values={answer.values} problems={answer.problems} custodians={loaderData.custodians} />
      ) : (
        <CounterEntry
          officerId={loaderData.officerId}
          ticket={loaderData.ticket}
          booking={loaderData.booking}
          start={
            answer?.values ?? {
              key: loaderData.key,
              receivedOn: loaderData.today,
              peopleCount: "1",
              ...(loaderData.booking ? bookedValues(loaderData.booking) : {}),
            }
          }
          fresh={answer === undefined}
          stamp={answer?.stamp ?? ""}
          problems={answer?.problems ?? []}
          found={answer?.found}
          history={answer?.history}
          duplicates={answer?.duplicates}
          custodians={loaderData.custodians}
        />
      )}
    </>
  );
}
