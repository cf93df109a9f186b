export type { Issue, IssueFix, Severity } from '@eventbridge-kit/issue';
