// The dated copies of a session: whether one is due, which there are, and the change to another folder.
import { basename } from 'node:path';
import type { BackupCopy } from '../../shared/ipc/contract.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import { type CopiedSnapshots, copySnapshots } from './store/copy-snapshots.ts';
import type { DocumentStore } from './store/document-store.ts';
import { listSnapshots, type SnapshotFile, takeSnapshotWhenDue } from './store/snapshots.ts';

/** So often it is looked whether a dated copy is due: looking reads the folder, which not every key press should wait for. */
const LOOK_MS = 60_000;

export interface Backups {
  list(document: string): Result<readonly BackupCopy[]>;
  /** A dated copy when one is due. A refusal is for the log: the document itself is saved. */
  keep(store: DocumentStore): Result<SnapshotFile | null>;
  /** Looks anew the next time, as for a document just opened. */
  lookAnew(): void;
  /** Keeps them in another folder from now on, with those there are. */
  moveTo(folder: string): Promise<Result<CopiedSnapshots>>;
}

/**
 * None are made without a folder. `standard` is where they lie unless another folder was chosen: copies made there while that one was
 * away are listed with the others.
 */
export function createBackups(given: string | undefined, standard: string | undefined = given): Backups {
  let folder = given;
  let looked = 0;
  let moving = false;
  return {
    list(document) {
      const listed = folder === undefined ? ok([]) : listSnapshots(folder, document);
      if (!listed.ok || standard === undefined || standard === folder) return listed;
      const there = listSnapshots(standard, document);
      const byName = new Map(
        [...(there.ok ? there.value : []), ...listed.value].map((copy) => [basename(copy.path), copy]),
      );
      return ok([...byName.values()].toSorted((left, right) => right.at.localeCompare(left.at)));
    },
    keep(store) {
      // one made while they are copied might stay behind
      if (folder === undefined || moving || Date.now() - looked < LOOK_MS) return ok(null);
      looked = Date.now();
      return takeSnapshotWhenDue(store, folder);
    },
    lookAnew() {
      looked = 0;
    },
    async moveTo(to) {
      if (folder === undefined || moving) return refuse('bad-argument', '现在不能更改数据文件夹，请稍后再试。');
      moving = true;
      try {
        const copied = await copySnapshots(folder, to);
        if (!copied.ok) return copied;
        folder = to;
        looked = 0;
        return copied;
      } finally {
        moving = false;
      }
    },
  };
}
