// A dialog opens with the focus where the person begins, not on its closing cross.

/** For `afterOpenChange` of a dialog. */
export const focusOnOpen =
  (id: string) =>
  (open: boolean): void => {
    if (open) document.getElementById(id)?.focus();
  };
