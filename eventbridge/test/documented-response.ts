/** The response with the keys and nesting of the connector's documentation; the values are made up. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#amazon-eventbridge-connector-response
export const DOCUMENTED_RESPONSE = {
  sdkResponseMetadata: { requestId: '00000000-0000-4000-8000-000000000000' },
  sdkHttpMetadata: {
    httpHeaders: {
      'Content-Length': '85',
      'Content-Type': 'application/x-amz-json-1.1',
      Date: 'Mon, 01 Jan 2024 00:00:00 GMT',
      'x-amzn-RequestId': '00000000-0000-4000-8000-000000000000',
    },
    httpStatusCode: 200,
    allHttpHeaders: {
      'x-amzn-RequestId': ['00000000-0000-4000-8000-000000000000'],
      'Content-Length': ['85'],
      Date: ['Mon, 01 Jan 2024 00:00:00 GMT'],
      'Content-Type': ['application/x-amz-json-1.1'],
    },
  },
  failedEntryCount: 0,
  entries: [{ eventId: '11111111-1111-4111-8111-111111111111', errorCode: null, errorMessage: null }],
};
