import classes from './wrappingButton.module.css';

/** Parts of a button in a narrow column: words that are longer than it go on below. */
export const wrappingButton = { root: classes.root ?? '', label: classes.label ?? '' };
