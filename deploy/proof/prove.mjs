#!/usr/bin/env node
// Proves the installation of compose.yaml on a machine without containers: node deploy/proof/prove.mjs [--older COMMIT]
// It publishes with the Dockerfile's own lines, runs every service with compose.yaml's own environment as an unprivileged user,
// and walks through an installation's life. Needs Debian's postgresql and pgbouncer. Ends with "N passed, N failed".
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import * as machine from './machine.mjs';
import * as houses from './house.mjs';
import { root } from './files.mjs';

let [passed, failed] = [0, 0];
async function step(name, act) {
  const since = performance.now();
  try {
    const said = await act();
    passed++;
    console.log(`  ok  ${name}${said ? ` (${said})` : ''}  ${((performance.now() - since) / 1000).toFixed(1)} s`);
  } catch (cause) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(cause.stack ?? cause).split('\n').slice(0, 12).join('\n      ')}`);
  }
}
function must(truth, otherwise) {
  if (!truth) throw new Error(otherwise);
}
const equal = (found, wanted, what) => must(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);

const password = 'a long enough password';
const [slug, host] = ['weavers', `weavers.${houses.domain}`];
const house = {};
const csv = 'Day,Region,Amount\n2025-01-05,East,100\n2025-01-20,West,40\n2025-02-03,East,60\n2025-02-14,North,5\n';
let [a, b, cookie, token, drawn] = [];

const ask = one => one.at(slug, 'POST', '/api/v1/charts/ask', { token, json: { utterance: 'sum of amount by region', dataset: 'weaving', locale: 'en' } });
const rowsOf = answer => answer.json().result.rows.map(row => [row[0], Number(row[1]?.amount ?? row[1])]).sort();
const newest = readdirSync(join(root, 'migrations')).sort().at(-1).replace('.sql', '');

async function life() {
  await step('the image: what its last stage installs is here', () => equal(houses.missingPackages(), [], 'missing'));
  await step('the image: its build stages, line by line', () => { house.app = houses.build(); });
  must(house.app, 'nothing was published');
  await step('the published folder holds what it serves and nothing to build or develop with', () => {
    for (const file of ['Web.dll', 'appsettings.json', 'wwwroot/lib/site.js', 'wwwroot/lib/site.css', 'wwwroot/lib/charts.js', 'wwwroot/lib/icons.svg', 'wwwroot/img/favicon.svg', 'ja/Web.resources.dll'])
      must(existsSync(join(house.app, file)), `${file} is missing`);
    for (const file of ['wwwroot/build.mjs', 'node_modules', 'package.json', '.env', '.data']) must(!existsSync(join(house.app, file)), `${file} has no place there`);
    must(statSync(join(house.app, 'Web.dll')).size > 2 * statSync(join(root, 'Web/obj/Release/net10.0/Web.dll'), { throwIfNoEntry: false })?.size || !existsSync(join(root, 'Web/obj/Release/net10.0/Web.dll')), 'Web.dll is not compiled ahead');
  });
  await step('db: a new server', async () => { house.db = await houses.database(); return `PostgreSQL ${house.db.version}`; });
  must(house.db, 'there is no server');
  house.poolerPort = await machine.freePort();
  await step('migrate before the roles: refused, with what to do', () => {
    const done = houses.verb(house, 'migrate', ['migrate']);
    must(done.code === 1 && done.said.includes('ConnectionStrings__Owner'), `exit code ${done.code}: ${done.said}`);
  });
  await step('roles: its script, twice', () => {
    for (const _ of [1, 2]) { const done = houses.makeRoles(house); must(done.code === 0, done.err); }
    equal(house.db.sql("select string_agg(rolname, ' ' order by rolname) from pg_roles where rolname in ('app_owner','app_lookup','app_rw','app_migrator','platform_console')"),
      'app_lookup app_migrator app_owner app_rw platform_console', 'roles');
  });
  await step('migrate: its command, twice', () => {
    for (const _ of [1, 2]) { const done = houses.verb(house, 'migrate', ['migrate']); must(done.code === 0, done.said); must(done.said.includes(newest), done.said); }
    equal(house.db.sql('select name from app.migrations order by id desc limit 1'), newest, 'newest migration');
  });
  await step('pgbouncer: its script with the file it makes', async () => {
    house.pooler = await houses.pooler(house);
    equal(statSync(join(house.poolerFolder, 'users.txt')).mode & 0o077, 0, 'others may read users.txt');
  });
  await step('tenant create: a company and its owner', () => {
    const words = ['tenant', 'create', '--slug', slug, '--name', 'The Weavers', '--owner-email', 'owner@weavers.example', '--owner-name', 'Chiyo', '--locale', 'en'];
    equal(houses.verb(house, 'app', words, { input: 'short\n' }).code, 1, 'a short password');
    const done = houses.verb(house, 'app', words, { input: `${password}\n` });
    must(done.code === 0, done.said);
    equal(houses.verb(house, 'app', words, { input: `${password}\n` }).code, 1, 'the same once more');
  });
  await step('app: two instances through PgBouncer, from another folder, files not writable', async () => {
    [a, b] = await Promise.all([houses.instance(house), houses.instance(house)]);
    return `ready after ${Math.round(a.milliseconds)} and ${Math.round(b.milliseconds)} ms, both at once`;
  });
  must(b, 'there are no two instances');
  await step('what serves knows neither the owner\'s nor the superuser\'s password, and is nobody', () => {
    const environment = readFileSync(`/proc/${a.pid}/environ`, 'utf8');
    for (const name of ['APP_MIGRATOR_PASSWORD', 'POSTGRES_PASSWORD', 'PLATFORM_CONSOLE_PASSWORD']) must(!environment.includes(houses.settings[name]), name);
    if (process.getuid() === 0) must(/^Uid:\s+65534\s/m.test(readFileSync(`/proc/${a.pid}/status`, 'utf8')), 'another user');
  });
  await step('HEALTHCHECK of the image: 0 for one that is ready', () => { for (const one of [a, b]) equal(houses.health(house, one).code, 0, 'exit code'); });
  await step('sign in at one by the form, a page at the other', async () => {
    cookie = await machine.signIn(a.port, host, 'owner@weavers.example', password);
    must(cookie.split('; ').every(one => one.startsWith('__Host-')), `cookies are not bound to the host: ${cookie.replace(/=[^;]+/g, '')}`);
    const page = await b.at(slug, 'GET', '/', { cookie });
    must(page.status === 200 && page.text.includes('Chiyo'), `the home page answered ${page.status}`);
    const script = page.text.match(/src="(\/lib\/site\.js\?v=\w+)"/)?.[1];
    equal((await b.at(slug, 'GET', script)).status, 200, 'the script');
  });
  await step('API: a token of one is good at the other; a pipeline and a deal', async () => {
    token = (await a.at(slug, 'POST', '/api/v1/tenant/auth/login', { json: { email: 'owner@weavers.example', password } })).json().access_token;
    equal((await b.at(slug, 'GET', '/api/v1/tenant/auth/me', { token })).status, 200, 'me');
    const pipeline = await b.at(slug, 'POST', '/api/v1/pipelines', { token, json: { name: 'Sales', stages: [{ name: 'Talk', probability: 20 }, { name: 'Offer', probability: 60 }] } });
    must(pipeline.status === 201, pipeline.text);
    const deal = await a.at(slug, 'POST', '/api/v1/deals', { token, json: { name: 'First cloth', pipeline_id: pipeline.json().id, amount: { amount: '1000', currency: 'JPY' } } });
    must(deal.status === 201, deal.text);
    must((await b.at(slug, 'GET', '/deals', { cookie })).text.includes('First cloth'), 'the deal is not on the page');
  });
  await step('a CSV goes in at one, a sentence draws it at the other', async () => {
    const form = new FormData();
    form.append('key', 'weaving');
    form.append('file', new Blob([csv], { type: 'text/csv' }), 'weaving.csv');
    const sent = await a.at(slug, 'POST', '/api/v1/datasets', { token, multipart: form });
    must(sent.status === 201 || sent.status === 202, sent.text);
    for (let left = 100; sent.status === 202 && (await a.at(slug, 'GET', sent.headers.location, { token })).json().status !== 'done'; left--) {
      must(left > 0, 'the load does not end');
      await machine.sleep(100);
    }
    const answer = await ask(b);
    equal(answer.json().status, 'chart', answer.text.slice(0, 300));
    drawn = rowsOf(answer);
    equal(drawn, [['East', 160], ['North', 5], ['West', 40]], 'rows');
  });
  await step('one is killed; the other goes on', async () => {
    await a.stop('SIGKILL');
    equal(rowsOf(await ask(b)), drawn, 'rows');
    equal(houses.health(house, a).code, 1, 'HEALTHCHECK of the dead one');
  });
  await step('PgBouncer goes: not ready, but alive; it comes back: ready', async () => {
    await house.pooler.stop('SIGKILL');
    equal((await b.at(slug, 'GET', '/healthz/ready')).status, 503, 'ready');
    equal(houses.health(house, b).code, 1, 'HEALTHCHECK');
    equal((await b.at(slug, 'GET', '/healthz/live')).status, 200, 'live');
    house.pooler = await houses.pooler(house);
    await machine.ready({ since: performance.now(), code: null, log: '' }, b.port, 20);
    equal(rowsOf(await ask(b)), drawn, 'rows');
  });
  await step('SIGTERM with an open stream: a clean end', async () => {
    await new Promise((done, fail) => request({ host: '127.0.0.1', port: b.port, path: '/events', headers: { Host: host, Cookie: cookie, 'X-Forwarded-Proto': 'https', Accept: 'text/event-stream' } }, answer => {
      answer.on('error', () => {});
      equal(answer.statusCode, 200, '/events');
      done();
    }).on('error', fail).end());
    const { code, seconds } = await b.stop();
    equal(code, 0, 'exit code');
    must(seconds < 10, `it took ${seconds} s`);
    return `${seconds.toFixed(2)} s`;
  });
}

async function disasters() {
  let copy;
  const script = name => join(root, 'deploy/postgres', name);
  await step('backup: one file', () => {
    const done = machine.run(['sh', script('backup.sh')], { env: house.db.env });
    must(done.code === 0, done.err);
    copy = done.out;
    return `${Math.round(copy.length / 1024)} KB`;
  });
  const other = { app: house.app, poolerPort: house.poolerPort };
  await step('restore: onto another server, all or nothing', async () => {
    other.db = await houses.database('db2');
    const roles = houses.makeRoles(other);
    must(roles.code === 0, roles.err);
    const done = machine.run(['sh', script('restore.sh')], { env: other.db.env, input: copy });
    must(done.code === 0, done.err);
    must(machine.run(['sh', script('restore.sh')], { env: other.db.env, input: copy }).code === 1, 'a second restore was not refused');
  });
  await step('with another master key: refused', () => {
    const done = houses.verb(other, 'migrate', ['migrate'], { env: { Security__MasterKey: Buffer.alloc(32, 7).toString('base64') } });
    must(done.code === 1 && done.said.includes('another Security:MasterKey'), done.said);
  });
  await step('an instance on the restored server: walls checked, same password, same chart', async () => {
    const done = houses.verb(other, 'migrate', ['migrate']);
    must(done.code === 0, done.said);
    const direct = houses.environmentOf('app', other).ConnectionStrings__Direct;
    const one = await houses.instance(other, { env: { ConnectionStrings__Database: direct } });
    equal((await one.at(slug, 'GET', '/', { cookie })).status, 200, 'the cookie from before');
    await machine.signIn(one.port, host, 'owner@weavers.example', password);
    equal(rowsOf(await ask(one)), drawn, 'rows');
    await one.stop();
  });
  await other.db?.server.stop('SIGINT');
}

/** The build of an older commit, published plainly. */
function older(commit) {
  const [source, out] = [join(machine.base, 'older-source'), join(machine.base, 'older')];
  mkdirSync(source);
  const pack = spawnSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  spawnSync('tar', ['-x', '-C', source], { input: pack.stdout });
  const done = spawnSync('dotnet', ['publish', 'Web', '--configuration', 'Release', '--output', out, '--verbosity', 'quiet', '--nologo'], { cwd: source, encoding: 'utf8' });
  must(done.status === 0, done.stdout.slice(-2000));
  spawnSync('cp', ['-r', join(house.app, 'wwwroot'), out]);
  spawnSync('chmod', ['-R', 'a-w,a+rX', out]);
  return { out, newest: readdirSync(join(source, 'migrations')).sort().at(-1).replace('.sql', '') };
}

async function upgrade() {
  const flag = process.argv.indexOf('--older');
  const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  const commit = flag > 0 ? process.argv[flag + 1] : git('log', '--diff-filter=A', '--format=%H', '-1', '--', `migrations/${newest}.sql`) + '^';
  const old = { poolerPort: house.poolerPort };
  let [before, running, seen] = [];
  await step(`upgrade: build ${git('rev-parse', '--short', commit)}`, () => { before = older(commit); return before.newest; });
  if (!before) return;
  await step('upgrade: the old build makes its schema and two demo companies, and serves', async () => {
    old.db = await houses.database('db3');
    const roles = houses.makeRoles(old);
    must(roles.code === 0, roles.err);
    const { ConnectionStrings__Owner } = houses.environmentOf('migrate', old);
    const direct = houses.environmentOf('app', old).ConnectionStrings__Direct;
    running = await houses.instance(old, { app: before.out, cwd: before.out, env: { ConnectionStrings__Owner, ConnectionStrings__Database: direct, Demo__Seed: 'true' } });
    seen = await machine.signIn(running.port, `acme.${houses.domain}`, 'saeki@acme.example', 'tsumugi-demo-2026');
    equal(old.db.sql('select name from app.migrations order by id desc limit 1'), before.newest, 'newest migration');
    must(before.newest < newest, `${before.newest} is not older`);
  });
  const count = () => old.db.sql('select count(*) from app.deals');
  const deals = count();
  old.app = house.app;
  await step('upgrade: roles and migrate of the new build while the old one serves', async () => {
    const roles = houses.makeRoles(old);
    must(roles.code === 0, roles.err);
    const done = houses.verb(old, 'migrate', ['migrate']);
    must(done.code === 0, done.said);
    equal((await running.at('acme', 'GET', '/deals', { cookie: seen })).status, 200, 'the old build');
  });
  await step('upgrade: the new build, beside the old one, with the same people and rows', async () => {
    const direct = houses.environmentOf('app', old).ConnectionStrings__Direct;
    const one = await houses.instance(old, { env: { ConnectionStrings__Database: direct } });
    equal((await one.at('acme', 'GET', '/deals', { cookie: seen })).status, 200, 'the cookie of the old build');
    await machine.signIn(one.port, `acme.${houses.domain}`, 'saeki@acme.example', 'tsumugi-demo-2026');
    equal(count(), deals, 'deals');
    await Promise.all([one.stop(), running.stop()]);
    return `${deals} deals`;
  });
  await step('upgrade: the old build does not start any more, and says why', async () => {
    const direct = houses.environmentOf('app', old).ConnectionStrings__Direct;
    const one = await houses.instance(old, { app: before.out, cwd: before.out, env: { ConnectionStrings__Database: direct }, waits: false });
    equal(await one.ended, 1, 'exit code');
    must(one.log.includes('newer than this app'), one.log);
  });
}

try {
  await life();
  await disasters();
  await upgrade();
} catch (cause) {
  failed++;
  console.log(`FAIL  ${cause.stack}`);
} finally {
  await machine.cleanUp();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
