// Generated input is the same on every run; FUZZ_SEED=7 draws other input.
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 49) });
