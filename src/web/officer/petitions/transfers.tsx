import { Link } from "react-router";
import type { TransferLine, TransferView } from "../../../casework/petitions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { appContext, requestContext, sessionContext } from "../../context.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState } from "../../ui/callout.tsx";
import { DeadlineChip } from "../../ui/deadline-chip.tsx";
import { Pager, Table, Tabs } from "../../ui/table.tsx";
import { shown } from "../matters/shown.ts";
import type { Route } from "./+types/transfers.ts";
import { transferStates, views } from "./transfer-words.ts";
import { sayKind } from "./words.ts";

const path = "/office/transfers";
const isView = (view: string | null): view is TransferView => view !== null && Object.hasOwn(views, view);

export async function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get("view");
  const view = isView(asked) ? asked : "incoming";
  const after = query.get("after");
  const { asker, who } = context.get(sessionContext);
  const page = await shown(
    context.get(appContext).transfers.listTransfers(asker, { view, ...(after ? { after } : {}) }),
  );
  const decides = who.grants.some(({ role }) => role === "head");
  return { ...page, view, paged: after !== null, decides, today: context.get(requestContext).today };
}

/** What was handed to us and waits for an answer, what the superior decides, and what we handed over. */
export default function Transfers({ loaderData }: Route.ComponentProps) {
  const { lines, next, waiting, view, paged, decides, today } = loaderData;
  const address = (to: TransferView, cursor?: string) =>
    `${path}?${new URLSearchParams({ view: to, ...(cursor ? { after: cursor } : {}) })}`;
  const counts = { incoming: waiting.incoming, deciding: waiting.deciding, sent: 0 };
  const tabs = (["incoming", "deciding", "sent"] as const).filter((each) => each !== "deciding" || decides);
  return (
    <>
      <title>{`${views[view]()} · ${m.ui_product()}`}</title>
      <h1>{m.transfers_title()}</h1>
      <Tabs
        label={m.transfers_title()}
        items={tabs.map((each) => ({
          to: address(each),
          name: views[each](),
          ...(counts[each] > 0 ? { count: counts[each] > 100 ? "100+" : `${counts[each]}` } : {}),
          current: each === view,
        }))}
      />
      {lines.length === 0 ? <Nothing view={view} /> : <Lines lines={lines} view={view} today={today} />}
      <Pager previous={paged ? address(view) : undefined} next={next ? address(view, next) : undefined} />
    </>
  );
}

function Nothing({ view }: { view: TransferView }) {
  const words = {
    incoming: [m.transfers_none_incoming(), m.transfers_none_incoming_text()],
    deciding: [m.transfers_none_deciding(), m.transfers_none_deciding_text()],
    sent: [m.transfers_none_sent(), m.transfers_none_sent_text()],
  } as const;
  const [title, text] = words[view];
  return (
    <EmptyState title={title}>
      <p>{text}</p>
    </EmptyState>
  );
}

function Lines({ lines, view, today }: { lines: readonly TransferLine[]; view: TransferView; today: CivilDate }) {
  const ours = view === "sent";
  return (
    <Table
      caption={views[view]()}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "code",
          name: m.transfers_code(),
          cell: ({ id, code }) => (
            <Link className="nowrap" to={`${path}/${id}`}>
              {code}
            </Link>
          ),
        },
        { key: "kind", name: m.matters_kind(), cell: ({ kind }) => sayKind(kind) },
        ...(ours ? [] : [{ key: "from", name: m.transfers_from(), cell: ({ from }: TransferLine) => from }]),
        ...(view === "incoming"
          ? []
          : [
              {
                key: "to",
                name: ours ? m.transfers_to() : m.transfers_wished(),
                cell: ({ to, wished }: TransferLine) => (ours ? to : wished),
              },
            ]),
        { key: "on", name: m.transfers_on(), cell: ({ on }) => sayDate(on) },
        { key: "count", name: m.transfers_count(), cell: ({ ordinal }) => ordinal, number: true },
        ...(view === "incoming"
          ? [
              {
                key: "alarm",
                name: m.processing_alarm_short(),
                cell: ({ alarmOn }: TransferLine) => alarmOn && <DeadlineChip dueOn={alarmOn} today={today} short />,
              },
            ]
          : []),
        { key: "reason", name: m.transfers_reason(), cell: ({ reason }) => reason },
        ...(ours
          ? [{ key: "state", name: m.transfers_state(), cell: ({ state }: TransferLine) => transferStates[state]() }]
          : []),
      ]}
    />
  );
}
