// webUtils.getPathForFile answers at once, DevTools does not: the page is held at a `debugger` statement until the path is there.
import type { WebContents } from './web-contents.ts';

export interface PausedAtFile {
  readonly callFrames: readonly { readonly callFrameId: string; readonly functionName: string }[];
}

interface Evaluated {
  readonly result: { readonly objectId?: string };
}

export async function answerPathOfFile(contents: WebContents, { callFrames }: PausedAtFile): Promise<void> {
  try {
    const [frame] = callFrames;
    if (frame?.functionName !== 'getPathForFile') return;
    const { callFrameId } = frame;
    const evaluate = (expression: string) =>
      contents.command<Evaluated>('Debugger.evaluateOnCallFrame', { callFrameId, expression });
    const { result } = await evaluate('file');
    if (!result.objectId) return;
    const { objectId } = result;
    const { path } = await contents.command<{ readonly path: string }>('DOM.getFileInfo', { objectId });
    await evaluate(`path = ${JSON.stringify(path)}`);
  } catch (error) {
    if (!contents.dead) console.error(error); // the path stays empty, as of a File that is none on the disk
  } finally {
    await contents.command('Debugger.resume').catch(() => {});
  }
}
