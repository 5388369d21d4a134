// npm run bench: every benchmark in turn, each printing ratios against a baseline measured in the same run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Bench {
  run(): Promise<readonly string[]>;
}

const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'));

for (const name of names.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))) {
  const { run } = (await import(pathToFileURL(join(import.meta.dirname, name)).href)) as Bench; // every *.bench.ts exports run()
  console.log(`\n${name.replace('.bench.ts', '')}`);
  for (const line of await run()) console.log(`    ${line}`);
}
process.exit(0);
