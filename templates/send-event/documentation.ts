/**
 * The page that modelers link. The release that publishes a new version of the template writes here where its reference page
 * stands (`npm run release`); until the first one it is AWS's page about the call.
 */
export const DOCUMENTATION = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html';
