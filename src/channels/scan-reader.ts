import { Worker } from "node:worker_threads";
import type { ReadScan, TextReader } from "../casework/intake/index.ts";
import { isPicture } from "./picture-size.ts";
import type { ScanAnswer, ScanTask } from "./scan-worker.ts";

/** A scan that unpacks to more than the memory given here ends its worker and nothing else. */
const memoryMb = 1024;
const picturesSeconds = 30;

/**
 * Reads typed Vietnamese off JPEG, PNG and PDF with Tesseract in a thread of its own, which ends with the scan or with its
 * time. The language's data lies in a package: nothing is fetched and nothing cached.
 */
export function scanReader(): TextReader {
  return {
    read: async (scan, { seconds, pagesMax }, onPage) => {
      const pages: ReadScan["pages"][number][] = [];
      const ended = await inWorker({ what: "read", ...scan, pagesMax }, seconds, async (answer) => {
        if (answer.what !== "page") return true;
        pages.push({ lines: answer.lines });
        return onPage(pages.length);
      });
      return { ended, pages };
    },
    pages: async (scan) => {
      if (isPicture(scan.mediaType)) return 1;
      let count = 0;
      await inWorker({ what: "count", ...scan }, picturesSeconds, async (answer) => {
        if (answer.what === "count") count = answer.pages;
        return true;
      });
      return count;
    },
    picture: async (scan, page) => {
      if (isPicture(scan.mediaType)) return page === 0 ? scan : null;
      let found: Awaited<ReturnType<TextReader["picture"]>> = null;
      await inWorker({ what: "picture", ...scan, page }, picturesSeconds, async (answer) => {
        if (answer.what === "picture") found = { bytes: answer.bytes, mediaType: "image/png" };
        return true;
      });
      return found;
    },
  };
}

/** Runs one task; the time counts anew with each answer. An answer that is told to stop ends the worker as if all was done. */
function inWorker(
  task: ScanTask,
  seconds: number,
  take: (answer: ScanAnswer) => Promise<boolean>,
): Promise<ReadScan["ended"]> {
  const worker = new Worker(new URL("./scan-worker.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (how: ReadScan["ended"]) => {
      clearTimeout(timer);
      worker.terminate().then(() => resolve(how), reject);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end("time"), seconds * 1000);
    };
    wait();
    worker.on("message", (answer: ScanAnswer) => {
      wait();
      if (answer.what === "end") return end(answer.well ? "whole" : "unreadable");
      take(answer).then(
        (goOn) => {
          if (!goOn) end("whole");
        },
        (error: unknown) => {
          clearTimeout(timer);
          worker.terminate().then(() => reject(error), reject);
        },
      );
    });
    // What a scan does to its thread says nothing of the server's health.
    worker.on("error", () => end("unreadable"));
  });
}
