import { useEffect, useRef, useState } from "react";
import { kindsOf, type Values, valuesOf } from "./visit-form.ts";

const name = "minhxet-visit-draft";

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function readDraft(officerId: string): Values | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    if (
      typeof kept !== "object" ||
      kept === null ||
      !("officerId" in kept) ||
      kept.officerId !== officerId ||
      !("values" in kept)
    )
      return undefined;
    const { values } = kept;
    if (typeof values !== "object" || values === null) return undefined;
    return Object.fromEntries(
      Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    );
  } catch {
    return undefined;
  }
}

/**
 * What was typed survives a reload of this tab until it is saved; with its key, so that it cannot be saved twice.
 * Never for a denunciation: as soon as that is ticked, the draft is gone.
 */
export function useDraft(officerId: string, fresh: boolean) {
  const [restored, setRestored] = useState<Values>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (fresh) setRestored(readDraft(officerId));
    return () => clearTimeout(timer.current);
  }, [officerId, fresh]);
  const keep = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    const values = valuesOf(new FormData(form));
    if (kindsOf(values).includes("denunciation")) return forgetDraft();
    timer.current = setTimeout(() => {
      try {
        sessionStorage.setItem(name, JSON.stringify({ officerId, values }));
      } catch {
        // Full or forbidden: the form itself still holds everything.
      }
    }, 400);
  };
  const drop = () => {
    clearTimeout(timer.current);
    forgetDraft();
    setRestored(undefined);
  };
  return { restored, keep, drop };
}
