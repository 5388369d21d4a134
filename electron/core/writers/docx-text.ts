// Text that a Word part can hold: characters that XML forbids are left out.

export const wordText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
