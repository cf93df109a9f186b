/** Room for active jobs of one type, whichever way they come. */
export interface Room {
  readonly free: number;
  take(jobs: number): void;
  give(jobs: number): void;
  /** Resolves when so many more jobs fit. */
  whenFree(jobs: number): Promise<void>;
  /** Room is asked for in lots of this size, so that a busy worker does not fetch jobs one by one. */
  readonly lot: number;
}

const LOT = 0.3;

export function createRoom(size: number): Room {
  let free = size;
  let waiting: { readonly jobs: number; readonly wake: () => void }[] = [];
  return {
    lot: Math.ceil(size * LOT),
    get free() {
      return free;
    },
    take: (jobs) => {
      free -= jobs;
    },
    give: (jobs) => {
      free += jobs;
      const woken = waiting.filter((one) => one.jobs <= free);
      if (woken.length === 0) return;
      waiting = waiting.filter((one) => one.jobs > free);
      for (const { wake } of woken) wake();
    },
    whenFree: async (jobs) => {
      // Who was woken first may have taken it again.
      while (free < jobs) await new Promise<void>((wake) => waiting.push({ jobs, wake }));
    },
  };
}
