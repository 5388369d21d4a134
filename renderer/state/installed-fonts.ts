// Which faces of official documents this computer has: asked as the printed page asks for them, by exact name.
import { installedNames, OFFICE_FONTS, type FontRole } from '../../shared/export/fonts.ts';

export interface FaceState {
  readonly role: FontRole;
  /** As offices call it. */
  readonly name: string;
  readonly installed: boolean;
}

export async function faceStates(): Promise<readonly FaceState[]> {
  const roles = Object.keys(OFFICE_FONTS) as FontRole[]; // keys of the record
  return Promise.all(
    roles.map(async (role) => ({ role, name: OFFICE_FONTS[role], installed: await isInstalled(installedNames(role)) })),
  );
}

async function isInstalled(names: readonly string[]): Promise<boolean> {
  const sources = names.map((name) => `local("${name}")`).join(',');
  try {
    await new FontFace('Asked', sources).load();
    return true;
  } catch {
    return false; // none of these names
  }
}
