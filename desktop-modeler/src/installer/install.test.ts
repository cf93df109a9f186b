import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupOf, placeAll } from './files.ts';
import { resourcesFolder } from './folders.ts';
import { main } from './main.ts';

let folder: string;
let source: string;
let resources: string;

const PLUGIN = 'plugins/eventbridge-kit';
const TEMPLATE = 'element-templates/eventbridge-kit-send-event.json';

function at(part: string): string {
  return join(resources, part);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function makeSource(name: string): string {
  const made = join(folder, name);
  write(join(made, PLUGIN, 'index.js'), name);
  write(join(made, TEMPLATE), JSON.stringify({ id: 'kit', version: 1, name }));
  return made;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
  source = makeSource('new');
  resources = join(folder, 'resources');
  mkdirSync(resources);
});

afterEach(() => {
  chmodSync(resources, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

function call(...args: readonly string[]): { code: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const code = main({
    args: [...args, '--resources', resources],
    version: '1.2.3',
    source,
    platform: 'linux',
    env: {},
    home: folder,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

/** Every file below the resources folder with its text, set-aside ones too. */
function everything(): Record<string, string> {
  const files = readdirSync(resources, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(resources.length), readFileSync(path, 'utf8')]));
}

describe('the resources folder', () => {
  it.each([
    ['win32', { APPDATA: 'C:\\Data' }, 'C:\\Data\\camunda-modeler\\resources'],
    ['win32', {}, 'C:\\Users\\ada\\AppData\\Roaming\\camunda-modeler\\resources'],
    ['darwin', {}, '/Users/ada/Library/Application Support/camunda-modeler/resources'],
    ['linux', {}, '/home/ada/.config/camunda-modeler/resources'],
    ['linux', { XDG_CONFIG_HOME: '/data' }, '/data/camunda-modeler/resources'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    const homes = { win32: 'C:\\Users\\ada', darwin: '/Users/ada', linux: '/home/ada' };
    expect(resourcesFolder({ platform, env, home: homes[platform] })).toBe(expected);
  });
});

describe('install-plugin', () => {
  it('puts both in place, and finds them up to date the next time', () => {
    const { code, out } = call('install-plugin');
    expect(code).toBe(0);
    expect(out).toContain(`${at(PLUGIN)}: installed.`);
    expect(out).toContain('Restart Modeler');
    expect(everything()).toMatchObject({ [`/${PLUGIN}/index.js`]: 'new' });
    expect(readdirSync(at('plugins'))).toEqual(['eventbridge-kit']);
    expect(call('install-plugin').out).toBe(`${at(PLUGIN)}: up to date.\n${at(TEMPLATE)}: up to date.\n`);
  });

  it('replaces an older one, and keeps it', () => {
    call('install-plugin');
    source = makeSource('newer');
    const { out } = call('install-plugin');
    expect(out).toContain(`replaced; the old one is kept at ${backupOf(at(PLUGIN))}`);
    expect(readFileSync(join(at(PLUGIN), 'index.js'), 'utf8')).toBe('newer');
    expect(readFileSync(join(backupOf(at(PLUGIN)), 'index.js'), 'utf8')).toBe('new');
  });

  it('changes nothing with --dry-run, and says what it would do', () => {
    call('install-plugin');
    source = makeSource('newer');
    const before = everything();
    const { code, out } = call('install-plugin', '--dry-run');
    expect([code, everything()]).toEqual([0, before]);
    expect(out).toContain('would be replaced');
  });

  it('stops where another file holds the template in the same version', () => {
    write(at('element-templates/mine/copy.json'), '[{"id": "kit", "version": 1}]');
    const before = everything();
    const { code, err } = call('install-plugin');
    expect([code, everything()]).toEqual([1, before]);
    expect(err).toContain(join('mine', 'copy.json'));
    expect(err).toContain('Remove that file, then install again');
  });

  it('is not held up by other templates, or by files that are no JSON', () => {
    write(at('element-templates/older.json'), '{"id": "kit", "version": 0}');
    write(at('element-templates/half.json'), '{"id": "ki');
    expect(call('install-plugin').code).toBe(0);
  });

  it('changes nothing where a folder cannot be made, and says what to do', () => {
    write(at('element-templates'), 'a file');
    const before = everything();
    const { code, err } = call('install-plugin');
    expect([code, everything()]).toEqual([1, before]);
    expect(err).toMatch(/^Nothing was changed: .+ or unpack the zip by hand\.\n$/);
  });

  it('says so where the folder is read-only', () => {
    // Root may write everywhere but where the system itself says no.
    const isRoot = process.getuid?.() === 0;
    const there = resources;
    if (isRoot) resources = '/sys/kernel';
    else chmodSync(resources, 0o555);
    const { code, err } = call('install-plugin');
    resources = there;
    expect([code, everything()]).toEqual([1, {}]);
    expect(err).toMatch(
      /^Nothing was changed: .+ cannot be written \(E[A-Z]+\)\. Close Modeler, see that the folder is yours/,
    );
  });
});

describe('an installation that breaks off', () => {
  it('at any of its renames leaves the old state', () => {
    call('install-plugin');
    const before = everything();
    const newer = makeSource('newer');
    const placings = [PLUGIN, TEMPLATE].map((part) => ({ from: join(newer, part), to: at(part) }));
    for (let failing = 0; failing < 4; failing++) {
      let count = 0;
      const rename: typeof renameSync = (from, to) => {
        if (count++ === failing) throw new Error('the power went');
        renameSync(from, to);
      };
      expect(() => placeAll(placings, rename)).toThrow('the power went');
      expect(everything()).toEqual(before);
    }
  });

  it('by a kill is put right by the next', () => {
    call('install-plugin');
    renameSync(at(PLUGIN), backupOf(at(PLUGIN)));
    const { code, out } = call('install-plugin');
    expect(code).toBe(0);
    expect(out).toContain('put back what an installation that broke off had set aside');
    expect(existsSync(join(at(PLUGIN), 'index.js'))).toBe(true);
  });
});

describe('uninstall-plugin', () => {
  it('takes both away, and nothing else', () => {
    write(at('element-templates/mine.json'), '{"id": "mine"}');
    call('install-plugin');
    expect(call('uninstall-plugin', '--dry-run').out).toContain('would be removed');
    expect(existsSync(at(PLUGIN))).toBe(true);
    expect(call('uninstall-plugin').code).toBe(0);
    expect([existsSync(at(PLUGIN)), existsSync(at(TEMPLATE))]).toEqual([false, false]);
    expect(existsSync(at('element-templates/mine.json'))).toBe(true);
    expect(call('uninstall-plugin').out).toContain('not there');
    expect(call('install-plugin').out).toContain(`${at(PLUGIN)}: installed.`);
  });
});

describe('arguments', () => {
  it('that are none, unknown or too many say what to write', () => {
    expect(call()).toMatchObject({ code: 2 });
    expect(call().err).toContain('The command is missing. Write install-plugin or uninstall-plugin.');
    expect(call('instal-plugin').err).toContain('instal-plugin');
    expect(call('instal-plugin').err).toContain('Did you mean install-plugin?');
    expect(call('install-plugin', 'now').err).toContain('found now after install-plugin');
    expect(call('install-plugin', '--dry-rum')).toMatchObject({ code: 2, out: '' });
    expect(call('install-plugin', '--dry-rum').err).toContain('--dry-run');
    expect(call('--help').out).toContain('Usage: eventbridge-kit install-plugin [options]');
    expect(call('--version').out).toBe('1.2.3\n');
    expect(everything()).toEqual({});
  });

  it('name a folder that is there', () => {
    const there = resources;
    resources = join(folder, 'nowhere');
    expect(call('install-plugin').err).toContain('there is no folder');
    resources = there;
  });
});
