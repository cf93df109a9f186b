import {
  TestSendRefused,
  type AskStatus,
  type SendTask,
  type ServiceStatus,
  type TestSendReport,
} from 'bpmn-js-eventbridge';
import {
  DEFAULT_SETTINGS,
  PATHS,
  START_AGAIN,
  type EventsAnswer,
  type ServiceSettings,
  type ServiceState,
  type SettingsAnswer,
} from '../../contract.ts';

type Fetch = typeof fetch;

/** The way to the test-send service, as far as the main process has told of it. */
export class Connection {
  readonly #fetch: Fetch;
  readonly #onAnswer: (answer: SettingsAnswer) => void;
  #state: ServiceState | undefined;
  #settings: ServiceSettings = DEFAULT_SETTINGS;
  /** Settings are put one after the other: the last chosen are the last to arrive. */
  #putting: Promise<void> = Promise.resolve();

  /** @param onAnswer hears where events go, each time the service takes settings */
  constructor(fetchIt: Fetch, onAnswer: (answer: SettingsAnswer) => void = () => undefined) {
    this.#fetch = fetchIt;
    this.#onAnswer = onAnswer;
  }

  /** The main process tells of the service again and again; a service it has not told of before gets the settings. */
  note(state: ServiceState): void {
    const isNew = state.status === 'running' && !isSameService(state, this.#state);
    this.#state = state;
    if (isNew) this.#put();
  }

  choose(settings: ServiceSettings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#put();
  }

  readonly send: SendTask = async (request, signal) => {
    const service = this.#running();
    await this.#putting;
    const response = await this.#call(service, PATHS.testSend, {
      method: 'POST',
      body: JSON.stringify(request),
      signal: (signal as AbortSignal | undefined) ?? null, // the plugin hands in the platform's own
    });
    return (await response.json()) as TestSendReport; // the service is this plugin's own
  };

  /** What arrived on the local event bus; nothing while there is no service, or none that answers. */
  readonly events = async (): Promise<EventsAnswer> => {
    const state = this.#state;
    if (state?.status !== 'running') return {};
    await this.#putting;
    try {
      const response = await this.#call(state, PATHS.events, { method: 'GET' });
      return (await response.json()) as EventsAnswer; // the service is this plugin's own
    } catch {
      // A send says what is wrong.
      return {};
    }
  };

  /** Which secrets the service knows, and where events go. */
  readonly askStatus: AskStatus = async (question, signal) => {
    const service = this.#running();
    await this.#putting;
    const response = await this.#call(service, PATHS.testSend, {
      method: 'POST',
      body: JSON.stringify(question),
      signal: (signal as AbortSignal | undefined) ?? null, // the plugin hands in the platform's own
    });
    return (await response.json()) as ServiceStatus; // the service is this plugin's own
  };

  #put(): void {
    const state = this.#state;
    if (state?.status !== 'running') return;
    const settings = this.#settings;
    this.#putting = this.#putting.then(async () => {
      try {
        const response = await this.#call(state, PATHS.settings, { method: 'PUT', body: JSON.stringify(settings) });
        this.#onAnswer((await response.json()) as SettingsAnswer); // the service is this plugin's own
      } catch (error) {
        this.#onAnswer({ notice: '', problem: error instanceof Error ? error.message : String(error) });
      }
    });
  }

  #running(): Extract<ServiceState, { readonly status: 'running' }> {
    const state = this.#state;
    if (state?.status === 'running') return state;
    if (state?.status === 'stopped')
      throw new TestSendRefused(`The test-send service is not running: ${state.reason}. ${START_AGAIN}`);
    const why = state ? 'it is still starting' : 'Modeler has not told of it';
    throw new TestSendRefused(
      `The test-send service is not running: ${why}. Wait a moment and try again. ${START_AGAIN}`,
    );
  }

  async #call(
    { url, token }: Extract<ServiceState, { readonly status: 'running' }>,
    path: string,
    request: RequestInit,
  ): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await this.#fetch(`${url}${path}`, { ...request, headers }).catch(async (error: unknown) => {
      if (request.signal?.aborted === true) throw error;
      throw new TestSendRefused(await this.#whyUnreadable(url));
    });
    if (response.ok) return response;
    if (response.status === 401) {
      throw new TestSendRefused(
        `The test-send service at ${url} refused the token: another Modeler or program has its port. ${START_AGAIN}`,
      );
    }
    throw new TestSendRefused(await messageOf(response));
  }

  /** A browser tells a page nothing of a refused origin. A request whose answer nobody reads shows whether one listens. */
  async #whyUnreadable(url: string): Promise<string> {
    const isThere = await this.#fetch(url, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    return isThere
      ? `The test-send service at ${url} does not serve this window (its origin is "${globalThis.origin}"). Update the plugin, or Modeler: this one has an origin that the plugin does not know.`
      : `The test-send service at ${url} does not answer: it has ended. ${START_AGAIN}`;
  }
}

function isSameService(a: ServiceState, b: ServiceState | undefined): boolean {
  return a.status === 'running' && b?.status === 'running' && a.url === b.url && a.token === b.token;
}

/** The service says in its answer what is wrong and what to do. */
async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // no answer of the service's own
  }
  return `The test-send service answered ${response.status}. ${START_AGAIN}`;
}
