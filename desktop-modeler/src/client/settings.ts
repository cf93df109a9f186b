import { DEFAULT_SETTINGS, TARGETS, type ServiceSettings, type Target } from '../contract.ts';
import type { HostSettings } from './modeler-window.ts';

const GROUP = 'eventbridgeKit';

const KEYS = {
  target: `${GROUP}.target`,
  profile: `${GROUP}.profile`,
  readOnly: `${GROUP}.readOnly`,
  log: `${GROUP}.log`,
} as const;

const TARGET_LABELS: Readonly<Record<Target, string>> = {
  local: 'A local event bus: nothing leaves this machine',
  environment: 'AWS, with the credentials of the environment that Modeler was started in',
  profile: 'AWS, with a profile of the AWS configuration files',
};

/** The plugin's group in Modeler's settings: where test sends go, and what is logged of them. */
export class KitSettings {
  readonly #host: HostSettings;

  /** @param onChange called when a user has chosen something else */
  constructor(host: HostSettings, onChange: (settings: ServiceSettings) => void) {
    this.#host = host;
    host.register({
      id: GROUP,
      title: 'EventBridge test send',
      properties: {
        [KEYS.target]: {
          type: 'select',
          label: 'Events go to',
          default: DEFAULT_SETTINGS.target,
          options: TARGETS.map((value) => ({ value, label: TARGET_LABELS[value] })),
        },
        [KEYS.profile]: {
          type: 'text',
          label: 'AWS profile',
          description: 'Its name in ~/.aws/config or ~/.aws/credentials, for example default.',
          default: DEFAULT_SETTINGS.profile,
          condition: { property: KEYS.target, equals: 'profile' },
        },
        [KEYS.readOnly]: {
          type: 'boolean',
          label: 'Preview only: send nothing',
          default: DEFAULT_SETTINGS.readOnly,
        },
        [KEYS.log]: {
          type: 'boolean',
          label: "Log each test send in Modeler's output",
          description: 'Task, destination and outcome; no payload and no credential.',
          default: false,
        },
      },
    });
    for (const key of [KEYS.target, KEYS.profile, KEYS.readOnly]) host.subscribe(key, () => onChange(this.service));
  }

  get service(): ServiceSettings {
    const target = this.#host.get(KEYS.target);
    const profile = this.#host.get(KEYS.profile);
    return {
      target: TARGETS.find((known) => known === target) ?? DEFAULT_SETTINGS.target,
      profile: typeof profile === 'string' ? profile : DEFAULT_SETTINGS.profile,
      readOnly: this.#host.get(KEYS.readOnly) === true,
    };
  }

  get isLogged(): boolean {
    return this.#host.get(KEYS.log) === true;
  }
}
