// The installation that compose.yaml describes, out of containers: its services with the environment it gives them, at other addresses.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { copyContext, dockerfile, imageEnvironment, root, service, wordsOf } from './files.mjs';
import { base, call, freePort, ownFolder, postgres, ready, run, secret, serve, sleep } from './machine.mjs';
import { randomBytes } from 'node:crypto';

export const image = dockerfile();
export const domain = 'proof.example';

/** The settings of .env, fresh. */
export const settings = {
  TSUMUGI_DOMAIN: domain, TSUMUGI_MASTER_KEY: randomBytes(32).toString('base64'),
  POSTGRES_PASSWORD: secret(), APP_RW_PASSWORD: secret(), APP_MIGRATOR_PASSWORD: secret(), PLATFORM_CONSOLE_PASSWORD: secret()
};

/** Carries out the build stages' own RUN lines in the context that .dockerignore leaves; the folder of the published app. */
export function build(name = 'app') {
  const [context, out] = [join(base, `${name}-context`), join(base, name)];
  mkdirSync(context);
  copyContext(context);
  for (const { stage, word, rest } of image) {
    if (word !== 'RUN' || stage === 'final' || rest.startsWith('apt-get')) continue; // the machine has its packages: missingPackages
    const line = rest.replace(/--output \/app\b/, `--output ${out}`);
    if (stage === 'browser' && line.startsWith('npm ci') && isRestored()) {
      symlinkSync(join(root, 'node_modules'), join(context, 'node_modules')); // what the same lock file gave a moment ago
      continue;
    }
    const done = spawnSync('bash', ['-c', line], { cwd: context, encoding: 'utf8', env: { ...process.env, ...(stage === 'app' ? { CI: 'true' } : {}) } });
    if (done.status !== 0) throw new Error(`RUN ${line}\n${done.stdout.slice(-3000)}${done.stderr.slice(-2000)}`);
  }
  spawnSync('chmod', ['-R', 'a-w,a+rX', out]);
  chmodSync(out, 0o555);
  return out;
}

/** Whether this checkout's node_modules are what the lock file gives, as ./run and ./test leave them. */
function isRestored() {
  const stamp = join(root, 'node_modules', '.restored');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(join(root, 'package-lock.json'), 'utf8');
}

/** Debian's packages that the images install: those that are missing here. */
export function missingPackages() {
  const names = image.filter(one => one.word === 'RUN').flatMap(one => one.rest.match(/--no-install-recommends ([\w .-]+?)(?: &&|$)/)?.[1].split(' ') ?? []);
  return names.filter(name => spawnSync('dpkg', ['-s', name]).status !== 0);
}

/** The environment that compose.yaml gives a service, with the addresses of this machine. */
export function environmentOf(name, house) {
  const at = value => value
    .replace('Host=db;Port=5432', `Host=127.0.0.1;Port=${house.db.port}`)
    .replace('Host=pgbouncer;Port=6432', `Host=127.0.0.1;Port=${house.poolerPort}`)
    .replace(/^172\.31\.80\.1$/, '127.0.0.1');
  const own = Object.fromEntries(Object.entries(service(name, settings).environment).map(([key, value]) => [key, at(value)]));
  if (own.PGHOST === 'db') Object.assign(own, { PGHOST: '127.0.0.1', PGPORT: String(house.db.port) });
  if (own.DATABASE_HOST === 'db') Object.assign(own, { DATABASE_HOST: '127.0.0.1', DATABASE_PORT: String(house.db.port) });
  return own;
}

export async function database(name = 'db') {
  const command = service('db', settings).command.slice(1);
  return postgres(name, service('db', settings).environment.POSTGRES_PASSWORD, command);
}

/** The service `roles`: its own script with its own environment. */
export function makeRoles(house) {
  return run(['sh', join(root, 'deploy/postgres/roles.sh')], { env: { ...environmentOf('roles', house), ROLES_SQL: join(root, 'Web/Data/Roles.sql') } });
}

export async function pooler(house) {
  house.poolerPort ??= await freePort();
  house.poolerFolder ??= ownFolder('pgbouncer');
  const one = serve(['sh', join(root, 'deploy/pgbouncer/start.sh')], {
    env: { ...environmentOf('pgbouncer', house), LISTEN_ADDRESS: '127.0.0.1', LISTEN_PORT: String(house.poolerPort), PGBOUNCER_FOLDER: house.poolerFolder }
  });
  for (let left = 100; !one.log.includes('process up'); left--) {
    if (left === 0 || one.code !== null) throw new Error(one.log);
    await sleep(30);
  }
  return one;
}

/** A verb of the app, as `docker compose run` gives it: the image's entry point from another folder, its environment and the service's. */
export function verb(house, service, words, { input = '', env = {} } = {}) {
  const done = run([...entry(house), ...words], { env: { ...imageEnvironment(image), ...environmentOf(service, house), ...env }, input });
  return { ...done, said: done.out.toString() + done.err };
}

/** One instance of the service `app`. */
export async function instance(house, { app = house.app, env = {}, waits = true, cwd = '/' } = {}) {
  const port = await freePort();
  const own = { ...imageEnvironment(image), ...environmentOf('app', house), ASPNETCORE_URLS: `http://127.0.0.1:${port}`, ...env };
  const one = serve(entry({ app }), { env: own, cwd });
  Object.assign(one, { port, env: own, at: (host, method, path, more) => call(port, `${host}.${domain}`, method, path, more) });
  if (waits) one.milliseconds = await ready(one, port);
  return one;
}

/** The image's HEALTHCHECK for an instance. */
export const health = (house, one) => run(wordsOf(image, 'HEALTHCHECK').map(word => word.replace('/app/Web.dll', `${house.app}/Web.dll`)), { env: one.env });

const entry = ({ app }) => wordsOf(image, 'ENTRYPOINT').map(word => word.replace('/app/Web.dll', `${app}/Web.dll`));
