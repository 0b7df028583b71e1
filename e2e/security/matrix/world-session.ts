import { type Marked, mark, markedPerson } from "./secrets.ts";
import { key, type Planting, told } from "./world-taking.ts";

interface Received {
  readonly petitionId: string;
  readonly person: Marked;
  readonly content: string;
}

export interface SessionDay {
  readonly complaint: Received;
  readonly denunciation: Received;
}

/** A head's session held today, with its minutes: a complaint is on them, and a denunciation as a pseudonym. */
export async function heldSession({ office, maker, take }: Planting): Promise<SessionDay> {
  const { app, as, communeId: agencyId } = office;
  const officer = await as("reception-officer");
  const received = async (kind: "complaint" | "denunciation"): Promise<Received> => {
    const [person, content] = [markedPerson(), mark()];
    const said = kind === "denunciation" ? told(person, content) : `Việc ${content}`;
    const { petitionId } = await take("here", person, [kind], said, { receivedOn: app.today() });
    return { petitionId, person, content };
  };
  const day = { complaint: await received("complaint"), denunciation: await received("denunciation") };
  const { sessions } = await app.headSessions.planSessions(officer, {
    key: key(),
    agencyId,
    position: "commune-chair",
    dates: [app.today()],
    startsAt: "00:00",
    endsAt: "23:59",
    place: "Trụ sở",
    announcedOn: "2026-11-02",
  });
  const sessionId = sessions[0]?.id ?? "";
  await app.headSessions.recordSession(officer, { key: key(), sessionId, outcome: "held" });
  const { papers } = await app.headSessions.sessionPapers(officer, { sessionId });
  const [secretary, opinions, conclusion, unit, contact] = [mark(), mark(), mark(), mark(), mark()];
  await app.headSessions.draftSessionPaper(officer, {
    key: key(),
    sessionId,
    template: "tcd-session-minutes",
    startedAt: "08:00",
    endedAt: "10:30",
    secretary,
    attending: "Phòng Kinh tế xã An Thử",
    lines: (papers[0]?.lines ?? []).map(({ visitId, content }) => ({
      visitId,
      content,
      opinions,
      conclusion,
      unit,
      contact,
    })),
  });
  maker.byPolicy(
    "session-minutes",
    "the minutes of a head's session, on which a denunciation stands as a pseudonym",
    "here",
    ["session-paper:draft"],
    [secretary, opinions, conclusion, unit, contact],
  );
  return day;
}
