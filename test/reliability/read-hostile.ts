// Reads every file of a folder one after the other and prints a line of JSON for each; runs as a process of its own with a small heap.
//   node --max-old-space-size=512 test/reliability/read-hostile.ts <folder>
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceFile } from '../../electron/core/readers/index.ts';

export interface HostileReading {
  readonly name: string;
  readonly outcome: string;
  readonly message: string;
  readonly ms: number;
  /** Largest memory of the process so far, in megabytes. */
  readonly peak: number;
}

async function readFolder(folder: string): Promise<void> {
  for (const name of readdirSync(folder).sort()) {
    const start = performance.now();
    const result = await readSourceFile(join(folder, name));
    const reading: HostileReading = {
      name,
      outcome: result.ok ? 'read' : result.error.code,
      message: result.ok ? '' : result.error.message,
      ms: Math.round(performance.now() - start),
      peak: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  }
}

if (process.argv[1] === import.meta.filename && process.argv[2]) await readFolder(process.argv[2]);
