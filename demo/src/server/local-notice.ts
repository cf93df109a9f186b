/** Where events go without AWS; known before the bus is there. */
export const LOCAL_NOTICE = 'Events stay on this machine, on a local event bus.';
