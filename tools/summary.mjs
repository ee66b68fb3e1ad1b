// Adds up the test results and the coverage below a folder: node tools/summary.mjs FOLDER FAILED_STEPS
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedSteps] = process.argv.slice(2);
const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(name => join(folder, name)) : [];
let passed = 0, failed = Number(failedSteps), runs = 0;
for (const file of files.filter(name => name.endsWith('.trx'))) {
  const text = readFileSync(file, 'utf8');
  const counters = /<Counters [^>]*>/.exec(text)?.[0] ?? '';
  const count = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  passed += count('passed');
  failed += count('failed') + count('error') + count('timeout') + count('aborted');
  if (/outcome="(Failed|Aborted)"/.test(/<ResultSummary[^>]*>/.exec(text)?.[0] ?? '') && count('failed') === 0) failed++;
  runs++;
}
const lines = new Map();
for (const file of files.filter(name => name.endsWith('cobertura.xml'))) {
  let source = '';
  for (const [, name, number, hits] of readFileSync(file, 'utf8').matchAll(/<class [^>]*filename="([^"]+)"|<line number="(\d+)" hits="(\d+)"/g)) {
    if (name) source = name;
    else lines.set(`${source}:${number}`, (lines.get(`${source}:${number}`) ?? 0) + Number(hits));
  }
}
if (lines.size > 0) {
  const covered = [...lines.values()].filter(hits => hits > 0).length;
  console.log(`line coverage: ${(100 * covered / lines.size).toFixed(1)} % of ${lines.size} lines`);
}
if (runs === 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
