import { useEffect, useRef } from "react";

export const lockAfterMs = 5 * 60 * 1000;

/** Calls `lock` five minutes after something was opened, and at once when the page is left or hidden away by the browser. */
export function useLock(isOpen: boolean, lock: () => void): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    if (!isOpen) return;
    const now = () => latest.current();
    const timer = setTimeout(now, lockAfterMs);
    addEventListener("pagehide", now);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", now);
    };
  }, [isOpen]);
}
