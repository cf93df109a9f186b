/** Where named samples are kept: outside the diagram. A host may hand in a storage of its own. */
export interface SampleStorage {
  get(key: string): Promise<string | undefined> | string | undefined;
  set(key: string, text: string): Promise<void> | void;
}

/** The browser's own storage; where a page has none, what is kept lasts as long as the page. */
export const browserStorage: SampleStorage = {
  get: (key) => {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return memory.get(key);
    }
  },
  set: (key, text) => {
    try {
      localStorage.setItem(key, text);
    } catch {
      memory.set(key, text);
    }
  },
};

const memory = new Map<string, string>();
