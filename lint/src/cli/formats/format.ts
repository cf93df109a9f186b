import type { Report } from '../report.ts';

/** Turns what was found into text; with colours only where a person reads it. */
export type Format = (report: Report, colours: boolean) => string;
