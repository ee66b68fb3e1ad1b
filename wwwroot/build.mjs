import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const lib = join(here, 'lib');
const modules = join(here, '..', 'node_modules');

// The page allows no eval, and a direct eval would keep names from being shortened.
const withoutEval = {
  name: 'without-eval',
  setup(build) {
    build.onLoad({ filter: /htmx\.esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('return eval(str)')) throw new Error('htmx changed: look for its eval again');
      return { contents: source.replace('return eval(str)', 'return undefined'), loader: 'js' };
    });
  }
};

const common = {
  absWorkingDir: here, bundle: true, minify: true, sourcemap: false, legalComments: 'none', logLevel: 'warning',
  target: ['chrome123', 'firefox121', 'safari17.5'], nodePaths: [modules], outdir: lib, write: true
};

async function sprite() {
  const names = JSON.parse(await readFile(join(here, 'img', 'icons.json'), 'utf8'));
  const symbols = await Promise.all(Object.entries(names).map(async ([name, file]) => {
    const svg = await readFile(join(modules, '@tabler', 'icons', 'icons', 'outline', `${file}.svg`), 'utf8');
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/<path stroke="none"[^>]*\/>/, '');
    const paths = [...shapes.matchAll(/<path d="([^"]+)"\s*\/>/g)].map(m => m[1].replace(/ ?-/g, '-').replace(/\s+/g, ' '));
    if (shapes.replace(/<path d="[^"]+"\s*\/>/g, '').trim()) throw new Error(`${file}.svg holds more than paths`);
    return `<symbol id="${name}" viewBox="0 0 24 24"><path d="${paths.join('')}"/></symbol>`;
  }));
  await writeFile(join(lib, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

await mkdir(lib, { recursive: true });
await Promise.all([
  build({ ...common, entryPoints: { site: 'css/site.css' } }),
  build({ ...common, entryPoints: { site: 'js/site.js' }, format: 'esm', plugins: [withoutEval], external: ['/lib/*'] }),
  build({ ...common, entryPoints: { charts: 'js/charts.js' }, format: 'esm' }),
  sprite()
]);

for (const name of ['site.css', 'site.js', 'charts.js', 'icons.svg']) {
  const bytes = await readFile(join(lib, name));
  console.log(`${name.padEnd(10)} ${(bytes.length / 1024).toFixed(1).padStart(7)} KB  ${(gzipSync(bytes).length / 1024).toFixed(1).padStart(6)} KB gzip`);
}
