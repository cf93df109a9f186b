/** A JSON value: what a process variable can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object: the variables of a process, a FEEL context, an event's detail. */
export interface JsonObject {
  [key: string]: Json;
}
