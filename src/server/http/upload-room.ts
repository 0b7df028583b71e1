export interface UploadLimits {
  /** Held in memory at once. */
  readonly atOnce: number;
  readonly ofNetwork: number;
  /** More may wait, unread, for so long; a whole commune may stand behind one network. */
  readonly waiting: number;
  readonly waitMs: number;
}

type Leave = () => void;

/** Lets the bodies of strangers in one after another. Null: too many wait, or it took too long. */
export function uploadRoom(limits: UploadLimits): (network: string) => Promise<Leave | null> {
  const inside: string[] = [];
  const waiting: { readonly network: string; readonly begin: (leave: Leave) => void }[] = [];
  const fits = (network: string) =>
    inside.length < limits.atOnce && inside.filter((each) => each === network).length < limits.ofNetwork;
  const take = (network: string): Leave => {
    inside.push(network);
    return () => {
      inside.splice(inside.indexOf(network), 1);
      const next = waiting.findIndex((each) => fits(each.network));
      const [one] = next < 0 ? [] : waiting.splice(next, 1);
      one?.begin(take(one.network));
    };
  };
  return async (network) => {
    if (fits(network)) return take(network);
    if (waiting.length >= limits.waiting) return null;
    return new Promise((resolve) => {
      const one = {
        network,
        begin: (leave: Leave) => {
          clearTimeout(tooLong);
          resolve(leave);
        },
      };
      const tooLong = setTimeout(() => {
        waiting.splice(waiting.indexOf(one), 1);
        resolve(null);
      }, limits.waitMs);
      waiting.push(one);
    });
  };
}
