// Reads the Dockerfile and compose.yaml, so that what is proved is what they say. Only the YAML that compose.yaml is written in.
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdirSync, copyFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = path => readFileSync(join(root, path), 'utf8');

/** The instructions of a Dockerfile: [{stage, word, rest}]. */
export function dockerfile(path = 'Dockerfile') {
  let stage = '';
  return read(path).replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ').split('\n').filter(line => line.trim()).map(line => {
    const [, word, rest] = line.match(/^(\w+)\s+(.*)$/);
    if (word === 'FROM') stage = rest.match(/ AS (\w+)$/)?.[1] ?? 'final';
    return { stage, word, rest };
  });
}

/** The value of an instruction in JSON form, as HEALTHCHECK … CMD [...] and ENTRYPOINT [...] are. */
export const wordsOf = (instructions, word) => JSON.parse(instructions.filter(one => one.word === word).at(-1).rest.match(/\[.*\]/)[0]);

/** What the final image sets in the environment. */
export const imageEnvironment = instructions => Object.fromEntries(
  instructions.filter(one => one.stage === 'final' && one.word === 'ENV').flatMap(one => one.rest.trim().split(/\s+/).map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])));

const interpolated = (text, settings) => text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name, mark, rest) => {
  if (settings[name]) return settings[name];
  if (mark === '-') return rest;
  throw new Error(`compose.yaml needs ${name}: ${rest ?? ''}`);
});

const plain = text => text.replace(/^(["'])(.*)\1$/, '$2');

/** One service of compose.yaml: its environment and its command, with the settings of .env filled in. */
export function service(name, settings) {
  const lines = read('compose.yaml').split('\n').filter(line => line.trim() && !line.trim().startsWith('#'));
  const start = lines.indexOf(`  ${name}:`);
  if (start < 0) throw new Error(`compose.yaml has no service ${name}`);
  const end = lines.findIndex((line, i) => i > start && /^ {0,2}\S/.test(line));
  const mine = lines.slice(start + 1, end < 0 ? undefined : end);
  const environment = {};
  const at = mine.indexOf('    environment:');
  for (const line of at < 0 ? [] : mine.slice(at + 1)) {
    const pair = line.match(/^ {6}(\w+): (.*)$/);
    if (!pair) break;
    environment[pair[1]] = plain(interpolated(pair[2], settings));
  }
  const listOf = key => JSON.parse(mine.find(line => line.startsWith(`    ${key}: `))?.slice(key.length + 6) ?? '[]');
  return { environment, command: listOf('command'), entrypoint: listOf('entrypoint') };
}

/** Copies what .dockerignore lets into the image's context (only its "!" lines name things). */
export function copyContext(to) {
  const rules = read('.dockerignore').split('\n').filter(line => line && !line.startsWith('#'));
  const within = (path, folder) => path === folder || path.startsWith(folder + '/');
  const wanted = rules.filter(rule => rule.startsWith('!')).map(rule => rule.slice(1));
  const unwanted = rules.filter(rule => !rule.startsWith('!') && rule !== '*').map(rule => rule.replace(/^\*\*\//, ''));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const path of files) {
    if (!wanted.some(folder => within(path, folder)) || unwanted.some(folder => within(path, folder))) continue;
    if (!statSync(join(root, path), { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    copyFileSync(join(root, path), join(to, path));
  }
}
