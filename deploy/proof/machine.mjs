// Stands in for containers: each program runs as an unprivileged user with just the environment that its container would have.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

const asRoot = process.getuid() === 0;
const nobody = 65534;
const running = new Set();
export const base = mkdtempSync(join(tmpdir(), 'tsumugi-proof-'));
chmodSync(base, 0o755);

export const secret = () => randomBytes(24).toString('hex');
export const sleep = ms => new Promise(done => setTimeout(done, ms));

/** A folder that the unprivileged user may write to. */
export function ownFolder(name) {
  const folder = join(base, name);
  mkdirSync(folder, { mode: 0o700 });
  if (asRoot) chownSync(folder, nobody, nobody);
  return folder;
}

export function freePort() {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const words = command => (asRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs', '--pdeathsig', 'KILL', ...command] : command);
const environment = own => ({ PATH: process.env.PATH + ':/usr/sbin', HOME: '/nonexistent', LC_ALL: 'C.UTF-8', ...(process.env.DOTNET_ROOT ? { DOTNET_ROOT: process.env.DOTNET_ROOT } : {}), ...own });

/** Runs to the end: {code, out, err}. */
export function run(command, { env = {}, input = '', cwd = '/' } = {}) {
  const [program, ...rest] = words(command);
  const done = spawnSync(program, rest, { env: environment(env), input, cwd, maxBuffer: 1 << 30 });
  return { code: done.status, out: done.stdout, err: done.stderr?.toString() ?? String(done.error) };
}

/** Starts a program that serves. */
export function serve(command, { env = {}, cwd = '/' } = {}) {
  const [program, ...rest] = words(command);
  const child = spawn(program, rest, { env: environment(env), cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const one = { child, pid: child.pid, log: '', since: performance.now(), code: null };
  child.stdout.on('data', text => { one.log += text; });
  child.stderr.on('data', text => { one.log += text; });
  one.ended = new Promise(done => child.on('exit', (code, signal) => { running.delete(one); one.code = code ?? signal; done(one.code); }));
  one.stop = async (signal = 'SIGTERM') => {
    const since = performance.now();
    child.kill(signal);
    const code = await one.ended;
    return { code, seconds: (performance.now() - since) / 1000 };
  };
  running.add(one);
  return one;
}

export async function cleanUp() {
  for (const one of [...running].reverse()) await one.stop(one.log.includes('database system is ready') ? 'SIGINT' : 'SIGKILL');
  rmSync(base, { recursive: true, force: true });
}

const binaries = () => process.env.PG_BIN ?? readdirSync('/usr/lib/postgresql').sort((a, b) => b - a).map(version => `/usr/lib/postgresql/${version}/bin`).find(existsSync);

/** A PostgreSQL server of its own with one superuser, as the image's first start leaves it. */
export async function postgres(name, password, settings = []) {
  const [folder, port] = [ownFolder(name), await freePort()];
  const made = run(['bash', '-c', `${binaries()}/initdb -D "${folder}/data" -U postgres --pwfile=<(printf %s "$WORD") --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums`], { env: { WORD: password } });
  if (made.code !== 0) throw new Error(made.err);
  const server = serve([`${binaries()}/postgres`, '-D', `${folder}/data`, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...settings]);
  const env = { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres', PGPASSWORD: password, PGDATABASE: 'tsumugi' };
  const sql = (text, database = 'tsumugi') => {
    const answer = run(['psql', '--no-psqlrc', '-qtA', '-v', 'ON_ERROR_STOP=1', '-f', '-'], { env: { ...env, PGDATABASE: database }, input: text });
    if (answer.code !== 0) throw new Error(answer.err);
    return answer.out.toString().trim();
  };
  for (let left = 200; ; left--) {
    if (run(['pg_isready', '-q'], { env: { ...env, PGDATABASE: 'postgres' } }).code === 0) break;
    if (left === 0 || server.code !== null) throw new Error(server.log);
    await sleep(50);
  }
  sql('create database tsumugi', 'postgres');
  return { port, env, sql, server, version: sql('show server_version').split(' ')[0] };
}

/** One call: {status, headers, text, json()}. */
export function call(port, host, method, path, { headers = {}, json, form, multipart, cookie, token } = {}) {
  return new Promise((done, fail) => {
    (async () => {
      let body;
      const own = { Host: host, 'X-Forwarded-Proto': 'https', 'Accept-Language': 'en', ...headers };
      if (json) [body, own['Content-Type']] = [Buffer.from(JSON.stringify(json)), 'application/json'];
      if (form) [body, own['Content-Type']] = [Buffer.from(new URLSearchParams(form).toString()), 'application/x-www-form-urlencoded'];
      if (multipart) {
        const packed = new Response(multipart);
        [body, own['Content-Type']] = [Buffer.from(await packed.arrayBuffer()), packed.headers.get('content-type')];
      }
      if (body) own['Content-Length'] = body.length;
      if (cookie) own.Cookie = cookie;
      if (token) own.Authorization = `Bearer ${token}`;
      const sent = request({ host: '127.0.0.1', port, method, path, headers: own, agent: false }, answer => {
        const parts = [];
        answer.on('data', part => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          done({ status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) });
        });
      });
      sent.on('error', fail);
      sent.setTimeout(30_000, () => sent.destroy(new Error(`${path} took too long`)));
      sent.end(body);
    })().catch(fail);
  });
}

export const cookiesOf = (answer, before = '') => [...(before ? before.split('; ') : []), ...(answer.headers['set-cookie'] ?? []).map(one => one.split(';')[0])].join('; ');

/** Signs a browser in by the page's own form; the cookie of the session. */
export async function signIn(port, host, email, password) {
  const page = await call(port, host, 'GET', '/sign-in');
  const field = page.text.slice(page.text.indexOf('action="/sign-in"')).match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)?.[1];
  const cookie = cookiesOf(page);
  const answer = await call(port, host, 'POST', '/sign-in', { cookie, form: { email, password, return_url: '/', __RequestVerificationToken: field } });
  if (answer.status !== 302) throw new Error(`sign-in answered ${answer.status}`);
  return cookiesOf(answer, cookie);
}

/** An instance that answers /healthz/ready, and how long that took. */
export async function ready(one, port, seconds = 60) {
  while (performance.now() - one.since < seconds * 1000) {
    if (one.code !== null) break;
    const answer = await call(port, 'anything', 'GET', '/healthz/ready').catch(() => null);
    if (answer?.status === 200) return performance.now() - one.since;
    await sleep(10);
  }
  throw new Error(`it did not become ready:\n${one.log}`);
}
