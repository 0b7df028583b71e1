import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { openClient } from "../../store/pool.ts";
import { openTestSmtp } from "./testing-smtp.ts";

const network = "203.0.113.0/24";
export const gatewaySecret = "khoa-thu-cua-cong-tin-nhan-32-ky-tu";

export type NoticeOffice = Awaited<ReturnType<typeof openNoticeOffice>>;

/** An office whose notices go to a mail server and a gateway on this machine, and what tests ask of them. */
export async function openNoticeOffice() {
  const [smtp, gateway] = await Promise.all([openTestSmtp(), openGateway()]);
  const office = await openTestOffice({
    today: "2026-11-24",
    config: {
      notices: {
        smtp: { url: smtp.url, from: "khong-tra-loi@thu.example" },
        gateway: { url: gateway.url, secret: gatewaySecret },
      },
    },
  });
  const { asOwner, ...rows } = rowsOf(office);
  return {
    office,
    smtp,
    gateway,
    ...rows,
    petition: petitionsOf(office),
    send: () => office.app.notices.sendNotices(office.app.task),
    /** Nothing waits and nothing came. */
    empty: async () => {
      await asOwner("update notice set state = 'dropped', ended_at = now() where state <> 'dropped'");
      smtp.letters.length = 0;
      gateway.asked.length = 0;
      gateway.status = 204;
    },
    asOwner,
    close: () => Promise.all([office.close(), smtp.close(), gateway.close()]),
  };
}

/** Of a letter as the mail server got it, its words. */
export const wordsOf = (letter: { readonly source: string } | undefined): string =>
  Buffer.from(letter?.source.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8");

function rowsOf(office: TestOffice) {
  const asOwner = async <T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> => {
    const client = openClient(office.app.setting.store.migrator, "test");
    await client.connect();
    try {
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const noticesOf = (id: string) =>
    asOwner<{ id: string; kind: string; state: string; tries: number; failure: string | null }>(
      "select id, kind, state, tries, failure from notice where petition_id = $1 order by queued_at, id",
      [id],
    );
  return {
    asOwner,
    noticesOf,
    statesOf: async (id: string) => (await noticesOf(id)).map(({ kind, state }) => [kind, state]),
    addressesOf: (id: string) => asOwner("select 1 from notice_address where petition_id = $1", [id]),
    nextTryNow: () => asOwner("update notice set next_at = now() where state = 'waiting'"),
  };
}

type Kind = "complaint" | "denunciation" | "recommendation";

/** A petition of somebody who does not exist, and where they want to be told. */
function petitionsOf(office: TestOffice) {
  return async (tellAt: string | undefined, kinds: Kind[] = ["recommendation"]) => {
    const { visitId, petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn: "2026-11-20",
      visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
      kinds,
      content: "Đường vào thôn ngập nước khi mưa",
      readBack: true,
      ...(tellAt === undefined ? {} : { tellAt }),
    });
    const [made] = petitions;
    if (!made?.trackingSecret) throw new Error("a petition without a secret");
    return { visitId, id: made.id, code: made.code, codes: { code: made.code, secret: made.trackingSecret, network } };
  };
}

/** A real HTTP server in the place of a gateway: what it was asked, and what it answers. */
async function openGateway() {
  const asked: { readonly body: string; readonly headers: Record<string, unknown> }[] = [];
  const state = { status: 204 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString("utf8");
    });
    request.on("end", () => {
      asked.push({ body, headers: request.headers });
      response.writeHead(state.status, { location: "http://127.0.0.1:1/" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/tin`,
    asked,
    set status(status: number) {
      state.status = status;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
