/** Where the test-send service listens when nothing else is said. */
export const DEFAULT_TEST_SEND_PORT = 4700;
