/** After a refused form: the first field that has a fault takes the focus, so that keyboard and reader start there. */
export function focusFirstFault(form: HTMLFormElement): void {
  // The faults are drawn first.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
