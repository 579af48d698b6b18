import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal. Shade 8 on white has a contrast of 7:1. */
const teal: MantineColorsTuple = [
  '#eef8f9',
  '#d9eef1',
  '#b2dbe1',
  '#86c6d0',
  '#5aafbc',
  '#34949f',
  '#1a7c8a',
  '#0d6877',
  '#0a5866',
  '#084652',
];

/** Mantine's greys of dark screens, with the same tint as ours. */
const dark: MantineColorsTuple = [
  '#e6eef1',
  '#c6d3d9',
  '#adbec7',
  '#7d929c',
  '#5a6f79',
  '#3a4f59',
  '#1b2a31',
  '#18252b',
  '#10191d',
  '#0b1215',
];

// A dialog's head is drawn as <header> and would count as a second banner of the page.
const dialogAttributes = { header: { role: 'none' } };

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: 7,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  fontFamilyMonospace: "Consolas, 'Courier New', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.35' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.45' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '0.5rem' },
  cursorType: 'pointer',
  focusRing: 'auto',
  // Old machines: what fades or slides costs frames and tells nothing.
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 0 }, attributes: dialogAttributes } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 }, attributes: dialogAttributes } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md' } },
  },
});
