// Printing that did not succeed, with a sentence for the person: passes through code that knows only bytes.
export class PrintFailure extends Error {}
