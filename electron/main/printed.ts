// The outcome of printing as a Result, to be sent to the engine.
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import { PrintFailure } from '../engine/print-failure.ts';
import { type Log, traceOf } from './log.ts';

export async function printed(pdf: Promise<Uint8Array>, log: Log): Promise<Result<Uint8Array>> {
  try {
    return ok(await pdf);
  } catch (error) {
    if (error instanceof PrintFailure) return refuse('printer-missing', error.message);
    log(`print: ${traceOf(error)}`);
    return refuse('printer-missing', '生成 PDF 没有成功；请关闭其他程序后再试。');
  }
}
