export interface Measured {
  readonly op: string;
  readonly size: string;
  readonly clients: number;
  readonly n: number;
  readonly rps: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly errors: number;
}

export interface Load {
  readonly op: string;
  readonly size: string;
  readonly clients: number;
  /** Calls in all, besides the warm-up. */
  readonly n: number;
  readonly warmUp?: number;
  readonly work: (client: number, turn: number) => Promise<unknown>;
}

/** Runs `work` with so many clients, each waiting for its answer before it asks again, and prints one JSON line. */
export async function measure(load: Load): Promise<Measured> {
  const warmUp = Math.ceil((load.warmUp ?? load.n / 10) / load.clients);
  const turns = Math.ceil(load.n / load.clients);
  const times: number[] = [];
  let errors = 0;
  let firstError: unknown;
  const run = (from: number, to: number, keep: boolean) =>
    Promise.all(
      Array.from({ length: load.clients }, async (_, client) => {
        for (let turn = from; turn < to; turn++) {
          const started = performance.now();
          try {
            await load.work(client, turn);
          } catch (error) {
            errors++;
            firstError ??= error;
          }
          if (keep) times.push(performance.now() - started);
        }
      }),
    );
  await run(0, warmUp, false);
  const started = performance.now();
  await run(warmUp, warmUp + turns, true);
  const seconds = (performance.now() - started) / 1000;
  if (firstError) process.stderr.write(`${load.op}: ${describe(firstError)}\n`);
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
  const { op, size, clients } = load;
  const result = {
    op,
    size,
    clients,
    n: times.length,
    rps: round(times.length / seconds),
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
    errors,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The numbers of one figure that is no load, such as seconds to a first page. */
export function report(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function describe(error: unknown): string {
  if (error instanceof Error && "details" in error) return `${error.message} ${JSON.stringify(error.details)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
