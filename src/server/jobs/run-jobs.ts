import { Logger as JobLogger, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { openPool } from "../../store/pool.ts";
import type { App } from "../app.ts";
import { faultOf, type Logger } from "../http/log.ts";

export interface Jobs {
  /** Takes no new job, lets running ones end, and gives the connections back. */
  stop(): Promise<void>;
}

export interface JobOptions {
  readonly log: Logger;
}

/** Every night at 19:17 and 19:37 UTC, 2:17 and 2:37 in Viet Nam; the mailbox every other minute, notices every minute. */
const CRONTAB =
  "17 19 * * * prune ?fill=1d\n37 19 * * * trail-root ?fill=1d\n*/2 * * * * collect-mail ?max=1\n* * * * * send-notices ?max=1";
const CONCURRENCY = 2;

/**
 * Carries out background work in this process, as the application's role and under the asker of background work. A job
 * that fails is tried again, less and less often; its payload holds ids only, and so does what is written of its failure.
 */
export async function startJobs(app: App, { log }: JobOptions): Promise<Jobs> {
  let stopping = false;
  const pool = openPool(app.setting.store.app, {
    name: "minhxet jobs",
    max: CONCURRENCY + 2,
    statementTimeoutMs: 120_000,
    lost: (code) => {
      // The one that listens for new work ends with the database, not before.
      if (!stopping) log.warn({ code }, "a connection of background work was lost");
    },
  });
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: CONCURRENCY,
      pollInterval: 10_000,
      noHandleSignals: true,
      crontab: CRONTAB,
      taskList: quietly(tasksOf(app), log),
      // The library's lines quote messages of errors, which may quote a value.
      logger: new JobLogger(() => () => undefined),
    });
    // Petitions from before this program, or keyed by an earlier one.
    await runner.addJob("key-petitions", {}, { jobKey: "key-petitions" });
    // Replies of which a process that ended had not made all.
    await runner.addJob("resume-replies", {}, { jobKey: "resume-replies", queueName: "make-replies" });
    runner.promise.catch((error: unknown) => log.error({ err: error }, "background work ended"));
    return {
      stop: async () => {
        stopping = true;
        await runner.stop().catch(() => undefined);
        await runner.promise.catch(() => undefined);
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

const ofMatter = z.object({ matterId: z.uuid() });
const ofBatch = z.object({ batchId: z.uuid() });
const ofDraft = z.object({ draftId: z.uuid() });
const ofNotice = z.object({ noticeId: z.uuid(), again: z.boolean().default(false) });

function tasksOf(app: App) {
  return {
    "index-matter": async (payload: unknown) => {
      await app.matters.indexMatter(app.task, ofMatter.parse(payload));
    },
    "recount-deadlines": async (payload: unknown) => {
      await app.calendar.recountDeadlines(app.task, ofNotice.parse(payload));
    },
    "read-scan": async (payload: unknown) => {
      await app.intake.readScan(app.task, ofDraft.parse(payload));
    },
    "make-replies": async (payload: unknown) => {
      await app.signatories.makeReplies(app.task, ofBatch.parse(payload));
    },
    "resume-replies": async () => {
      await app.signatories.resumeReplies(app.task);
    },
    "collect-mail": async () => {
      await app.intake.collectMail(app.task);
    },
    "send-notices": async () => {
      await app.notices.sendNotices(app.task);
    },
    "trail-root": async () => {
      await app.audit.makeRoot(app.task, { daily: true });
    },
    "key-petitions": async () => {
      await app.duplicates.keyMissingPetitions(app.task);
    },
    prune: async () => {
      await app.housekeeping.forgetOldCommands(app.task);
      await app.housekeeping.forgetOldSessions();
      await app.housekeeping.forgetOldDrafts(app.task);
      await app.housekeeping.forgetOldNotices(app.task);
      await app.housekeeping.forgetOldNumbers(app.task);
      await app.housekeeping.forgetOldBookings(app.task);
      await app.housekeeping.tidyVault(app.task);
      await app.housekeeping.dropUnfinishedFiles();
      await app.duplicates.keyMissingPetitions(app.task);
    },
  } as const;
}

/** The queue keeps the message of a failure: it gets the kind of the error instead of what it says. */
function quietly(tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>, log: Logger): TaskList {
  const wrapped = Object.entries(tasks).map(([name, task]) => {
    const carryOut = async (payload: unknown): Promise<void> => {
      try {
        await task(payload);
      } catch (error) {
        log.error({ err: error, task: name }, "background task failed");
        const { name: kind, code } = faultOf(error);
        throw new Error([kind, code].filter(Boolean).join(" "));
      }
    };
    return [name, carryOut] as const;
  });
  return Object.fromEntries(wrapped);
}
