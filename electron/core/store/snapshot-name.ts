// The name of a dated copy: when it was made, the last change in it, the start of its digest. It says so wherever the file lies.
import { basename, dirname } from 'node:path';

export const SNAPSHOT_NAME = /^(\d{17})_(\d{17})_([0-9a-f]{16})\.nianbao$/;
/** The copies of one document lie in a folder named for it and for a digest of its path. */
export const SNAPSHOT_FOLDER = /^(.*)-[0-9a-f]{12}$/;

/** Whether a file is a dated copy by its name, in whatever folder copies were kept when it was made. */
export const isSnapshotName = (path: string): boolean =>
  SNAPSHOT_NAME.test(basename(path)) && SNAPSHOT_FOLDER.test(basename(dirname(path)));
