// A folder that the packer takes for Electron: programs that cannot run, with the places where fuses and a version are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'; // comes with electron-builder

/** What marks the fuses in a program; behind it stand the version of the wire, its length, and a letter for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;
const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))]);

/** Writes the folder: programs for Linux and Windows, and more languages than are shipped. */
export function placeholderElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const language of ['zh-CN', 'en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'electron'), WIRE, { mode: 0o755 });
  writeFileSync(join(folder, 'electron.exe'), Buffer.concat([windowsProgram(), WIRE]));
}

/** The smallest Windows program with a version: the packer writes its own into it. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(1, 0, 0, 0);
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
