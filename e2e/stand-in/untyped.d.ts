/** React, as far as the stand-in uses it; the packages bring no types. */
declare module 'react' {
  export type Node = object | string | null | undefined | false | readonly Node[];
  export function createElement(type: unknown, props: object | null, ...children: readonly Node[]): object;
  export interface Context<T> {
    readonly Provider: unknown;
    readonly default?: T;
  }
  export function createContext<T>(value: T): Context<T>;
  export function useContext<T>(context: Context<T>): T;
  export function useEffect(effect: () => (() => void) | undefined, dependencies?: readonly unknown[]): void;
  export function useSyncExternalStore<T>(subscribe: (listener: () => void) => () => void, read: () => T): T;
}

declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(element: object): void };
}
