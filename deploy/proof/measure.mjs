#!/usr/bin/env node
// Measures what an installation costs: node deploy/proof/measure.mjs. Start, memory, bytes; nothing is asserted. The figures go into docs/operations.md.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as machine from './machine.mjs';
import * as houses from './house.mjs';
import { root } from './files.mjs';

const [slug, email, password, starts] = ['weavers', 'owner@weavers.example', 'a long enough password', 7];
const median = all => all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)];
const spread = all => `${Math.round(median(all))} ms (${Math.round(Math.min(...all))}–${Math.round(Math.max(...all))})`;
const resident = one => Number(readFileSync(`/proc/${one.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
// Processor time in 10 ms ticks: it hardly depends on who else works on the machine.
const worked = one => { const after = readFileSync(`/proc/${one.pid}/stat`, 'utf8').split(') ')[1].split(' '); return (Number(after[11]) + Number(after[12])) * 10; };
const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ')[0];

function plain() {
  const out = join(machine.base, 'plain');
  const done = spawnSync('dotnet', ['publish', 'Web', '--configuration', 'Release', '--output', out, '--verbosity', 'quiet', '--nologo'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stdout);
  spawnSync('chmod', ['-R', 'a+rX', out]);
  return out;
}

async function cold(house, app, cookie) {
  const [up, page, processor] = [[], [], []];
  for (let i = 0; i < starts; i++) {
    const one = await houses.instance(house, { app });
    const answer = await one.at(slug, 'GET', '/', { cookie });
    if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`);
    up.push(one.milliseconds);
    page.push(performance.now() - one.since);
    processor.push(worked(one));
    await one.stop();
  }
  return `ready ${spread(up)}, first signed-in page ${spread(page)}, processor ${spread(processor)}`;
}

async function memory(house, visit) {
  const one = await houses.instance(house);
  const first = resident(one);
  for (const name of visit) if ((await one.at(name, 'GET', '/sign-in')).status !== 200) throw new Error(`${name} has no door`);
  const visited = resident(one);
  await machine.sleep(60_000);
  const rested = resident(one);
  await one.stop();
  return `${first.toFixed(0)} MB at the start, ${visited.toFixed(0)} MB after a visit to each of ${visit.length} companies, ${rested.toFixed(0)} MB a minute later`;
}

try {
  const house = { app: houses.build() };
  house.db = await houses.database();
  house.poolerPort = await machine.freePort();
  for (const done of [houses.makeRoles(house), houses.verb(house, 'migrate', ['migrate'])]) if (done.code !== 0) throw new Error(done.said ?? done.err);
  house.pooler = await houses.pooler(house);
  const made = houses.verb(house, 'app', ['tenant', 'create', '--slug', slug, '--name', 'The Weavers', '--owner-email', email, '--owner-name', 'Chiyo', '--locale', 'en'], { input: `${password}\n` });
  if (made.code !== 0) throw new Error(made.said);
  const first = await houses.instance(house);
  const cookie = await machine.signIn(first.port, `${slug}.${houses.domain}`, email, password);
  await first.stop();
  const usual = plain();
  console.log(`load before: ${load()}`);
  console.log(`compiled ahead: ${await cold(house, house.app, cookie)}`);
  console.log(`plain:          ${await cold(house, usual, cookie)}`);
  console.log(`load after: ${load()}`);
  console.log(`1 company:      ${await memory(house, [slug])}`);
  house.db.sql("insert into app.tenants (tenant_id, slug, name) select gen_random_uuid(), 'company-' || n, 'Company ' || n from generate_series(1, 999) n");
  console.log(`1000 companies: ${await memory(house, [slug, ...Array.from({ length: 999 }, (_, i) => `company-${i + 1}`)])}`);
  for (const file of ['site.js', 'site.css', 'charts.js', 'icons.svg']) {
    const bytes = readFileSync(join(house.app, 'wwwroot/lib', file));
    console.log(`${file}: ${bytes.length} bytes, ${gzipSync(bytes).length} gzip`);
  }
} finally {
  await machine.cleanUp();
}
