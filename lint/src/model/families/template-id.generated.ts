// Made by `npm run generate` from templates/send-event.ts; a test fails when it is stale.

export const TEMPLATE = {
  id: 'eventbridge-kit.send-event.v1',
  version: 1,
  jobType: 'eventbridge-kit:send-event:1',
} as const;
