import { readFileSync } from 'node:fs';

/**
 * The walls between the rooms. `ROOMS` is the table of docs/architecture.md: a room, and what it may import.
 * `npm run lint:walls` enforces it; scripts/walls.test.ts proves that a wrong import fails.
 */
export const ROOMS = {
  issue: [],
  'node-kit': ['issue'],
  generator: ['issue', 'feel', 'node-kit'],
  feel: ['issue'],
  connector: ['issue', 'feel'],
  eventbridge: ['issue'],
  templates: ['generator', 'eventbridge'],
  'event-job': ['issue', 'feel', 'connector', 'eventbridge', 'templates', 'generator/src/job-input'],
  lint: ['issue', 'node-kit', 'feel', 'connector', 'eventbridge', 'templates', 'generator/src/job-input'],
  plugin: ['event-job', 'lint', 'issue', 'feel', 'connector', 'eventbridge', 'templates', 'generator/src/job-input'],
  worker: [
    'event-job',
    'issue',
    'node-kit',
    'feel',
    'connector',
    'eventbridge',
    'templates',
    'generator/src/job-input',
  ],
  'local-bus': ['issue', 'node-kit', 'eventbridge'],
  testkit: [
    'issue',
    'node-kit',
    'generator',
    'feel',
    'connector',
    'eventbridge',
    'templates',
    'event-job',
    'lint',
    'plugin',
    'worker',
    'local-bus',
  ],
};

/** Hosts: they may import anything, and nothing imports them. */
export const HOSTS = ['demo', 'desktop-modeler', 'marketplace', 'e2e', 'bench', 'packaging', 'pictures', 'scripts'];

/** Tests and what belongs to them: they may import testkit, and what their room may. */
export const TESTS = String.raw`\.(test(-d)?|examples)\.tsx?$|/test/`;

/** Packages that carry all they stand on, and so have no dependencies: docs/decisions/bundled-worker.md. */
const BUNDLED = String.raw`^(worker|local-bus)/`;

/** The parts of neutral rooms that run in Node alone. */
const COMMAND_LINES = String.raw`^(generator|lint)/(bin/|src/cli(\.ts|/))`;

/** Rooms that a room's tests may import beside those of its sources, since they prove it against them. */
const TEST_ROOMS = {
  // the type test names the issue that a check of the definition gives
  templates: ['issue'],
  // the worker sends to a real endpoint
  worker: ['local-bus'],
};

const room = (name) => `^${name}/`;

function testsOf(name) {
  return `^${name}(?=/).*(${TESTS})`;
}

const rooms = [...Object.keys(ROOMS), ...HOSTS];

const others = (name) => rooms.filter((other) => other !== name).map(room);

const walls = Object.entries(ROOMS).map(([name, allowed]) => ({
  name: `room-${name}`,
  comment:
    `${name} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other room'}: ` +
    'what it needs beyond is handed in, or belongs to a room below',
  severity: 'error',
  from: { path: room(name), pathNot: TESTS },
  to: { path: others(name), pathNot: allowed.map(room) },
}));

const testWalls = Object.entries(ROOMS).map(([name, allowed]) => ({
  name: `tests-of-${name}`,
  comment:
    `tests of ${name} may import what ${name} may, and testkit: what tests of several rooms share belongs to testkit, ` +
    "not to one room's tests, where nobody would know who else breaks with it",
  severity: 'error',
  from: { path: testsOf(name) },
  to: { path: others(name), pathNot: ['testkit', ...allowed, ...(TEST_ROOMS[name] ?? [])].map(room) },
}));

/** Files of a room's tests are nobody else's. */
const ownTests = rooms.map((name) => ({
  name: `own-tests-of-${name}`,
  comment: `what others need of the tests of ${name} belongs to testkit`,
  severity: 'error',
  from: { pathNot: room(name) },
  to: { path: testsOf(name) },
}));

/** Package name of each room, so that an import of a room that the manifest does not declare is found too. */
const manifest = (name) => JSON.parse(readFileSync(new URL(`./${name}/package.json`, import.meta.url), 'utf8'));

const packaged = rooms.filter((name) => name !== 'scripts');

const roomOfPackage = new Map(packaged.map((name) => [manifest(name).name, name]));

const declaredRooms = packaged.map((name) => {
  const { dependencies = {}, devDependencies = {} } = manifest(name);
  const known = Object.keys({ ...dependencies, ...devDependencies }).flatMap((key) => roomOfPackage.get(key) ?? []);
  return {
    name: `declared-rooms-${name}`,
    comment: `declare the room's package in ${name}/package.json: who reads that file sees all that ${name} stands on`,
    severity: 'error',
    from: { path: room(name) },
    to: { path: others(name), pathNot: ['^scripts/', ...known.map(room)] },
  };
});

export default {
  forbidden: [
    ...walls,
    ...testWalls,
    ...ownTests,
    ...declaredRooms,
    {
      name: 'hosts-are-not-imported',
      comment: 'a host may import anything, and nothing imports it: a room that needs one could not be used without it',
      severity: 'error',
      from: { path: Object.keys(ROOMS).map(room) },
      to: { path: HOSTS.map(room) },
    },
    {
      name: 'batching-knows-no-aws',
      comment: 'worker/src/batch decides what is sent together and when; how a call is made is handed in',
      severity: 'error',
      from: { path: '^worker/src/batch/', pathNot: TESTS },
      to: { path: ['^worker/src/', 'node_modules/@(aws-sdk|smithy)/'], pathNot: '^worker/src/(batch|runtime)/' },
    },
    {
      name: 'no-cycles',
      comment: 'modules that need each other are one module, or miss a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'declared-packages-only',
      comment:
        "declare the package in the room's package.json (what all tests and tools share: in the root's): it is here by " +
        'chance, and gone when who brought it changes',
      severity: 'error',
      from: { pathNot: '^scripts/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: rooms.map(room) },
    },
    {
      name: 'no-unresolved',
      comment: 'the import leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-at-run-time',
      comment: 'a published package imports only its dependencies; private rooms are bundled into it',
      severity: 'error',
      from: {
        path: Object.keys(ROOMS).map((name) => `${room(name)}(src/|[^/]+$)`),
        pathNot: [TESTS, '^testkit/', BUNDLED],
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional', 'type-only'],
        pathNot: [...rooms.map(room)],
      },
    },
    {
      name: 'node-kit-in-command-lines-alone',
      comment: 'generator and lint are neutral outside their command lines',
      severity: 'error',
      from: { path: '^(generator|lint)/', pathNot: [TESTS, COMMAND_LINES] },
      to: { path: '^node-kit/' },
    },
    {
      name: 'no-node-in-neutral-rooms',
      comment: 'a neutral room is handed what it needs of the world',
      severity: 'error',
      from: {
        path: '^(issue|generator|feel|connector|eventbridge|templates|event-job|lint)/',
        pathNot: [TESTS, COMMAND_LINES],
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    // the root's packages are there for all tests and tools
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^|/)(dist|\.cache|node_modules/\.vite)/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.scripts.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['eventbridge-kit', 'import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
